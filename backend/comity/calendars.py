"""The days of a place, from well-kept libraries (playbook §10), which are large and so imported at first use."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from comity.coach.history import BusyPeriod, PlaceCalendar
from comity.coach.words import Observance

_CHRISTMAS = ("christmas", "family day")  # as Mozambique and Uruguay call 25 December
_EPIPHANY = ("epiphany", "three kings")  # some keep it on the Monday after
_DEFAULT_WEEKEND = frozenset({6, 7})
_MAIN_ZONES = {  # where the first zone of the table is not that of most people
    "AQ": "Antarctica/McMurdo",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "CL": "America/Santiago",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "FM": "Pacific/Pohnpei",
    "GL": "America/Nuuk",
    "ID": "Asia/Jakarta",
    "KI": "Pacific/Tarawa",
    "KZ": "Asia/Almaty",
    "MH": "Pacific/Majuro",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PF": "Pacific/Tahiti",
    "PG": "Pacific/Port_Moresby",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "UM": "Pacific/Wake",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}


def calendar_for(
    *, country: str | None, observances: Iterable[str], timezone: str | None, owner_timezone: str, around: date
) -> PlaceCalendar:
    """Return the zone, weekend and days off of a place, one year each side of `around`.

    country: ISO 3166 alpha-2; without one there are only weekends. timezone: theirs, if known; else the main zone of
    their country, else the owner's.
    """
    zone = timezone or (main_zone(country) if country else None) or owner_timezone
    return _calendar(country, frozenset(Observance(observance) for observance in observances), zone, around.year)


def main_zone(country: str) -> str | None:
    """Return the IANA zone in which most people of a country live, or None for an unknown country."""
    return _MAIN_ZONES.get(country) or _first_zones().get(country)


def busy_period_of(values: Mapping[str, Any]) -> BusyPeriod:
    """Return a busy period from its stored form."""
    return BusyPeriod(date.fromisoformat(values["from"]), date.fromisoformat(values["until"]), values["why"])


@lru_cache(maxsize=4096)
def _calendar(country: str | None, observances: frozenset[Observance], zone: str, year: int) -> PlaceCalendar:
    years = range(year - 1, year + 2)
    weekend, public = _public_days(country, years) if country else (_DEFAULT_WEEKEND, {})
    observed = {day: name for observance in sorted(observances) for day, name in _observed(observance, years)}
    return PlaceCalendar(
        timezone=zone,
        country=country,
        weekend=weekend,
        days_off={**observed, **public},
        christmas_public=_is_public(public, 12, range(25, 26), _CHRISTMAS),
        epiphany_public=_is_public(public, 1, range(6, 13), _EPIPHANY),
        lunar_new_years=tuple(day for day in _lunar_new_years(years) if _is_new_year(public.get(day, ""))),
    )


@cache
def _first_zones() -> dict[str, str]:
    """Return the first zone of each country, as the zone database lists them."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {country: zone for country, _, zone, *_ in reversed(rows)}


@lru_cache(maxsize=1024)
def _public_days(country: str, years: range) -> tuple[frozenset[int], dict[date, str]]:
    """Return the weekend (ISO weekdays) and the public holidays of a country, named in English where possible."""
    import holidays  # noqa: PLC0415

    if country not in holidays.list_supported_countries():
        return _DEFAULT_WEEKEND, {}
    language = "en_US" if "en_US" in holidays.list_localized_countries().get(country, ()) else None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some tables begin late or end early: there the day is a plain day
        found = holidays.country_holidays(country, years=years, language=language)
    return frozenset(day + 1 for day in found.weekend), dict(found.items())


def _is_public(public: dict[date, str], month: int, days: range, names: tuple[str, ...]) -> bool:
    """Say whether a feast is public: under one of its names, on one of some days of a month."""
    on_its_day = (called.casefold() for day, called in public.items() if day.month == month and day.day in days)
    return any(name in called for called in on_its_day for name in names)


def _is_new_year(called: str) -> bool:
    """Say whether a holiday on the first day of the lunar year is kept for that: Carnival may fall on it."""
    return any(name in called.casefold() for name in ("lunar new year", "chinese", "korean new year"))


def _lunar_new_years(years: range) -> Iterator[date]:
    from holidays.calendars.chinese import _ChineseLunisolar  # noqa: PLC0415

    calendar = _ChineseLunisolar()
    return (day for year in years for day, _ in _known(calendar.lunar_new_year_date(year), "Lunar New Year"))


