"""Trust stages: what was earned, what a note corrected, and what time has worn off (playbook §2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor

from comity.coach.days import days_between
from comity.coach.exchanges import DayOfExchange
from comity.coach.history import Touch
from comity.coach.thresholds import StageRow, Thresholds
from comity.coach.touches import momentum_of
from comity.coach.words import TrustStage


@dataclass(frozen=True, slots=True)
class Record:
    """What trust is made of, each in time order.

    exchanges: one for each of the owner's days, by which spans are counted. lapses: when promises of theirs lapsed.
    """

    exchanges: Sequence[DayOfExchange]
    conversations: Sequence[Touch]
    assessed: Sequence[Touch]
    lapses: Sequence[datetime]


def stage_of(record: Record, corrections: Sequence[Touch], *, as_of: datetime, limits: Thresholds) -> TrustStage:
    """Return the trust stage at `as_of`.

    corrections: notes that state a stage, in time order. Upward a note is a floor; downward it is the start from which
    later evidence rises: what came before it no longer counts.
    """
    since: datetime | None = None
    least = TrustStage.STRANGER
    for note in corrections:
        stated = note.trust_stage or least
        if stated < max(least, _earned(record, since, note.occurred_at, limits)):
            since = note.occurred_at
        least = stated
    return max(least, _earned(record, since, as_of, limits))


def effective(
    stage: TrustStage, *, last_proof_at: datetime | None, half_life_days: float, as_of: datetime, limits: Thresholds
) -> TrustStage:
    """Return the stage that counts for asks: a long silence lowers it, never below `acquainted` from `rapport` up.

    last_proof_at: the last exchange, else the correcting note.
    """
    if last_proof_at is None:
        return stage
    lost = floor(days_between(last_proof_at, as_of) / half_life_days) - limits.dormant_half_lives
    least = TrustStage.ACQUAINTED if stage >= TrustStage.RAPPORT else TrustStage.STRANGER
    return max(least, stage.below(max(0, lost)))


def _earned(record: Record, since: datetime | None, until: datetime, limits: Thresholds) -> TrustStage:
    if not record.exchanges:
        return TrustStage.STRANGER
    for stage, rows in limits.stage_rows.items():
        if any(_holds(row, record, since, until, limits) for row in rows):
            return stage
    return TrustStage.STRANGER


def _holds(row: StageRow, record: Record, since: datetime | None, until: datetime, limits: Thresholds) -> bool:
    exchanges = [one.day for one in record.exchanges if one.at <= until and (since is None or one.at > since)]
    if len(exchanges) < row.exchanges or (exchanges[-1] - exchanges[0]).days < row.span_days:
        return False
    if len(_between(record.conversations, since, until)) < row.conversations:
        return False
    if row.momentum is not None:
        shown = sum(momentum_of(touch) for touch in _between(record.assessed, since, until))
        if shown < row.momentum:
            return False
    memory = until - timedelta(days=limits.lapse_memory_days)
    return not (row.promises_hold and any(memory < lapse <= until for lapse in record.lapses))


def _between(touches: Sequence[Touch], since: datetime | None, until: datetime) -> list[Touch]:
    return [touch for touch in touches if touch.occurred_at <= until and (since is None or touch.occurred_at > since)]
