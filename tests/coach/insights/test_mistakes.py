import pytest

from comity.coach.insights.mistakes import FIXES, HABITS, TITLES, Habit, habits
from comity.coach.insights.moments import Moment
from comity.coach.step import Evidence
from comity.coach.words import Mistake, Trend
from tests.coach.plain import NOW, ago

ASSESS = Mistake.NOT_ASSESSING


def moments(
    days_ago: float, made: int, of: int, mistake: Mistake = ASSESS, rule: str = "signals.assess"
) -> list[Moment]:
    return [
        Moment(
            mistake, rule, ago(days_ago), number < made, "sam", Evidence("interaction", f"{days_ago}-{number}"), "It."
        )
        for number in range(of)
    ]


def row(*found: list[Moment], mistake: Mistake = ASSESS, since: float = 180) -> Habit:
    rows = habits([one for some in found for one in some], since=ago(since), as_of=NOW)
    return next(one for one in rows if one.mistake is mistake)


class TestHabits:
    def test_are_the_eight_even_of_nothing(self) -> None:
        rows = habits([], since=ago(180), as_of=NOW)

        assert [one.mistake for one in rows] == list(Mistake)
        assert [one.number for one in rows] == list(range(1, 9))
        assert all(one.fix.text and one.text and not one.made.of for one in rows)

    def test_begin_with_what_is_surely_made_often(self) -> None:
        one_slip = moments(20, 1, 1, Mistake.TOO_MUCH_TOO_SOON, "ask.too-soon")
        habit = moments(20, 20, 40)

        rows = habits([*one_slip, *habit], since=ago(180), as_of=NOW)

        assert [one.mistake for one in rows[:2]] == [ASSESS, Mistake.TOO_MUCH_TOO_SOON]

    def test_count_in_the_period_alone(self) -> None:
        assert (row(moments(20, 2, 3), moments(100, 5, 5), since=30).made.count) == 2

    @pytest.mark.parametrize(
        ("recent", "before", "trend"),
        [
            ((0, 20), (15, 20), Trend.BETTER),
            ((15, 20), (0, 20), Trend.WORSE),
            ((10, 20), (9, 20), Trend.STEADY),
            ((7, 7), (0, 20), Trend.TOO_FEW),
        ],
    )
    def test_say_where_they_go(self, recent: tuple[int, int], before: tuple[int, int], trend: Trend) -> None:
        assert row(moments(20, *recent), moments(100, *before)).trend is trend

    def test_are_told_in_one_or_in_many(self) -> None:
        assert row(moments(20, 1, 1)).text == "1 conversation never assessed, of 1 conversation."
        assert row(moments(20, 2, 3)).text == "2 conversations never assessed, of 3 conversations."

    def test_show_the_latest_evidence(self) -> None:
        evidence = row(moments(100, 8, 8), moments(20, 4, 9)).evidence

        assert [moment.at for moment in evidence] == [ago(20)] * 4 + [ago(100)] * 6

    def test_propose_the_fix_for_the_rule_broken_most(self) -> None:
        mistake = Mistake.NOT_TAILORING
        found = row(
            moments(20, 1, 5, mistake, "timing.hours"), moments(30, 2, 2, mistake, "timing.new-job"), mistake=mistake
        )

        assert found.fix.rule == "timing.new-job"

    def test_have_words_for_every_mistake(self) -> None:
        assert {*TITLES} == {*HABITS} == {*FIXES} == {*Mistake}
