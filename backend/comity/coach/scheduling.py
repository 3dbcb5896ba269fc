"""What the coach plans ahead with one contact: each touch that a rule will ask for on a day that is known by now.

A plan has the rule for its name and what made it for its cause, so that it stays the same one while the log goes on.
Where the owner planned the same thing by hand there is no second plan; what they put off or left out is theirs to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from comity.coach import event_steps, gatherings, ladder
from comity.coach.asking import is_resting
from comity.coach.finding import Finding
from comity.coach.intervals import last_word_at
from comity.coach.rules import meeting
from comity.coach.situation import Situation
from comity.coach.touches import silence_over_at
from comity.coach.words import Action, AskSize, Party, PromiseStatus, Purpose

PLANNABLE = frozenset({Action.FOLLOW_UP, Action.CHECK_PROMISE, Action.SHARE_VALUE, Action.RECONNECT})
"""What is not owed, so that a day of the owner's own choice stands for it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A touch to come. cause: the id of the interaction, promise or event behind it. at: from when it is wanted."""

    rule: str
    cause: str
    action: Action
    ask_size: AskSize
    at: datetime


def plans(s: Situation) -> list[Plan]:
    """Return the touches that rules will ask for, by when they are wanted. Source: playbook §3 and §4."""
    if s.person.do_not_contact:
        return []
    by_hand = {planned.action for planned in s.history.follow_ups if planned.cause is None}
    found = [plan for plan in _plans(s) if plan.action not in by_hand]
    return sorted(found, key=lambda plan: (plan.at, plan.rule, plan.cause))


def is_put_off(s: Situation, finding: Finding) -> bool:
    """Say whether the owner put off, or left out, what was planned for this very cause, or plans it for a later day."""
    if finding.step is None:
        return False
    ahead = {planned.action for planned in s.history.follow_ups if planned.cause is None and planned.due_at > s.as_of}
    if finding.step.action in ahead & PLANNABLE:
        return True
    causes = {
        one.cause
        for one in s.history.put_off
        if (one.rule, one.action) == (finding.rule, finding.step.action) and (one.until is None or one.until > s.as_of)
    }
    return bool(causes) and all(evidence.id in causes for evidence in finding.evidence)


def _plans(s: Situation) -> Iterator[Plan]:
    yield from _of_promises(s)
    yield from _of_silence(s)
    yield from _of_conversations(s)
    yield from _of_events(s)
    yield from _of_intervals(s)


def _of_promises(s: Situation) -> Iterator[Plan]:
    for state in s.relationship.promises:
        if state.status is not PromiseStatus.OPEN:
            continue
        if state.promise.by is Party.ME:
            at = s.owners_morning(state.due_on)
            yield Plan("promise.mine", state.promise.id, Action.DELIVER_PROMISE, AskSize.NONE, at)
        elif state.checked_at is None and state.check_on is not None:
            at = s.owners_morning(state.check_on)
            yield Plan("promise.theirs", state.promise.id, Action.CHECK_PROMISE, AskSize.NONE, at)


def _of_silence(s: Situation) -> Iterator[Plan]:
    """Yield the one follow-up that a touch without an answer gets, from the end of its waiting window on."""
    touch = s.relationship.waiting
    if touch is None or s.planned is not None or s.relationship.unanswered != 1:
        return
    forgotten_at = touch.occurred_at + timedelta(days=s.limits.follow_up_until_days)
    if touch.purpose is Purpose.PROMISE_CHECK or s.as_of >= forgotten_at:
        return
    over_at = silence_over_at(touch, s.relationship.unanswered, s.limits)
    ask_size = ladder.capped(touch.ask_size, s.relationship.max_ask)
    yield Plan("silence.follow-up-once", touch.id, Action.FOLLOW_UP, ask_size, over_at)


def _of_conversations(s: Situation) -> Iterator[Plan]:
    """Yield the thanks for a conversation, with one small next step that fits its signals."""
    finding = meeting.next_step(s)
    if finding is not None and finding.step is not None:
        evidence = finding.evidence[0]
        at = evidence.occurred_at or s.as_of
        yield Plan(finding.rule, evidence.id, finding.step.action, finding.step.ask_size, at)


def _of_intervals(s: Situation) -> Iterator[Plan]:
    """Yield the light touch that is owed at the end of the longest interval, unless they rest or a talk is planned."""
    interval, last = s.person.keep_in_touch, last_word_at(s.history, s.as_of)
    if interval is None or last is None or s.planned is not None or is_resting(s):
        return
    owed_at = last + timedelta(days=interval.longest_days)
    yield Plan("warmth.keep-in-touch", s.person.id, Action.RECONNECT, AskSize.NONE, owed_at)


def _of_events(s: Situation) -> Iterator[Plan]:
    """Yield the word after each event ahead, or just behind, at which the contact is a key person."""
    for gathering in s.history.gatherings:
        ahead = gathering.starts_at - timedelta(days=s.limits.event_ahead_days)
        is_near = gathering.key and ahead <= s.as_of < gatherings.over_at(gathering, s.limits)
        if is_near and not gatherings.thanks_for(s, gathering):
            ask_size = event_steps.word_after(s, gathering).ask_size
            yield Plan("easy-win.event", gathering.id, Action.EVENT_AFTER, ask_size, gathering.ends_at)
