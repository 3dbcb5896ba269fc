from comity.coach.rules import trust
from comity.coach.words import Action, AskSize, Purpose, Seniority
from tests.coach.plain import day, got, rapport, sam, sent, situation, talked


class TestFirst:
    def test_introduces_the_owner_with_a_question(self) -> None:
        found = trust.first(situation())

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.INTRODUCE_YOURSELF, AskSize.QUESTION)

    def test_asks_what_is_wanted_where_that_is_allowed(self) -> None:
        found = trust.first(situation(want=AskSize.SHORT_CALL))

        assert found is not None
        assert found.step is not None
        assert found.step.ask_size is AskSize.SHORT_CALL

    def test_introduces_the_owner_to_a_mere_connection(self) -> None:
        found = trust.first(situation(person=sam(connected_on=day(5))))

        assert found is not None
        assert found.step is not None

    def test_only_shapes_the_message_to_somebody_met(self) -> None:
        found = trust.first(situation(person=sam(how_met="at DataConf")))

        assert found is not None
        assert found.step is None

    def test_starts_anew_once_after_a_long_silence(self) -> None:
        once = trust.first(situation(sent(60)))

        assert once is not None
        assert once.step is not None
        assert trust.first(situation(sent(300), sent(250))) is None

    def test_starts_anew_for_a_wish_after_the_rest(self) -> None:
        found = trust.first(situation(sent(300), sent(250), want=AskSize.QUESTION))

        assert found is not None
        assert found.step is not None

    def test_is_silent_from_rapport_up_and_after_the_first_message(self) -> None:
        assert trust.first(situation(*rapport())) is None
        assert trust.first(situation(talked(20), sent(19, purpose=Purpose.THANKS))) is None
        assert trust.first(situation(sent(20), got(19))) is None

    def test_writes_to_nobody_behind_the_wall(self) -> None:
        found = trust.first(situation(person=sam(seniority=Seniority.EXECUTIVE)))

        assert found is not None
        assert found.step is None
