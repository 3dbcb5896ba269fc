"""When a touch would be welcome: the rules `timing.*`."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from comity.coach import seasons
from comity.coach.days import DAY, day_at, start_of
from comity.coach.history import BusyPeriod, DailyHours, Owner, PlaceCalendar
from comity.coach.place import Place, is_working_day
from comity.coach.thresholds import DEFAULTS, Thresholds


def new_job(place: Place) -> BusyPeriod | None:
    """They started a job within 60 days: asks wait."""
    return _days_from(place.history.person.job_started_on, place.limits.new_job_days, place.day, "the new job")


def busy_season(place: Place) -> BusyPeriod | None:
    """Their own busy period, else their field's: asks wait until it ends."""
    person = place.history.person
    if person.busy_periods:
        own = [period for period in person.busy_periods if period.first <= place.day <= period.last]
        return max(own, key=lambda period: period.last, default=None)
    zone = place.calendar.timezone
    events = [day_at(gathering.starts_at, zone) for gathering in place.history.gatherings]
    return seasons.busy(place.day, person.field, place.calendar, events)


def org_trouble(place: Place) -> BusyPeriod | None:
    """Layoffs, crisis or an acquisition were noted within 90 days: asks wait."""
    return _days_from(place.history.person.org_trouble_on, place.limits.trouble_days, place.day, "the trouble at work")


def vacation(place: Place) -> BusyPeriod | None:
    """A common vacation season at their place: asks wait; those of a goal with urgency `high` go, and say so."""
    return seasons.vacation(place.day, place.calendar)


def hours(moment: datetime, *, zone: ZoneInfo, limits: Thresholds = DEFAULTS) -> datetime:
    """Return `moment`, or the next morning of a person living in `zone`.

    moment: aware. The answer: UTC, never earlier than `moment`.
    Raises ValueError if `moment` is naive.
    Weekends and holidays are `timing.holiday`'s. Source: playbook §3, `timing.hours`.
    """
    if moment.tzinfo is None:
        raise ValueError(f"naive moment: {moment}")
    local = moment.astimezone(zone)
    opens = datetime.combine(local.date(), limits.day_opens, zone)
    if local.time() >= limits.day_closes:
        opens = datetime.combine(local.date() + timedelta(days=1), limits.day_opens, zone)
    return max(local, opens).astimezone(UTC)


def holiday(moment: datetime, *, calendar: PlaceCalendar) -> datetime:
    """Return `moment`, or the beginning of the next day at their place that is no weekend and no holiday.

    moment: aware. The answer: UTC, never earlier than `moment`. Source: playbook §3, `timing.holiday`.
    """
    day = day_at(moment, calendar.timezone)
    if is_working_day(day, calendar):
        return moment.astimezone(UTC)
    while not is_working_day(day, calendar):
        day += timedelta(days=1)
    return start_of(day, calendar.timezone)


def away(moment: datetime, *, owner: Owner) -> datetime:
    """Return `moment`, or the beginning of the owner's first day back: while they are away, follow-ups wait.

    moment: aware. The answer: UTC, never earlier than `moment`. The days are the owner's.
    """
    first = day = day_at(moment, owner.timezone)
    while periods := [period for period in owner.busy_periods if period.first <= day <= period.last]:
        day = max(period.last for period in periods) + DAY
    return moment.astimezone(UTC) if day == first else start_of(day, owner.timezone)


def quiet_hours(moment: datetime, *, owner: Owner) -> datetime:
    """Return `moment`, or the end of the owner's quiet hours: they are reminded of nobody then.

    moment: aware. The answer: UTC, never earlier than `moment`. Where the contact's whole working day lies in the
    owner's quiet hours, the contact's day wins (see `welcome.py`).
    """
    if owner.quiet_hours is None:
        return moment.astimezone(UTC)
    quiet = (hours for hours in _around(moment, owner.quiet_hours, owner.timezone) if hours[0] <= moment < hours[1])
    return max((closes for _, closes in quiet), default=moment.astimezone(UTC))


def own_hours(moment: datetime, *, owner: Owner) -> datetime:
    """Return `moment`, or the next beginning of the working hours that the owner set.

    moment: aware. The answer: UTC, never earlier than `moment`. Where the two have no working hour in common, the
    contact's day wins (see `welcome.py`).
    """
    if owner.working_hours is None:
        return moment.astimezone(UTC)
    ahead = (
        max(moment.astimezone(UTC), opens)
        for opens, closes in _around(moment, owner.working_hours, owner.timezone)
        if moment < closes
    )
    return min(ahead)


def _around(moment: datetime, hours: DailyHours, timezone: str) -> list[tuple[datetime, datetime]]:
    """Return when some hours begin and end on the days around a moment, in UTC, whatever the clocks do."""
    zone, day = ZoneInfo(timezone), day_at(moment, timezone)
    longer = DAY if hours.closes <= hours.opens else timedelta()
    return [
        (
            datetime.combine(one, hours.opens, zone).astimezone(UTC),
            datetime.combine(one + longer, hours.closes, zone).astimezone(UTC),
        )
        for one in (day - DAY, day, day + DAY, day + 2 * DAY)
    ]


def _days_from(start: date | None, count: int, day: date, why: str) -> BusyPeriod | None:
    """Return the days from `start` on that are within so many days of it, the last one included."""
    if start is None or not start <= day <= start + timedelta(days=count):
        return None
    return BusyPeriod(start, start + timedelta(days=count), why)
