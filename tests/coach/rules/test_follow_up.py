import pytest

from comity.coach.choose import choose_in
from comity.coach.days import DAY
from comity.coach.history import HandMadeFollowUp, Touch
from comity.coach.rules import follow_up
from comity.coach.words import Action, AskOutcome, AskSize
from tests.coach.plain import TODAY, ago, got, rapport, sent, situation


class TestByHand:
    def test_does_what_the_owner_planned(self) -> None:
        planned = HandMadeFollowUp("f", ago(1), Action.PROPOSE_MEETING, "about the talk")

        found = follow_up.by_hand(situation(*rapport(), follow_ups=(planned,)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.PROPOSE_MEETING, AskSize.MEETING)

    @pytest.mark.parametrize(
        ("log", "headline"),
        [((), "Follow up with Sam"), ((sent(9),), "Follow up once with Sam, shorter than before")],
    )
    def test_is_shorter_than_before_where_there_was_a_word_before(self, log: tuple[Touch, ...], headline: str) -> None:
        planned = HandMadeFollowUp("f", ago(1), Action.FOLLOW_UP)

        assert choose_in(situation(*log, follow_ups=(planned,))).headline == headline

    def test_caps_its_ask(self) -> None:
        planned = HandMadeFollowUp("f", ago(1), Action.MAKE_ASK, ask_size=AskSize.REFERRAL)

        step = choose_in(situation(follow_ups=(planned,)))

        assert (step.action, step.ask_size) == (Action.MAKE_ASK, AskSize.SHORT_CALL)
        assert step.headline == "Ask Sam for a 15-minute call"
        assert [caution.rule for caution in step.cautions] == ["ask.too-soon"]

    def test_asks_nothing_while_a_no_stands(self) -> None:
        declined = sent(60, ask_size=AskSize.MEETING, ask_outcome=AskOutcome.DECLINED)
        planned = HandMadeFollowUp("f", ago(1), Action.PROPOSE_MEETING)

        step = choose_in(situation(*rapport(), declined, follow_ups=(planned,)))

        assert (step.ask_size, step.headline) == (AskSize.NONE, "Write to Sam, and ask nothing yet")
        assert "ask.one-at-a-time" in [caution.rule for caution in step.cautions]

    def test_is_silent_until_it_is_due(self) -> None:
        planned = HandMadeFollowUp("f", ago(-1), Action.RECONNECT)

        assert follow_up.by_hand(situation(follow_ups=(planned,))) is None

    def test_has_the_rest_of_its_day_to_itself(self) -> None:
        planned = HandMadeFollowUp("f", ago(-0.1), Action.RECONNECT)

        step = choose_in(situation(follow_ups=(planned,)))

        assert (step.action, step.headline) == (Action.WAIT, "Give Sam time")
        assert step.reasons[0].text == "You planned to be in touch with Sam later today."
        assert step.window is not None
        assert step.window.opens_at == planned.due_at

    def test_leaves_the_day_to_what_is_owed(self) -> None:
        planned = HandMadeFollowUp("f", ago(-0.1), Action.RECONNECT)

        step = choose_in(situation(got(1), follow_ups=(planned,)))

        assert step.action is Action.REPLY


class TestSpread:
    def test_goes_on_to_the_first_day_with_room(self) -> None:
        load = {TODAY: 2, TODAY + DAY: 3, TODAY + 2 * DAY: 1}

        assert follow_up.spread(TODAY, load=load, room=2) == TODAY + 2 * DAY

    def test_stays_where_there_is_room(self) -> None:
        assert follow_up.spread(TODAY, load={TODAY: 1}, room=2) == TODAY
        assert follow_up.spread(TODAY, load={}, room=1) == TODAY
