"""What stands against an ask, in sentences: too little trust, or another ask (playbook §3, `ask.*`)."""

from collections.abc import Iterator
from datetime import datetime

from comity.coach import ladder, phrases, unlocks
from comity.coach.finding import Draft, Finding
from comity.coach.relationship import AskMade
from comity.coach.situation import Situation
from comity.coach.step import evidence_of
from comity.coach.words import AskOutcome, AskSize


def standing_against(s: Situation, step: Draft) -> Iterator[Finding]:
    """Yield what makes a step ask less than it would: trust (`ask.too-soon`), or another ask (`ask.one-at-a-time`).

    A wish meets these rules by itself; here they speak of what a follow-up, a thank-you or a plan by hand would ask.
    """
    if step.through is not None or step.ask_size is AskSize.NONE:
        return
    if step.ask_size > s.relationship.max_ask:
        yield above_trust(s, step.ask_size, None)
    blocked = s.blocked_until(ladder.capped(step.ask_size, s.relationship.max_ask))
    if blocked is not None and not step.repeats:
        yield after_another(s, *blocked, None)


def above_trust(s: Situation, size: AskSize, step: Draft | None) -> Finding:
    """Return that an ask is above what trust allows, which rung is open now, and what would open this one."""
    text = (
        f"{phrases.sentence(phrases.ask(size))} is too soon: {s.name} is {standing(s)}. "
        f"What fits instead: {phrases.ask(ladder.capped(size, s.relationship.max_ask))}. "
        f"{unlocks.opens(size, s.relationship, s.name, s.limits)}"
    )
    return Finding("ask.too-soon", text, s.relationship.evidence, step)


def after_another(s: Situation, until: datetime, made: AskMade, step: Draft | None) -> Finding:
    """Return that another ask stands against a new one, and until when."""
    what = phrases.ask(made.touch.ask_size)
    said = f"{s.name} said no to {what}" if made.outcome is AskOutcome.DECLINED else f"You asked {s.name} for {what}"
    text = f"{said} on {s.on(made.touch.occurred_at)}. One ask at a time: no new one before {s.on(until)}."
    return Finding("ask.one-at-a-time", text, (evidence_of(made.touch),), step)


def standing(s: Situation) -> str:
    """Return how far the two are, in words."""
    r = s.relationship
    if r.behind_wall:
        return "far up and has never heard of you"
    if r.effective_stage < r.trust_stage:
        return f"{phrases.stage(r.effective_stage)} again, after the long silence"
    return phrases.stage(r.effective_stage)
