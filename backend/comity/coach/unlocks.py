"""What opens the next rung of the ask ladder (playbook §3, `ask.too-soon`)."""

from datetime import timedelta

from comity.coach import phrases
from comity.coach.relationship import Relationship
from comity.coach.step import Rung
from comity.coach.thresholds import Thresholds
from comity.coach.words import AskSize, TrustStage


def path(size: AskSize, relationship: Relationship, name: str, limits: Thresholds) -> tuple[Rung, ...]:
    """Return each rung up to a wanted ask, open or not, and what opens it."""
    return tuple(
        Rung(rung, rung <= relationship.max_ask, opens(rung, relationship, name, limits))
        for rung in AskSize
        if AskSize.NONE < rung <= size
    )


def opens(size: AskSize, relationship: Relationship, name: str, limits: Thresholds) -> str:
    """Return what opens a rung for the owner, as a sentence about this relationship."""
    if size <= relationship.max_ask:
        return f"{phrases.sentence(phrases.ask(size))} is open now."
    if relationship.behind_wall:
        return f"A warm introduction, or a word from {name}, opens the first rung."
    stage = _stage_for(size, limits)
    if stage <= relationship.effective_stage:
        return f"A reference opens with {_talks(limits)}: who cannot speak in detail cannot help."
    if stage <= relationship.trust_stage:
        return f"One exchange with {name} revives what you had and opens {phrases.ask(size)}."
    needs = _needs(stage, relationship, limits)
    return f"{phrases.sentence(phrases.ask(size))} opens with {needs}; so far {_so_far(relationship)}."


def _stage_for(size: AskSize, limits: Thresholds) -> TrustStage:
    """Return the first stage that allows an ask; a reference comes with `trusted` once they can speak in detail."""
    if size is AskSize.REFERENCE:
        return TrustStage.TRUSTED
    return next(stage for stage in TrustStage if size <= limits.largest_ask[stage])


def _talks(limits: Thresholds) -> str:
    return (
        f"{phrases.counted(limits.reference_talks, 'conversation')} of {limits.substantive_minutes} minutes or longer"
    )


def _needs(stage: TrustStage, relationship: Relationship, limits: Thresholds) -> str:
    row = limits.stage_rows[stage][0]
    needs = [phrases.counted(row.exchanges, "exchange")]
    if row.span_days:
        needs[0] += f" over {row.span_days} days"
    if row.conversations:
        needs.append(phrases.counted(row.conversations, "conversation"))
    if row.momentum:
        needs.append("good signals")
    if row.promises_hold and _broke_a_promise(relationship, limits):
        needs.append("a year without a broken promise of theirs")
    return phrases.listed(needs)


def _broke_a_promise(relationship: Relationship, limits: Thresholds) -> bool:
    memory = relationship.as_of - timedelta(days=limits.lapse_memory_days)
    return any(state.lapsed_at is not None and state.lapsed_at > memory for state in relationship.promises)


def _so_far(relationship: Relationship) -> str:
    exchanges = phrases.counted(relationship.exchanges, "exchange")
    first, last = relationship.first_reciprocated_at, relationship.last_reciprocated_at
    if first is not None and last is not None and (last - first).days > 0:
        exchanges += f" over {phrases.counted((last - first).days, 'day')}"
    return f"{exchanges} and {phrases.counted(len(relationship.conversations), 'conversation')}"
