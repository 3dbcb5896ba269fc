import pytest

from comity.coach.pressing import USUAL_CLOSING, closing_rate_of, doubted
from tests.coach.plain import got, sent, situation


class TestClosingRateOf:
    def test_begins_with_the_usual_rate_and_learns(self) -> None:
        assert closing_rate_of(pressed=0, closed=0) == USUAL_CLOSING
        assert closing_rate_of(pressed=990, closed=299.5) == pytest.approx(0.3)
        assert closing_rate_of(pressed=200, closed=0) < 0.003


class TestDoubted:
    def test_leaves_a_chance_where_nobody_minds(self) -> None:
        assert doubted(0.4, 0.0) == 0.4

    def test_falls_with_what_is_at_risk_and_never_below_nothing(self) -> None:
        assert doubted(0.4, 0.05) == pytest.approx(0.25)
        assert doubted(0.4, 0.3) == 0.0


class TestOfTheFold:
    def test_is_pressing_after_two_silences_of_half_a_year(self) -> None:
        assert situation(sent(180), sent(60)).relationship.pressing
        assert not situation(sent(181), sent(60)).relationship.pressing
        assert not situation(sent(60)).relationship.pressing

    def test_ends_with_a_word_of_theirs(self) -> None:
        assert not situation(sent(80), sent(60), got(50)).relationship.pressing

    def test_counts_the_touches_that_pressed(self) -> None:
        relationship = situation(sent(400), sent(390), sent(380), got(370), sent(300), sent(290), sent(100), sent(5))

        assert relationship.relationship.pressed == 1
