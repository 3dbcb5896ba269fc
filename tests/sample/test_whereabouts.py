"""Where those are who work where they like: somewhere at work, whatever the day, the hour and the owner's zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from comity.calendars import calendar_for
from comity.coach.thresholds import DEFAULTS
from comity.coach.windows import moved
from comity.sample.whereabouts import Whereabouts, at_work, home

FIRST = date(2026, 11, 22)
DAYS = 400
TIMES = (time(0, 5), time(9), time(16, 30), time(23, 55))
OWNERS = (
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kolkata",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Pacific/Auckland",
    "Asia/Tehran",
)


def moments(timezone: str, days: int) -> Iterator[datetime]:
    for day in range(days):
        for hour in TIMES:
            yield datetime.combine(FIRST + timedelta(days=day), hour, ZoneInfo(timezone))


def opens(there: Whereabouts, now: datetime, timezone: str) -> datetime:
    calendar = calendar_for(
        country=there.country, observances=(), timezone=there.timezone, owner_timezone=timezone, around=now.date()
    )
    return moved(now.astimezone(UTC), calendar, DEFAULTS).astimezone(ZoneInfo(timezone))


def works_on(day: date) -> bool:
    now = datetime.combine(day, time(15), UTC)
    return opens(at_work("Caracas", now=now, timezone="UTC"), now, "UTC").date() == day


class TestAtWork:
    @pytest.mark.parametrize("timezone", OWNERS)
    def test_a_message_goes_before_the_owners_day_ends(self, timezone: str) -> None:
        for now in moments(timezone, DAYS):
            there = at_work("Caracas", now=now.astimezone(UTC), timezone=timezone)

            assert opens(there, now, timezone).date() == now.date(), (now, there)

    def test_there_is_a_working_day_somewhere_for_a_generation(self) -> None:
        days = [FIRST + timedelta(days=number) for number in range(30 * 365)]

        resting = [day for day in days if not works_on(day)]

        assert resting == [date(2032, 12, 25)]

    def test_stays_at_home_on_a_working_day(self) -> None:
        now = datetime(2026, 11, 24, 15, tzinfo=UTC)

        assert at_work("Caracas", now=now, timezone="UTC") == home("Caracas")

    def test_keeps_the_hours_of_clients_where_home_sleeps(self) -> None:
        now = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)

        there = at_work("Caracas", now=now, timezone="UTC")

        assert (there.city, there.timezone) == ("Caracas", "America/Los_Angeles")

    def test_is_elsewhere_on_a_holiday_at_home(self) -> None:
        now = datetime(2027, 5, 1, 15, tzinfo=UTC)  # a Saturday, and Labour Day in Caracas

        assert at_work("Caracas", now=now, timezone="UTC").city != "Caracas"
