"""What the owner and a contact have in common."""

from comity.coach.goals import same_name
from comity.coach.history import Background, Person


def shared(person: Person, background: Background) -> list[str]:
    """Return what both have: employers, schools, places and interests, by the contact's own spelling."""
    company = (person.company,) if person.company else ()
    return [
        *_both((*company, *person.employers), background.employers),
        *_both(person.schools, background.schools),
        *_places(person, background),
        *_both(person.interests, (*background.interests, *background.groups)),
    ]


def _both(theirs: tuple[str, ...], owners: tuple[str, ...]) -> list[str]:
    return [name for name in theirs if same_name(name, owners)] if owners else []


def _places(person: Person, background: Background) -> list[str]:
    """Return the owner's places in which they live: a place may be one part of a location ("Utrecht, Netherlands")."""
    parts = {part.strip().casefold() for part in (person.location or "").split(",")}
    return [place for place in background.places if place.strip().casefold() in parts]
