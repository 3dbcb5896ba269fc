"""What opens the next rung of the ask ladder (playbook §3, `ask.too-soon`)."""

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
    return f"{phrases.sentence(phrases.ask(size))} opens with {_needs(stage, limits)}; so far {_so_far(relationship)}."


def _stage_for(size: AskSize, limits: Thresholds) -> TrustStage:
    """Return the first stage that allows an ask; a reference comes with `trusted` once they can speak in detail."""
    if size is AskSize.REFERENCE:
        return TrustStage.TRUSTED
    return next(stage for stage in TrustStage if size <= limits.largest_ask[stage])


def _talks(limits: Thresholds) -> str:
    return (
        f"{phrases.counted(limits.reference_talks, 'conversation')} of {limits.substantive_minutes} minutes or longer"
    )


def _needs(stage: TrustStage, limits: Thresholds) -> str:
    row = limits.stage_rows[stage][0]
    needs = [phrases.counted(row.exchanges, "exchange")]
    if row.span_days:
        needs[0] += f" over {row.span_days} days"
    if row.conversations:
        needs.append(phrases.counted(row.conversations, "conversation"))
    if row.momentum:
        needs.append("good signals")
    return phrases.listed(needs)


def _so_far(relationship: Relationship) -> str:
    exchanges = phrases.counted(relationship.exchanges, "exchange")
    return f"{exchanges} and {phrases.counted(len(relationship.conversations), 'conversation')}"
