"""How much may be asked: the rules `ask.*`."""

from datetime import timedelta

from comity.coach import phrases
from comity.coach.asking import asking_action, may_ask, must_give
from comity.coach.finding import Draft, Finding
from comity.coach.giving import thing_to_share
from comity.coach.obstacles import above_trust, after_another, standing
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize, Direction, Kind, TrustStage


def too_soon(s: Situation) -> Finding | None:
    """A wanted ask is above the largest allowed: caps it to a question, a short call or a meeting.

    Says which rung is open now and what would open the next.
    """
    if s.wish is None or s.wish.ask_size <= s.relationship.max_ask:
        return None
    return above_trust(s, s.wish.ask_size, _capped_step(s))


def call_before_coffee(s: Situation) -> Finding | None:
    """A first meeting in person is wanted below rapport: a 15-minute call instead."""
    if s.wish is None or s.wish.ask_size is not AskSize.MEETING or s.relationship.max_ask is AskSize.NONE:
        return None
    if s.relationship.effective_stage >= TrustStage.RAPPORT or _have_met_in_person(s):
        return None
    text = f"A 15-minute call costs {s.name} less than a coffee. Offer that first."
    return Finding("ask.call-before-coffee", text, s.relationship.evidence, _capped_step(s))


def one_at_a_time(s: Situation) -> Finding | None:
    """An ask is open, a large one was made lately, or one no larger was declined: no new ask.

    A `want` becomes `wait` until then; a goal's or growth's step is skipped.
    """
    blocked = s.blocked_until(s.wish.ask_size if s.wish else AskSize.QUESTION)
    if blocked is None:
        return None
    return after_another(s, *blocked, Draft(Action.WAIT, opens_at=blocked[0]) if s.want else None)


def give_first(s: Situation) -> Finding | None:
    """Reciprocity is at or below -2: a give before the next ask, then 7 days of patience."""
    if not must_give(s):
        return None
    r = s.relationship
    rested_at = r.gives_at[-1] + timedelta(days=s.limits.give_rest_days) if r.gives_at else None
    if rested_at is not None:
        text = f"You just gave {s.name} something. Let it stand on its own until {s.on(rested_at)}."
        step = Draft(Action.WAIT, opens_at=rested_at)
    else:
        text = (
            f"{s.name} has given more than they got from you. Give something before you ask again. {thing_to_share(s)}"
        )
        step = Draft(Action.SHARE_VALUE)
    return Finding("ask.give-first", text, r.evidence, step if _is_wish_free(s) else None)


def allowed(s: Situation) -> Finding | None:
    """The wanted ask fits what trust allows, and nothing stands against it."""
    if s.want is None or s.wish is None or s.want > s.relationship.max_ask or not may_ask(s, s.want):
        return None
    text = f"{phrases.sentence(phrases.ask(s.want))} fits: {s.name} is {standing(s)}."
    step = Draft(asking_action(s.want), s.want, goal_id=s.goal_id)
    return Finding("ask.allowed", text, s.relationship.evidence, step)


def _capped_step(s: Situation) -> Draft | None:
    """Return the wanted ask, made as small as trust demands; a goal's step comes from `goal.serve`."""
    if s.want is None or s.wished is AskSize.NONE or not may_ask(s, s.wished):
        return None
    return Draft(asking_action(s.wished), s.wished, goal_id=s.goal_id)


def _is_wish_free(s: Situation) -> bool:
    """Say whether something is wanted and no earlier ask stands against it."""
    return s.wish is not None and s.blocked_until(s.wish.ask_size) is None


def _have_met_in_person(s: Situation) -> bool:
    return any(t.kind is Kind.MEETING and t.direction is Direction.MUTUAL for t in s.relationship.conversations)
