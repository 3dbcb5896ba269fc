"""Trust stages: what was earned, what a note corrected, and what time has worn off (playbook §2)."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import accumulate
from math import floor
from typing import NamedTuple

from comity.coach.days import days_between
from comity.coach.exchanges import DayOfExchange
from comity.coach.history import Touch
from comity.coach.thresholds import StageRow, Thresholds
from comity.coach.touches import momentum_of
from comity.coach.words import TrustStage


class Record:
    """What trust is made of, each in time order.

    exchanges: one for each of the owner's days, by which spans are counted. lapses: when promises of theirs lapsed.
    Whoever looks back asks for many days of one log: it is walked over once, and each day is found in it.
    """

    def __init__(
        self,
        exchanges: Sequence[DayOfExchange],
        conversations: Sequence[Touch],
        assessed: Sequence[Touch],
        lapses: Sequence[datetime],
    ) -> None:
        self.lapses = lapses
        self._days = [one.day for one in exchanges]
        self._exchanged_at = [one.at for one in exchanges]
        self._spoke_at = [talk.occurred_at for talk in conversations]
        self._assessed_at = [touch.occurred_at for touch in assessed]
        self._momentum = list(accumulate(map(momentum_of, assessed), initial=0))

    def between(self, since: datetime | None, until: datetime) -> "_Shown":
        """Return what there was after `since`, and not after `until`."""
        first, last = _places(self._exchanged_at, since, until)
        spoke, spoken = _places(self._spoke_at, since, until)
        began, ended = _places(self._assessed_at, since, until)
        return _Shown(
            exchanges=last - first,
            days=(self._days[last - 1] - self._days[first]).days if last > first else 0,
            conversations=spoken - spoke,
            momentum=self._momentum[ended] - self._momentum[began],
        )


class _Shown(NamedTuple):
    """What a time showed: on how many days there was an exchange, over how many days, the talks, and their signs."""

    exchanges: int
    days: int
    conversations: int
    momentum: int


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
    shown = record.between(since, until)
    if not shown.exchanges:
        return TrustStage.STRANGER
    memory = until - timedelta(days=limits.lapse_memory_days)
    broken = any(memory < lapse <= until for lapse in record.lapses)
    for stage, rows in limits.stage_rows.items():
        for row in rows:
            if _holds(row, shown) and not (broken and row.promises_hold):
                return stage
    return TrustStage.STRANGER


def _holds(row: StageRow, shown: _Shown) -> bool:
    if shown.exchanges < row.exchanges or shown.days < row.span_days or shown.conversations < row.conversations:
        return False
    return row.momentum is None or shown.momentum >= row.momentum


def _places(instants: Sequence[datetime], since: datetime | None, until: datetime) -> tuple[int, int]:
    """Return the places of the first instant after `since`, and of the first after `until`."""
    return 0 if since is None else bisect_right(instants, since), bisect_right(instants, until)
