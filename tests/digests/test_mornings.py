from datetime import UTC, date, datetime, time, timedelta

import pytest

from comity.coach.history import BusyPeriod, DailyHours, Owner
from comity.digests.mornings import day_due, next_morning


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class TestNextMorning:
    @pytest.mark.parametrize(
        ("zone", "hour", "after", "found"),
        [
            ("Europe/Berlin", "07:30", "2026-03-28T12:00+01:00", "2026-03-29T07:30+02:00"),
            ("Europe/Berlin", "02:30", "2026-03-28T12:00+01:00", "2026-03-29T03:30+02:00"),  # there is no half past two
            ("Europe/Berlin", "02:30", "2026-10-24T12:00+02:00", "2026-10-25T02:30+02:00"),  # there are two: the first
            ("Europe/Berlin", "02:30", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"),
            ("Australia/Lord_Howe", "02:15", "2026-10-03T12:00+10:30", "2026-10-04T02:45+11:00"),  # half an hour
            ("Pacific/Apia", "07:00", "2011-12-29T08:00-10:00", "2011-12-31T07:00+14:00"),  # there is no 30th
            ("America/New_York", "00:00", "2028-02-28T12:00-05:00", "2028-02-29T00:00-05:00"),
            ("Asia/Kathmandu", "07:30", "2026-12-31T07:30+05:45", "2027-01-01T07:30+05:45"),
        ],
    )
    def test_is_the_owners_hour(self, zone: str, hour: str, after: str, found: str) -> None:
        assert next_morning(at(after), digest_at=hour, owner=Owner(timezone=zone)) == at(found)

    def test_waits_for_the_end_of_the_quiet_hours(self) -> None:
        owner = Owner(timezone="Europe/Berlin", quiet_hours=DailyHours(time(20), time(8)))

        assert next_morning(at("2026-03-02T12:00Z"), digest_at="07:30", owner=owner) == at("2026-03-03T08:00+01:00")


class TestDayDue:
    OWNER = Owner(timezone="Europe/Berlin")

    @pytest.mark.parametrize(
        ("now", "found"),
        [
            ("2026-03-03T07:29+01:00", None),
            ("2026-03-03T07:30+01:00", date(2026, 3, 3)),
            ("2026-03-03T19:00+01:00", date(2026, 3, 3)),
            ("2026-03-03T20:00+01:00", None),  # the next one is nearer
        ],
    )
    def test_is_the_day_of_the_nearest_morning(self, now: str, found: date | None) -> None:
        assert day_due(at(now), digest_at="07:30", owner=self.OWNER) == found

    def test_is_the_day_before_for_an_evenings_digest_that_is_late(self) -> None:
        assert day_due(at("2026-03-04T00:10+01:00"), digest_at="23:50", owner=self.OWNER) == date(2026, 3, 3)

    def test_is_none_while_the_owner_is_away(self) -> None:
        owner = Owner(timezone="Europe/Berlin", busy_periods=(BusyPeriod(date(2026, 3, 2), date(2026, 3, 4), "leave"),))

        assert day_due(at("2026-03-04T07:30+01:00"), digest_at="07:30", owner=owner) is None
        assert day_due(at("2026-03-05T07:30+01:00"), digest_at="07:30", owner=owner) == date(2026, 3, 5)

    def test_comes_once_for_each_day_of_a_year(self) -> None:
        now, days = at("2026-01-01T00:00Z"), []
        while now < at("2027-01-01T00:00Z"):
            now = next_morning(now, digest_at="02:30", owner=self.OWNER)
            days.append(day_due(now, digest_at="02:30", owner=self.OWNER))

        assert days == [date(2026, 1, 1) + timedelta(days=one) for one in range(365)] + [date(2027, 1, 1)]
