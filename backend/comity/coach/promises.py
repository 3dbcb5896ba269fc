"""Promises against deeds (playbook §1 and §3, `promise.*`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from comity.coach.days import day_at, start_of
from comity.coach.history import Promise, Touch
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Direction, Party, PromiseStatus, Purpose


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A promise as it stands at one instant.

    due_on: given, or derived; a day of the owner's. check_on: the day from which theirs may be checked.
    checked_at: when the owner asked after it. lapsed_at: when hope ended.
    """

    promise: Promise
    status: PromiseStatus
    due_on: date
    check_on: date | None = None
    checked_at: datetime | None = None
    lapsed_at: datetime | None = None


def status_of(
    promise: Promise, touches: Iterable[Touch], as_of: datetime, *, timezone: str = "UTC", limits: Thresholds = DEFAULTS
) -> PromiseStatus:
    """Return the status as it stood at `as_of`; `lapsed` is derived from the check that brought no deed."""
    checks = sorted(touch.occurred_at for touch in touches if is_check(touch) and touch.occurred_at <= as_of)
    return state_of(promise, checks, as_of=as_of, timezone=timezone, limits=limits).status


def is_check(touch: Touch) -> bool:
    """Say whether the owner asked after promises with this touch: it asks after all that are open."""
    return touch.purpose is Purpose.PROMISE_CHECK and touch.direction is not Direction.INBOUND


def state_of(
    promise: Promise, checks: Sequence[datetime], *, as_of: datetime, timezone: str, limits: Thresholds
) -> PromiseState:
    """Return how a promise stands at `as_of`. checks: when the owner asked after promises, in time order."""
    made_on = day_at(promise.made_at, timezone)
    settled = promise.resolved_at is None or promise.resolved_at <= as_of
    status = promise.status if settled and promise.status is not PromiseStatus.LAPSED else PromiseStatus.OPEN
    if promise.by is Party.ME:
        return PromiseState(promise, status, promise.due_on or made_on + timedelta(days=limits.promise_mine_days))
    check_on = made_on + timedelta(days=limits.promise_theirs_days)
    if promise.due_on is not None:
        check_on = promise.due_on + timedelta(days=limits.promise_grace_days)
    due_on = promise.due_on or check_on
    checked_at = next((check for check in checks if check >= promise.made_at), None)
    lapsed_at = _lapse(checked_at, check_on, timezone, limits)
    if status is not PromiseStatus.OPEN or lapsed_at is None or lapsed_at > as_of:
        return PromiseState(promise, status, due_on, check_on, checked_at)
    return PromiseState(promise, PromiseStatus.LAPSED, due_on, check_on, checked_at, lapsed_at)


def _lapse(checked_at: datetime | None, check_on: date, timezone: str, limits: Thresholds) -> datetime | None:
    """Return when hope ends: a fortnight after the check, but never before the promise was overdue at all.

    A check that came early covers the promise too, because nobody is asked twice.
    """
    if checked_at is None:
        return None
    return max(checked_at + timedelta(days=limits.check_waits_days), start_of(check_on, timezone))
