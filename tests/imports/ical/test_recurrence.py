"""Rules that repeat, checked against dateutil where that one ends."""

import time
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from comity.imports.ical.recurrence import AHEAD, BEHIND, MOST_TIMES, BadRule, Budget, Series, times_of

NOW = datetime(2026, 3, 2, 9)
START = datetime(2026, 1, 5, 18)  # a Monday

numbers = st.integers(1, 5)
weekdays = st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(numbers)}"]
    if draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(sorted(draw(weekdays))))
    elif freq in {"MONTHLY", "YEARLY"} and draw(st.booleans()):
        parts.append(f"BYDAY={draw(st.sampled_from([1, 2, 4, -1]))}{draw(st.sampled_from(['MO', 'FR']))}")
    elif freq in {"MONTHLY", "YEARLY"}:
        parts.append("BYMONTHDAY=" + ",".join(map(str, draw(st.sets(st.integers(-3, 28), min_size=9)) - {0})))
    if draw(st.integers(0, 3)) == 0:
        parts.append("BYMONTH=" + ",".join(map(str, draw(st.sets(st.integers(1, 12), min_size=8)))))
    if draw(st.integers(0, 3)) == 0:
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    if draw(st.booleans()):
        parts.append("WKST=SU")
    return ";".join(parts)


def times(rule: str, starts_at: datetime = START, **more: Any) -> list[datetime]:
    return times_of(Series(rule, starts_at, **more), now=NOW, budget=Budget())


def by_dateutil(rule: str, starts_at: datetime) -> list[datetime]:
    until = takewhile(lambda one: one <= NOW + AHEAD, rrulestr(rule, dtstart=starts_at))
    return [one for one in until if one >= NOW - BEHIND][:MOST_TIMES]


class TestTimesOf:
    @given(rule=rules(), days=st.integers(0, 400))
    def test_agrees_with_dateutil_on_what_lies_ahead(self, rule: str, days: int) -> None:
        starts_at = NOW - timedelta(days=days)

        found = times(rule, starts_at)

        ahead = [one for one in found if one >= NOW - BEHIND and one != starts_at]
        assert ahead == [one for one in by_dateutil(rule, starts_at) if one != starts_at]

    @pytest.mark.parametrize(
        "rule",
        ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"],
    )
    def test_finds_the_last_working_day_and_its_like(self, rule: str) -> None:
        assert times(rule) == by_dateutil(rule, START)

    def test_takes_the_next_few_however_long_it_goes_on(self) -> None:
        found = times("FREQ=DAILY;COUNT=1000000000")

        assert (len(found), found[0]) == (MOST_TIMES, datetime(2026, 2, 28, 18))

    def test_takes_the_last_of_what_is_over(self) -> None:
        assert times("FREQ=WEEKLY;COUNT=3", datetime(2020, 1, 6, 18)) == [datetime(2020, 1, 20, 18)]
        assert times("FREQ=WEEKLY", datetime(2020, 1, 6, 18), until=datetime(2020, 1, 14)) == [
            datetime(2020, 1, 13, 18)
        ]
        assert times("FREQ=YEARLY", datetime(2020, 1, 6, 18)) == [datetime(2026, 1, 6, 18)]

    def test_adds_and_takes_away_single_times(self) -> None:
        extra, left_out = datetime(2026, 3, 5, 12), datetime(2026, 3, 2, 18)

        found = times("FREQ=WEEKLY", extra=[extra], left_out=[left_out])

        assert found[:2] == [extra, datetime(2026, 3, 9, 18)]

    @pytest.mark.parametrize("starts_at", [datetime(1900, 1, 1, 9), datetime(2020, 2, 29, 9)])
    @pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    @pytest.mark.parametrize("rest", ["BYMONTH=2;BYMONTHDAY=30", "BYSETPOS=400", "INTERVAL=7;BYDAY=TU;BYMONTHDAY=31"])
    def test_soon_sees_that_something_never_takes_place_again(self, starts_at: datetime, freq: str, rest: str) -> None:
        started = time.process_time()

        found = times(f"FREQ={freq};{rest}", starts_at)

        assert len(found) <= MOST_TIMES
        assert time.process_time() - started < 1

    @pytest.mark.parametrize(
        "rule",
        [
            "FREQ=SECONDLY",
            "FREQ=DAILY;BYSECOND=1,2,3",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=YEARLY;BYWEEKNO=53",
            "BYDAY=MO",
            "FREQ=DAILY;" + "BYMONTH=1;" * 100,
            "FREQ=DAILY;COUNT=" + "9" * 5_000,
            "\0",
        ],
    )
    def test_refuses_what_it_cannot_follow(self, rule: str) -> None:
        with pytest.raises(BadRule):
            times(rule)

    def test_refuses_a_long_one_before_it_is_looked_through(self) -> None:
        started = time.process_time()

        with pytest.raises(BadRule):
            times("FREQ=" + "A" * 200_000)

        assert time.process_time() - started < 1

    def test_gives_a_file_so_much_time_and_no_more(self) -> None:
        budget = Budget(left=500)
        times_of(Series("FREQ=WEEKLY", START), now=NOW, budget=budget)

        with pytest.raises(BadRule, match="too long"):
            times_of(Series("FREQ=DAILY;COUNT=900", datetime(2024, 1, 1)), now=NOW, budget=budget)
