"""Easy wins: events and occasions, the rules `easy-win.*`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from comity.coach import gatherings, phrases
from comity.coach.days import day_at, in_year
from comity.coach.finding import Draft, Finding
from comity.coach.history import Gathering, Occasion, PlaceCalendar
from comity.coach.situation import Situation
from comity.coach.step import Evidence, NextStep, Reason, Window
from comity.coach.thanks import small_next_step
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize, OccasionKind, Purpose

_TALKATIVE = frozenset({"breakout", "informal", "social", "networking", "dinner", "lunch", "reception"})


@dataclass(frozen=True, slots=True)
class _Cause:
    """Something to congratulate on, from the first day to the last. on: its own day."""

    kind: str
    what: str
    on: date
    first: date
    last: date


def occasion(s: Situation) -> Finding | None:
    """A new job, promotion, award or news, 14 days from its day; a birthday, 3 days before to 3 after: `congratulate`.

    Once: a congratulation since ends it. The window opens on the day, weekend or not.
    """
    causes = [cause for cause in _causes(s) if cause.first <= s.their_day <= cause.last and not _is_done(s, cause)]
    if not causes:
        return None
    cause = max(causes, key=lambda found: (found.on, found.kind))
    closes = s.their_midnight(cause.last + timedelta(days=1))
    step = Draft(Action.CONGRATULATE, opens_at=s.their_midnight(cause.on), closes_at=closes)
    text = f"{s.name} {cause.what} on {s.on(cause.on)}. A short word costs nothing and asks nothing."
    return Finding("easy-win.occasion", text, (Evidence(cause.kind, s.person.id),), step)


def event(s: Situation) -> Finding | None:
    """An event that the owner attends with this contact: a word ahead, a talk there, a word after."""
    for gathering in sorted(s.history.gatherings, key=lambda found: (found.starts_at, found.id)):
        if gathering.key and (step := _event_step(s, gathering)):
            evidence = Evidence("event", gathering.id, gathering.starts_at)
            return Finding("easy-win.event", _event_text(s, gathering, step), (evidence,), step)
    return None


def who_will_be_there(
    gathering: Gathering, calendar: PlaceCalendar, *, as_of: datetime, limits: Thresholds = DEFAULTS
) -> NextStep | None:
    """An event within 14 days at which nobody is known yet: `event_before` without a contact, no obligation.

    gathering: one that the owner attends, without known attendees. calendar: the owner's.
    """
    if not timedelta() < gathering.starts_at - as_of <= timedelta(days=limits.event_ahead_days):
        return None
    day = phrases.on(day_at(gathering.starts_at, calendar.timezone), day_at(as_of, calendar.timezone))
    text = f"{gathering.name} begins on {day}, and nobody you know is on its list yet. Find out who will be there."
    evidence = Evidence("event", gathering.id, gathering.starts_at)
    return NextStep(
        action=Action.EVENT_BEFORE,
        ask_size=AskSize.NONE,
        max_ask=AskSize.NONE,
        reasons=(Reason("easy-win.who-will-be-there", text, (evidence,)),),
        window=Window(as_of, gathering.starts_at, calendar.timezone),
        headline=f"Find out who will be at {gathering.name}",
        evidence_key=(Action.EVENT_BEFORE, "easy-win.who-will-be-there", gathering.id),
    )


def _causes(s: Situation) -> Iterator[_Cause]:
    person = s.person
    week = timedelta(days=s.limits.occasion_days)
    if person.job_started_on is not None:
        start = person.job_started_on
        yield _Cause("job_started_on", "started a new job", start, start, start + week)
    for found in person.occasions:
        yield _Cause("occasion", _news(found), found.on, found.on, found.on + week)
    if person.birthday is not None:
        around = timedelta(days=s.limits.birthday_days)
        for year in (s.their_day.year - 1, s.their_day.year, s.their_day.year + 1):
            day = in_year((person.birthday.month, person.birthday.day), year)
            yield _Cause("birthday", "has a birthday", day, day - around, day + around)


def _news(found: Occasion) -> str:
    """Return what there is to congratulate on, as the rest of a sentence."""
    what = {
        OccasionKind.PROMOTION: "was promoted",
        OccasionKind.AWARD: "won an award",
        OccasionKind.NEWS: "was in the news",
        OccasionKind.OTHER: "had something to celebrate",
    }[found.kind]
    return f"{what} ({found.note})" if found.note else what


def _is_done(s: Situation, cause: _Cause) -> bool:
    return s.relationship.has_spoken_since(s.their_midnight(cause.first), Purpose.CONGRATULATION)


def _event_step(s: Situation, gathering: Gathering) -> Draft | None:
    """Return the step before, during or after an event, or None where it is done or not near."""
    ahead = timedelta(days=s.limits.event_ahead_days)
    if s.as_of < gathering.starts_at:
        near = s.as_of >= gathering.starts_at - ahead
        if not near or any(gatherings.is_about(touch, gathering) for touch in s.relationship.outbound):
            return None
        return Draft(Action.EVENT_BEFORE, due_at=gathering.starts_at, closes_at=gathering.starts_at)
    if s.as_of < gathering.ends_at:
        return Draft(Action.EVENT_DURING, due_at=gathering.ends_at, closes_at=gathering.ends_at)
    if s.as_of >= gatherings.over_at(gathering, s.limits) or _is_thanked(s, gathering):
        return None
    closes = gathering.ends_at + timedelta(hours=s.limits.thank_hours)
    talk = gatherings.talk_at(s, gathering)
    size = small_next_step(s, talk) if talk else AskSize.NONE
    return Draft(Action.EVENT_AFTER, size, due_at=closes, closes_at=closes)


def _event_text(s: Situation, gathering: Gathering, step: Draft) -> str:
    if step.action is Action.EVENT_BEFORE:
        day = s.on(gathering.starts_at)
        return f"You both go to {gathering.name} on {day}. Read up on {s.name} and send a word ahead."
    if step.action is Action.EVENT_DURING:
        parts = [session.title for session in gathering.sessions if session.kind.casefold() in _TALKATIVE]
        where = f"Best in {phrases.listed(parts)}." if parts else "Best in the breaks and at the informal parts."
        return f"{s.name} is at {gathering.name} too. {where}"
    return f"{gathering.name} is just over. Write to {s.name} while the faces are fresh."


def _is_thanked(s: Situation, gathering: Gathering) -> bool:
    """Say whether the owner wrote after the talk there, or after the event where there was none."""
    talk = gatherings.talk_at(s, gathering)
    since = talk.occurred_at if talk else gathering.ends_at
    last = s.relationship.last_outbound
    return last is not None and last.occurred_at > since
