"""Follow-ups as the coach is told of them: what the owner made or moved, and what they put off or left out."""

from typing import Any

from comity.coach.history import HandMadeFollowUp, PutOff
from comity.coach.words import Action, AskSize
from comity.follow_ups.schemas import FollowUpStatus


def by_hand(row: Any) -> HandMadeFollowUp | None:
    """Return an open follow-up that the owner made or moved; None of any other row."""
    if row.status != FollowUpStatus.OPEN or not (row.cause is None or row.is_moved_by_owner):
        return None
    return HandMadeFollowUp(row.id, row.due_at, Action(row.action), row.note, AskSize(row.ask_size), row.cause)


def put_off(row: Any) -> PutOff | None:
    """Return what the owner said of a follow-up that the coach planned; None where they said nothing."""
    if row.cause is None or not row.is_moved_by_owner:
        return None
    until = row.due_at if row.status == FollowUpStatus.OPEN else None
    return PutOff(row.origin, row.cause, Action(row.action), until)
