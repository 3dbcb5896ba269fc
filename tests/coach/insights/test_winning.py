from dataclasses import replace

import pytest

from comity.coach.history import Birthday, Gathering, Occasion, Touch
from comity.coach.insights.winning import Attended, alone_at, attended, events, occasions
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize, Direction, Kind, OccasionKind, Purpose
from tests.coach.insights.pasts import past
from tests.coach.plain import BAD, day, event, sam, sent, talked, touch

PROMOTED = sam(occasions=(Occasion(OccasionKind.PROMOTION, day(60), "head of product"),))


def made(*touches: Touch, **given: object) -> list[bool]:
    return [moment.made for moment in occasions(past(*touches, **given))]  # type: ignore[arg-type]


class TestOccasions:
    def test_misses_a_promotion_without_a_word(self) -> None:
        (moment,) = occasions(past(person=PROMOTED))

        assert moment.made
        assert "was promoted (head of product) on 9 January" in moment.text

    @pytest.mark.parametrize("word", [sent(55), sent(50, purpose=Purpose.CONGRATULATION), talked(59)])
    def test_takes_any_word_that_asks_nothing(self, word: Touch) -> None:
        assert made(word, person=PROMOTED) == [False]

    @pytest.mark.parametrize("word", [sent(61), sent(40), sent(55, ask_size=AskSize.SHORT_CALL)])
    def test_takes_no_early_or_late_word_nor_an_ask(self, word: Touch) -> None:
        assert made(word, person=PROMOTED) == [True]

    def test_waits_until_its_days_are_over(self) -> None:
        assert made(person=sam(job_started_on=day(10))) == []
        assert made(person=sam(job_started_on=day(15))) == [True]

    def test_sees_each_birthday_in_the_time(self) -> None:
        birthday = day(30)
        person = sam(birthday=Birthday(birthday.month, birthday.day))

        (moment,) = occasions(past(person=person))

        assert moment.made
        assert "had a birthday" in moment.text

    def test_leaves_alone_whom_nobody_may_or_should_write_to(self) -> None:
        assert made(person=replace(PROMOTED, do_not_contact=True)) == []
        assert made(talked(80, signals=BAD), person=PROMOTED) == []


class TestAttended:
    def met(self, *touches: Touch, gathering: Gathering) -> list[bool]:
        return [one.met for one in attended(past(*touches, gatherings=(gathering,)))]

    @pytest.mark.parametrize(
        "word",
        [
            sent(63, event_id="dataconf"),
            sent(63, text="Will you be at DataConf?"),
            touch(59.9, Kind.EVENT, Direction.MUTUAL),
            sent(59),
        ],
    )
    def test_takes_a_word_before_there_or_after(self, word: Touch) -> None:
        assert self.met(word, gathering=event(60)) == [True]

    @pytest.mark.parametrize("word", [sent(63), sent(80, event_id="dataconf"), sent(50)])
    def test_takes_nothing_else(self, word: Touch) -> None:
        assert self.met(word, gathering=event(60)) == [False]

    def test_waits_until_it_is_over(self) -> None:
        assert self.met(gathering=event(1)) == []


class TestEvents:
    def test_expects_five_people_at_most_whoever_they_are(self) -> None:
        there = [Attended(event(60), f"contact-{number}", f"Name {number}", met=number > 7) for number in range(10)]

        moments = list(events(there, DEFAULTS))

        assert [moment.made for moment in moments] == [False, False, True, True, True]

    def test_expects_no_more_people_than_were_there(self) -> None:
        (moment,) = events([Attended(event(60), "sam", "Sam", met=False)], DEFAULTS)

        assert moment.made
        assert moment.evidence.id == "dataconf"


class TestAloneAt:
    def test_misses_an_event_at_which_nobody_was_met(self) -> None:
        assert alone_at(event(60), DEFAULTS, met_somebody=False).made
        assert not alone_at(event(60), DEFAULTS, met_somebody=True).made
