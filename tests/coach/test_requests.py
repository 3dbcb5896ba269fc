from typing import Any

from comity.coach.history import History, LoggedIntroduction, Owner
from comity.coach.relationship import fold
from comity.coach.requests import request_of, thanked_at
from comity.coach.words import AskOutcome, AskSize, Purpose, RequestStatus
from tests.coach.plain import NOW, ago, connector, got, rapport, sam, sent, talked

ASK = LoggedIntroduction("ask", ago(20), frozenset({"ben"}), asks=True)


class TestThankedAt:
    def test_is_the_first_word_after_it_that_asks_nothing(self) -> None:
        history = History(sam(), (sent(9), sent(4, ask_size=AskSize.SHORT_CALL), got(3), sent(2), talked(1)))

        assert thanked_at(history, ago(5), NOW) == ago(2)
        assert thanked_at(history, ago(0.5), NOW) is None


class TestRequestOf:
    def test_goes_from_asked_to_thanked(self) -> None:
        def status(*later: Any, made: float | None = None, outcome: AskOutcome | None = None) -> RequestStatus:
            ask = sent(
                20, id="ask", ask_size=AskSize.INTRODUCTION, purpose=Purpose.INTRODUCTION_REQUEST, ask_outcome=outcome
            )
            history = connector(*rapport()[:1], ask, *later).history
            relationship = fold(history, owner=Owner(), as_of=NOW)
            return request_of(ASK, history, relationship, ago(made) if made else None).status

        assert status() is RequestStatus.ASKED
        assert status(outcome=AskOutcome.GRANTED) is RequestStatus.GRANTED
        assert status(got(15, ask_outcome=AskOutcome.DECLINED)) is RequestStatus.DECLINED
        assert status(got(15)) is RequestStatus.ANSWERED
        assert status(outcome=AskOutcome.IGNORED) is RequestStatus.UNANSWERED
        assert status(made=10) is RequestStatus.MADE
        assert status(sent(9, purpose=Purpose.THANKS), made=10) is RequestStatus.THANKED
