import pytest

from comity.coach.history import Touch
from comity.coach.insights.asking import one_sided, too_much_too_soon
from comity.coach.insights.past import Patience
from comity.coach.words import AskOutcome, AskSize, Direction, Kind, Seniority
from tests.coach.insights.pasts import past
from tests.coach.plain import GOOD, got, sam, sent, talked, touch

GOOD_TALKS = (talked(120, signals=GOOD), talked(60, signals=GOOD))


def asked(days_ago: float, size: AskSize = AskSize.SHORT_CALL, **given: object) -> Touch:
    return sent(days_ago, ask_size=size, **given)


class TestTooMuchTooSoon:
    def test_judges_by_what_was_known_then(self) -> None:
        log = (asked(150, AskSize.INTRODUCTION), *GOOD_TALKS, asked(30, AskSize.INTRODUCTION))

        made = [moment.made for moment in too_much_too_soon(past(*log))]

        assert made == [True, False]

    def test_does_not_forgive_because_it_went_well(self) -> None:
        log = (asked(150, AskSize.REFERRAL, ask_outcome=AskOutcome.GRANTED), *GOOD_TALKS)

        (moment,) = too_much_too_soon(past(*log))

        assert moment.made
        assert moment.rule == "ask.too-soon"
        assert "a referral" in moment.text

    @pytest.mark.parametrize("size", [AskSize.QUESTION, AskSize.SHORT_CALL])
    def test_lets_small_asks_pass(self, size: AskSize) -> None:
        (moment,) = too_much_too_soon(past(asked(20, size)))

        assert not moment.made

    def test_names_the_call_before_the_coffee(self) -> None:
        (moment,) = too_much_too_soon(past(asked(20, AskSize.MEETING)))

        assert (moment.made, moment.rule) == (True, "ask.call-before-coffee")

    def test_sees_the_wall_and_the_door_in_it(self) -> None:
        introduced = touch(60, Kind.INTRODUCTION, Direction.MUTUAL)
        log = (asked(90, AskSize.QUESTION), introduced, asked(20, AskSize.SHORT_CALL))

        first, second = too_much_too_soon(past(*log, person=sam(seniority=Seniority.EXECUTIVE)))

        assert (first.made, first.rule) == (True, "reach.warm-intro")
        assert not second.made

    def test_counts_a_follow_up_that_repeats_the_ask_once(self) -> None:
        log = (asked(20, AskSize.MEETING), asked(12, AskSize.MEETING))

        assert len(list(too_much_too_soon(past(*log)))) == 1

    def test_leaves_unjudged_what_would_take_too_long(self) -> None:
        patience = Patience(touches=1)
        log = (asked(90, AskSize.MEETING), got(80), asked(20, AskSize.INTRODUCTION))

        assert list(too_much_too_soon(past(*log, patience=patience))) == []
        assert patience.ran_out

    def test_looks_at_no_ask_outside_the_time(self) -> None:
        assert list(too_much_too_soon(past(asked(200, AskSize.MEETING)))) == []


class TestOneSided:
    def test_counts_from_the_third_ask_in_a_row(self) -> None:
        log = (asked(90), got(85), asked(60), got(55), asked(30), got(25), asked(10))

        moments = list(one_sided(past(*log)))

        assert [moment.made for moment in moments] == [False, False, True, True]
        assert moments[-1].rule == "mutual.only-asks"

    def test_counts_repeated_asks_as_words_that_ask(self) -> None:
        moments = list(one_sided(past(asked(60), asked(40), asked(20))))

        assert [moment.made for moment in moments] == [False, False, True]

    def test_begins_anew_after_a_word_that_asks_nothing(self) -> None:
        log = (asked(90), got(85), asked(60), got(55), sent(40, gave=True), asked(30))

        assert not any(moment.made for moment in one_sided(past(*log)))

    def test_sees_what_was_owed_then(self) -> None:
        took = (got(170, received=True), got(160, received=True), got(150, received=True))
        log = (*took, sent(140), asked(120), got(115), sent(40, gave=True), sent(35, gave=True), asked(20))

        moments = list(one_sided(past(*log)))

        assert [moment.made for moment in moments] == [True, False]
        assert moments[0].rule == "ask.give-first"

    def test_does_not_hold_later_favours_against_an_earlier_ask(self) -> None:
        took = (got(50, received=True), got(45, received=True), got(40, received=True))

        (moment,) = one_sided(past(asked(120), *took))

        assert not moment.made
