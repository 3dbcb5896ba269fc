"""Moments in the owner's own words."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.coach.history import BusyPeriod, Gathering
from comity.coach.spoken.moments import Around, NotUnderstood, read_moment
from tests.coach.test_welcome import ZONES

NOW = datetime(2026, 3, 4, 11, tzinfo=UTC)  # a Wednesday, noon in Berlin
PYCON = Gathering("e1", "PyCon DE 2026", datetime(2026, 4, 14, 8, tzinfo=UTC), datetime(2026, 4, 16, 17, tzinfo=UTC))
FAIR = Gathering("e2", "The Book Fair", datetime(2026, 5, 5, 8, tzinfo=UTC), datetime(2026, 5, 5, 17, tzinfo=UTC))
VACATION = BusyPeriod(date(2026, 8, 1), date(2026, 8, 14), "a sabbatical")


def around(**more: object) -> Around:
    return Around(
        **{  # type: ignore[arg-type]
            "now": NOW,
            "timezone": "Europe/Berlin",
            "name": "Sam",
            "vacation_after": lambda _: VACATION,
            "events": (PYCON,),
            **more,
        }
    )


def read(text: str, **more: object) -> str:
    return f"{read_moment(text, around(**more)).at.astimezone(ZoneInfo('Europe/Berlin')):%Y-%m-%d %H:%M}"


class TestReadMoment:
    @pytest.mark.parametrize(
        ("text", "at"),
        [
            ("in two weeks", "2026-03-18 09:00"),
            ("2 weeks", "2026-03-18 09:00"),
            ("in 3 days", "2026-03-07 09:00"),
            ("next Tuesday morning", "2026-03-10 09:00"),
            ("tomorrow at 4pm", "2026-03-05 16:00"),
            ("4pm tomorrow", "2026-03-05 16:00"),
            ("tomorrow afternoon at 4", "2026-03-05 16:00"),
            ("tue 10am", "2026-03-10 10:00"),
            ("at 15:30", "2026-03-04 15:30"),
            ("today", "2026-03-04 12:00"),
            ("in 2 hours", "2026-03-04 14:00"),
            ("in half an hour", "2026-03-04 12:30"),
            ("end of the month", "2026-03-31 09:00"),
            ("mid January", "2027-01-15 09:00"),
            ("next week", "2026-03-09 09:00"),
            ("sometime next week", "2026-03-09 09:00"),
            ("this week", "2026-03-06 09:00"),
            ("by Friday", "2026-03-06 09:00"),
            ("before Friday", "2026-03-05 09:00"),
            ("first Monday in March", "2027-03-01 09:00"),
            ("first Monday in April", "2026-04-06 09:00"),
            ("last Friday of the month", "2026-03-27 09:00"),
            ("second Tuesday of next month", "2026-04-14 09:00"),
            ("after Christmas", "2026-12-26 09:00"),
            ("after next week", "2026-03-14 09:00"),
            ("after two weeks", "2026-03-18 09:00"),
            ("after her vacation", "2026-08-15 09:00"),
            ("once he's back from his leave", "2026-08-15 09:00"),
            ("when they are back", "2026-08-15 09:00"),
            ("after the conference", "2026-04-17 09:00"),
            ("after PyCon", "2026-04-17 09:00"),
            ("29 February", "2028-02-29 09:00"),
            ("please in a month.", "2026-04-04 09:00"),
        ],
    )
    def test_reads_how_people_say_it(self, text: str, at: str) -> None:
        assert read(text) == at

    @pytest.mark.parametrize(
        "text",
        [
            "3/4",
            "whenever",
            "yesterday",
            "at 9am",  # it has passed
            "tomorrow at 4",  # morning or afternoon
            "next Tuesday or Wednesday",
            "next Tuesday if she answers",
            "tomorrow. And on Friday.",
            "next Friday at 25:00",
            "31 June",
            "fifth Friday of the month",
            "in 9999 years",
            "after the war",
            "soon",
            "?",
            "x" * 201,
        ],
    )
    def test_never_guesses(self, text: str) -> None:
        with pytest.raises(NotUnderstood):
            read_moment(text, around())

    def test_asks_which_event_is_meant(self) -> None:
        with pytest.raises(NotUnderstood, match="Which event"):
            read_moment("after the event", around(events=(PYCON, FAIR)))
        assert read("after the book fair", events=(PYCON, FAIR)) == "2026-05-06 09:00"

    def test_says_when_no_vacation_is_known(self) -> None:
        with pytest.raises(NotUnderstood, match="No vacation or busy time of Sam"):
            read_moment("after her vacation", around(vacation_after=lambda _: None))

    def test_says_how_it_was_understood(self) -> None:
        understood = read_moment("after her vacation", around())

        assert understood.says == (
            "Saturday, 15 August 2026 at 09:00 (Europe/Berlin), the day after a sabbatical ends for Sam"
        )

    @pytest.mark.parametrize(
        ("text", "at"),
        [("29 March 2026 at 02:30", "2026-03-29T01:30Z"), ("25 October 2026 at 02:30", "2026-10-25T00:30Z")],
    )
    def test_takes_what_the_clocks_leave_out_an_hour_later_and_what_comes_twice_first(self, text: str, at: str) -> None:
        assert read_moment(text, around()).at == datetime.fromisoformat(at)

    @given(st.dates(date(2026, 3, 5), date(2100, 1, 1)), st.integers(0, 23), st.integers(0, 59), st.sampled_from(ZONES))
    def test_reads_back_every_date_that_is_written_out(self, day: date, hour: int, minute: int, zone: str) -> None:
        found = read_moment(f"{day:%-d %B %Y} at {hour:02}:{minute:02}", around(timezone=zone))

        wanted = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
        assert found.at == wanted.astimezone(UTC)

    @given(st.integers(1, 500), st.sampled_from(["days", "weeks"]), st.sampled_from(ZONES))
    def test_counts_days_of_the_owner(self, count: int, unit: str, zone: str) -> None:
        found = read_moment(f"in {count} {unit}", around(timezone=zone))

        today = NOW.astimezone(ZoneInfo(zone)).date()
        assert found.first == today + timedelta(days=count * (7 if unit == "weeks" else 1))

    @given(st.text(max_size=60))
    def test_refuses_or_reads_a_moment_ahead(self, text: str) -> None:
        try:
            found = read_moment(text, around())
        except (NotUnderstood, OverflowError):
            return
        assert found.at >= NOW
