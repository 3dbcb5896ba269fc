import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.coach.correspondence import Correspondence


def played(*words: tuple[str, float]) -> Correspondence:
    correspondence = Correspondence()
    for who, day in words:
        (correspondence.wrote if who == "me" else correspondence.heard)(day)
    return correspondence


class TestAt:
    def test_knows_nothing_at_first(self) -> None:
        seen = Correspondence().at(20_000)

        assert (seen.silence, seen.sent, seen.heard, seen.asked, seen.opening) == (None, 0, 0, 0, True)

    def test_counts_an_answer_within_a_week(self) -> None:
        seen = played(("me", 100), ("they", 107)).at(107)

        assert (seen.asked, seen.answered, seen.row) == pytest.approx((2 ** (-7 / 365), 2 ** (-7 / 365), 0))

    def test_counts_silence_when_the_week_is_over(self) -> None:
        waiting = played(("me", 100))

        assert waiting.at(106).asked == 0
        assert waiting.at(108).asked > 0
        assert waiting.at(108).answered == 0

    def test_takes_a_late_word_for_no_answer(self) -> None:
        seen = played(("me", 100), ("they", 110)).at(110)

        assert seen.answered == 0
        assert (seen.asked > 0, seen.row, seen.silence) == (True, 0, 0)

    def test_forgets_by_half_in_a_year(self) -> None:
        correspondence = played(("me", 100), ("they", 100))

        assert correspondence.at(100).answered == 1
        assert correspondence.at(465).answered == pytest.approx(0.5)

    def test_forgets_by_half_in_ten_touches(self) -> None:
        correspondence = played(("me", 100), ("they", 100), *[("me", 100)] * 10)

        seen = correspondence.at(108)

        assert seen.answered == pytest.approx(2 ** (-8 / 365) / 2)
        assert seen.asked == pytest.approx(2 ** (-8 / 365) * sum(2 ** (-after / 10) for after in range(11)))

    def test_counts_touches_in_a_row(self) -> None:
        assert played(("they", 90), ("me", 100), ("me", 101)).at(102).row == 2

    def test_misses_no_answer_where_none_is_expected(self) -> None:
        correspondence = played(("they", 100))
        correspondence.wrote(100.5, expects=False)

        seen = correspondence.at(120)

        assert (seen.sent, seen.row, seen.asked) == (1, 0, 0)

    def test_is_an_opening_after_a_fortnight_without_a_word(self) -> None:
        correspondence = played(("they", 100))

        assert not correspondence.at(113).opening
        assert correspondence.at(114).opening


class TestOpenings:
    def test_counts_those_that_were_answered(self) -> None:
        correspondence = played(("me", 100), ("me", 101), ("they", 103), ("me", 104), ("they", 105), ("me", 130))
        correspondence.settle(138)

        assert (correspondence.openings, correspondence.revived) == (2, 1)

    def test_counts_none_whose_week_is_not_over(self) -> None:
        correspondence = played(("me", 100))
        correspondence.settle(106)

        assert correspondence.openings == 0

    def test_takes_a_late_answer_for_none(self) -> None:
        correspondence = played(("me", 100), ("they", 108))

        assert (correspondence.openings, correspondence.revived) == (1, 0)


class TestAsItWas:
    @given(
        words=st.lists(st.tuples(st.sampled_from(["me", "they"]), st.floats(0, 60))),
        days=st.floats(0, 400),
    )
    def test_shows_on_a_later_day_what_it_would_have_shown(self, words: list[tuple[str, float]], days: float) -> None:
        correspondence = played(*sorted(words, key=lambda word: word[1]))
        correspondence.at(60)

        again = Correspondence.as_it_was(correspondence.state())

        assert again.at(60 + days) == correspondence.at(60 + days)
