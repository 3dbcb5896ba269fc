"""Which step comes first: obligations before wishes, wishes before upkeep (playbook §4)."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from comity.coach import postponing
from comity.coach.finding import Finding
from comity.coach.rules import (
    ask,
    easy_win,
    follow_up,
    goal,
    inbound,
    meeting,
    mutual,
    promise,
    reach,
    signals,
    silence,
    trust,
    warmth,
)
from comity.coach.scheduling import is_put_off
from comity.coach.situation import Situation
from comity.coach.words import Action

Rule = Callable[[Situation], Finding | None]

OBLIGATIONS: tuple[Rule, ...] = (
    promise.mine,
    inbound.ask,
    inbound.reply,
    signals.assess,
    meeting.next_step,
    easy_win.event,
    meeting.prepare,
    follow_up.by_hand,
)
OCCASIONS: tuple[Rule, ...] = (easy_win.occasion,)
SILENCE_AND_REST: tuple[Rule, ...] = (silence.wait, silence.follow_up_once, silence.stop, signals.disinterested)
THEIRS: tuple[Rule, ...] = (promise.theirs,)
WISHES: tuple[Rule, ...] = (
    mutual.before_need,
    reach.warm_intro,
    reach.build_bridge,
    ask.one_at_a_time,
    ask.give_first,
    mutual.only_asks,
    trust.first,
    ask.call_before_coffee,
    ask.too_soon,
    ask.allowed,
    goal.serve,
)
GROWTH_AND_UPKEEP: tuple[Rule, ...] = (warmth.keep_in_touch, signals.engaged, warmth.cooling)
CAUTIONS: tuple[Rule, ...] = (promise.keep_the_ball, promise.lapsed)

OBLIGING = frozenset(
    {
        Action.DELIVER_PROMISE,
        Action.REPLY,
        Action.ASSESS,
        Action.THANK,
        Action.PREPARE_MEETING,
        Action.EVENT_BEFORE,
        Action.EVENT_DURING,
        Action.EVENT_AFTER,
    }
)
UPKEEP = frozenset({"warmth.keep-in-touch"})
_AT_EVENTS = frozenset({Action.EVENT_BEFORE, Action.EVENT_DURING, Action.EVENT_AFTER})
NOTHING_BUT_AN_ASK = frozenset(
    {Action.PROPOSE_CALL, Action.PROPOSE_MEETING, Action.MAKE_ASK, Action.REQUEST_INTRODUCTION}
)


def findings(s: Situation) -> list[Finding]:
    """Return every rule that holds now, in the order in which their steps come."""
    return [
        *_holding(s, (*OBLIGATIONS, *OCCASIONS, *SILENCE_AND_REST, *THEIRS)),
        *postponing.findings(s),
        *_holding(s, (*WISHES, *GROWTH_AND_UPKEEP, *CAUTIONS)),
    ]


def proposals(s: Situation, found: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose steps may come out now, the one to take first."""
    steps = [finding for finding in found if finding.step is not None]
    rests = [finding for finding in steps if finding.rule in {"silence.stop", "signals.disinterested"}]
    if rests:
        occasions = all(finding.rule == "silence.stop" for finding in rests)
        return [*(f for f in steps if _goes_in_rest(f, occasions=occasions)), *rests]
    if s.planned is not None or s.planned_today is not None:
        return [f for f in steps if f.rule not in UPKEEP and (is_obligation(f) or f.rule == "easy-win.occasion")]
    return steps


def presses(s: Situation) -> bool:
    """Say whether something is owed, or an occasion stands: only then can the step be one that rank does not decide."""
    holding = _holding(s, (*OBLIGATIONS, *OCCASIONS, warmth.keep_in_touch))
    return any(
        finding.step is not None and (finding.rule not in UPKEEP or is_obligation(finding)) for finding in holding
    )


def is_obligation(finding: Finding) -> bool:
    """Say whether the step of a finding is owed: it comes first and is never cut."""
    if finding.rule in UPKEEP:  # past the longest interval a touch is owed
        return finding.step is not None and finding.step.due_at is not None
    return finding.rule == "follow-up.by-hand" or action_of(finding) in OBLIGING


def action_of(finding: Finding) -> Action | None:
    """Return what the step of a finding does."""
    return finding.step.action if finding.step else None


def _holding(s: Situation, rules: Iterable[Rule]) -> Iterable[Finding]:
    for rule in rules:
        finding = rule(s)
        if finding is not None:
            yield replace(finding, step=None) if is_put_off(s, finding) else finding


def _goes_in_rest(finding: Finding, *, occasions: bool) -> bool:
    """Say whether a step goes while the contact rests: what is owed, save events, and an occasion after silence."""
    if finding.rule == "easy-win.occasion":
        return occasions
    if finding.rule in UPKEEP:
        return False
    return is_obligation(finding) and action_of(finding) not in _AT_EVENTS
