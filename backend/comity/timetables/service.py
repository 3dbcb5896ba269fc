"""Gathers what the timetable of one contact rests on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from comity.accounts.service import get_account
from comity.coach.days import start_of
from comity.coach.thresholds import DEFAULTS
from comity.coach.timetable import OwnersHours, Stretch, Timetable, timetable
from comity.contacts.service import ContactNotFound
from comity.errors import Refused
from comity.relationships.gathering import Gathered

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = timedelta(days=6 * 366)  # from now: as far as an instant may be asked about, and a range more
LONGEST = timedelta(days=400)  # a year and the weeks around it
USUAL = timedelta(days=28)  # four weeks: as far as people plan a first talk


When = datetime | date


class RangeRefused(Refused):
    """A range of time must end after it begins, within 400 days, and lie between 1970 and six years from now."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A timetable, of which span, and in which zones."""

    timetable: Timetable
    span: Stretch
    timezone: str
    owner: OwnersHours


def plan(
    session: Session, *, account_id: str, contact_id: str, from_: When, until: When | None, now: datetime
) -> Planned:
    """Return when a contact may be approached. A day stands for its beginning or, as the end, for all of it.

    Raises ContactNotFound, RangeRefused.
    """
    roughly = _span(from_, until, "UTC", now)
    middle = roughly.from_ + (roughly.until - roughly.from_) / 2  # from here calendars reach over the whole range
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=middle)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    history = gathered.histories[contact_id]
    calendar = gathered.calendar(history.person)
    span = _span(from_, until, calendar.timezone, now)
    owner = _hours_of_owner(session, account_id)
    return Planned(timetable(history, calendar, span, owner=owner), span, calendar.timezone, owner)


def _span(from_: When, until: When | None, timezone: str, now: datetime) -> Stretch:
    begins = _instant(from_, timezone)
    ends = _instant(until, timezone, whole=True) if until is not None else begins + USUAL
    if not EARLIEST <= begins < ends <= min(begins + LONGEST, now + LATEST):
        raise RangeRefused(pointer="query/until")
    return Stretch(begins, ends)


def _instant(when: When, timezone: str, *, whole: bool = False) -> datetime:
    if isinstance(when, datetime):
        return when
    return start_of(when + timedelta(days=whole), timezone)


def _hours_of_owner(session: Session, account_id: str) -> OwnersHours:
    account = get_account(session, account_id)
    hours = account.working_hours
    if hours is None:
        return OwnersHours(account.timezone, DEFAULTS.day_opens, DEFAULTS.day_closes)
    return OwnersHours(account.timezone, time.fromisoformat(hours["from"]), time.fromisoformat(hours["until"]))
