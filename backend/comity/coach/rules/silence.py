"""Reading silence: the rules `silence.*`. None of them fires while a conversation is planned."""

from datetime import datetime, timedelta

from comity.coach import phrases
from comity.coach.finding import Draft, Finding
from comity.coach.history import Touch
from comity.coach.rest import let_go_until
from comity.coach.situation import Situation
from comity.coach.step import evidence_of
from comity.coach.touches import silence_over_at
from comity.coach.words import Action, Purpose


def wait(s: Situation) -> Finding | None:
    """My touch is younger than the waiting window (7 days; 14 when it was the second): `wait` until then."""
    waiting = _waiting(s)
    if waiting is None:
        return None
    touch, over_at = waiting
    if over_at <= s.as_of:
        return None
    text = f"You wrote {s.ago(touch.occurred_at)}. The ball is with {s.name} until {s.on(over_at)}."
    return Finding("silence.wait", text, (evidence_of(touch),), Draft(Action.WAIT, opens_at=over_at))


def follow_up_once(s: Situation) -> Finding | None:
    """One touch is unanswered, its window is over, and it is younger than 60 days: `follow_up`.

    Shorter than the first, something new in it, easy to decline. A check of promises is never followed up.
    """
    waiting = _waiting(s)
    if waiting is None or s.relationship.unanswered != 1:
        return None
    touch, over_at = waiting
    forgotten_at = touch.occurred_at + timedelta(days=s.limits.follow_up_until_days)
    if not over_at <= s.as_of < forgotten_at or touch.purpose is Purpose.PROMISE_CHECK:
        return None
    days = s.say("days", touch.occurred_at)
    text = f"{days} without an answer to your {_called(touch)}. Write once more: shorter, with something new in it."
    step = Draft(Action.FOLLOW_UP, touch.ask_size, repeats=True)
    return Finding("silence.follow-up-once", text, (evidence_of(touch),), step)


def stop(s: Situation) -> Finding | None:
    """Two or more touches are unanswered and 14 days have passed: `let_go`; only an inbound word ends the rest."""
    if s.planned is not None:
        return None
    until = let_go_until(s.relationship, s.person, s.goals, s.limits)
    if until is None:
        return None
    count = phrases.sentence(phrases.counted(s.relationship.unanswered, "message"))
    text = f"{count} without an answer. Let it go until {s.on(until)}, unless {s.name} writes first."
    unanswered = [evidence_of(touch) for touch in (s.relationship.waiting,) if touch is not None]
    return Finding("silence.stop", text, tuple(unanswered), Draft(Action.LET_GO, opens_at=until))


def _waiting(s: Situation) -> tuple[Touch, datetime] | None:
    """Return the owner's touch that waits, and when its window is over."""
    touch = s.relationship.waiting
    if touch is None or s.planned is not None:
        return None
    return touch, silence_over_at(touch, s.relationship.unanswered, s.limits)


def _called(touch: Touch) -> str:
    return "message" if touch.kind.value in {"gift", "introduction"} else touch.kind.value.replace("_", " ")
