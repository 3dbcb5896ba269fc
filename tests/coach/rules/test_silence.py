from comity.coach.rules import silence
from comity.coach.words import Action, AskSize, Purpose
from tests.coach.plain import got, rapport, sam, sent, situation, talked


class TestWait:
    def test_gives_the_first_touch_a_week(self) -> None:
        found = silence.wait(situation(sent(6)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.WAIT
        assert silence.wait(situation(sent(7))) is None

    def test_gives_the_second_touch_and_a_check_a_fortnight(self) -> None:
        assert silence.wait(situation(sent(30), sent(13))) is not None
        assert silence.wait(situation(sent(13, purpose=Purpose.PROMISE_CHECK))) is not None

    def test_waits_for_no_answer_that_is_not_expected(self) -> None:
        assert silence.wait(situation(sent(3, purpose=Purpose.THANKS))) is None

    def test_does_not_fire_while_a_talk_is_planned(self) -> None:
        assert silence.wait(situation(sent(3), talked(-10))) is None


class TestFollowUpOnce:
    def test_repeats_the_ask_once_the_week_is_over(self) -> None:
        found = silence.follow_up_once(situation(sent(9, ask_size=AskSize.SHORT_CALL)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.FOLLOW_UP, AskSize.SHORT_CALL)
        assert found.text.startswith("Nine days without an answer to your email.")

    def test_is_silent_after_two_touches(self) -> None:
        assert silence.follow_up_once(situation(sent(30), sent(20))) is None

    def test_is_silent_once_the_first_touch_is_forgotten(self) -> None:
        assert silence.follow_up_once(situation(sent(59))) is not None
        assert silence.follow_up_once(situation(sent(60))) is None

    def test_never_follows_up_a_check_of_promises(self) -> None:
        assert silence.follow_up_once(situation(sent(20, purpose=Purpose.PROMISE_CHECK))) is None


class TestStop:
    def test_lets_go_a_fortnight_after_the_second_touch(self) -> None:
        found = silence.stop(situation(sent(40), sent(14)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.LET_GO
        assert silence.stop(situation(sent(40), sent(13))) is None

    def test_rests_for_half_a_year(self) -> None:
        assert silence.stop(situation(sent(220), sent(193))) is not None
        assert silence.stop(situation(sent(220), sent(194))) is None

    def test_gives_the_benefit_of_the_doubt_to_who_matters_and_answered(self) -> None:
        log = (*rapport(), sent(400), got(399), sent(60), sent(36))

        important = silence.stop(situation(*log[3:], person=sam(importance=5)))
        ordinary = silence.stop(situation(*log[3:], person=sam(importance=3)))

        assert important is None
        assert ordinary is not None

    def test_ends_only_with_their_word(self) -> None:
        assert silence.stop(situation(sent(60), sent(40), sent(10))) is not None
        assert silence.stop(situation(sent(60), sent(40), got(10))) is None
