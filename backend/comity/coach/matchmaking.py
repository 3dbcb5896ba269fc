"""Two contacts worth introducing to each other: a give that costs nothing (playbook §3, `warmth.cooling`; §7).

Looked for among a few people who are close to the owner, from whom a favour for both is welcome. Each is taken in once,
word by word; who fits a contact is then found by the contact's own words, however many contacts are asked about.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.grounds import ground
from comity.coach.history import Match, Person
from comity.coach.spellings import folded
from comity.coach.word_lists import each
from comity.coach.words import CommonalityKind

# What stands in a need without saying what it is about.
_EMPTY = each(
    "a about advice advise all also an and any anybody anyone are as at be been being best better contact"
    " contacts expert experts feedback find finding first for from get getting good great guidance have having he"
    " help helping her hire hiring his i in input insight insights intro introduction introductions intros is it"
    " knows know looking may me meet meeting more my need needs new next of on one or our people person"
    " recommendation recommendations right seek seeking she some somebody someone support talk talking tips that"
    " the their them they to two under up us want wants we who with would"
)


@dataclass(frozen=True, slots=True)
class Close:
    """Somebody close to the owner, the closest first in a list. title: their job, which a `Person` does not have."""

    person: Person
    title: str | None = None


class Matchmaker:
    """Takes in who is close to the owner and finds whom of them a contact should meet."""

    def __init__(self, near: Iterable[Close]) -> None:
        self._near = list(near)
        self._knowing: dict[str, set[int]] = defaultdict(set)
        self._needing: dict[str, set[int]] = defaultdict(set)
        self._interested: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._near):
            for word in _known(one.person, one.title):
                self._knowing[word].add(place)
            for need in one.person.needs:
                for word in _about(need):
                    self._needing[word].add(place)
            for key in _interests(one.person):
                self._interested[key].append(place)

    def matches(self, person: Person, title: str | None = None) -> list[Match]:
        """Return whom a contact should meet, the best first, each once.

        First who can help with what the contact needs, then whom the contact can help, then who shares an interest, the
        rarest first; among equals the closest to the owner. Whoever works at the same company needs no introduction.
        """
        found: dict[str, Match] = {}
        works_at = _company(person)
        for place, why in (*self._helpers(person), *self._helped(person, title), *self._alike(person)):
            other = self._near[place].person
            if other.id != person.id and not (works_at and works_at == _company(other)):
                both = f"Introduce {phrases.first_name(person.full_name)} and {other.full_name} to each other"
                found.setdefault(other.id, Match(other.id, other.full_name, f"{both}: {why}. Ask both first."))
        return list(found.values())

    def _helpers(self, person: Person) -> Iterator[tuple[int, str]]:
        name = phrases.first_name(person.full_name)
        for need in person.needs:
            words = _about(need)
            knowing = set.intersection(*(self._knowing.get(word, set()) for word in words)) if words else set()
            for place in sorted(knowing):
                other = phrases.first_name(self._near[place].person.full_name)
                yield place, f"{name} needs “{need}”, and {other} knows about that"

    def _helped(self, person: Person, title: str | None) -> Iterator[tuple[int, str]]:
        name = phrases.first_name(person.full_name)
        known = _known(person, title)
        maybe = set().union(*(self._needing.get(word, set()) for word in known))
        for place in sorted(maybe):
            other = self._near[place].person
            met = next((need for need in other.needs if (words := _about(need)) and words <= known), None)
            if met is not None:
                yield place, f"{phrases.first_name(other.full_name)} needs “{met}”, and {name} knows about that"

    def _alike(self, person: Person) -> Iterator[tuple[int, str]]:
        shared = {key: name for key, name in _interests(person).items() if key in self._interested}
        for key in sorted(shared, key=lambda key: (len(self._interested[key]), key)):
            for place in self._interested[key]:
                yield place, f"both care about {shared[key]}"


def _known(person: Person, title: str | None) -> frozenset[str]:
    """Return the words for what somebody knows: their job, field and interests, and what the owner files them under."""
    told = (title or "", person.field or "", *person.interests, *person.tags)
    return frozenset(word for text in told for word in _about(text))


def _about(text: str) -> frozenset[str]:
    """Return the words that say what a text is about, each in one number: "engineers" is "engineer"."""
    return frozenset(_singular(word) for word in folded(text).split() if word not in _EMPTY)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _interests(person: Person) -> dict[str, str]:
    """Return somebody's interests by key, in their own spelling."""
    keys = ((ground(CommonalityKind.INTEREST, name), name) for name in person.interests)
    return {key: name for key, name in keys if key}


def _company(person: Person) -> str:
    return ground(CommonalityKind.EMPLOYER, person.company or "")
