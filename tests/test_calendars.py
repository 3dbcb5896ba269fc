from datetime import date

import pytest

from comity.calendars import calendar_for, main_zone
from comity.coach.history import PlaceCalendar
from comity.coach.words import Observance

AROUND = date(2026, 3, 10)


def place(country: str | None = None, *observances: Observance, timezone: str | None = None) -> PlaceCalendar:
    return calendar_for(
        country=country, observances=observances, timezone=timezone, owner_timezone="Europe/London", around=AROUND
    )


class TestCalendarFor:
    def test_takes_their_zone_else_their_countrys_else_the_owners(self) -> None:
        assert place("US", timezone="America/Denver").timezone == "America/Denver"
        assert place("US").timezone == "America/New_York"
        assert place().timezone == "Europe/London"

    def test_knows_public_holidays_of_the_years_around(self) -> None:
        days = place("DE").days_off

        assert days[date(2026, 10, 3)] == "German Unity Day"
        assert {day.year for day in days} == {2025, 2026, 2027}

    def test_knows_weekends_as_they_are_there(self) -> None:
        assert place("SA").weekend == {5, 6}
        assert place("DE").weekend == {6, 7}

    def test_has_only_weekends_without_a_known_country(self) -> None:
        for unknown in (place(), place("XX")):
            assert unknown.weekend == {6, 7}
            assert unknown.days_off == {}

    @pytest.mark.parametrize(
        ("observance", "day"),
        [
            (Observance.CHRISTIAN, date(2026, 4, 3)),
            (Observance.ORTHODOX, date(2026, 4, 13)),
            (Observance.JEWISH, date(2026, 9, 21)),
            (Observance.MUSLIM, date(2026, 3, 20)),
            (Observance.HINDU, date(2026, 11, 8)),
            (Observance.BUDDHIST, date(2026, 5, 31)),
            (Observance.CHINESE, date(2026, 2, 17)),
        ],
    )
    def test_knows_the_days_of_who_observes_them_anywhere(self, observance: Observance, day: date) -> None:
        assert day in place("JP", observance).days_off
        assert day in place(None, observance).days_off

    def test_knows_each_day_of_the_jewish_and_the_muslim_feasts(self) -> None:
        jewish, muslim = (
            {f"{day:%m-%d}": name for day, name in place(None, kept).days_off.items() if day.year == 2026}
            for kept in (Observance.JEWISH, Observance.MUSLIM)
        )

        assert jewish == {
            **dict.fromkeys(("04-02", "04-03", "04-08", "04-09"), "Pesach"),
            **dict.fromkeys(("05-22", "05-23"), "Shavuot"),
            **dict.fromkeys(("09-12", "09-13"), "Rosh Hashanah"),
            "09-21": "Yom Kippur",
            **dict.fromkeys(("09-26", "09-27"), "Sukkot"),
            "10-03": "Shemini Atzeret",
            "10-04": "Simchat Torah",
        }
        assert muslim == {
            **dict.fromkeys(("03-20", "03-21", "03-22"), "Eid al-Fitr"),
            **dict.fromkeys(("05-27", "05-28", "05-29"), "Eid al-Adha"),
        }

    def test_knows_both_feasts_of_a_year_that_has_one_twice(self) -> None:
        calendar = calendar_for(
            country=None,
            observances=(Observance.MUSLIM,),
            timezone=None,
            owner_timezone="Europe/London",
            around=date(2033, 6, 1),
        )

        assert {date(2033, 1, 2), date(2033, 12, 23)} <= calendar.days_off.keys()

    def test_knows_where_christmas_epiphany_and_the_lunar_new_year_are_public(self) -> None:
        spain, china, japan = place("ES"), place("CN"), place("JP", Observance.CHRISTIAN)

        assert (spain.christmas_public, spain.epiphany_public) == (True, True)
        assert date(2026, 2, 17) in china.lunar_new_years
        assert (japan.christmas_public, japan.lunar_new_years) == (False, ())

    def test_knows_christmas_and_epiphany_by_their_other_names_and_days(self) -> None:
        assert place("UY").christmas_public
        assert place("CO").epiphany_public  # kept on the Monday after
        assert not place("RU").epiphany_public
        assert not place("GE").epiphany_public  # kept on 19 January, when the holidays are long over


class TestMainZone:
    def test_is_where_most_people_live(self) -> None:
        zones = {country: main_zone(country) for country in ("AU", "BR", "DE", "ID", "JP", "MX", "RU", "US")}

        assert zones == {
            "AU": "Australia/Sydney",
            "BR": "America/Sao_Paulo",
            "DE": "Europe/Berlin",
            "ID": "Asia/Jakarta",
            "JP": "Asia/Tokyo",
            "MX": "America/Mexico_City",
            "RU": "Europe/Moscow",
            "US": "America/New_York",
        }

    def test_is_unknown_for_no_country(self) -> None:
        assert main_zone("XX") is None
