"""What came of the steps that were shown, rule by rule (playbook §8)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean

from comity.coach.deeds import does, is_deed
from comity.coach.insights.past import Past
from comity.coach.insights.rates import Rate, rate
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, Party, PromiseStatus, StepFate


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step that was shown, and what the owner decided about it, if anything.

    shown_at: when first. decided_at, fate: of the decision that holds. interaction_id: what `done` logged.
    reply_probability: the chance of an answer that was named, None where none was expected.
    """

    step_id: str
    contact_id: str | None
    action: Action
    rule: str
    shown_at: datetime
    reply_probability: float | None = None
    fate: StepFate | None = None
    decided_at: datetime | None = None
    interaction_id: str | None = None


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What became of a shown step. answered: within a week; None where no answer was expected, or it is too early.

    rose: whether the trust stage rose within a month of the deed; None where nothing was done, or it is too early.
    """

    rule: str
    fate: StepFate
    reply_probability: float | None = None
    answered: bool | None = None
    rose: bool | None = None


@dataclass(frozen=True, slots=True)
class HitRate:
    """How the steps of one rule fared. shown: in all. done and the others: of those. answered: of those done.

    expected: the mean chance of an answer that was named for those whose answer is known; None without any.
    """

    rule: str
    shown: int
    fates: dict[StepFate, int]
    done: Rate
    answered: Rate
    expected: float | None
    rose: Rate


def outcome_of(step: ShownStep, past: Past | None, limits: Thresholds = DEFAULTS) -> StepOutcome:
    """Return what became of a step, by the log as it is now. past: None where the step concerns nobody."""
    if past is None:
        return StepOutcome(step.rule, step.fate or StepFate.OPEN)
    fate, done_at, interaction_id = _fate(step, past)
    if fate is not StepFate.DONE:
        return StepOutcome(step.rule, fate, step.reply_probability)
    answered = _answered(interaction_id, past) if interaction_id else None
    return StepOutcome(step.rule, fate, step.reply_probability, answered, _rose(past, done_at, limits))


def hit_rates(outcomes: Iterable[StepOutcome], limits: Thresholds = DEFAULTS) -> list[HitRate]:
    """Return how the steps of each rule fared, those shown most often first."""
    by_rule: dict[str, list[StepOutcome]] = defaultdict(list)
    for outcome in outcomes:
        by_rule[outcome.rule].append(outcome)
    found = [_hit_rate(rule, some, limits) for rule, some in by_rule.items()]
    return sorted(found, key=lambda one: (-one.shown, one.rule))


def _fate(step: ShownStep, past: Past) -> tuple[StepFate, datetime, str | None]:
    """Return what became of a step, when, and by which interaction.

    Where nothing was decided the log tells: the step was done by hand, or something else instead, or nothing so far.
    """
    if step.fate is not None:
        return step.fate, step.decided_at or step.shown_at, step.interaction_id
    until = step.shown_at + timedelta(days=past.limits.step_days)
    settled_at = _settled_at(step, past)
    if settled_at is not None and step.shown_at < settled_at <= until:
        return StepFate.DONE, settled_at, None
    for touch in past.touches:
        if step.shown_at < touch.occurred_at <= until and is_deed(touch):
            fate = StepFate.DONE if does(step.action, touch) else StepFate.OTHER
            return fate, touch.occurred_at, touch.id
    return StepFate.OPEN if past.as_of < until else StepFate.PASSED_OVER, step.shown_at, None


def _settled_at(step: ShownStep, past: Past) -> datetime | None:
    """Return when the owner next kept a promise of theirs, where the step was to keep one."""
    if step.action is not Action.DELIVER_PROMISE:
        return None
    kept = (
        state.promise.resolved_at
        for state in past.promises
        if state.promise.by is Party.ME and state.status is PromiseStatus.KEPT and state.promise.resolved_at
    )
    return min((at for at in kept if at > step.shown_at), default=None)


def _answered(interaction_id: str, past: Past) -> bool | None:
    """Say whether what was done was answered within a week."""
    week = timedelta(days=past.limits.answer_within_days)
    for touch, answered_at in past.walk.answers:
        if touch.id == interaction_id:
            return answered_at - touch.occurred_at <= week
    for pending in past.walk.pending:
        if pending.touch.id == interaction_id and pending.expects:
            return False if past.as_of - pending.touch.occurred_at >= week else None
    return None


def _rose(past: Past, done_at: datetime, limits: Thresholds) -> bool | None:
    later = done_at + timedelta(days=limits.came_of_it_days)
    before, after = past.stage_at(done_at - timedelta(microseconds=1)), past.stage_at(min(later, past.as_of))
    if after > before:
        return True
    return False if later <= past.as_of else None


def _hit_rate(rule: str, some: Sequence[StepOutcome], limits: Thresholds) -> HitRate:
    fates = {fate: sum(one.fate is fate for one in some) for fate in StepFate}
    settled = len(some) - fates[StepFate.OPEN]
    answers = [one for one in some if one.answered is not None]
    named = [one.reply_probability for one in answers if one.reply_probability is not None]
    rises = [one.rose for one in some if one.rose is not None]
    return HitRate(
        rule,
        len(some),
        fates,
        done=rate(fates[StepFate.DONE], settled, limits),
        answered=rate(sum(one.answered is True for one in answers), len(answers), limits),
        expected=fmean(named) if named else None,
        rose=rate(sum(rises), len(rises), limits),
    )
