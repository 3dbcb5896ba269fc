"""When a step could become another one: every instant at which a rule may begin or cease to hold."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from math import log2

from comity.coach import seasons
from comity.coach.days import DAY, day_at, in_year
from comity.coach.decide import findings, proposals
from comity.coach.history import Touch
from comity.coach.intervals import last_word_at
from comity.coach.responsiveness import responsiveness_of, rungs_above
from comity.coach.situation import Situation, situate
from comity.coach.thresholds import Thresholds
from comity.coach.words import TrustStage

_MOMENT = timedelta(seconds=1)  # either side of an instant that was computed from logarithms
_LOOKS_AHEAD = 200  # instants: a bound for the search


def first_change(s: Situation) -> datetime | None:
    """Return the first instant at which a situation without any step gets one, None if none is in sight."""
    for _ in range(_LOOKS_AHEAD):
        instant = next_instant(s)
        if instant is None:
            return None
        s = situate(s.history, s.circumstances, as_of=instant, want=s.want, limits=s.limits)
        if proposals(s, findings(s)):
            return instant
    return None


def next_instant(s: Situation) -> datetime | None:
    """Return the first instant ahead at which any rule may begin or cease to hold, None if there is none.

    It may come too early, because a rule can begin to hold behind another one, but never too late.
    """
    return min((instant for instant in _instants(s) if instant > s.as_of), default=None)


def _instants(s: Situation) -> Iterator[datetime]:
    """Yield the instants around which rules change, those of the past among them."""
    yield from _of_the_log(s)
    yield from _of_promises(s)
    yield from _of_fading(s)
    yield from _of_plans(s)
    yield from (s.their_midnight(day) for day in _days_of_facts(s))
    yield from (s.their_midnight(day) for day in _days_of_seasons(s))
    if s.relationship.behind_wall:
        connectors = {connector.history.person.id: connector for connector in s.circumstances.connectors}
        for connector in connectors.values():
            yield from _instants(s.at_connector(connector))


def _of_the_log(s: Situation) -> Iterator[datetime]:
    """Yield what the age of a touch can change: windows, rests, asks, memories."""
    limits, r = s.limits, s.relationship
    for touch in s.history.touches:
        if touch.occurred_at > s.as_of:
            yield touch.occurred_at
            yield touch.occurred_at - timedelta(days=limits.prepare_days)
        elif touch.imported:
            yield touch.occurred_at + timedelta(days=limits.import_expects_days)
    stop = limits.second_silence_days
    silence = (limits.silence_days, stop, stop + limits.doubt_days, stop + limits.let_go_days)
    unheard = [touch for touch in r.outbound if r.last_word_at is None or touch.occurred_at >= r.last_word_at]
    yield from _after(unheard, *silence, limits.follow_up_until_days, limits.answer_within_days, limits.pressing_days)
    yield from _after(r.outbound[-1:], limits.cooling_days)
    yield from _after([made.touch for made in r.asks], *_ask_spans(limits))
    noes = (limits.no_memory_days, limits.smaller_ask_days)
    yield from (made.settled_at + timedelta(days=age) for made in r.asks for age in noes)
    yield from _after(r.conversations, limits.assess_days, limits.thank_days, limits.reference_days)
    shown = [r.last_assessed] if r.last_assessed else []
    yield from _after(shown, limits.engaged_days, limits.disinterest_days, limits.bad_day_days)
    yield from _after(r.owed, limits.reply_days)


def _after(touches: Iterable[Touch], *ages: int) -> Iterator[datetime]:
    """Yield when each touch reaches each age in days."""
    return (touch.occurred_at + timedelta(days=age) for touch in touches for age in ages)


def _ask_spans(limits: Thresholds) -> tuple[int, ...]:
    return (
        limits.open_ask_days,
        limits.big_ask_rest_days,
        limits.granted_memory_days,
        limits.connector_rest_days,
    )


def _of_promises(s: Situation) -> Iterator[datetime]:
    """Yield when promises are made, fall due, may be checked, lapse, are kept, and when a lapse is forgotten."""
    for promise in s.history.promises:
        yield promise.made_at
        if promise.resolved_at is not None:
            yield promise.resolved_at
    for state in s.relationship.promises:
        yield s.owners_midnight(state.due_on - timedelta(days=s.limits.promise_ahead_days))
        if state.check_on is not None:
            yield s.owners_midnight(state.check_on)
        if state.checked_at is not None:
            yield state.checked_at + timedelta(days=s.limits.check_waits_days)
        if state.lapsed_at is not None:
            yield state.lapsed_at + timedelta(days=s.limits.lapse_memory_days)


def _of_fading(s: Situation) -> Iterator[datetime]:
    """Yield when warmth, the effective stage, the balance or the chance of an answer cross a threshold."""
    r, limits = s.relationship, s.limits
    proofs = [moment for moment in (r.last_reciprocated_at, r.last_met_at) if moment is not None]
    lost = range(limits.dormant_half_lives + 1, limits.dormant_half_lives + len(TrustStage) + 1)
    warm = (-log2(limits.warmth_target), -log2(limits.share_from_warmth))
    for proof in proofs:
        for half_lives in (*warm, *lost):
            yield from _around(proof + timedelta(days=half_lives * r.half_life_days))
        yield proof + timedelta(days=limits.cooling_days)
    owing = r.reciprocity - r.fresh_gives
    if owing < limits.owing:
        yield from _around(s.as_of + timedelta(days=limits.memory_half_life_days * log2(owing / limits.owing)))
    yield from (at + timedelta(days=limits.give_rest_days) for at in r.gives_at)
    yield from _of_doubt(s)


def _of_doubt(s: Situation) -> Iterator[datetime]:
    """Yield when the chance of an answer crosses the line that grants the benefit of the doubt.

    All evidence fades by one factor d, so the chance is (prior + A d) / (strength + N d), which meets the line once.
    """
    r, limits = s.relationship, s.limits
    if r.stopped_at is None:
        return
    rungs = rungs_above(s.person.seniority, s.circumstances.owner.seniority)
    prior = responsiveness_of((), stage=r.trust_stage, rungs=rungs, as_of=s.as_of, limits=limits)
    answered = r.responsiveness.alpha - prior.alpha
    asked = answered + r.responsiveness.beta - prior.beta
    line = limits.doubt_responsiveness
    slope = answered - line * asked
    factor = (line * limits.prior_strength - prior.alpha) / slope if slope else 0.0
    if 0 < factor < 1:
        yield from _around(s.as_of + timedelta(days=-log2(factor) * limits.memory_half_life_days))


def _around(instant: datetime) -> tuple[datetime, datetime]:
    return instant - _MOMENT, instant + _MOMENT


def _of_plans(s: Situation) -> Iterator[datetime]:
    """Yield when events, follow-ups, connections and goals begin or end."""
    for gathering in s.history.gatherings:
        yield gathering.starts_at - timedelta(days=s.limits.event_ahead_days)
        yield gathering.starts_at
        yield gathering.ends_at
        yield gathering.ends_at + timedelta(days=s.limits.event_behind_days)
    last = last_word_at(s.history, s.as_of)
    if s.person.keep_in_touch is not None and last is not None:
        interval = s.person.keep_in_touch
        yield from (last + timedelta(days=days) for days in (interval.ideal_days, interval.longest_days))
    for planned in s.history.follow_ups:
        yield s.owners_midnight(s.owners_day(planned.due_at))
        yield planned.due_at
    yield from (one.until for one in s.history.put_off if one.until is not None)
    yield from (made.at + timedelta(days=s.limits.thank_days) for made in s.history.introduced)
    if s.person.connected_on is not None:
        connected_at = s.owners_midnight(s.person.connected_on)
        yield from (connected_at, connected_at + timedelta(days=s.limits.cooling_days))
    yield from (s.owners_midnight(goal.ends_on + DAY) for goal in s.circumstances.goals if goal.ends_on is not None)


def _days_of_facts(s: Situation) -> Iterator[date]:
    """Yield the days on which a fact about the contact begins or ceases to count."""
    person, limits = s.person, s.limits
    facts = [
        (person.job_started_on, limits.new_job_days + 1),
        (person.job_started_on, limits.occasion_days + 1),
        (person.org_trouble_on, limits.trouble_days + 1),
        *((occasion.on, limits.occasion_days + 1) for occasion in person.occasions),
    ]
    for day, count in facts:
        if day is not None:
            yield from (day, day + timedelta(days=count))
    if person.birthday is not None:
        around = timedelta(days=limits.birthday_days)
        for year in (s.their_day.year - 1, s.their_day.year, s.their_day.year + 1):
            day = in_year((person.birthday.month, person.birthday.day), year)
            yield from (day - around, day + around + DAY)


def _days_of_seasons(s: Situation) -> Iterator[date]:
    """Yield the first days of busy and vacation periods, and the days after them."""
    for period in (*s.person.busy_periods, *seasons.periods(s.their_day, s.person.field, s.circumstances.calendar)):
        yield from (period.first, period.last + DAY)
    for gathering in s.history.gatherings:
        start = day_at(gathering.starts_at, s.circumstances.calendar.timezone)
        yield from (start - timedelta(days=seasons.EVENT_TRADE_DAYS), start + DAY)
