import pytest

from comity.coach.history import History, Owner, Person, Promise, Touch
from comity.coach.relationship import Relationship, fold
from comity.coach.words import (
    AskOutcome,
    AskSize,
    Ball,
    Direction,
    Kind,
    Party,
    PromiseStatus,
    Purpose,
    TieKind,
    TrustStage,
)
from tests.coach.plain import BAD, GOOD, NOW, ago, day, got, promised, rapport, sam, sent, talked, touch


def folded(*touches: Touch, person: Person | None = None, promises: tuple[Promise, ...] = ()) -> Relationship:
    return fold(History(person or sam(), touches, promises), owner=Owner(), as_of=NOW)


class TestFold:
    def test_knows_nothing_of_a_stranger(self) -> None:
        relationship = folded()

        assert (relationship.warmth, relationship.unanswered, relationship.ball) == (0, 0, Ball.NOBODY)
        assert (relationship.met, relationship.reliability, relationship.momentum) == (False, None, 0)

    def test_halves_warmth_with_each_half_life(self) -> None:
        assert folded(talked(30)).warmth == pytest.approx(0.5)
        assert folded(talked(45, kind=Kind.MEETING)).warmth == pytest.approx(0.5)
        assert folded(sent(22), got(21)).warmth == pytest.approx(0.5)

    def test_remembers_spaced_exchanges_longer(self) -> None:
        assert folded(talked(30), talked(23)).half_life_days == pytest.approx(37.5)
        assert folded(talked(30), talked(24)).half_life_days == 30

    def test_counts_an_exchange_a_day(self) -> None:
        assert folded(talked(30), talked(29.9), sent(20), got(19)).exchanges == 2

    def test_counts_no_light_talk_as_an_exchange(self) -> None:
        assert folded(talked(30, minutes=4)).exchanges == 0
        assert folded(talked(30, kind=Kind.EVENT, minutes=9)).exchanges == 0
        assert folded(talked(30, minutes=None)).exchanges == 1

    def test_takes_an_answer_within_ninety_days_or_in_the_thread(self) -> None:
        assert folded(sent(91), got(1)).exchanges == 1
        assert folded(sent(92), got(1)).exchanges == 0
        assert folded(sent(200, thread_id="t"), got(1, thread_id="t")).exchanges == 1

    def test_takes_the_owners_word_as_an_answer_only_where_one_was_expected(self) -> None:
        assert folded(got(5), sent(4)).exchanges == 1
        assert folded(got(5, expects_reply=False), sent(4)).exchanges == 0

    def test_takes_an_outcome_for_an_answer(self) -> None:
        relationship = folded(sent(5, ask_size=AskSize.SHORT_CALL, ask_outcome=AskOutcome.GRANTED))

        assert (relationship.exchanges, relationship.unanswered) == (1, 0)

    def test_expects_no_answer_to_courtesies(self) -> None:
        for purpose in (Purpose.THANKS, Purpose.CONGRATULATION, Purpose.SHARE, Purpose.PROMISE_DELIVERY):
            assert folded(sent(5, purpose=purpose)).unanswered == 0
        assert folded(got(5), sent(4)).unanswered == 0
        assert folded(got(5), sent(4, ask_size=AskSize.QUESTION)).unanswered == 1

    def test_owes_an_answer_to_a_word_that_is_no_mere_courtesy(self) -> None:
        tried = touch(5, Kind.CALL, Direction.OUTBOUND)

        assert folded(tried, got(4)).owed
        assert not folded(sent(5, purpose=Purpose.THANKS), got(4)).owed
        assert folded(sent(5, purpose=Purpose.THANKS), got(4, ask_size=AskSize.QUESTION)).owed
        assert not folded(got(6), sent(5), got(4)).owed

    def test_forgets_imported_questions_after_a_fortnight(self) -> None:
        assert folded(sent(14, imported=True)).unanswered == 0
        assert folded(sent(13, imported=True)).unanswered == 1

    def test_counts_the_owners_touches_in_a_row(self) -> None:
        assert folded(sent(40), sent(20)).unanswered == 2
        assert folded(sent(40), got(30), sent(15)).unanswered == 1
        assert folded(sent(40), talked(30), sent(20)).unanswered == 1

    def test_says_who_has_the_ball(self) -> None:
        assert folded(got(3)).ball is Ball.MINE
        assert folded(sent(3)).ball is Ball.THEIRS
        assert folded(sent(8)).ball is Ball.NOBODY
        assert folded(promises=(promised(Party.ME, made=3),)).ball is Ball.MINE

    def test_weighs_give_and_take_and_forgets_them(self) -> None:
        given = touch(0, Kind.GIFT, Direction.OUTBOUND)
        taken = touch(0, Kind.GIFT, Direction.INBOUND)
        kept = promised(Party.ME, made=5, status=PromiseStatus.KEPT, resolved_at=ago(365))

        assert folded(given).reciprocity == 1
        assert folded(given, taken, taken).reciprocity == -1
        assert folded(promises=(kept,)).reciprocity == pytest.approx(0.5)

    def test_weighs_promises_against_deeds(self) -> None:
        kept = promised(Party.THEM, made=80, status=PromiseStatus.KEPT, resolved_at=ago(70), id="kept")
        broken = promised(Party.THEM, made=60, due=50, id="broken")

        assert folded(sent(20, purpose=Purpose.PROMISE_CHECK), promises=(kept, broken)).reliability == 0.5

    def test_takes_the_momentum_of_the_last_assessed(self) -> None:
        assert folded(talked(30, signals=BAD), talked(10, signals=GOOD)).momentum == 2
        assert folded(talked(30, signals=GOOD), talked(10, signals=BAD)).momentum == -3

    def test_knows_a_mere_connection(self) -> None:
        assert folded(person=sam(connected_on=day(40))).mere_connection
        assert not folded(person=sam(connected_on=day(40), how_met="at DataConf")).mere_connection
        assert not folded(talked(50), person=sam(connected_on=day(40))).mere_connection

    def test_calls_a_tie_cold_that_was_met_and_left_alone(self) -> None:
        assert folded(person=sam(owner_tie=TieKind.FRIEND)).cold
        assert folded(person=sam(connected_on=day(30))).cold
        assert not folded(person=sam(connected_on=day(29))).cold
        assert not folded(person=sam(owner_tie=TieKind.COLLEAGUE)).cold
        assert not folded(*rapport()).cold

    def test_lets_a_correcting_note_count_as_having_met(self) -> None:
        note = touch(40, Kind.NOTE, Direction.OUTBOUND, trust_stage=TrustStage.ACQUAINTED)

        assert folded(note).met
