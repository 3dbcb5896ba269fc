from datetime import UTC, date, datetime

from comity.coach import days


class TestDayAt:
    def test_is_the_day_there(self) -> None:
        evening = datetime(2026, 3, 10, 20, tzinfo=UTC)

        assert days.day_at(evening, "Asia/Tokyo") == date(2026, 3, 11)


class TestStartOf:
    def test_is_midnight_there(self) -> None:
        assert days.start_of(date(2026, 3, 11), "Asia/Tokyo") == datetime(2026, 3, 10, 15, tzinfo=UTC)


class TestInYear:
    def test_moves_a_leap_day(self) -> None:
        assert days.in_year((2, 29), 2026) == date(2026, 3, 1)
        assert days.in_year((2, 29), 2028) == date(2028, 2, 29)
