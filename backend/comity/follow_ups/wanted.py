"""When a follow-up is wanted: at an instant, at a date in words, or one interval after the last contact."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.coach import seasons
from comity.coach.history import BusyPeriod, Gathering, Owner, PlaceCalendar
from comity.coach.recurrence import after_contact
from comity.coach.spoken.moments import Around, NotUnderstood, Understood, read_moment
from comity.coach.words import Anchor
from comity.contacts.models import Contact
from comity.errors import Refused
from comity.events.models import Event
from comity.follow_ups import series
from comity.follow_ups.moving import both_of, owner_of, person_of
from comity.follow_ups.schemas import Recurrence

MOST_EVENTS = 200  # nobody knows more of them ahead
VACATIONS_WITHIN = timedelta(days=366)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


class DateNotUnderstood(Refused):
    """This date was not understood."""


class NoDate(Refused):
    """A follow-up needs `due_at` or `due`, and not both; only what recurs after the last contact needs neither."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """When, and how a date in words was read."""

    at: datetime
    understood: str | None = None


def when_wanted(
    session: Session,
    contact: Contact,
    *,
    due_at: datetime | None,
    due: str | None,
    recurrence: Recurrence | None,
    now: datetime,
    pointer: str = "/due",
) -> Wanted:
    """Return when a follow-up is wanted. pointer: where the words stand.

    Raises DateNotUnderstood, NoDate.
    """
    if due is not None and due_at is None:
        understood = read(session, due, account_id=contact.account_id, contact=contact, now=now, pointer=pointer)
        return Wanted(understood.at, understood.says)
    if due_at is not None and due is None:
        return Wanted(due_at)
    if due is not None or recurrence is None or recurrence.anchor is not Anchor.LAST_CONTACT:
        raise NoDate(pointer="/due_at")
    return Wanted(_after_last_contact(session, contact, recurrence, now))


def read(
    session: Session, text: str, *, account_id: str, contact: Contact | None, now: datetime, pointer: str
) -> Understood:
    """Read a date in words, in the owner's zone.

    Raises DateNotUnderstood.
    """
    owner = owner_of(session, account_id)
    around = Around(
        now=now,
        timezone=owner.timezone,
        name=contact.full_name if contact else "",
        vacation_after=(lambda day: _next_vacation(contact, owner, day)) if contact else None,
        events=_events(session, account_id, now),
    )
    try:
        understood = read_moment(text, around)
    except (NotUnderstood, OverflowError) as refused:
        raise DateNotUnderstood(str(refused), pointer=pointer) from None
    if understood.at >= LATEST:
        raise DateNotUnderstood("That is too far ahead.", pointer=pointer)
    return understood


def _after_last_contact(session: Session, contact: Contact, recurrence: Recurrence, now: datetime) -> datetime:
    """Return one interval after the last real contact, else after now, in the owner's morning; never in the past."""
    owner = owner_of(session, contact.account_id)
    met = series.last_met(session, account_id=contact.account_id, contact_ids=[contact.id], now=now)
    rhythm = series.recurrence_of(recurrence.model_dump(mode="json"))
    morning = _morning(now, owner)
    wanted = after_contact(met.get(contact.id, now), rhythm, at=morning, timezone=owner.timezone)
    if wanted is None:
        raise NoDate(pointer="/recurrence")
    return max(wanted, now)


def _morning(moment: datetime, owner: Owner) -> datetime:
    return moment.astimezone(ZoneInfo(owner.timezone)).replace(hour=9, minute=0, second=0, microsecond=0)


def _next_vacation(contact: Contact, owner: Owner, day: date) -> BusyPeriod | None:
    """Return their next vacation: a period of their own that is not over, else the common season at their place."""
    own = [period for period in person_of(contact).busy_periods if period.last >= day]
    calendar = both_of(contact, owner, around=day).calendar
    periods = own or _seasons(day, calendar)
    return min(periods, key=lambda period: (period.first, period.last), default=None)


def _seasons(day: date, calendar: PlaceCalendar) -> list[BusyPeriod]:
    ahead = seasons.periods(day, None, calendar)
    return [period for period in ahead if period.last >= day and period.first <= day + VACATIONS_WITHIN]


def _events(session: Session, account_id: str, now: datetime) -> tuple[Gathering, ...]:
    query = (
        select(Event.id, Event.name, Event.starts_at, Event.ends_at)
        .where(Event.account_id == account_id, Event.ends_at >= now, Event.attending.is_(True))
        .order_by(Event.starts_at)
        .limit(MOST_EVENTS)
    )
    return tuple(Gathering(row.id, row.name, row.starts_at, row.ends_at) for row in session.execute(query))
