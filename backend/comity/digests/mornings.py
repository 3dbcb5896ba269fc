"""When a digest is due: at the hour the owner chose, on each of their days, outside their quiet hours."""

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import count
from zoneinfo import ZoneInfo

from comity.coach.days import DAY, day_at
from comity.coach.history import Owner
from comity.coach.rules.timing import quiet_hours


def next_morning(after: datetime, *, digest_at: str, owner: Owner) -> datetime:
    """Return the first moment after this one at which a digest is due, in UTC.

    An hour that a spring night leaves out is the one after it; of one that an autumn night has twice it is the first.
    """
    return next(moment for moment in _mornings(after, digest_at, owner) if moment > after)


def day_due(now: datetime, *, digest_at: str, owner: Owner) -> date | None:
    """Return for which of the owner's days a digest is due by now, if for any.

    One that is so late that the next one is nearer, after an outage, is left out: the next one holds it too. So is one
    for a day on which the owner is away.
    """
    last = max(moment for moment in _until(now, digest_at, owner))
    if now - last > next_morning(now, digest_at=digest_at, owner=owner) - now:
        return None
    day = day_at(last, owner.timezone)
    return None if any(away.first <= day <= away.last for away in owner.busy_periods) else day


def _until(now: datetime, digest_at: str, owner: Owner) -> Iterator[datetime]:
    for moment in _mornings(now, digest_at, owner):
        if moment > now:
            return
        yield moment


def _mornings(around: datetime, digest_at: str, owner: Owner) -> Iterator[datetime]:
    """Yield the moments of digests from two days before on."""
    zone, at, day = ZoneInfo(owner.timezone), time.fromisoformat(digest_at), day_at(around, owner.timezone)
    for ahead in count(-2):
        yield quiet_hours(datetime.combine(day + ahead * DAY, at, zone), owner=owner)
