"""Easy wins: events and occasions, the rules `easy-win.*`."""

from datetime import datetime, timedelta

from comity.coach import phrases
from comity.coach.days import day_at
from comity.coach.event_steps import step_at, text_of
from comity.coach.finding import Draft, Finding
from comity.coach.history import Gathering, PlaceCalendar
from comity.coach.occasions import Cause, causes_near
from comity.coach.situation import Situation
from comity.coach.step import Evidence, NextStep, Reason, Window
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize, Purpose


def occasion(s: Situation) -> Finding | None:
    """A new job, promotion, award or news, 14 days from its day; a birthday, 3 days before to 3 after: `congratulate`.

    Once: a congratulation since ends it. The window opens on the day, weekend or not.
    """
    near = (cause for cause in causes_near(s.person, s.their_day, s.limits) if cause.first <= s.their_day <= cause.last)
    causes = [cause for cause in near if not _is_done(s, cause)]
    if not causes:
        return None
    cause = max(causes, key=lambda found: (found.on, found.kind))
    closes = s.their_midnight(cause.last + timedelta(days=1))
    step = Draft(Action.CONGRATULATE, opens_at=s.their_midnight(cause.on), closes_at=closes)
    what = f"{s.say('has', cause.on)} a birthday" if cause.kind == "birthday" else cause.what
    text = f"{s.name} {what} on {s.on(cause.on)}. A short word costs nothing and asks nothing."
    return Finding("easy-win.occasion", text, (Evidence(cause.kind, s.person.id),), step)


def event(s: Situation) -> Finding | None:
    """An event that the owner attends with this contact: a word ahead, a talk there, a word after."""
    for gathering in sorted(s.history.gatherings, key=lambda found: (found.starts_at, found.id)):
        if gathering.key and (step := step_at(s, gathering)):
            evidence = Evidence("event", gathering.id, gathering.starts_at)
            return Finding("easy-win.event", text_of(s, gathering, step.action), (evidence,), step)
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


def _is_done(s: Situation, cause: Cause) -> bool:
    return s.relationship.has_spoken_since(s.their_midnight(cause.first), Purpose.CONGRATULATION)
