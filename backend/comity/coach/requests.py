"""Introductions from asked to made to thanked, derived from the log (playbook §7).

The playbook has no rule of its own for the thanks after an introduction. We hold that an introduction is a conversation
which the connector began for the owner, so `meeting.next-step` covers it: thanks within 48 hours, and nothing asked,
because a favour has just been done. Any later word to the connector that asks nothing is thanks enough.
"""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import History, LoggedIntroduction
from comity.coach.relationship import AskMade, Relationship
from comity.coach.words import AskOutcome, AskSize, Direction, RequestStatus


@dataclass(frozen=True, slots=True)
class Request:
    """An introduction that the owner asked a connector for, and what became of it. Undone steps are None."""

    interaction_id: str
    connector_id: str
    status: RequestStatus
    asked_at: datetime
    answered_at: datetime | None = None
    made_at: datetime | None = None
    thanked_at: datetime | None = None


def thanked_at(history: History, made_at: datetime, as_of: datetime) -> datetime | None:
    """Return when the owner first said a word after a favour that asked for nothing, or spoke with them."""
    words = [
        touch.occurred_at
        for touch in history.touches
        if made_at < touch.occurred_at <= as_of
        and touch.direction is not Direction.INBOUND
        and touch.ask_size is AskSize.NONE
    ]
    return min(words, default=None)


def request_of(
    entry: LoggedIntroduction,
    history: History,
    relationship: Relationship,
    made: datetime | None,
) -> Request:
    """Return what became of an ask to one connector. made: when they introduced the owner."""
    ask = next((one for one in relationship.asks if one.touch.id == entry.id), None)
    thanks = thanked_at(history, made, relationship.as_of) if made else None
    return Request(
        interaction_id=entry.id,
        connector_id=history.person.id,
        status=_status(ask, made, thanks),
        asked_at=entry.at,
        answered_at=ask.settled_at if ask and ask.settled_at > entry.at else None,
        made_at=made,
        thanked_at=thanks,
    )


def _status(ask: AskMade | None, made: datetime | None, thanks: datetime | None) -> RequestStatus:
    if made is not None:
        return RequestStatus.MADE if thanks is None else RequestStatus.THANKED
    if ask is None or ask.is_open:
        return RequestStatus.ASKED
    if ask.outcome is AskOutcome.GRANTED:
        return RequestStatus.GRANTED
    if ask.outcome is AskOutcome.DECLINED:
        return RequestStatus.DECLINED
    answered = ask.settled_at > ask.touch.occurred_at
    return RequestStatus.ANSWERED if answered else RequestStatus.UNANSWERED
