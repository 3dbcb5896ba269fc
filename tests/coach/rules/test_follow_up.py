from comity.coach.history import HandMadeFollowUp
from comity.coach.rules import follow_up
from comity.coach.words import Action, AskSize
from tests.coach.plain import ago, rapport, situation


class TestByHand:
    def test_does_what_the_owner_planned(self) -> None:
        planned = HandMadeFollowUp("f", ago(1), Action.PROPOSE_MEETING, "about the talk")

        found = follow_up.by_hand(situation(*rapport(), follow_ups=(planned,)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.PROPOSE_MEETING, AskSize.MEETING)

    def test_caps_its_ask(self) -> None:
        planned = HandMadeFollowUp("f", ago(1), Action.MAKE_ASK, ask_size=AskSize.REFERRAL)

        found = follow_up.by_hand(situation(follow_ups=(planned,)))

        assert found is not None
        assert found.step is not None
        assert found.step.ask_size is AskSize.SHORT_CALL

    def test_is_silent_until_it_is_due(self) -> None:
        planned = HandMadeFollowUp("f", ago(-1), Action.RECONNECT)

        assert follow_up.by_hand(situation(follow_ups=(planned,))) is None
