from comity.coach.rules import mutual
from comity.coach.words import Action, AskSize, Purpose, Seniority
from tests.coach.plain import day, goal, rapport, sam, sent, situation, talked


class TestBeforeNeed:
    def test_rekindles_a_cold_tie_first(self) -> None:
        found = mutual.before_need(situation(talked(40), want=AskSize.SHORT_CALL))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.SHARE_VALUE, AskSize.NONE)

    def test_calls_no_tie_cold_that_was_never_warm(self) -> None:
        found = mutual.before_need(situation(person=sam(connected_on=day(400)), want=AskSize.SHORT_CALL))

        assert found is not None
        assert "have not been in exchange yet" in found.text

    def test_holds_for_an_active_goal_too(self) -> None:
        assert mutual.before_need(situation(talked(40), goals=[goal()])) is not None
        assert mutual.before_need(situation(talked(40))) is None

    def test_waits_while_a_light_touch_works(self) -> None:
        shared = sent(10, purpose=Purpose.SHARE)

        found = mutual.before_need(situation(talked(100), shared, want=AskSize.SHORT_CALL))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.WAIT

    def test_is_silent_while_the_tie_is_warm(self) -> None:
        assert mutual.before_need(situation(*rapport(), want=AskSize.MEETING)) is None

    def test_leaves_a_mere_connection_behind_the_wall_to_the_introduction(self) -> None:
        person = sam(seniority=Seniority.EXECUTIVE, connected_on=day(400))

        assert mutual.before_need(situation(person=person, want=AskSize.SHORT_CALL)) is None


class TestOnlyAsks:
    asks = tuple(sent(days, ask_size=AskSize.QUESTION, expects_reply=False) for days in (30, 20, 10))

    def test_gives_after_three_asks_in_a_row(self) -> None:
        found = mutual.only_asks(situation(*self.asks, want=AskSize.QUESTION))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.SHARE_VALUE

    def test_is_over_with_a_touch_that_asks_nothing(self) -> None:
        assert mutual.only_asks(situation(*self.asks, sent(5), want=AskSize.QUESTION)) is None
