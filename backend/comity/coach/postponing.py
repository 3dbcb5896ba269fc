"""Until when asks wait for a better time (playbook §4, timing)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from comity.coach.days import DAY, day_at, start_of
from comity.coach.finding import Draft, Finding
from comity.coach.history import BusyPeriod
from comity.coach.place import Place
from comity.coach.rules import timing
from comity.coach.situation import Situation
from comity.coach.step import Evidence
from comity.coach.words import Action

_HOLDING_ASKS = {
    "timing.new-job": timing.new_job,
    "timing.busy-season": timing.busy_season,
    "timing.org-trouble": timing.org_trouble,
    "timing.vacation": timing.vacation,
}


def findings(s: Situation) -> Iterator[Finding]:
    """Yield what holds asks back now, as findings."""
    urgent = s.wish is not None and s.wish.is_urgent
    for rule, period in holding(_place_of(s)):
        away = urgent and rule == "timing.vacation"
        text = _goes_anyway(s, period) if away else waits(s.name, rule, period, s.on(period.last + DAY))
        evidence = Evidence(rule.removeprefix("timing.").replace("-", "_"), s.person.id)
        step = _kind_word(s) if rule == "timing.org-trouble" else None
        yield Finding(rule, text, (evidence,), step)


def postponed_until(s: Situation, step: Draft) -> datetime | None:
    """Return until when timing holds back the ask of a step, there and at the connector's; None where it does not."""
    urgent = is_urgent(s, step)
    places = [_place_of(s)]
    if step.through is not None:
        calendar = step.through.calendar
        places.append(Place(step.through.history, calendar, day_at(s.as_of, calendar.timezone), s.limits))
    ends = [(_asks_wait_until(place, urgent=urgent), place.calendar.timezone) for place in places]
    return max((start_of(day, timezone) for day, timezone in ends if day is not None), default=None)


def holding_back(s: Situation, step: Draft) -> Iterator[Finding]:
    """Yield the timing rules that hold the ask of a step back: at their place, and at the connector's."""
    urgent = is_urgent(s, step)
    yield from (finding for finding in findings(s) if not (urgent and finding.rule == "timing.vacation"))
    if step.through is not None:
        yield from findings(s.at_connector(step.through))


def is_urgent(s: Situation, step: Draft) -> bool:
    """Say whether a step serves a goal that does not wait for vacations."""
    return step.goal_id is not None and s.wish is not None and s.wish.is_urgent


def _place_of(s: Situation) -> Place:
    return Place(s.history, s.circumstances.calendar, s.their_day, s.limits)


def holding(place: Place, *, urgent: bool = False) -> Iterator[tuple[str, BusyPeriod]]:
    """Yield the rules that make asks wait on a day, each with its period. urgent: vacations hold nothing back."""
    for rule, period_of in _HOLDING_ASKS.items():
        period = period_of(place)
        if period is not None and not (urgent and rule == "timing.vacation"):
            yield rule, period


def asks_wait(place: Place, *, urgent: bool = False) -> Iterator[tuple[str, date]]:
    """Yield the rules that hold an ask back from a day on, one after the other, each with the first day after it."""
    day = place.day
    while found := list(holding(replace(place, day=day), urgent=urgent)):
        rule, period = max(found, key=lambda one: one[1].last)
        day = period.last + DAY
        yield rule, day


def _asks_wait_until(place: Place, *, urgent: bool) -> date | None:
    """Return the first day on which no timing rule holds an ask back, or None if none does on the day itself."""
    return max((day for _, day in asks_wait(place, urgent=urgent)), default=None)


def waits(name: str, rule: str, period: BusyPeriod, until: str) -> str:
    """Say why asks of somebody wait, and until which day."""
    because = {
        "timing.new-job": f"{name} is new in a job",
        "timing.busy-season": f"{name} is busy ({period.why or 'their own busy time'})",
        "timing.org-trouble": f"There is trouble where {name} works",
        "timing.vacation": f"{name} is probably away ({period.why})",
    }[rule]
    return f"{because}: asks wait until {until}."


def _goes_anyway(s: Situation, period: BusyPeriod) -> str:
    ends = s.on(period.last)
    return f"{s.name} is probably away until {ends}. Your goal presses, so ask, and say that you know."


def _kind_word(s: Situation) -> Draft | None:
    """Return a kind word without an ask to somebody met whose company is in trouble: once."""
    trouble = s.person.org_trouble_on
    if trouble is None or not s.relationship.met:
        return None
    if s.relationship.has_spoken_since(s.their_midnight(trouble)):
        return None
    return Draft(Action.RECONNECT)
