"""What two people can have in common, as keys: two spellings of one company, school or place have one key."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from comity.coach.history import Background, Person
from comity.coach.spellings import plain_name
from comity.coach.words import CommonalityKind


@lru_cache(maxsize=16_384)  # few names stand with many people, and each is asked for again and again
def ground(kind: CommonalityKind, name: str) -> str:
    """Return the key of something that people can share, "" where the name says nothing.

    Groups share the interests' keys: what one calls a group, another lists among interests or tags.
    """
    family = CommonalityKind.INTEREST if kind is CommonalityKind.GROUP else kind
    plain = plain_name(family, name)
    return f"{family}:{plain}" if plain else ""


def grounds_of(person: Person) -> set[str]:
    """Return the keys of all that a person could share with the owner: employers, schools, places, interests, tags."""
    keys = {ground(kind, name) for kind, names in names_of(person) for name in names}
    return keys - {""}


def names_of(person: Person) -> Iterator[tuple[CommonalityKind, Iterable[str]]]:
    """Yield what a person has, by kind and in their own spelling. Tags are what the owner calls their interests."""
    yield CommonalityKind.EMPLOYER, (*((person.company,) if person.company else ()), *person.employers)
    yield CommonalityKind.SCHOOL, person.schools
    yield CommonalityKind.PLACE, places_of(person.location)
    yield CommonalityKind.INTEREST, (*person.interests, *person.tags)


def names_of_owner(background: Background) -> Iterator[tuple[CommonalityKind, Iterable[str]]]:
    """Yield the owner's half, by kind."""
    yield CommonalityKind.EMPLOYER, background.employers
    yield CommonalityKind.SCHOOL, background.schools
    yield CommonalityKind.PLACE, background.places
    yield CommonalityKind.GROUP, background.groups
    yield CommonalityKind.INTEREST, background.interests


def places_of(location: str | None) -> tuple[str, ...]:
    """Return the places of a location: "Utrecht, Netherlands" is in both."""
    return tuple(part.strip() for part in (location or "").split(",") if part.strip())
