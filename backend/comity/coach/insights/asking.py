"""Asks as they were made: above trust, and without gives (mistakes 1 and 8)."""

from collections.abc import Iterator

from comity.coach import phrases
from comity.coach.history import Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.relationship import Relationship
from comity.coach.responsiveness import rungs_above
from comity.coach.step import evidence_of
from comity.coach.words import AskSize, Direction, Kind, Mistake, TrustStage


def too_much_too_soon(past: Past) -> Iterator[Moment]:
    """Yield each ask, and whether it was above the largest that trust allowed when it was made."""
    for ask in past.asks():
        touch = ask.touch
        if _is_always_open(past, touch.ask_size):
            yield _ask_moment(past, touch)
        elif then := past.before(touch):
            yield _against_trust(past, touch, then)


def one_sided(past: Past) -> Iterator[Moment]:
    """Yield each word that asks, and whether it only added to a row of asks or came while more was taken than given.

    The ask that makes a row of three counts: from there on `mutual.only-asks` holds, and a fourth only adds to it. A
    follow-up that repeats an ask is one in the row, as it is for the rule.
    """
    in_a_row = _asks_in_a_row(past)
    owes = sum(weight < 0 for _, weight in past.favours) >= -past.limits.owing
    for touch in _asking(past):
        row = in_a_row.get(touch.id, 0)
        if row >= past.limits.asks_in_a_row:
            text = f"Your {phrases.counted(row, 'word')} to {past.name} up to {past.on(touch.occurred_at)} all asked."
            yield _one_sided_moment(past, touch, "mutual.only-asks", text)
        elif owes and (then := past.before(touch)) and _owed(past, then):
            text = f"You asked {past.name} for {phrases.ask(touch.ask_size)} after taking more than you gave."
            yield _one_sided_moment(past, touch, "ask.give-first", text)
        else:
            yield _one_sided_moment(past, touch, "ask.give-first", "")


def _asking(past: Past) -> Iterator[Touch]:
    """Yield the owner's words that ask for something, in talks too."""
    theirs = Direction.INBOUND
    asking = (touch for touch in past.touches if touch.ask_size is not AskSize.NONE and touch.direction is not theirs)
    return (touch for touch in asking if touch.kind is not Kind.NOTE and past.covers(touch.occurred_at))


def _is_always_open(past: Past, size: AskSize) -> bool:
    """Say whether an ask is allowed at any stage: small, and nobody to stand behind a wall."""
    rungs = rungs_above(past.person.seniority, past.circumstances.owner.seniority)
    return rungs < past.limits.wall_rungs and size <= past.limits.largest_ask[TrustStage.STRANGER]


def _against_trust(past: Past, touch: Touch, then: Relationship) -> Moment:
    if touch.ask_size <= then.max_ask:
        return _ask_moment(past, touch)
    asked, day = phrases.ask(touch.ask_size), past.on(touch.occurred_at)
    if then.behind_wall:
        text = f"You asked {past.name} for {asked} on {day}, far above you and without an introduction."
        return _ask_moment(past, touch, "reach.warm-intro", text)
    rule = "ask.too-soon"
    if touch.ask_size is AskSize.MEETING and then.effective_stage < TrustStage.RAPPORT:
        rule = "ask.call-before-coffee"
    return _ask_moment(past, touch, rule, f"You asked {past.name} for {asked} on {day}: {_open_then(then)} was open.")


def _open_then(then: Relationship) -> str:
    return f"no more than {phrases.ask(then.max_ask)}"


def _ask_moment(past: Past, touch: Touch, rule: str = "ask.too-soon", text: str = "") -> Moment:
    mistake = Mistake.TOO_MUCH_TOO_SOON
    return Moment(mistake, rule, touch.occurred_at, bool(text), past.person.id, evidence_of(touch), text)


def _one_sided_moment(past: Past, touch: Touch, rule: str, text: str) -> Moment:
    mistake = Mistake.ONE_SIDED_RELATIONS
    return Moment(mistake, rule, touch.occurred_at, bool(text), past.person.id, evidence_of(touch), text)


def _asks_in_a_row(past: Past) -> dict[str, int]:
    """Return, for each touch of the owner's, how many up to it all asked."""
    rows: dict[str, int] = {}
    row = 0
    for touch in past.walk.outbound:
        row = row + 1 if touch.ask_size is not AskSize.NONE else 0
        rows[touch.id] = row
    return rows


def _owed(past: Past, then: Relationship) -> bool:
    """Say whether a give came before the next ask, as `ask.give-first` has it."""
    return then.reciprocity - then.fresh_gives <= past.limits.owing
