import pytest

from comity.coach import ladder
from comity.coach.history import Touch
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize, TrustStage
from tests.coach.plain import NOW, talked


def highest(stage: TrustStage, *talks: Touch, behind_wall: bool = False) -> AskSize:
    return ladder.max_ask(stage, behind_wall=behind_wall, talks=talks, as_of=NOW, limits=DEFAULTS)


class TestMaxAsk:
    @pytest.mark.parametrize(("stage", "size"), DEFAULTS.largest_ask.items())
    def test_goes_by_the_stage(self, stage: TrustStage, size: AskSize) -> None:
        assert highest(stage) is size

    def test_asks_nothing_behind_the_wall(self) -> None:
        assert highest(TrustStage.STRANGER, behind_wall=True) is AskSize.NONE

    def test_needs_three_real_talks_in_two_years_for_a_reference(self) -> None:
        real = [talked(days, minutes=15) for days in (700, 300, 10)]

        assert highest(TrustStage.TRUSTED, *real) is AskSize.REFERENCE
        assert highest(TrustStage.TRUSTED, *real[1:], talked(5, minutes=14)) is AskSize.REFERRAL
        assert highest(TrustStage.TRUSTED, *real[1:], talked(731)) is AskSize.REFERRAL


class TestCapped:
    def test_leaves_what_is_allowed(self) -> None:
        assert ladder.capped(AskSize.REFERRAL, AskSize.REFERENCE) is AskSize.REFERRAL

    def test_falls_back_to_the_small_rungs(self) -> None:
        assert ladder.capped(AskSize.REFERRAL, AskSize.INTRODUCTION) is AskSize.MEETING
        assert ladder.capped(AskSize.REFERRAL, AskSize.SHORT_CALL) is AskSize.SHORT_CALL
        assert ladder.capped(AskSize.REFERRAL, AskSize.NONE) is AskSize.NONE
