"""Conversations as they were followed: without a word after, and without an assessment (mistakes 4 and 6)."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta

from comity.coach.finding import Draft
from comity.coach.history import Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.step import evidence_of
from comity.coach.touches import PLANNABLE, is_assessed
from comity.coach.windows import window_of
from comity.coach.words import Action, Mistake


def one_offs(past: Past) -> Iterator[Moment]:
    """Yield each conversation whose thanks are due, and whether no word, conversation or planned one followed.

    Due is the end of the window of `thank`. A word later in the same week still counts, as the rule still asks for it.
    """
    if past.person.do_not_contact:
        return
    words = sorted(touch.occurred_at for touch in (*past.walk.outbound, *past.walk.conversations))
    planned = any(touch.occurred_at > past.as_of and touch.kind in PLANNABLE for touch in past.history.touches)
    week = timedelta(days=past.limits.thank_days)
    for talk in _talks(past):
        if _thanks_due_at(past, talk) > past.as_of:
            continue
        place = bisect_right(words, talk.occurred_at)
        followed = place < len(words) and words[place] - talk.occurred_at < week
        fresh = past.as_of - talk.occurred_at < week
        text = "" if followed or (planned and fresh) else _unthanked(past, talk, fresh=fresh)
        yield _moment(past, talk, Mistake.MEETINGS_AS_ONE_OFFS, "meeting.next-step", text)


def not_assessed(past: Past) -> Iterator[Moment]:
    """Yield each conversation that was not imported and is two days old, and whether nobody noted how it went."""
    due = past.as_of - timedelta(days=past.limits.reply_within_days)
    for talk in _talks(past):
        if talk.imported or talk.occurred_at > due:
            continue
        text = "" if is_assessed(talk) else _unnoted(past, talk)
        yield _moment(past, talk, Mistake.NOT_ASSESSING, "signals.assess", text)


def _unthanked(past: Past, talk: Touch, *, fresh: bool) -> str:
    spoke = f"You spoke with {past.name} on {past.on(talk.occurred_at)}"
    return f"{spoke}, and have not thanked them yet." if fresh else f"{spoke}, and no word followed within a week."


def _unnoted(past: Past, talk: Touch) -> str:
    return f"Nobody noted how your talk with {past.name} on {past.on(talk.occurred_at)} went."


def _talks(past: Past) -> Iterator[Touch]:
    return (talk for talk in past.walk.conversations if past.covers(talk.occurred_at))


def _thanks_due_at(past: Past, talk: Touch) -> datetime:
    closes = talk.occurred_at + timedelta(hours=past.limits.thank_hours)
    draft = Draft(Action.THANK, closes_at=closes)
    window = window_of(draft, past.circumstances.calendar, as_of=talk.occurred_at, limits=past.limits)
    return window.closes_at or closes


def _moment(past: Past, talk: Touch, mistake: Mistake, rule: str, text: str) -> Moment:
    return Moment(mistake, rule, talk.occurred_at, bool(text), past.person.id, evidence_of(talk), text)
