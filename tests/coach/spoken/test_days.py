from datetime import date, time

import pytest

from comity.coach.spoken.days import days_in
from comity.coach.spoken.text import sentences

WEDNESDAY = date(2026, 3, 4)


def read(text: str, today: date = WEDNESDAY) -> list[tuple[str, str]]:
    return [
        (one.first.isoformat(), one.last.isoformat())
        for sentence in sentences(text)
        for one in days_in(sentence, today)
    ]


class TestDaysIn:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("today", "2026-03-04"),
            ("tomorrow", "2026-03-05"),
            ("the day after tomorrow", "2026-03-06"),
            ("yesterday", "2026-03-03"),
            ("on Friday", "2026-03-06"),
            ("this Friday", "2026-03-06"),
            ("by Wednesday", "2026-03-11"),
            ("next Tuesday", "2026-03-10"),
            ("next Friday", "2026-03-13"),
            ("Friday next week", "2026-03-13"),
            ("next week Tuesday", "2026-03-10"),
            ("last Tuesday", "2026-03-03"),
            ("a week from Tuesday", "2026-03-17"),
            ("in two weeks", "2026-03-18"),
            ("in a fortnight", "2026-03-18"),
            ("two weeks from now", "2026-03-18"),
            ("in a couple of days", "2026-03-06"),
            ("in 3 months", "2026-06-04"),
            ("in half a year", "2026-09-04"),
            ("in ten working days", "2026-03-18"),
            ("within 3 business days", "2026-03-09"),
            ("by the first of April", "2026-04-01"),
            ("tenth of March 2027", "2027-03-10"),
            ("on the twenty-first of May, 2027", "2027-05-21"),
            ("the twenty first of May", "2026-05-21"),
            ("by the thirtieth of June", "2026-06-30"),
            ("on the thirty-first of May", "2026-05-31"),
            ("three days ago", "2026-03-01"),
            ("by the end of the month", "2026-03-31"),
            ("by EOM", "2026-03-31"),
            ("end of next week", "2026-03-13"),
            ("by the end of April", "2026-04-30"),
            ("before Friday", "2026-03-05"),
            ("12 March", "2026-03-12"),
            ("March 3rd", "2027-03-03"),
            ("the 12th of May, 2027", "2027-05-12"),
            ("on the 2nd", "2026-04-02"),
            ("2026-11-30", "2026-11-30"),
            ("30.11.2026", "2026-11-30"),
            ("25/3", "2026-03-25"),
            ("29 February", "2028-02-29"),
            ("by Christmas", "2026-12-25"),
            ("by Easter", "2026-04-05"),
            ("by Sat", "2026-03-07"),
            ("Tuesday the 10th", "2026-03-10"),
        ],
    )
    def test_reads_one_day(self, text: str, day: str) -> None:
        assert [last for _, last in read(text)] == [day]

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("next week", "2026-03-09", "2026-03-13"),
            ("this weekend", "2026-03-07", "2026-03-08"),
            ("next month", "2026-04-01", "2026-04-30"),
            ("next quarter", "2026-04-01", "2026-06-30"),
            ("early next week", "2026-03-09", "2026-03-10"),
            ("mid-April", "2026-04-10", "2026-04-20"),
            ("in March", "2026-03-01", "2026-03-31"),
            ("by Q1", "2026-01-01", "2026-03-31"),
            ("within a month", "2026-03-04", "2026-04-04"),
            ("in the next two weeks", "2026-03-04", "2026-03-18"),
            ("in the new year", "2027-01-01", "2027-01-31"),
            ("in March 2027", "2027-03-01", "2027-03-31"),
            ("early May 2028", "2028-05-01", "2028-05-10"),
        ],
    )
    def test_reads_a_stretch_of_days(self, text: str, first: str, last: str) -> None:
        assert read(text) == [(first, last)]

    @pytest.mark.parametrize(
        "text", ["3/4", "31 June", "in 99999 years", "in 9999 years", "may I", "a march", "version 2.0", "he sat", "12"]
    )
    def test_reads_no_day_rather_than_a_wrong_one(self, text: str) -> None:
        assert read(text) == []

    @pytest.mark.parametrize(
        "text", ["the thirty-first of June", "the thirty-tenth of May", "our first May event", "first of all"]
    )
    def test_reads_no_day_in_half_of_an_ordinal(self, text: str) -> None:
        assert read(text) == []

    @pytest.mark.parametrize(("today", "day"), [("2026-03-02", "2026-03-10"), ("2026-03-08", "2026-03-10")])
    def test_takes_next_tuesday_for_that_of_the_next_week(self, today: str, day: str) -> None:
        assert read("next Tuesday", date.fromisoformat(today)) == [(day, day)]

    def test_takes_the_last_day_of_a_shorter_month(self) -> None:
        assert read("in a month", date(2026, 1, 31)) == [("2026-02-28", "2026-02-28")]

    def test_stays_within_the_calendar(self) -> None:
        assert read("in ten years, next year, tomorrow", date(9999, 12, 31)) == []

    def test_reads_the_part_of_the_day_and_the_hour(self) -> None:
        (words,) = sentences("next Tuesday morning, tomorrow at 3 pm, Friday at 15:30, tonight")

        found = days_in(words, WEDNESDAY)

        assert [(one.part, one.at) for one in found] == [
            ("morning", None),
            (None, time(15)),
            (None, time(15, 30)),
            ("evening", None),
        ]

    def test_says_where_it_stands(self) -> None:
        text = "😀 call by next Friday!"

        (one,) = days_in(sentences(text)[0], WEDNESDAY)

        assert text[one.start : one.end] == "by next Friday"
