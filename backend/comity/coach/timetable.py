"""When somebody may be approached: the windows that suit, and the days that do not, each with its rule.

Every day is asked about by the rules `timing.*` themselves, so that what is shown here is what a next step obeys.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from comity.coach import phrases
from comity.coach.days import DAY, day_at, start_of
from comity.coach.history import BusyPeriod, History, PlaceCalendar
from comity.coach.place import Place, is_working_day
from comity.coach.postponing import holding, waits
from comity.coach.thresholds import DEFAULTS, Thresholds

HoldsBack = Literal["everything", "asks"]
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time. from_, until: aware instants."""

    from_: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """Days, both inclusive, that do not suit. holds_back: `everything` that is sent, or only `asks`."""

    rule: str
    first: date
    last: date
    why: str
    text: str
    holds_back: HoldsBack

    def stretch(self, timezone: str) -> Stretch:
        """Return the days as a stretch of time in a zone."""
        return Stretch(start_of(self.first, timezone), start_of(self.last + DAY, timezone))


@dataclass(frozen=True, slots=True)
class Suiting:
    """Working hours of one day of theirs. asks: whether asks are welcome too. talk: when both are at work."""

    day: date
    at: Stretch
    asks: bool
    talk: Stretch | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """What suits in a range of time, in the order of time."""

    windows: list[Suiting]
    refused: list[Refused]


@dataclass(frozen=True, slots=True)
class OwnersHours:
    """When the owner talks: their zone and working hours; they may go past midnight."""

    timezone: str
    opens: time = DEFAULTS.day_opens
    closes: time = DEFAULTS.day_closes


def timetable(
    history: History,
    calendar: PlaceCalendar,
    span: Stretch,
    *,
    owner: OwnersHours,
    limits: Thresholds = DEFAULTS,
) -> Timetable:
    """Return the windows of a span of time and the days in it that do not suit.

    calendar: of their place; it must reach over the span. Days and hours are theirs, through changes of the clocks; a
    day that their zone leaves out has no window. Who is not to be contacted has none at all.
    Source: playbook §3, `timing.*`, `contact.do-not`, and §10.
    """
    days = list(_days(span, calendar.timezone))
    if history.person.do_not_contact:
        return Timetable([], [_do_not(history, days)])
    place = Place(history, calendar, days[0], limits)
    waiting = {day: list(holding(replace(place, day=day))) for day in days}
    refused = [*_days_off(history, calendar, days), *_merged(history, waiting)]
    windows = [
        Suiting(day, at, asks=not waiting[day], talk=_both(at, owner))
        for day in days
        if is_working_day(day, calendar) and (at := _working_hours(day, calendar, span, limits)) is not None
    ]
    return Timetable(windows, sorted(refused, key=lambda one: (one.first, one.rule, one.last)))


def _days(span: Stretch, timezone: str) -> Iterator[date]:
    day, last = day_at(span.from_, timezone), day_at(span.until - MOMENT, timezone)
    while day <= last:
        yield day
        day += DAY


def _merged(history: History, waiting: dict[date, list[tuple[str, BusyPeriod]]]) -> list[Refused]:
    """Return each period in which asks wait once, whole, even where the range begins in its midst."""
    name = phrases.first_name(history.person.full_name)
    found = dict.fromkeys(one for day in waiting.values() for one in day)
    return [
        Refused(rule, period.first, period.last, period.why, waits(name, rule, period, _day_after(period)), "asks")
        for rule, period in found
    ]


def _day_after(period: BusyPeriod) -> str:
    return phrases.on(period.last + DAY, period.first)


def _days_off(history: History, calendar: PlaceCalendar, days: list[date]) -> Iterator[Refused]:
    """Yield the weekends and holidays of a range; days that follow each other for one reason are one period."""
    name = phrases.first_name(history.person.full_name)
    for why, same in groupby(days, key=lambda day: _why_off(day, calendar)):
        if why is None:
            continue
        some = list(same)
        text = f"It is {why} where {name} is: a message waits for the next working day."
        yield Refused("timing.holiday", some[0], some[-1], why, text, "everything")


def _why_off(day: date, calendar: PlaceCalendar) -> str | None:
    if is_working_day(day, calendar):
        return None
    return calendar.days_off.get(day, "the weekend")


def _do_not(history: History, days: list[date]) -> Refused:
    text = f"{phrases.first_name(history.person.full_name)} is not to be contacted."
    return Refused("contact.do-not", days[0], days[-1], "do not contact", text, "everything")


def _working_hours(day: date, calendar: PlaceCalendar, span: Stretch, limits: Thresholds) -> Stretch | None:
    """Return what of the working hours of a day lies within a span, or None."""
    at = _hours_of(day, calendar.timezone, limits.day_opens, limits.day_closes)
    return _shared(at, span) if at is not None else None


def _hours_of(day: date, timezone: str, opens: time, closes: time) -> Stretch | None:
    """Return some hours of a day in a zone; None where the zone leaves the day out. They may go past midnight."""
    zone = ZoneInfo(timezone)
    begins = start_of(day, timezone)
    if begins.astimezone(zone).date() != day:
        return None
    ends = day + DAY if closes <= opens else day
    return Stretch(datetime.combine(day, opens, zone), datetime.combine(ends, closes, zone))


def _both(at: Stretch, owner: OwnersHours) -> Stretch | None:
    """Return when both are at work within a window: the longest such time, or None."""
    first = day_at(at.from_, owner.timezone) - DAY
    days = (first + DAY * count for count in range(3))
    hours = (_hours_of(day, owner.timezone, owner.opens, owner.closes) for day in days)
    shared = [both for one in hours if one is not None and (both := _shared(one, at)) is not None]
    return max(shared, key=lambda one: one.until.timestamp() - one.from_.timestamp(), default=None)


def _shared(one: Stretch, other: Stretch) -> Stretch | None:
    from_, until = (
        max(one.from_, other.from_, key=datetime.timestamp),
        min(one.until, other.until, key=datetime.timestamp),
    )
    return Stretch(from_, until) if from_.timestamp() < until.timestamp() else None
