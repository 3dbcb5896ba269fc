"""When a touch would be welcome: the rules `timing.*`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from comity.coach import phrases, seasons
from comity.coach.days import day_at, start_of
from comity.coach.finding import Draft, Finding
from comity.coach.history import BusyPeriod, History, PlaceCalendar
from comity.coach.situation import Situation
from comity.coach.step import Evidence
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action


@dataclass(frozen=True, slots=True)
class Place:
    """One person on one day of theirs."""

    history: History
    calendar: PlaceCalendar
    day: date
    limits: Thresholds


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


def is_working_day(day: date, calendar: PlaceCalendar) -> bool:
    """Say whether a day is neither weekend nor holiday at a place."""
    return day.isoweekday() not in calendar.weekend and day not in calendar.days_off


_HOLDING_ASKS = {
    "timing.new-job": new_job,
    "timing.busy-season": busy_season,
    "timing.org-trouble": org_trouble,
    "timing.vacation": vacation,
}


def holding(place: Place, *, urgent: bool = False) -> Iterator[tuple[str, BusyPeriod]]:
    """Yield the rules that make asks wait on a day, each with its period. urgent: vacations hold nothing back."""
    for rule, period_of in _HOLDING_ASKS.items():
        period = period_of(place)
        if period is not None and not (urgent and rule == "timing.vacation"):
            yield rule, period


def asks_wait_until(place: Place, *, urgent: bool = False) -> date | None:
    """Return the first day on which no timing rule holds an ask back, or None if none does on the day itself."""
    day = place.day
    while periods := [p for _, p in holding(Place(place.history, place.calendar, day, place.limits), urgent=urgent)]:
        day = max(period.last for period in periods) + timedelta(days=1)
    return None if day == place.day else day


def place_of(s: Situation) -> Place:
    """Return the contact's place on their day."""
    return Place(s.history, s.circumstances.calendar, s.their_day, s.limits)


def findings(s: Situation) -> Iterator[Finding]:
    """Yield what holds asks back now, as findings."""
    urgent = s.wish is not None and s.wish.is_urgent
    for rule, period in holding(place_of(s)):
        ends = phrases.on(period.last, s.as_of)
        text = f"{s.name} is in {period.why or 'a busy time'} until {ends}; asks wait until then."
        if urgent and rule == "timing.vacation":
            text = f"{s.name} is probably away until {ends}. Your goal presses, so ask, and say that you know."
        until = s.their_midnight(period.last + timedelta(days=1))
        step = kind_word(s) if rule == "timing.org-trouble" else None
        yield Finding(rule, text, (Evidence(rule.replace("timing.", "").replace("-", "_"), s.person.id),), step, until)


def kind_word(s: Situation) -> Draft | None:
    """Return a kind word without an ask to somebody met whose company is in trouble: once."""
    trouble = s.person.org_trouble_on
    if trouble is None or not s.relationship.met:
        return None
    noted_at = s.their_midnight(trouble)
    if any(touch.occurred_at >= noted_at for touch in s.relationship.outbound):
        return None
    return Draft(Action.RECONNECT)


def _days_from(start: date | None, count: int, day: date, why: str) -> BusyPeriod | None:
    if start is None or not start <= day < start + timedelta(days=count):
        return None
    return BusyPeriod(start, start + timedelta(days=count - 1), why)
