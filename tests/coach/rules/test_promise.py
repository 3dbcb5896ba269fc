from comity.coach.rules import promise
from comity.coach.words import Action, Party, PromiseStatus, Purpose
from tests.coach.plain import ago, goal, promised, sent, situation


class TestMine:
    def test_comes_two_days_before_it_is_due(self) -> None:
        found = promise.mine(situation(promises=(promised(Party.ME, made=5, due=-2),)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.DELIVER_PROMISE
        assert promise.mine(situation(promises=(promised(Party.ME, made=5, due=-3),))) is None

    def test_is_due_a_week_after_it_was_made_without_a_date(self) -> None:
        assert promise.mine(situation(promises=(promised(Party.ME, made=5),))) is not None
        assert promise.mine(situation(promises=(promised(Party.ME, made=4),))) is None

    def test_ends_when_it_is_kept(self) -> None:
        kept = promised(Party.ME, made=20, due=10, status=PromiseStatus.KEPT, resolved_at=ago(12))

        assert promise.mine(situation(promises=(kept,))) is None


class TestTheirs:
    def test_checks_a_week_after_it_was_due(self) -> None:
        found = promise.theirs(situation(promises=(promised(Party.THEM, made=20, due=7),)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.CHECK_PROMISE
        assert promise.theirs(situation(promises=(promised(Party.THEM, made=20, due=6),))) is None

    def test_checks_a_fortnight_after_it_was_made_without_a_date(self) -> None:
        assert promise.theirs(situation(promises=(promised(Party.THEM, made=14),))) is not None
        assert promise.theirs(situation(promises=(promised(Party.THEM, made=13),))) is None

    def test_checks_once_for_all_that_are_open(self) -> None:
        check = sent(10, purpose=Purpose.PROMISE_CHECK)
        both = (promised(Party.THEM, made=40, due=20, id="a"), promised(Party.THEM, made=30, due=9, id="b"))

        assert promise.theirs(situation(check, promises=both)) is None


class TestKeepTheBall:
    def test_names_the_day_and_another_way(self) -> None:
        found = promise.keep_the_ball(situation(promises=(promised(Party.THEM, made=5, due=-2),), goals=[goal()]))

        assert found is not None
        assert found.step is None
        assert "19 March" in found.text
        assert "find a mentor" in found.text


class TestLapsed:
    def test_holds_a_fortnight_after_the_check(self) -> None:
        open_promise = promised(Party.THEM, made=60, due=40)

        assert promise.lapsed(situation(sent(14, purpose=Purpose.PROMISE_CHECK), promises=(open_promise,))) is not None
        assert promise.lapsed(situation(sent(13, purpose=Purpose.PROMISE_CHECK), promises=(open_promise,))) is None
