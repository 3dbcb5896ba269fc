"""Easy wins as they were taken: occasions and events that passed without a word (mistake 3)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from comity.coach import phrases
from comity.coach.days import DAY, day_at, start_of
from comity.coach.gatherings import is_about, over_at, talked_there
from comity.coach.history import Gathering, Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.occasions import Cause, causes_near
from comity.coach.step import Evidence
from comity.coach.thresholds import Thresholds
from comity.coach.touches import momentum_of
from comity.coach.words import AskSize, Direction, Mistake, Purpose

_OCCASION, _EVENT, _NOBODY = "easy-win.occasion", "easy-win.event", "easy-win.who-will-be-there"


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody at an event of the owner's that is over. met: a word ahead, a talk there, or a word after."""

    gathering: Gathering
    contact_id: str
    name: str
    met: bool


def occasions(past: Past) -> Iterator[Moment]:
    """Yield each occasion whose days are over, and whether no word went that asked for nothing.

    A congratulation, a talk, or any other word without an ask: who wrote on the day and asked for a favour has not
    congratulated. Nobody is counted who is not to be contacted, or who was to be left alone after showing no interest.
    """
    if past.person.do_not_contact:
        return
    zone = past.circumstances.calendar.timezone
    for cause in causes_near(past.person, day_at(past.as_of, zone), past.limits):
        opens, closes = start_of(cause.first, zone), start_of(cause.last + DAY, zone)
        if past.covers(closes) and not _is_left_alone(past, opens):
            evidence = Evidence(cause.kind, past.person.id, start_of(cause.on, zone))
            text = "" if _has_word(past, opens, closes) else _occasion_text(past, cause)
            yield Moment(Mistake.MISSING_EASY_WINS, _OCCASION, closes, bool(text), past.person.id, evidence, text)


def attended(past: Past) -> Iterator[Attended]:
    """Yield each event of theirs and the owner's that is over."""
    for gathering in past.history.gatherings:
        if past.covers(over_at(gathering, past.limits)) and not past.person.do_not_contact:
            yield Attended(gathering, past.person.id, past.name, _has_met(past, gathering))


def events(found: Iterable[Attended], limits: Thresholds) -> Iterator[Moment]:
    """Yield a moment for each of the people to be met at each event: five where there are more, whichever they are."""
    by_event: dict[str, list[Attended]] = defaultdict(list)
    for one in found:
        by_event[one.gathering.id].append(one)
    for there in by_event.values():
        there.sort(key=lambda one: (not one.met, one.name, one.contact_id))
        for one in there[: limits.key_people]:
            yield _event_moment(one, limits)


def alone_at(gathering: Gathering, limits: Thresholds, *, met_somebody: bool) -> Moment:
    """Return the moment of an event at which nobody was known, and whether the owner met nobody there."""
    text = "" if met_somebody else f"You went to {gathering.name} without knowing who would be there."
    evidence = Evidence("event", gathering.id, gathering.starts_at)
    return Moment(Mistake.MISSING_EASY_WINS, _NOBODY, over_at(gathering, limits), bool(text), None, evidence, text)


def _event_moment(one: Attended, limits: Thresholds) -> Moment:
    text = "" if one.met else f"{one.name} was at {one.gathering.name} too: no word before, there or after."
    evidence = Evidence("event", one.gathering.id, one.gathering.starts_at)
    at = over_at(one.gathering, limits)
    return Moment(Mistake.MISSING_EASY_WINS, _EVENT, at, bool(text), one.contact_id, evidence, text)


def _occasion_text(past: Past, cause: Cause) -> str:
    day = phrases.on(cause.on, day_at(past.as_of, past.circumstances.owner.timezone))
    return f"{past.name} {cause.what} on {day}, and no word came from you."


def _has_word(past: Past, opens: datetime, closes: datetime) -> bool:
    """Say whether the owner spoke or wrote in those days without asking for anything."""
    walk = past.walk
    talked = any(opens <= talk.occurred_at < closes for talk in walk.conversations)
    return talked or any(opens <= touch.occurred_at < closes and _asks_nothing(touch) for touch in walk.outbound)


def _asks_nothing(touch: Touch) -> bool:
    return touch.purpose is Purpose.CONGRATULATION or touch.ask_size is AskSize.NONE


def _is_left_alone(past: Past, moment: datetime) -> bool:
    """Say whether the last talk before a moment had shown no interest, and no word of theirs came since."""
    shown = [talk for talk in past.walk.assessed if talk.occurred_at < moment]
    if not shown or momentum_of(shown[-1]) > past.limits.disinterested:
        return False
    last = shown[-1].occurred_at
    rests = moment - last < timedelta(days=past.limits.disinterest_days)
    return rests and not any(
        last < touch.occurred_at < moment and touch.direction is Direction.INBOUND for touch in past.touches
    )


def _has_met(past: Past, gathering: Gathering) -> bool:
    """Say whether a word went ahead that was about the event, a talk took place there, or a word went after."""
    opens = gathering.starts_at - timedelta(days=past.limits.event_ahead_days)
    closes = over_at(gathering, past.limits)
    if any(talked_there(talk, gathering) for talk in past.walk.conversations):
        return True
    near = [touch for touch in past.walk.outbound if opens <= touch.occurred_at < closes]
    return any(touch.occurred_at >= gathering.ends_at or is_about(touch, gathering) for touch in near)
