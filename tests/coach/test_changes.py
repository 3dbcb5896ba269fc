from comity.coach.changes import first_change, next_instant
from comity.coach.history import Birthday
from tests.coach.plain import ago, day, sam, sent, situation, talked


class TestNextInstant:
    def test_comes_when_the_window_of_silence_is_over(self) -> None:
        assert next_instant(situation(sent(3))) == ago(-4)


class TestFirstChange:
    def test_finds_the_day_on_which_a_tie_turns_cold(self) -> None:
        change = first_change(situation(talked(10), sent(9, expects_reply=False)))

        assert change is not None
        assert change.date() == day(-21)  # thirty days after the owner's last touch

    def test_finds_what_comes_before(self) -> None:
        change = first_change(situation(talked(10), sent(9, expects_reply=False), person=sam(birthday=Birthday(3, 20))))

        assert change is not None
        assert change.date() == day(-7)
