"""How two years went with everyone whose story is not told on its own, by how close they have become."""

from collections.abc import Collection, Iterator, Sequence
from itertools import cycle
from random import Random
from typing import Any, TypeVar

from comity.sample import phrases
from comity.sample.people import ACQUAINTED, ALLIES, CONNECTED, DORMANT, RAPPORT, STRANGERS, TRUSTED, Person
from comity.sample.telling import Moment, Story, called, gave, heard, messaged, met, noted, ran_into, saw, wrote

Line = TypeVar("Line")
Beats = Sequence[tuple[str, int]]  # what happened, and how many days ago

ALLY: Beats = (
    ("encounter", 705), ("coffee", 630), ("gift", 560), ("coffee", 480), ("call", 400), ("letters", 330),
    ("coffee", 260), ("video", 185), ("call", 110), ("coffee", 34),
)  # fmt: skip
FRIEND: Beats = (("encounter", 330), ("coffee", 270), ("gift", 230), ("call", 190), ("letters", 110), ("video", 45))
GROWING: Beats = (("encounter", 160), ("letters", 110), ("call", 52))
ONE_TALK: Beats = (("encounter", 75),)
ONE_LETTER: Beats = (("letters", 50),)
OLD_TALK: Beats = (("encounter", 260), ("note", 255))
GONE_QUIET: Beats = (
    ("encounter", 725), ("coffee", 665), ("call", 600), ("letters", 540), ("coffee", 480), ("video", 420),
)  # fmt: skip
KNOWN_BY_NAME: Beats = ()
ONE_TRY: Beats = (("try", 11),)

ARCS: dict[tuple[Person, ...], tuple[Beats, ...]] = {
    ALLIES: (ALLY,),
    TRUSTED: (FRIEND,),
    RAPPORT: (GROWING,),
    ACQUAINTED: (ONE_TALK, ONE_LETTER, OLD_TALK),
    DORMANT: (GONE_QUIET,),
    CONNECTED: (KNOWN_BY_NAME,),
    STRANGERS: (KNOWN_BY_NAME, KNOWN_BY_NAME, ONE_TRY),
}
FAINT = frozenset({DORMANT, CONNECTED, STRANGERS})

SCATTER_SHARE, MOST_SCATTER_DAYS = 8, 12  # an eighth of the days, at most twelve: nobody meets by the calendar
SCHOOLS = ("Halvorsen School of Design", "Brackwater Polytechnic", "Lindenhof Business School", "Mount Aster College")


def stories_of_the_others(chance: Random, *, told: Collection[str]) -> Iterator[Story]:
    """Yield a story for everyone whose name is not among those told already."""
    teller = Teller(chance)
    for people, arcs in ARCS.items():
        for person, beats in zip(people, cycle(arcs), strict=False):
            if person.full_name not in told:
                moments = [moment for what, days in beats for moment in teller.moments(person, what, days)]
                yield Story(person.full_name, tuple(moments), facts=teller.facts(people))


class Teller:
    """Draws phrases as from shuffled decks: none comes twice before all have come once."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.talks = {
            "encounter": (ran_into, self._deck(phrases.FIRST_TALKS)),
            "coffee": (met, self._deck(phrases.COFFEES)),
            "call": (called, self._deck(phrases.CALLS)),
            "video": (saw, self._deck(phrases.VIDEOS)),
        }
        self.letters = self._deck(phrases.LETTERS)
        self.gifts = self._deck(phrases.GIFTS)
        self.notes = self._deck(phrases.NOTES)
        self.tries = self._deck(phrases.TRIES)
        self.how_met = self._deck(phrases.HOW_MET)
        self.schools = self._deck(SCHOOLS)

    def moments(self, person: Person, what: str, days: int) -> list[Moment]:
        """Return what a beat of an arc was with this person."""
        scatter = min(days // SCATTER_SHARE, MOST_SCATTER_DAYS)
        days += self.chance.randint(-scatter, scatter)
        if what in self.talks:
            meet, deck = self.talks[what]
            text, signals = next(deck)
            return [meet(days, self.chance.choice((20, 25, 30, 40, 55)), about(person, text), *signals)]
        if what == "letters":
            subject, sent, back = next(self.letters)
            answered = days - self.chance.randint(1, 4)
            return [
                wrote(days, subject, about(person, sent)),
                heard(answered, f"Re: {subject}", about(person, back)),
            ]
        if what == "gift":
            gift, text = next(self.gifts)
            return [gave(days, gift, about(person, text))]
        if what == "note":
            return [noted(days, about(person, next(self.notes)))]
        return [messaged(days, about(person, next(self.tries)))]

    def facts(self, people: tuple[Person, ...]) -> dict[str, Any]:
        """Return what else is known of one of these people."""
        known: dict[str, Any] = {"importance": 2 if people in FAINT else 3}
        if people is CONNECTED:
            known["connected_on"] = self.chance.randint(10, 700)
        if people is RAPPORT or people is TRUSTED:
            known["how_met"] = next(self.how_met)
            known["schools"] = [next(self.schools)]
        if self.chance.random() < 0.3:
            known["birthday"] = self.chance.randint(20, 340)
        return known

    def _deck(self, lines: Sequence[Line]) -> Iterator[Line]:
        return cycle(self.chance.sample(lines, len(lines)))


def about(person: Person, text: str) -> str:
    """Return a phrase as it is said of one person."""
    busy_with = person.busy_with
    return text.format(
        first=person.full_name.split()[0],
        busy_with=busy_with,
        busy_with_up=busy_with[0].upper() + busy_with[1:],
        likes=person.likes,
    )