def _observed(observance: Observance, years: range) -> Iterator[tuple[date, str]]:
    """Yield the days on which somebody who observes them does not work."""
    days = {
        Observance.CHRISTIAN: _christian,
        Observance.ORTHODOX: _orthodox,
        Observance.JEWISH: _jewish,
        Observance.MUSLIM: _muslim,
        Observance.HINDU: _hindu,
        Observance.BUDDHIST: _buddhist,
        Observance.CHINESE: _chinese,
    }[observance]
    for year in years:
        yield from days(year)


def _christian(year: int) -> Iterator[tuple[date, str]]:
    from dateutil.easter import easter  # type: ignore[import-untyped] # noqa: PLC0415

    yield from _around_easter(easter(year))
    yield date(year, 12, 25), "Christmas Day"


def _orthodox(year: int) -> Iterator[tuple[date, str]]:
    from dateutil.easter import EASTER_ORTHODOX, easter  # noqa: PLC0415

    yield from _around_easter(easter(year, EASTER_ORTHODOX))
    yield date(year, 1, 7), "Orthodox Christmas Day"


def _around_easter(sunday: date) -> Iterator[tuple[date, str]]:
    yield sunday - timedelta(days=2), "Good Friday"
    yield sunday, "Easter Sunday"
    yield sunday + timedelta(days=1), "Easter Monday"


def _jewish(year: int) -> Iterator[tuple[date, str]]:
    from pyluach.dates import GregorianDate, HebrewDate  # type: ignore[import-untyped] # noqa: PLC0415

    feasts = {
        (7, 1): "Rosh Hashanah",
        (7, 2): "Rosh Hashanah",
        (7, 10): "Yom Kippur",
        (7, 15): "Sukkot",
        (7, 16): "Sukkot",
        (7, 22): "Shemini Atzeret",
        (7, 23): "Simchat Torah",
        (1, 15): "Pesach",
        (1, 16): "Pesach",
        (1, 21): "Pesach",
        (1, 22): "Pesach",
        (3, 6): "Shavuot",
        (3, 7): "Shavuot",
    }
    first = GregorianDate(year, 1, 1).to_heb().year
    for hebrew_year in (first, first + 1):
        for (month, day), name in feasts.items():
            found = HebrewDate(hebrew_year, month, day).to_pydate()
            if found.year == year:
                yield found, name


def _muslim(year: int) -> Iterator[tuple[date, str]]:
    from hijridate import Gregorian, Hijri  # noqa: PLC0415

    feasts = {(10, 1): "Eid al-Fitr", (10, 2): "Eid al-Fitr", (10, 3): "Eid al-Fitr"}
    feasts |= {(12, 10): "Eid al-Adha", (12, 11): "Eid al-Adha", (12, 12): "Eid al-Adha"}
    first = Gregorian(year, 1, 1).to_hijri().year
    for hijri_year in (first, first + 1):
        for (month, day), name in feasts.items():
            found = Hijri(hijri_year, month, day).to_gregorian()
            if found.year == year:
                yield date(found.year, found.month, found.day), name


def _hindu(year: int) -> Iterator[tuple[date, str]]:
    from holidays.calendars.hindu import _HinduLunisolar  # noqa: PLC0415

    calendar = _HinduLunisolar()
    yield from _known(calendar.diwali_india_date(year), "Diwali")
    yield from _known(calendar.holi_date(year), "Holi")


def _buddhist(year: int) -> Iterator[tuple[date, str]]:
    from holidays.calendars.buddhist import _BuddhistLunisolar  # noqa: PLC0415

    yield from _known(_BuddhistLunisolar().vesak_date(year), "Vesak")


def _chinese(year: int) -> Iterator[tuple[date, str]]:
    from holidays.calendars.chinese import _ChineseLunisolar  # noqa: PLC0415

    calendar = _ChineseLunisolar()
    for first, _ in _known(calendar.lunar_new_year_date(year), "Lunar New Year"):
        yield from ((first + timedelta(days=count), "Lunar New Year") for count in range(-1, 3))
    yield from _known(calendar.mid_autumn_date(year), "Mid-Autumn Festival")


def _known(found: tuple[date | None, bool] | None, name: str) -> Iterator[tuple[date, str]]:
    """Yield a day of a lunar calendar, if the table of the library reaches that year."""
    if found and found[0]:
        yield found[0], name
