"""The days of a place, from well-kept libraries (playbook §10)."""

from collections.abc import Iterable
from datetime import date

from comity.coach.history import PlaceCalendar


def calendar_for(
    *, country: str | None, observances: Iterable[str], timezone: str | None, owner_timezone: str, around: date
) -> PlaceCalendar:
    """Return the zone, weekend and days off of a place, one year each side of `around`."""
    raise NotImplementedError
