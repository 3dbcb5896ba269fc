import pytest

from comity.coach.finding import Draft
from comity.coach.headlines import headline
from comity.coach.step import Via
from comity.coach.words import Action, AskSize


class TestHeadline:
    @pytest.mark.parametrize("action", Action)
    def test_names_somebody_for_every_action(self, action: Action) -> None:
        assert "Sam" in headline(Draft(action), "Sam", AskSize.NONE, None)

    def test_names_what_is_asked_and_of_whom(self) -> None:
        via = Via("ben", "Ben Ito", ("ben", "sam"), 0.4)

        assert headline(Draft(Action.MAKE_ASK), "Sam", AskSize.REFERRAL, None) == "Ask Sam for a referral"
        assert headline(Draft(Action.REQUEST_INTRODUCTION), "Sam", AskSize.INTRODUCTION, via).startswith("Ask Ben")
        assert headline(Draft(Action.THANK), "Sam", AskSize.QUESTION, None) == "Thank Sam, with one small question"
