from typing import Any

from comity.coach.history import History, LoggedIntroduction, Owner
from comity.coach.relationship import fold
from comity.coach.requests import (
    asked_about,
    concerns,
    connectors_asked,
    introduced_by,
    introducers,
    made_to,
    request_of,
    thanked_at,
)
from comity.coach.words import AskOutcome, AskSize, Purpose, RequestStatus
from tests.coach.plain import NOW, ago, connector, got, rapport, sam, sent, talked

ZOE = sam()


def asks(days_ago: float = 20, *, to: str = "ben", **given: Any) -> LoggedIntroduction:
    return LoggedIntroduction(given.pop("id", "ask"), ago(days_ago), frozenset({to}), asks=True, **given)


def makes(days_ago: float, *people: str) -> LoggedIntroduction:
    return LoggedIntroduction("made", ago(days_ago), frozenset(people), made=True)


class TestConcerns:
    def test_goes_by_what_was_said_then_by_who_is_there_or_named(self) -> None:
        assert concerns(asks(about_contact_id="sam"), "sam", "Sam Okafor")
        assert concerns(LoggedIntroduction("x", NOW, frozenset({"ben", "sam"})), "sam", "Sam Okafor")
        assert concerns(asks(text="please meet sam okafor soon"), "sam", "Sam Okafor")

    def test_does_not_take_another_for_them(self) -> None:
        assert not concerns(asks(about_contact_id="zoe", text="sam okafor"), "sam", "Sam Okafor")
        assert not concerns(asks(text="sam okaforson"), "sam", "Sam Okafor")
        assert not concerns(asks(text="sam will do"), "sam", "Sam")


class TestConnectorsAsked:
    def test_are_those_who_were_asked(self) -> None:
        assert connectors_asked(asks(about_contact_id="sam"), "sam", "Sam Okafor") == ["ben"]
        assert connectors_asked(makes(3, "ben", "sam"), "sam", "Sam Okafor") == []


class TestAskedAbout:
    def test_are_the_entries_that_ask_for_them(self) -> None:
        assert asked_about(ZOE, [asks(about_contact_id="sam"), asks(id="other", about_contact_id="x")]) == {"ask"}


class TestMadeTo:
    def test_are_the_introductions_with_them(self) -> None:
        assert len(made_to([makes(3, "sam"), makes(3, "zoe"), asks()], "sam")) == 1


class TestIntroducers:
    def test_are_those_who_were_there(self) -> None:
        assert introducers(makes(3, "sam", "kim"), "sam", "Sam Okafor", [asks(about_contact_id="sam")]) == {"kim"}

    def test_else_who_was_asked_last(self) -> None:
        entries = [asks(20, about_contact_id="sam"), asks(10, to="kim", about_contact_id="sam")]

        assert introducers(makes(3, "sam"), "sam", "Sam Okafor", entries) == {"kim"}
        assert introducers(makes(15, "sam"), "sam", "Sam Okafor", entries) == {"ben"}


class TestIntroducedBy:
    def test_tells_the_introducer_from_the_introduced(self) -> None:
        entries = [asks(about_contact_id="sam"), makes(3, "ben", "sam")]
        names = {"ben": "Ben Ito", "sam": "Sam Okafor"}
        ben = connector(*rapport()).history

        (made,) = introduced_by(ben.person, ben.touches, entries, names)

        assert made.full_name == "Sam Okafor"
        assert introduced_by(ZOE, [got(2)], entries, names) == ()

    def test_knows_who_introduced_without_being_asked(self) -> None:
        names = {"ben": "Ben Ito", "sam": "Sam Okafor"}
        ben = connector(*rapport()).history

        assert introduced_by(ben.person, ben.touches, [makes(3, "ben", "sam")], names)
        assert not introduced_by(ZOE, [], [makes(3, "ben", "sam")], names)


class TestThankedAt:
    def test_is_the_first_word_after_it_that_asks_nothing(self) -> None:
        history = History(ZOE, (sent(9), sent(4, ask_size=AskSize.SHORT_CALL), got(3), sent(2), talked(1)))

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
            return request_of(asks(), history, relationship, ago(made) if made else None).status

        assert status() is RequestStatus.ASKED
        assert status(outcome=AskOutcome.GRANTED) is RequestStatus.GRANTED
        assert status(got(15, ask_outcome=AskOutcome.DECLINED)) is RequestStatus.DECLINED
        assert status(got(15)) is RequestStatus.ANSWERED
        assert status(outcome=AskOutcome.IGNORED) is RequestStatus.UNANSWERED
        assert status(made=10) is RequestStatus.MADE
        assert status(sent(9, purpose=Purpose.THANKS), made=10) is RequestStatus.THANKED
