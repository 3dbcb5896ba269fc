"""Their word first: the rules `inbound.*`."""

from datetime import timedelta

from comity.coach import phrases
from comity.coach.days import is_younger
from comity.coach.finding import Draft, Finding
from comity.coach.history import Touch
from comity.coach.situation import Situation
from comity.coach.step import evidence_of
from comity.coach.words import Action, AskSize


def reply(s: Situation) -> Finding | None:
    """They wrote within 90 days and expect an answer; no touch or conversation since: `reply`."""
    words = _waiting_words(s)
    if not words:
        return None
    word = words[-1]
    text = f"{s.name} wrote {s.ago(word.occurred_at)} and waits for your answer."
    return Finding("inbound.reply", text, (evidence_of(word),), _answer(s, word))


def ask(s: Situation) -> Finding | None:
    """What they wrote asks something of the owner: `reply` by the same ladder."""
    asking = [word for word in _waiting_words(s) if word.ask_size is not AskSize.NONE]
    if not asking:
        return None
    word = asking[-1]
    wanted = phrases.ask(word.ask_size)
    if word.ask_size <= s.relationship.max_ask:
        advice = "grant it if you can, offer a smaller rung, or say an honest and kind no."
    else:
        advice = "that is more than the two of you have built; offer a smaller rung, or say an honest and kind no."
    text = f"{s.name} asks you for {wanted}: {advice}"
    return Finding("inbound.ask", text, (evidence_of(word),), _answer(s, word))


def _waiting_words(s: Situation) -> list[Touch]:
    return [word for word in s.relationship.owed if is_younger(word.occurred_at, s.limits.reply_days, s.as_of)]


def _answer(s: Situation, word: Touch) -> Draft:
    return Draft(Action.REPLY, due_at=word.occurred_at + timedelta(days=s.limits.reply_within_days))
