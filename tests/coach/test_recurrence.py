"""What comes round."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.coach.recurrence import Recurrence, next_contact, next_date
from comity.coach.words import Anchor, Unit
from tests.coach.test_welcome import ZONES

BERLIN = ZoneInfo("Europe/Berlin")
starts = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(lambda one: one.replace(tzinfo=UTC))
recurrences = st.builds(Recurrence, st.integers(1, 40), st.sampled_from(Unit))


def days(first: datetime, recurrence: Recurrence, count: int, zone: str = "Europe/Berlin") -> list[str]:
    found, number, after = [], 1, first
    for _ in range(count):
        following = next_date(first, number, recurrence, after=after, timezone=zone)
        if following is None:
            break
        after, number = following
        found.append(after.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M"))
    return found


class TestNextDate:
    @pytest.mark.parametrize(
        ("first", "recurrence", "then"),
        [
            ("2026-01-31 09:00", Recurrence(1, Unit.MONTH), ["2026-02-28 09:00", "2026-03-31 09:00"]),
            ("2024-02-29 09:00", Recurrence(1, Unit.YEAR), ["2025-02-28 09:00", "2026-02-28 09:00", "2027-02-28 09:00", "2028-02-29 09:00"]),  # noqa: E501
            ("2026-03-22 02:30", Recurrence(1, Unit.WEEK), ["2026-03-29 03:30", "2026-04-05 02:30"]),  # the spring gap
            ("2026-10-18 02:30", Recurrence(1, Unit.WEEK), ["2026-10-25 02:30", "2026-11-01 02:30"]),  # the autumn fold
            ("2026-03-02 09:00", Recurrence(2, Unit.WEEK, count=3), ["2026-03-16 09:00", "2026-03-30 09:00"]),
            ("2026-03-02 09:00", Recurrence(10, Unit.DAY, until=date(2026, 3, 22)), ["2026-03-12 09:00", "2026-03-22 09:00"]),  # noqa: E501
        ],
    )  # fmt: skip
    def test_keeps_the_day_and_the_hour(self, first: str, recurrence: Recurrence, then: list[str]) -> None:
        local = datetime.fromisoformat(first).replace(tzinfo=BERLIN)

        assert days(local.astimezone(UTC), recurrence, len(then) + bool(recurrence.count or recurrence.until)) == then

    @given(starts, recurrences, st.sampled_from(ZONES), st.integers(0, 2000))
    def test_lies_ahead_and_skips_what_was_missed(
        self, first: datetime, recurrence: Recurrence, zone: str, late: int
    ) -> None:
        after = first + timedelta(days=late)

        found = next_date(first, 1, recurrence, after=after, timezone=zone)

        assert found is not None
        assert found[0] > after
        before = next_date(first, 1, recurrence, after=found[0] - timedelta(seconds=1), timezone=zone)
        assert before == found  # nothing lies between

    def test_ends_with_the_calendar(self) -> None:
        first = datetime(2198, 1, 1, tzinfo=UTC)

        assert next_date(first, 1, Recurrence(1, Unit.YEAR), after=first, timezone="UTC") is not None
        assert next_date(first, 1, Recurrence(2, Unit.YEAR), after=first, timezone="UTC") is None
        assert next_date(first, 1, Recurrence(1000, Unit.YEAR, count=3), after=first, timezone="UTC") is None


class TestNextContact:
    def test_counts_from_the_last_real_contact_at_its_own_hour(self) -> None:
        met_at = datetime(2026, 3, 2, 20, tzinfo=UTC)
        rhythm = Recurrence(3, Unit.WEEK, Anchor.LAST_CONTACT)

        found = next_contact(met_at, 4, rhythm, at=datetime(2026, 1, 1, 8, tzinfo=UTC), timezone="Europe/Berlin")

        assert found == (datetime.combine(date(2026, 3, 23), time(9), BERLIN), 5)

    def test_ends_after_so_many(self) -> None:
        rhythm = Recurrence(3, Unit.WEEK, Anchor.LAST_CONTACT, count=4)
        now = datetime(2026, 3, 2, 20, tzinfo=UTC)

        assert next_contact(now, 4, rhythm, at=now, timezone="UTC") is None
