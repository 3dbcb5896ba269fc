from datetime import timedelta

import pytest

from comity.coach.exchanges import by_day
from comity.coach.history import Touch
from comity.coach.thresholds import DEFAULTS
from comity.coach.trust import Record, effective, stage_of
from comity.coach.words import Direction, Kind, TrustStage
from tests.coach.plain import GOOD, NOW, ago, got, talked, touch


def record(*talks: Touch, words: tuple[int, ...] = (), lapses: tuple[int, ...] = ()) -> Record:
    """Exchanges by talks, and by words alone so many days ago."""
    touches = sorted((*talks, *(got(days) for days in words)), key=lambda touch: touch.occurred_at)
    days = by_day([(touch.occurred_at, touch) for touch in touches], "UTC")
    return Record(days, talks, talks, [ago(days_ago) for days_ago in lapses])


def stage(given: Record, *notes: Touch) -> TrustStage:
    return stage_of(given, notes, as_of=NOW, limits=DEFAULTS)


def note(days_ago: int, says: TrustStage) -> Touch:
    return touch(days_ago, Kind.NOTE, Direction.OUTBOUND, trust_stage=says)


def talks(count: int, over: int) -> tuple[Touch, ...]:
    """Good talks, evenly spread over so many days until today."""
    return tuple(talked(over - over * n / (count - 1), signals=GOOD) for n in range(count))


class TestStageOf:
    def test_climbs_row_by_row(self) -> None:
        assert stage(record()) is TrustStage.STRANGER
        assert stage(record(talked(5))) is TrustStage.ACQUAINTED
        assert stage(record(*talks(2, 14))) is TrustStage.RAPPORT
        assert stage(record(*talks(5, 90))) is TrustStage.TRUSTED
        assert stage(record(*talks(8, 365))) is TrustStage.ALLY

    def test_takes_time(self) -> None:
        assert stage(record(*talks(2, 13))) is TrustStage.ACQUAINTED
        assert stage(record(*talks(5, 89))) is TrustStage.RAPPORT

    def test_takes_words_alone_for_rapport(self) -> None:
        assert stage(record(words=(60, 45, 30, 15, 0))) is TrustStage.RAPPORT
        assert stage(record(words=(60, 45, 30, 0))) is TrustStage.ACQUAINTED

    def test_falls_with_a_broken_promise_for_a_year(self) -> None:
        assert stage(record(*talks(5, 90), lapses=(364,))) is TrustStage.RAPPORT
        assert stage(record(*talks(5, 90), lapses=(365,))) is TrustStage.TRUSTED

    def test_takes_a_note_upward_for_a_floor(self) -> None:
        assert stage(record(talked(5)), note(3, TrustStage.RAPPORT)) is TrustStage.RAPPORT
        assert stage(record(*talks(5, 90)), note(3, TrustStage.RAPPORT)) is TrustStage.TRUSTED

    def test_takes_a_note_downward_for_a_new_start(self) -> None:
        early = (talked(200, signals=GOOD), talked(100, signals=GOOD))
        later = (talked(50, signals=GOOD), talked(30, signals=GOOD))
        corrected = note(80, TrustStage.STRANGER)

        assert stage(record(*early), corrected) is TrustStage.STRANGER
        assert stage(record(*early, later[0]), corrected) is TrustStage.ACQUAINTED
        assert stage(record(*early, *later), corrected) is TrustStage.RAPPORT


class TestEffective:
    @pytest.mark.parametrize(
        ("half_lives", "expected"),
        [(2.9, TrustStage.ALLY), (3, TrustStage.TRUSTED), (4, TrustStage.RAPPORT), (9, TrustStage.ACQUAINTED)],
    )
    def test_loses_a_rung_with_each_half_life_after_the_second(self, half_lives: float, expected: TrustStage) -> None:
        proof = NOW - timedelta(days=30 * half_lives)

        found = effective(TrustStage.ALLY, last_proof_at=proof, half_life_days=30, as_of=NOW, limits=DEFAULTS)

        assert found is expected

    def test_lets_an_acquaintance_become_a_stranger(self) -> None:
        found = effective(TrustStage.ACQUAINTED, last_proof_at=ago(300), half_life_days=30, as_of=NOW, limits=DEFAULTS)

        assert found is TrustStage.STRANGER
