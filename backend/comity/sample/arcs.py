"""How two years went with everyone who has no story of their own, by how close they have become."""

from collections.abc import Callable, Collection, Iterator
from itertools import cycle
from random import Random
from typing import Any

from comity.sample.people import ACQUAINTED, ALLIES, CONNECTED, DORMANT, RAPPORT, STRANGERS, TRUSTED, Person
from comity.sample.phrases import HOW_MET, SCHOOLS
from comity.sample.teller import Teller
from comity.sample.telling import Moment, Story

Beat = tuple[Callable[[Teller, Person, int], tuple[Moment, ...]], int]  # what happened, and how many days ago
Arc = tuple[Beat, ...]

ALLY: Arc = (
    (Teller.encounter, 705),
    (Teller.coffee, 630),
    (Teller.gift, 560),
    (Teller.coffee, 480),
    (Teller.call, 400),
    (Teller.exchange, 330),
    (Teller.coffee, 260),
    (Teller.video, 185),
    (Teller.call, 110),
    (Teller.coffee, 34),
)
FRIEND: Arc = (
    (Teller.encounter, 330),
    (Teller.coffee, 270),
    (Teller.gift, 230),
    (Teller.call, 190),
    (Teller.exchange, 110),
    (Teller.video, 45),
)
GONE_QUIET: Arc = (
    (Teller.encounter, 715),
    (Teller.coffee, 665),
    (Teller.call, 600),
    (Teller.exchange, 540),
    (Teller.coffee, 480),
    (Teller.video, 420),
)
GROWING: Arc = ((Teller.encounter, 160), (Teller.exchange, 110), (Teller.call, 52))
ONE_TALK: Arc = ((Teller.encounter, 75),)
ONE_EXCHANGE: Arc = ((Teller.exchange, 50),)
OLD_TALK: Arc = ((Teller.encounter, 260), (Teller.note, 220))
FIRST_WORD: Arc = ((Teller.first_word, 11),)
NOTHING_YET: Arc = ()

ARCS: dict[tuple[Person, ...], tuple[Arc, ...]] = {  # in turn among the people of a circle
    ALLIES: (ALLY,),
    TRUSTED: (FRIEND,),
    RAPPORT: (GROWING,),
    ACQUAINTED: (ONE_TALK, ONE_EXCHANGE, OLD_TALK),
    DORMANT: (GONE_QUIET,),
    CONNECTED: (NOTHING_YET,),
    STRANGERS: (NOTHING_YET, NOTHING_YET, FIRST_WORD),
}
FAINT = frozenset({DORMANT, CONNECTED, STRANGERS})
FRIENDS = frozenset({ALLIES, TRUSTED, RAPPORT})
BIRTHDAYS_KNOWN_SHARE = 0.3


def stories_of_the_others(chance: Random, *, told: Collection[str]) -> Iterator[Story]:
    """Yield a story for everyone whose name is not among those told already."""
    teller = Teller(chance)
    how_met, schools = teller.deck(HOW_MET), teller.deck(SCHOOLS)
    for circle, arcs in ARCS.items():
        for person, arc in zip(circle, cycle(arcs), strict=False):
            if person.full_name not in told:
                facts = _facts(circle, chance)
                if circle in FRIENDS:
                    facts |= {"how_met": next(how_met), "schools": [next(schools)]}
                moments = [moment for happened, days in arc for moment in happened(teller, person, days)]
                yield Story(person.full_name, tuple(moments), facts=facts)


def _facts(circle: tuple[Person, ...], chance: Random) -> dict[str, Any]:
    """Return what else is known of one of a circle."""
    known: dict[str, Any] = {"importance": 2 if circle in FAINT else 3}
    if circle is CONNECTED:
        known["connected_on"] = chance.randint(10, 700)
    if chance.random() < BIRTHDAYS_KNOWN_SHARE:
        known["birthday"] = chance.randint(20, 340)
    return known
