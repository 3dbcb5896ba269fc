import pytest

from comity.coach.responsiveness import Responsiveness, responsiveness_of, rungs_above
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Seniority, TrustStage
from tests.coach.plain import NOW, ago


class TestResponsivenessOf:
    def test_begins_with_the_stage_and_the_rungs_between(self) -> None:
        found = responsiveness_of((), stage=TrustStage.RAPPORT, rungs=2, as_of=NOW, limits=DEFAULTS)

        assert found.mean == pytest.approx(0.5)

    def test_learns_from_each_touch_and_forgets(self) -> None:
        fresh = responsiveness_of([(NOW, True)], stage=TrustStage.STRANGER, rungs=0, as_of=NOW, limits=DEFAULTS)
        old = responsiveness_of([(ago(365), True)], stage=TrustStage.STRANGER, rungs=0, as_of=NOW, limits=DEFAULTS)

        assert fresh.mean == pytest.approx(2 / 5)
        assert old.mean == pytest.approx(1.5 / 4.5)


class TestResponsiveness:
    def test_spans_nine_tenths(self) -> None:
        even = Responsiveness(1, 1)

        assert [even.low, even.high] == pytest.approx([0.05, 0.95])

    def test_narrows_with_evidence(self) -> None:
        known = Responsiveness(30, 10)

        assert [known.low, known.high] == pytest.approx([0.6324, 0.8531], abs=1e-3)


class TestRungsAbove:
    def test_counts_only_upward(self) -> None:
        assert rungs_above(Seniority.EXECUTIVE, Seniority.MID) == 3
        assert rungs_above(Seniority.STUDENT, Seniority.MID) == 0
        assert rungs_above(None, Seniority.STUDENT) == 0
