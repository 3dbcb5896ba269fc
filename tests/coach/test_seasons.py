from datetime import date, timedelta

import pytest

from comity.coach import seasons
from comity.coach.history import PlaceCalendar


def place(country: str | None = None, **days: object) -> PlaceCalendar:
    return PlaceCalendar("UTC", country, **days)  # type: ignore[arg-type]


class TestVacation:
    @pytest.mark.parametrize(
        ("country", "day"),
        [
            ("FR", date(2026, 8, 1)),
            ("DE", date(2026, 7, 15)),
            ("SE", date(2026, 7, 31)),
            ("AU", date(2026, 12, 20)),
            ("BR", date(2026, 1, 20)),
            ("JP", date(2026, 5, 4)),
            ("JP", date(2026, 8, 14)),
        ],
    )
    def test_knows_the_seasons_of_a_place(self, country: str, day: date) -> None:
        assert seasons.vacation(day, place(country)) is not None

    @pytest.mark.parametrize(
        ("countries", "first", "last"),
        [
            ("FR IT ES PT GR BE", (8, 1), (8, 31)),
            ("DE AT NL", (7, 15), (8, 31)),
            ("SE NO DK FI IS", (7, 1), (7, 31)),
            ("AU NZ ZA BR AR", (12, 20), (1, 20)),
            ("JP", (4, 29), (5, 5)),
            ("JP", (8, 11), (8, 16)),
        ],
    )
    def test_begins_and_ends_as_the_table_says(
        self, countries: str, first: tuple[int, int], last: tuple[int, int]
    ) -> None:
        begins, ends = date(2026, *first), date(2026 + (last < first), *last)

        for country in countries.split():
            for day in (begins, ends):
                assert seasons.vacation(day, place(country)) is not None
            for day in (begins - timedelta(days=1), ends + timedelta(days=1)):
                assert seasons.vacation(day, place(country)) is None

    def test_keeps_christmas_where_it_is_public(self) -> None:
        day = date(2027, 1, 1)

        assert seasons.vacation(day, place("US", christmas_public=True)) is not None
        assert seasons.vacation(day, place("US")) is None

    def test_keeps_epiphany_where_it_is_public(self) -> None:
        day = date(2027, 1, 6)

        assert seasons.vacation(day, place("AT", christmas_public=True, epiphany_public=True)) is not None
        assert seasons.vacation(day, place("NL", christmas_public=True)) is None

    def test_keeps_the_week_of_the_lunar_new_year(self) -> None:
        china = place("CN", lunar_new_years=(date(2026, 2, 17),))

        assert seasons.vacation(date(2026, 2, 23), china) is not None
        assert seasons.vacation(date(2026, 2, 24), china) is None


class TestBusy:
    @pytest.mark.parametrize(
        ("field", "country", "day", "is_busy"),
        [
            ("accounting", "US", date(2026, 4, 15), True),
            ("Tax advisory", None, date(2026, 4, 15), True),
            ("accounting", "GB", date(2026, 4, 15), False),
            ("accounting", "GB", date(2026, 1, 31), True),
            ("audit", "AU", date(2026, 9, 1), True),
            ("retail", None, date(2026, 1, 5), True),
            ("logistics", None, date(2026, 10, 15), True),
            ("education", None, date(2026, 6, 20), True),
            ("hospitality", None, date(2026, 8, 31), True),
            ("agriculture", None, date(2026, 10, 16), False),
            ("insurance", None, date(2026, 1, 15), True),
            ("finance", None, date(2026, 4, 5), True),
            ("finance", None, date(2026, 4, 6), False),
            ("software", None, date(2026, 4, 5), False),
            (None, None, date(2026, 4, 5), False),
        ],
    )
    def test_goes_by_field_and_place(self, field: str | None, country: str | None, day: date, *, is_busy: bool) -> None:
        assert (seasons.busy(day, field, place(country), ()) is not None) is is_busy

    def test_counts_two_weeks_before_an_event_of_their_trade(self) -> None:
        event = date(2026, 3, 24)

        assert seasons.busy(date(2026, 3, 10), "events", place(), [event]) is not None
        assert seasons.busy(date(2026, 3, 9), "events", place(), [event]) is None
        assert seasons.busy(date(2026, 3, 10), "software", place(), [event]) is None

    @pytest.mark.parametrize(
        ("field", "country", "first", "last"),
        [
            ("accounting", "US", (1, 15), (4, 15)),
            ("tax", None, (1, 15), (4, 15)),
            ("audit", "DE", (1, 15), (4, 15)),
            ("tax", "GB", (12, 15), (1, 31)),
            ("accounting", "AU", (7, 1), (10, 31)),
            ("retail", None, (11, 1), (1, 5)),
            ("e-commerce", None, (11, 1), (1, 5)),
            ("logistics", None, (10, 15), (12, 31)),
            ("education", None, (8, 15), (9, 15)),
            ("academia", None, (5, 10), (6, 20)),
            ("hospitality", None, (6, 15), (8, 31)),
            ("travel", None, (6, 15), (8, 31)),
            ("agriculture", None, (8, 1), (10, 15)),
            ("insurance", None, (11, 1), (1, 15)),
            ("benefits", None, (11, 1), (1, 15)),
            ("finance", None, (12, 10), (1, 20)),
            ("finance", None, (3, 27), (4, 5)),
            ("finance", None, (6, 26), (7, 5)),
            ("finance", None, (9, 26), (10, 5)),
        ],
    )
    def test_begins_and_ends_as_the_table_says(
        self, field: str, country: str | None, first: tuple[int, int], last: tuple[int, int]
    ) -> None:
        begins, ends = date(2026, *first), date(2026 + (last < first), *last)
        there = place(country)

        for day in (begins, ends):
            assert seasons.busy(day, field, there, ()) is not None
        for day in (begins - timedelta(days=1), ends + timedelta(days=1)):
            assert seasons.busy(day, field, there, ()) is None

    @pytest.mark.parametrize("field", ["Retail & e-commerce", "Accounting; bookkeeping", "tax-advisory", "(Audit)"])
    def test_hears_a_field_among_other_words_and_signs(self, field: str) -> None:
        days = (date(2026, 11, 20), date(2026, 2, 2))

        assert any(seasons.busy(day, field, place(), ()) for day in days)


class TestPeriods:
    def test_lists_the_seasons_of_the_years_around(self) -> None:
        found = seasons.periods(date(2026, 3, 10), "accounting", place("FR"))

        assert [period.first.year for period in found] == [2025, 2026, 2027] * 2
