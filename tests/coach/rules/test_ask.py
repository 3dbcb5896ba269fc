from comity.coach.rules import ask
from comity.coach.words import Action, AskOutcome, AskSize, Direction, Kind, Signal
from tests.coach.plain import GOOD, goal, got, rapport, sent, situation, talked, touch


class TestTooSoon:
    def test_caps_a_reference_wanted_of_a_stranger_to_a_call(self) -> None:
        found = ask.too_soon(situation(want=AskSize.REFERENCE))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.PROPOSE_CALL, AskSize.SHORT_CALL)

    def test_caps_a_referral_wanted_at_rapport_to_a_coffee(self) -> None:
        found = ask.too_soon(situation(*rapport(), want=AskSize.REFERRAL))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.PROPOSE_MEETING, AskSize.MEETING)

    def test_says_what_is_open_and_what_opens_the_next_rung(self) -> None:
        found = ask.too_soon(situation(talked(10), want=AskSize.INTRODUCTION))

        assert found is not None
        assert "What fits instead: a 15-minute call." in found.text
        assert "opens with two exchanges over 14 days, one conversation and good signals" in found.text

    def test_is_silent_where_the_ask_fits(self) -> None:
        assert ask.too_soon(situation(*rapport(), want=AskSize.INTRODUCTION)) is None


class TestCallBeforeCoffee:
    def test_offers_a_call_below_rapport(self) -> None:
        found = ask.call_before_coffee(situation(want=AskSize.MEETING))

        assert found is not None
        assert found.step is not None
        assert found.step.ask_size is AskSize.SHORT_CALL

    def test_is_silent_once_they_have_met_in_person(self) -> None:
        met = talked(10, kind=Kind.MEETING)

        assert ask.call_before_coffee(situation(met, want=AskSize.MEETING)) is None

    def test_is_silent_from_rapport_up(self) -> None:
        assert ask.call_before_coffee(situation(*rapport(), want=AskSize.MEETING)) is None


class TestOneAtATime:
    def test_waits_while_an_ask_is_open(self) -> None:
        asked = sent(20, ask_size=AskSize.SHORT_CALL)

        found = ask.one_at_a_time(situation(talked(40), asked, want=AskSize.SHORT_CALL))

        assert found is not None
        assert found.step is not None
        assert found.step.opens_at is not None
        assert (found.step.opens_at - asked.occurred_at).days == 60

    def test_ends_with_their_answer(self) -> None:
        log = (sent(20, ask_size=AskSize.SHORT_CALL), got(19))

        assert ask.one_at_a_time(situation(*log, want=AskSize.SHORT_CALL)) is None

    def test_rests_thirty_days_after_an_introduction_was_asked(self) -> None:
        log = (sent(29, ask_size=AskSize.INTRODUCTION), got(28))

        assert ask.one_at_a_time(situation(*log, want=AskSize.QUESTION)) is not None

    def test_takes_a_no_for_half_a_year(self) -> None:
        log = (sent(179, ask_size=AskSize.MEETING, ask_outcome=AskOutcome.DECLINED), talked(20))

        assert ask.one_at_a_time(situation(*log, want=AskSize.MEETING)) is not None
        assert ask.one_at_a_time(situation(*log, want=AskSize.SHORT_CALL)) is None

    def test_lets_even_a_smaller_ask_wait_for_a_month_after_a_no(self) -> None:
        log = (sent(29, ask_size=AskSize.MEETING, ask_outcome=AskOutcome.DECLINED), talked(20))

        assert ask.one_at_a_time(situation(*log, want=AskSize.QUESTION)) is not None

    def test_reads_the_no_from_their_answer(self) -> None:
        log = (sent(100, ask_size=AskSize.MEETING), got(99, ask_outcome=AskOutcome.DECLINED), talked(20))

        assert ask.one_at_a_time(situation(*log, want=AskSize.MEETING)) is not None

    def test_forgets_a_no_after_an_offer_of_theirs(self) -> None:
        declined = sent(100, ask_size=AskSize.MEETING, ask_outcome=AskOutcome.DECLINED)
        offered = talked(20, signals=(Signal.OFFERED_HELP,))

        assert ask.one_at_a_time(situation(declined, offered, want=AskSize.MEETING)) is None

    def test_skips_a_goal_without_a_step_of_its_own(self) -> None:
        found = ask.one_at_a_time(situation(*rapport(), sent(5, ask_size=AskSize.SHORT_CALL), goals=[goal()]))

        assert found is not None
        assert found.step is None


class TestGiveFirst:
    taken = tuple(touch(days, Kind.MESSAGE, Direction.INBOUND, received=True) for days in (12, 11, 10))

    def test_shares_before_the_next_ask(self) -> None:
        found = ask.give_first(situation(*self.taken, want=AskSize.QUESTION))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.SHARE_VALUE

    def test_waits_a_week_after_the_give(self) -> None:
        found = ask.give_first(situation(*self.taken, sent(3, gave=True), want=AskSize.QUESTION))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.WAIT

    def test_is_silent_while_give_and_take_are_in_balance(self) -> None:
        assert ask.give_first(situation(*rapport(), want=AskSize.QUESTION)) is None


class TestAllowed:
    def test_proposes_what_fits(self) -> None:
        found = ask.allowed(situation(*rapport(), want=AskSize.MEETING))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.PROPOSE_MEETING

    def test_is_silent_where_something_stands_against_it(self) -> None:
        open_ask = sent(5, ask_size=AskSize.SHORT_CALL)

        assert ask.allowed(situation(*rapport(), open_ask, want=AskSize.MEETING)) is None

    def test_is_silent_above_the_largest_ask(self) -> None:
        assert ask.allowed(situation(talked(10, signals=GOOD), want=AskSize.MEETING)) is None
