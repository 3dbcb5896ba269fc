"""The parts of an event: in which of them people talk, and about which Comity asks afterwards (playbook §7)."""

import re
from datetime import datetime

from comity.coach.history import Gathering, Session
from comity.coach.words import SessionPart

MOST_NAMED = 5  # parts in one sentence: more nobody takes in

_BREAKOUTS = frozenset(
    {"breakout", "breakouts", "workshop", "roundtable", "roundtables", "unconference", "discussion", "clinic", "bof"}
)
_INFORMAL = frozenset(
    {
        "informal", "social", "networking", "dinner", "lunch", "breakfast", "brunch", "reception", "drinks", "coffee",
        "party", "mixer", "break", "breaks", "meetup", "apero", "aperitif", "walk", "run", "tour", "barbecue",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def part_of(session: Session) -> SessionPart:
    """Return what a part of an event is good for: its kind says so, else its title where it has no kind."""
    words = set(_WORD.findall((session.kind.strip() or session.title).casefold()))
    if words & _BREAKOUTS:
        return SessionPart.BREAKOUT
    return SessionPart.INFORMAL if words & _INFORMAL else SessionPart.FORMAL


def talkative(gathering: Gathering) -> list[Session]:
    """Return the breakouts and the informal parts, in the order of the event."""
    return [session for session in gathering.sessions if part_of(session) is not SessionPart.FORMAL]


def to_ask_about(gathering: Gathering, *, as_of: datetime) -> list[Session]:
    """Return the parts of a past event of which nobody said whether the owner was there, the talkative ones first."""
    if as_of < gathering.ends_at:
        return []
    unknown = [session for session in gathering.sessions if session.attended is None]
    return sorted(unknown, key=lambda session: part_of(session) is SessionPart.FORMAL)
