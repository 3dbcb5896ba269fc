"""Before and after a conversation: the rules `meeting.*`."""

from collections.abc import Sequence
from datetime import timedelta

from comity.coach import phrases
from comity.coach.asking import is_resting
from comity.coach.finding import Draft, Finding
from comity.coach.gatherings import is_thanked_later
from comity.coach.history import Touch
from comity.coach.left_goals import left_open
from comity.coach.requests import thanked_at
from comity.coach.situation import Situation
from comity.coach.step import Evidence, evidence_of
from comity.coach.thanks import small_next_step
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize


def two_goals(goals: Sequence[str], limits: Thresholds = DEFAULTS) -> Finding | None:
    """A planned conversation has more than two goals: refused with the reason."""
    if len(goals) <= limits.goals_per_meeting:
        return None
    most = phrases.counted(limits.goals_per_meeting, "goal")
    return Finding("meeting.two-goals", f"A conversation has room for {most}; more turn it into a form.")


def prepare(s: Situation) -> Finding | None:
    """A call, video call or meeting is planned within 3 days: `prepare_meeting`.

    What the last conversations left open is named: it opens the next one.
    """
    planned = s.planned
    if planned is None or planned.occurred_at - s.as_of > timedelta(days=s.limits.prepare_days):
        return None
    day = s.on(planned.occurred_at)
    left = [one.goal for one in left_open(s.history.touches, as_of=s.as_of, limits=s.limits)]
    text = f"You talk with {s.name} on {day}. Choose at most two goals, and something to be curious about."
    if left:
        text += f" Left open so far: {'; '.join(left[: s.limits.goals_per_meeting])}."
    step = Draft(Action.PREPARE_MEETING, due_at=planned.occurred_at, closes_at=planned.occurred_at)
    return Finding("meeting.prepare", text, (evidence_of(planned),), step)


def next_step(s: Situation) -> Finding | None:
    """A conversation in the last 7 days, and no outbound touch, conversation or planned one since: `thank`.

    A conversation at an event is thanked by the event's own step while that one holds; events do not hold in a rest.
    Who introduced the owner to somebody is thanked the same way (see `requests.py`).
    """
    talk = s.relationship.last_conversation
    if talk is None or not _is_unthanked(s, talk) or (is_thanked_later(s, talk) and not is_resting(s)):
        return _after_an_introduction(s)
    size = small_next_step(s, talk)
    close = "with one small next step" if size is not AskSize.NONE else "and leave the door open"
    text = f"You spoke with {s.name} {s.ago(talk.occurred_at)}. Say thank you, {close}."
    until = talk.occurred_at + timedelta(hours=s.limits.thank_hours)
    step = Draft(Action.THANK, size, due_at=until, closes_at=until)
    return Finding("meeting.next-step", text, (evidence_of(talk),), step)


def _after_an_introduction(s: Situation) -> Finding | None:
    """Return the thanks for an introduction of the last 7 days; nothing is asked on the heels of a favour."""
    made = max(s.history.introduced, key=lambda one: (one.at, one.interaction_id), default=None)
    if made is None or not made.at <= s.as_of < made.at + timedelta(days=s.limits.thank_days):
        return None
    if thanked_at(s.history, made.at, s.as_of) is not None:
        return None
    text = f"{s.name} introduced you to {made.full_name} {s.ago(made.at)}. Say thank you, and tell how it went."
    until = made.at + timedelta(hours=s.limits.thank_hours)
    evidence = Evidence("interaction", made.interaction_id, made.at)
    return Finding("meeting.next-step", text, (evidence,), Draft(Action.THANK, due_at=until, closes_at=until))


def _is_unthanked(s: Situation, talk: Touch) -> bool:
    recent = s.as_of - talk.occurred_at < timedelta(days=s.limits.thank_days)
    last = s.relationship.last_outbound
    return recent and s.planned is None and (last is None or last.occurred_at <= talk.occurred_at)
