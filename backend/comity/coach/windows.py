"""When a step goes: moved into their working hours, and open long enough (playbook §4)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from comity.coach import phrases
from comity.coach.days import day_at
from comity.coach.finding import Draft, Finding
from comity.coach.history import PlaceCalendar
from comity.coach.place import is_working_day
from comity.coach.rules import timing
from comity.coach.step import Evidence, Window
from comity.coach.thresholds import Thresholds
from comity.coach.words import Action

PAUSES = frozenset({Action.WAIT, Action.LET_GO})
AT_ONCE = frozenset({Action.ASSESS, Action.PREPARE_MEETING, Action.EVENT_DURING})
_THANKS = frozenset({Action.THANK, Action.EVENT_AFTER})


def window_of(step: Draft, calendar: PlaceCalendar, *, as_of: datetime, limits: Thresholds) -> Window:
    """Return the window of a step at a place."""
    earliest = max(as_of, step.opens_at or as_of).astimezone(UTC)
    if step.action in PAUSES or step.action in AT_ONCE:
        opens = earliest
    else:
        opens = moved(earliest, calendar, limits, on_days_off=step.action is Action.CONGRATULATE)
    usual = _end_of_working_day(opens, calendar, limits, later=limits.window_working_days)
    closes = step.closes_at or usual
    if step.action is Action.CONGRATULATE:  # soon, and never after the occasion
        closes = min(closes, usual)
    if step.action in _THANKS:
        closes = max(closes, _end_of_working_day(opens, calendar, limits, later=0))
    return Window(opens, max(opens, closes), calendar.timezone)


def moved(moment: datetime, calendar: PlaceCalendar, limits: Thresholds, *, on_days_off: bool = False) -> datetime:
    """Return the first moment from `moment` on that lies in their working hours. on_days_off: weekends will do."""
    zone = ZoneInfo(calendar.timezone)
    while True:
        working = moment if on_days_off else timing.holiday(moment, calendar=calendar)
        in_hours = timing.hours(working, zone=zone, limits=limits)
        if in_hours == moment:
            return moment
        moment = in_hours


def findings(
    name: str, calendar: PlaceCalendar, *, action: Action | None = None, as_of: datetime, limits: Thresholds
) -> list[Finding]:
    """Return what keeps a message back at this moment: the hour, or the day, there.

    action: of the step, None where nothing is sent. Congratulations go on the day, whatever day it is.
    """
    zone = ZoneInfo(calendar.timezone)
    local = as_of.astimezone(zone)
    found = []
    evening = timing.hours(as_of, zone=zone, limits=limits)
    if evening > as_of:
        text = f"It is {local:%H:%M} where {name} is; a message goes in their morning."
        found.append(Finding("timing.hours", text, (Evidence("timezone", calendar.timezone),)))
    if timing.holiday(evening, calendar=calendar) > evening:
        day = day_at(evening, calendar.timezone)
        what = calendar.days_off.get(day, "the weekend")
        text = f"{phrases.on(day, local.date())} is {what} where {name} is; {_waits(action)} their next working day."
        found.append(Finding("timing.holiday", text, (Evidence("day", day.isoformat()),)))
    return found


def _waits(action: Action | None) -> str:
    if action is Action.CONGRATULATE:
        return "a congratulation is welcome all the same, anything else waits for"
    return "a message waits for"


def _end_of_working_day(moment: datetime, calendar: PlaceCalendar, limits: Thresholds, *, later: int) -> datetime:
    """Return the end of the working hours, `later` working days after the day of a moment there."""
    day = day_at(moment, calendar.timezone)
    while later > 0:
        day += timedelta(days=1)
        later -= is_working_day(day, calendar)
    return datetime.combine(day, limits.day_closes, ZoneInfo(calendar.timezone)).astimezone(UTC)
