"""What a draft may ask in the end, and when it may go (playbook §4, §6)."""

from datetime import datetime

from comity.coach import ladder, postponing, windows
from comity.coach.asking import may_ask
from comity.coach.finding import Draft
from comity.coach.situation import Situation
from comity.coach.thanks import small_next_step
from comity.coach.words import Action, AskSize, Intent

_ASKS_NOTHING = frozenset({Intent.CONGRATULATE, Intent.SHARE, Intent.DECLINE})


def ask_of(s: Situation, intent: Intent, wanted: AskSize | None) -> AskSize:
    """Return what a draft to this reader asks: what is wanted, else what its intent brings, as far as it is allowed.

    A congratulation, a gift and a no ask nothing. Trust caps the ask; while one is open, while asks wait for a better
    time, or while a give is due, nothing is asked.
    """
    if intent in _ASKS_NOTHING:
        return AskSize.NONE
    if intent is Intent.REQUEST_INTRODUCTION:
        size = AskSize.INTRODUCTION
        size = size if size <= s.relationship.max_ask else min(AskSize.QUESTION, s.relationship.max_ask, key=_rung)
    else:
        size = ladder.capped(_usual(s, intent) if wanted is None else wanted, s.relationship.max_ask)
    repeats = intent is Intent.FOLLOW_UP
    waits = postponing.postponed_until(s, Draft(Action.REPLY, size)) is not None
    return AskSize.NONE if waits or not may_ask(s, size, repeats=repeats) else size


def goes_at(s: Situation) -> datetime:
    """Return when a message to this reader may go: now, or when their next working hours begin."""
    return windows.moved(s.as_of, s.circumstances.calendar, s.limits)


def _usual(s: Situation, intent: Intent) -> AskSize:
    if intent is Intent.INTRODUCE:
        return AskSize.QUESTION
    if intent is Intent.FOLLOW_UP and s.relationship.waiting is not None:
        return s.relationship.waiting.ask_size
    talk = s.relationship.last_conversation
    return small_next_step(s, talk) if intent is Intent.THANK and talk is not None else AskSize.NONE


def _rung(size: AskSize) -> int:
    return size.rung
