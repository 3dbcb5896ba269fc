import time
from typing import Any

from comity.coach.history import LoggedIntroduction
from comity.coach.introduction_log import IntroductionLog, concerns, connectors_asked
from tests.coach.plain import NOW, ago, connector, got, rapport, sam

MOST_SECONDS = 1.0  # nine million pairs take minutes; this takes hundredths of a second
NAMES = {"ben": "Ben Ito", "sam": "Sam Okafor", "kim": "Kim Lee", "zoe": "Zoe Egli"}
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
        log = IntroductionLog([asks(about_contact_id="sam"), asks(id="other", about_contact_id="x")], {})

        assert log.asked_about(ZOE) == {"ask"}


class TestMadeTo:
    def test_are_the_introductions_with_them(self) -> None:
        log = IntroductionLog([makes(3, "sam"), makes(3, "zoe"), asks()], NAMES)

        assert len(log.made_to("sam")) == 1


class TestIntroducers:
    def test_are_those_who_were_there(self) -> None:
        log = IntroductionLog([asks(about_contact_id="sam")], NAMES)

        assert log.introducers(makes(3, "sam", "kim"), "sam", "Sam Okafor") == {"kim"}

    def test_else_who_was_asked_last(self) -> None:
        log = IntroductionLog([asks(20, about_contact_id="sam"), asks(10, to="kim", about_contact_id="sam")], NAMES)

        assert log.introducers(makes(3, "sam"), "sam", "Sam Okafor") == {"kim"}
        assert log.introducers(makes(15, "sam"), "sam", "Sam Okafor") == {"ben"}


class TestIntroducedBy:
    def test_tells_the_introducer_from_the_introduced(self) -> None:
        log = IntroductionLog([asks(about_contact_id="sam"), makes(3, "ben", "sam")], NAMES)
        ben = connector(*rapport()).history

        (made,) = log.introduced_by(ben.person, ben.touches)

        assert made.full_name == "Sam Okafor"
        assert log.introduced_by(ZOE, [got(2)]) == ()

    def test_knows_who_introduced_without_being_asked(self) -> None:
        log = IntroductionLog([makes(3, "ben", "sam")], NAMES)
        ben = connector(*rapport()).history

        assert log.introduced_by(ben.person, ben.touches)
        assert not log.introduced_by(ZOE, [])

    def test_knows_who_was_asked_for_one_that_lists_only_the_introduced(self) -> None:
        log = IntroductionLog([asks(text="could you introduce me to sam okafor"), makes(3, "sam")], NAMES)
        ben = connector(*rapport()).history

        assert [made.full_name for made in log.introduced_by(ben.person, ())] == ["Sam Okafor"]


class TestAsksAbout:
    def test_finds_by_a_full_name_among_many_without_reading_each_again(self) -> None:
        many = [asks(20, id=f"ask-{n}", text=f"please meet person{n} jones soon") for n in range(3_000)]
        log = IntroductionLog(many, NAMES)
        log.asks_about("nobody", "No Body")
        started = time.process_time()

        found = [[one.id for one in log.asks_about(f"contact-{n}", f"Person{n} Jones")] for n in range(3_000)]

        assert found == [[f"ask-{n}"] for n in range(3_000)]
        assert time.process_time() - started < MOST_SECONDS
