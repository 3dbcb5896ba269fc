"""What the owner planned by hand: the rules `follow-up.*`."""

from collections.abc import Mapping
from datetime import date

from comity.coach.days import DAY
from comity.coach.finding import Draft, Finding
from comity.coach.history import HandMadeFollowUp
from comity.coach.situation import Situation
from comity.coach.step import Evidence
from comity.coach.words import Action, AskSize

_ASKS = {
    Action.PROPOSE_CALL: AskSize.SHORT_CALL,
    Action.PROPOSE_MEETING: AskSize.MEETING,
    Action.REQUEST_INTRODUCTION: AskSize.INTRODUCTION,
}


def by_hand(s: Situation) -> Finding | None:
    """A follow-up that the owner made is due: its action, its ask capped by the rules.

    Earlier on its day only what is owed, or an occasion, comes before it: nobody is written to twice a day.
    """
    due = [planned for planned in s.history.follow_ups if planned.due_at <= s.as_of]
    if not due:
        return None
    first = min(due, key=lambda planned: (planned.due_at, planned.id))
    note = f": {first.note.rstrip('.')}" if first.note else ""
    text = f"You planned this for {s.on(first.due_at)}{note}."
    step = Draft(first.action, _planned_ask(first), due_at=first.due_at)
    return Finding("follow-up.by-hand", text, (Evidence("follow_up", first.id, first.due_at),), step)


def spread(day: date, *, load: Mapping[date, int], room: int) -> date:
    """After time away no more follow-ups are due on a day than the owner has room for; the others go on, day by day.

    load: how many are due on each day already. room: the account's `daily_touches`. The answer: the first day from
    `day` on with room.
    """
    while load.get(day, 0) >= room:
        day += DAY
    return day


def _planned_ask(planned: HandMadeFollowUp) -> AskSize:
    """Return what the owner had in mind to ask: what they said, else what the action asks by itself."""
    if planned.ask_size is not AskSize.NONE:
        return planned.ask_size
    return _ASKS.get(planned.action, AskSize.NONE)
