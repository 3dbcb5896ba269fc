"""Days that follow something that is known: "after her vacation", "when she is back", "after the conference"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.coach.days import DAY, day_at
from comity.coach.history import BusyPeriod, Gathering
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.text import Word
from comity.coach.word_lists import each

OWNERS = each("her his their the a its my our")
VACATIONS = each("vacation vacations holiday holidays leave break trip sabbatical travels busy")
PEOPLE = each("she he they")
EVENTS = each("conference event meetup fair summit congress convention gathering talk workshop")
_JOINING = each("the of a an and in at for")


class NotKnown(ValueError):
    """It says "after" something of which nothing is known, or more than one thing."""


@dataclass(frozen=True, slots=True)
class AfterWhat:
    """What may be spoken of. today: the owner's. vacation_after: their next vacation from a day on."""

    today: date
    timezone: str
    name: str
    vacation_after: Callable[[date], BusyPeriod | None] | None
    events: tuple[Gathering, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A day after something. after: the place of the word that follows."""

    day: date
    because: str
    after: int


def after_what(words: Sequence[Word], place: int, what: AfterWhat) -> Found | None:
    """Return the day after what the words speak of; None where they speak of nothing of the kind.

    Raises NotKnown.
    """
    back = _when_back(words, place)
    if back is not None:
        return _after_vacation(what, back)
    if text_at(words, place) != "after":
        return None
    begins = place + 1 + (text_at(words, place + 1) in OWNERS)
    begins += text_at(words, begins) == "'s"
    end = begins + 1
    if text_at(words, begins) in VACATIONS:
        end += text_at(words, end) in {"time", "season", "period"}
        return _after_vacation(what, end)
    if text_at(words, begins) in EVENTS and end == len(words):
        return _after_event(what, what.events, "event", end)
    named = [one for one in what.events if _is_called(words[begins:], one.name)]
    return _after_event(what, named, "event of this name", len(words)) if named else None


def _when_back(words: Sequence[Word], place: int) -> int | None:
    """Return the place after "when she is back", "once he's back from vacation", or None."""
    if text_at(words, place) not in {"when", "once", "after"} or text_at(words, place + 1) not in PEOPLE:
        return None
    verb = place + 2
    if text_at(words, verb) in {"returns", "return"}:
        return verb + 1
    if text_at(words, verb) not in {"is", "are", "'s"} or text_at(words, verb + 1) != "back":
        return None
    after = verb + 2
    if text_at(words, after) == "from":
        after += 1 + (text_at(words, after + 1) in OWNERS)
        after += text_at(words, after) in VACATIONS
    return after


def _after_vacation(what: AfterWhat, after: int) -> Found:
    period = what.vacation_after(what.today) if what.vacation_after else None
    whose = what.name or "this person"
    if period is None:
        raise NotKnown(f"No vacation or busy time of {whose} is known. Add it to the contact, or say a date.")
    why = period.why or "their time away"
    return Found(period.last + DAY, f"the day after {why} ends for {whose}", after)


def _after_event(what: AfterWhat, events: Sequence[Gathering], kind: str, after: int) -> Found:
    ahead = [one for one in events if day_at(one.ends_at, what.timezone) >= what.today]
    if len(ahead) != 1:
        many = "; ".join(one.name for one in ahead[:3])
        raise NotKnown(f"Which {kind} is meant? {many}." if ahead else f"No {kind} lies ahead. Say a date.")
    (event,) = ahead
    return Found(day_at(event.ends_at, what.timezone) + DAY, f"the day after {event.name}", after)


def _is_called(words: Sequence[Word], name: str) -> bool:
    """Say whether the words are a name, or all of them part of it: "PyCon" of "PyCon DE 2026"."""
    said = [word.text for word in words if word.text not in _JOINING and not word.is_sign]
    parts = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    return bool(said) and set(said) <= set(parts)
