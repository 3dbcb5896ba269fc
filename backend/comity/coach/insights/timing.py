"""Messages as they were timed: sent when a timing rule held them back (mistake 5)."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from comity.coach import goals
from comity.coach.days import DAY
from comity.coach.history import Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.place import Place, is_working_day
from comity.coach.rules import timing
from comity.coach.step import evidence_of
from comity.coach.touches import WRITTEN
from comity.coach.words import AskSize, Direction, Mistake, Purpose, Urgency

_HOLDING_ASKS = {
    "timing.new-job": (timing.new_job, "was new in a job"),
    "timing.busy-season": (timing.busy_season, "was in a busy time"),
    "timing.org-trouble": (timing.org_trouble, "had trouble at work"),
    "timing.vacation": (timing.vacation, "was probably away"),
}


def badly_timed(past: Past) -> Iterator[Moment]:
    """Yield each email or message of the owner's, and whether it went outside working time there, or asked too early.

    Two things are no mistake: to congratulate on a weekend, and to answer on the day on which they wrote themselves:
    whoever writes in the evening reads in the evening.
    """
    zone = ZoneInfo(past.circumstances.calendar.timezone)
    wrote_on: date | None = None
    first = bisect_right(past.touches, past.since - DAY, key=lambda touch: touch.occurred_at)
    for touch in past.touches[first:]:
        local = touch.occurred_at.astimezone(zone)
        if touch.direction is Direction.INBOUND:
            wrote_on = local.date()
        elif touch.direction is Direction.OUTBOUND and touch.kind in WRITTEN and past.covers(touch.occurred_at):
            rule, text = _broken(past, touch, local, answers=wrote_on == local.date())
            yield Moment(
                Mistake.NOT_TAILORING,
                rule,
                touch.occurred_at,
                bool(text),
                past.person.id,
                evidence_of(touch),
                text,
            )


def _broken(past: Past, touch: Touch, local: datetime, *, answers: bool) -> tuple[str, str]:
    """Return the first timing rule that stood against a message, and what was wrong; no text where nothing was."""
    if not answers:
        calendar, limits = past.circumstances.calendar, past.limits
        if not is_working_day(local.date(), calendar) and touch.purpose is not Purpose.CONGRATULATION:
            what = calendar.days_off.get(local.date(), "the weekend")
            return "timing.holiday", f"You wrote to {past.name} on {past.on(touch.occurred_at)}: {what} there."
        if not limits.day_opens <= local.time() < limits.day_closes:
            when = f"{local:%H:%M} on {past.on(touch.occurred_at)}"
            return "timing.hours", f"You wrote to {past.name} when it was {when} there."
    if touch.ask_size is not AskSize.NONE:
        for rule, what in _holding(past, local.date()):
            return rule, f"You asked {past.name} for something on {past.on(touch.occurred_at)}: {past.name} {what}."
    return "timing.hours", ""


def _holding(past: Past, day: date) -> Iterator[tuple[str, str]]:
    """Yield the rules that made asks wait on a day of theirs."""
    place = Place(past.history, past.circumstances.calendar, day, past.limits)
    for rule, (period_of, what) in _HOLDING_ASKS.items():
        if period_of(place) is not None and not (rule == "timing.vacation" and _is_urgent(past, day)):
            yield rule, what


def _is_urgent(past: Past, day: date) -> bool:
    """Say whether a goal that does not wait for vacations concerned them."""
    concerning = goals.concerning(past.person, past.circumstances.goals, today=day)
    return any(goal.urgency is Urgency.HIGH for goal in concerning)
