import pytest

from comity.coach.insights.conversing import not_assessed, one_offs
from comity.coach.words import Kind, Signal
from tests.coach.insights.pasts import past
from tests.coach.plain import got, sam, sent, talked


class TestOneOffs:
    @pytest.mark.parametrize("after", [(sent(58),), (sent(54),), (talked(55),)])
    def test_is_content_with_a_word_or_a_talk_in_the_same_week(self, after: tuple[object, ...]) -> None:
        first, *_ = one_offs(past(talked(60), *after))  # type: ignore[arg-type]

        assert not first.made

    @pytest.mark.parametrize("after", [(), (sent(50),), (got(58),), (sent(61),)])
    def test_misses_what_came_late_or_from_them(self, after: tuple[object, ...]) -> None:
        (moment,) = one_offs(past(talked(60), *after))  # type: ignore[arg-type]

        assert moment.made
        assert moment.rule == "meeting.next-step"

    def test_waits_until_the_thanks_are_due(self) -> None:
        assert list(one_offs(past(talked(1)))) == []

    def test_lets_a_weekend_pass(self) -> None:
        friday_evening = talked(3.6)  # Friday, 18:36: two days later is Sunday, and NOW is Tuesday morning

        assert len(list(one_offs(past(friday_evening)))) == 1
        assert list(one_offs(past(talked(1.6)))) == []

    def test_takes_a_planned_talk_for_the_next_step(self) -> None:
        (moment,) = one_offs(past(talked(5), talked(-4)))

        assert not moment.made

    def test_does_not_take_a_plan_of_today_for_a_step_of_then(self) -> None:
        (moment,) = one_offs(past(talked(60), talked(-4)))

        assert moment.made

    def test_asks_nothing_about_whom_nobody_may_write_to(self) -> None:
        assert list(one_offs(past(talked(60), person=sam(do_not_contact=True)))) == []


class TestNotAssessed:
    def test_counts_what_nobody_noted(self) -> None:
        log = (
            talked(90, assessed=False),
            talked(60),
            talked(30, assessed=False, signals=(Signal.CANDID,)),
            talked(20, kind=Kind.EVENT, assessed=False),
        )

        assert [moment.made for moment in not_assessed(past(*log))] == [True, False, False, True]

    def test_waits_two_days(self) -> None:
        assert list(not_assessed(past(talked(1, assessed=False)))) == []

    def test_leaves_imported_talks_alone(self) -> None:
        assert list(not_assessed(past(talked(60, assessed=False, imported=True)))) == []
