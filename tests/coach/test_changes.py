from comity.coach.changes import first_change, next_change
from comity.coach.choose import choose_in
from comity.coach.history import Birthday
from tests.coach.plain import NOW, ago, day, sam, sent, situation, talked


class TestNextChange:
    def test_comes_when_the_window_of_silence_is_over(self) -> None:
        s = situation(sent(3))

        assert next_change(s.history, s.circumstances, choose_in(s), as_of=NOW) == ago(-4)

    def test_never_comes_where_contact_is_not_wanted(self) -> None:
        s = situation(sent(3), person=sam(do_not_contact=True))

        assert next_change(s.history, s.circumstances, choose_in(s), as_of=NOW) is None


class TestFirstChange:
    def test_finds_the_day_on_which_a_tie_turns_cold(self) -> None:
        change = first_change(situation(talked(10), sent(9, expects_reply=False)))

        assert change is not None
        assert change.date() == day(-21)  # thirty days after the owner's last touch

    def test_finds_what_comes_before(self) -> None:
        change = first_change(situation(talked(10), sent(9, expects_reply=False), person=sam(birthday=Birthday(3, 20))))

        assert change is not None
        assert change.date() == day(-7)
