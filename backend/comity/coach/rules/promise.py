"""Promises against deeds: the rules `promise.*`."""

from datetime import timedelta

from comity.coach.finding import Draft, Finding
from comity.coach.promises import PromiseState
from comity.coach.situation import Situation
from comity.coach.step import Evidence
from comity.coach.words import Action, Party, PromiseStatus


def mine(s: Situation) -> Finding | None:
    """My promise is due within 2 days or overdue: `deliver_promise` before anything else with this person."""
    soon = s.today + timedelta(days=s.limits.promise_ahead_days)
    due = [state for state in _open(s, Party.ME) if state.due_on <= soon]
    if not due:
        return None
    first = min(due, key=lambda state: state.due_on)
    text = f"You promised {s.name}: {_deed(first)}. It {s.say('is', first.due_on)} due on {s.on(first.due_on)}."
    step = Draft(Action.DELIVER_PROMISE, due_at=s.owners_midnight(first.due_on + timedelta(days=1)))
    return Finding("promise.mine", text, _evidence(due), step)


def theirs(s: Situation) -> Finding | None:
    """Their promise is overdue by 7 days (14 after it was made where no date was given): `check_promise`, once."""
    overdue = [state for state in _unchecked(s) if state.check_on is not None and state.check_on <= s.today]
    if not overdue:
        return None
    first = overdue[0]
    text = (
        f"{s.name} promised: {_deed(first)}. It was due on {s.on(first.due_on)}. "
        "Ask once, lightly, and leave them a way out."
    )
    return Finding("promise.theirs", text, _evidence(overdue), Draft(Action.CHECK_PROMISE))


def keep_the_ball(s: Situation) -> Finding | None:
    """A promise of theirs is open: a caution with the day of the check, and another way to the same goal."""
    still_open = _open(s, Party.THEM)
    if not still_open:
        return None
    first = still_open[0]
    text = f"{s.name} promised: {_deed(first)}. {_check_day(s, first)} Meanwhile {_other_way(s)}"
    return Finding("promise.keep-the-ball", text, _evidence(still_open))


def lapsed(s: Situation) -> Finding | None:
    """No deed 14 days after the check: the promise has lapsed, there is no further nudge.

    The caution stands as long as the lapse weighs on trust.
    """
    memory = s.as_of - timedelta(days=s.limits.lapse_memory_days)
    gone = [p for p in s.relationship.promises if p.lapsed_at is not None and p.lapsed_at > memory]
    if not gone:
        return None
    last = gone[-1]
    text = f"Nothing came of what {s.name} promised ({_deed(last)}). Count on another way, and do not ask again."
    return Finding("promise.lapsed", text, _evidence(gone))


def _open(s: Situation, by: Party) -> list[PromiseState]:
    return [p for p in s.relationship.promises if p.promise.by is by and p.status is PromiseStatus.OPEN]


def _unchecked(s: Situation) -> list[PromiseState]:
    return [state for state in _open(s, Party.THEM) if state.checked_at is None]


def _deed(state: PromiseState) -> str:
    return state.promise.what.rstrip(". ")


def _check_day(s: Situation, state: PromiseState) -> str:
    if state.checked_at is not None:
        return f"You asked on {s.on(state.checked_at)}; do not ask again."
    if state.check_on is None or state.check_on <= s.today:
        return "You may ask once, now."
    return f"Do not ask before {s.on(state.check_on)}."


def _other_way(s: Situation) -> str:
    """Return a way to the same goal that does not depend on them."""
    if s.goals:
        return f'look for somebody else who can help with "{s.goals[0].title}".'
    return "try one more way of your own, so that nothing depends on it."


def _evidence(states: list[PromiseState]) -> tuple[Evidence, ...]:
    return tuple(Evidence("promise", state.promise.id, state.promise.made_at) for state in states)
