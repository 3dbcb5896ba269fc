"""Silences as they were read: people chased after two of them (mistake 7)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from comity.coach import goals, phrases
from comity.coach.days import day_at
from comity.coach.history import Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.rest import let_go_until
from comity.coach.step import evidence_of
from comity.coach.words import Mistake


def chased(past: Past) -> Iterator[Moment]:
    """Yield each time that two words in a row had no answer, and whether the owner wrote again before the rest ended.

    One person chased three times is one mistake: what counts is that the silence was not read. The moment is that of
    the first word too many, else of the second silence. A new start after the rest is no chase.
    """
    for row in past.walk.silences:
        if not past.covers(row[-1].occurred_at):
            continue
        chases = [
            touch for before, touch in _later(row) if past.covers(touch.occurred_at) and _in_rest(past, before, touch)
        ]
        if chases:
            yield _moment(past, chases[0], _text(past, chases))
        elif past.covers(row[1].occurred_at):
            yield _moment(past, row[1], "")


def _later(row: Sequence[Touch]) -> Iterator[tuple[Touch, Touch]]:
    """Yield each word after the second with the one before it."""
    return pairwise(row[1:])


def _in_rest(past: Past, before: Touch, touch: Touch) -> bool:
    """Say whether a word went while the second still waited for its answer, or while the contact was let go."""
    if touch.occurred_at - before.occurred_at < timedelta(days=past.limits.second_silence_days):
        return True
    then = past.before(touch)
    if then is None:
        return False
    around = past.circumstances
    active = goals.concerning(past.person, around.goals, today=day_at(touch.occurred_at, around.owner.timezone))
    return let_go_until(then, past.person, active, past.limits) is not None


def _text(past: Past, chases: Sequence[Touch]) -> str:
    more = phrases.counted(len(chases), "more word")
    return f"Two words to {past.name} had no answer; you sent {more}, first on {past.on(chases[0].occurred_at)}."


def _moment(past: Past, touch: Touch, text: str) -> Moment:
    mistake = Mistake.NOT_READING_BETWEEN_THE_LINES
    return Moment(mistake, "silence.stop", touch.occurred_at, bool(text), past.person.id, evidence_of(touch), text)
