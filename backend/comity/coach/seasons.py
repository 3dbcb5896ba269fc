"""Seasons in which asks wait, each with its reason (playbook §10)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from comity.coach.history import BusyPeriod, PlaceCalendar
from comity.coach.word_lists import each

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Season:
    """A season of every year, both days inclusive. It may run over the new year."""

    first: MonthDay
    last: MonthDay
    why: str
    countries: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def beginning_in(self, year: int) -> BusyPeriod:
        """Return the days of the season that begins in a year."""
        return BusyPeriod(date(year, *self.first), date(year + (self.last < self.first), *self.last), self.why)


VACATIONS = (
    Season((8, 1), (8, 31), "the August holidays", each("FR IT ES PT GR BE")),  # whole cities close
    Season((7, 15), (8, 31), "the summer holidays", each("DE AT NL")),  # schools take turns in these weeks
    Season((7, 1), (7, 31), "the July holidays", each("SE NO DK FI IS")),  # the common leave of the North
    Season((12, 20), (1, 20), "the summer holidays", each("AU NZ ZA BR AR")),  # Christmas falls into summer
    Season((4, 29), (5, 5), "Golden Week", each("JP")),  # four public holidays in one week
    Season((8, 11), (8, 16), "Obon", each("JP")),  # families visit their home towns
)
CHRISTMAS = Season((12, 24), (1, 1), "the days between Christmas and New Year")  # where Christmas is public
EPIPHANY = Season((12, 24), (1, 6), "the days between Christmas and Epiphany")  # where Epiphany is public too
LUNAR_NEW_YEAR_DAYS = 7  # days: the week in which offices close where it is public

_TAX = each(
    "accounting accountancy accountant accountants bookkeeping tax taxes taxation audit audits auditing auditor"
    " auditors"
)
_RETAIL = each("retail retailer retailing e-commerce ecommerce")
_FINANCE = each("finance finances financial banking bank banks")
_SCHOOLS = each("education educational academia academic university universities school schools teaching college")
_PARCELS = each("logistics freight shipping")
_GUESTS = each("hospitality travel tourism hotel hotels restaurant restaurants")
_FARMS = each("agriculture agricultural agribusiness farming farm farms")
BUSY = (
    Season((12, 15), (1, 31), "the tax return season", each("GB"), _TAX),  # returns are due on 31 January
    Season((7, 1), (10, 31), "the tax return season", each("AU"), _TAX),  # returns are due on 31 October
    Season((1, 15), (4, 15), "the tax season", fields=_TAX),  # accounts close, returns are due in mid April
    Season((11, 1), (1, 5), "the holiday trade", fields=_RETAIL),  # from Black Friday to the returns
    Season((10, 15), (12, 31), "the peak of the parcels", fields=_PARCELS),  # all of it is shipped
    Season((8, 15), (9, 15), "the start of the year", fields=_SCHOOLS),  # classes begin
    Season((5, 10), (6, 20), "the exams", fields=_SCHOOLS),  # exams and theses
    Season((6, 15), (8, 31), "the high season", fields=_GUESTS),  # guests come
    Season((8, 1), (10, 15), "the harvest", fields=_FARMS),  # it does not wait
    Season((11, 1), (1, 15), "the renewals", fields=each("insurance benefits")),  # contracts renew at new year
    Season((12, 10), (1, 20), "the closing of the year", fields=_FINANCE),  # books close
    Season((3, 27), (4, 5), "the closing of the quarter", fields=_FINANCE),  # ten days around its end
    Season((6, 26), (7, 5), "the closing of the quarter", fields=_FINANCE),
    Season((9, 26), (10, 5), "the closing of the quarter", fields=_FINANCE),
    Season((12, 27), (1, 5), "the closing of the quarter", fields=_FINANCE),
)
EVENT_TRADES = frozenset({"event", "events", "conferences", "exhibitions"})
EVENT_TRADE_DAYS = 14  # days: the last two weeks before an event have no spare hour


def vacation(day: date, calendar: PlaceCalendar) -> BusyPeriod | None:
    """Return the vacation season of a place that holds `day`, or None; of several the one that ends last."""
    return _holding(day, _vacations(day, calendar))


def busy(day: date, field: str | None, calendar: PlaceCalendar, events: Iterable[date]) -> BusyPeriod | None:
    """Return the busy season of a field that holds `day`, or None; of several the one that ends last.

    field: as somebody wrote it; its words are compared. events: the first days of events that they have a part in.
    """
    return _holding(day, [*_busy(day, field, calendar), *_before_events(field, events)])


def periods(day: date, field: str | None, calendar: PlaceCalendar) -> list[BusyPeriod]:
    """Return the seasons of a place and a field in the years around `day`."""
    return [*_vacations(day, calendar), *_busy(day, field, calendar)]


def _vacations(day: date, calendar: PlaceCalendar) -> Iterator[BusyPeriod]:
    seasons = [season for season in VACATIONS if calendar.country in season.countries]
    if calendar.christmas_public:
        seasons.append(EPIPHANY if calendar.epiphany_public else CHRISTMAS)
    yield from _around(day, seasons)
    week = timedelta(days=LUNAR_NEW_YEAR_DAYS - 1)
    yield from (BusyPeriod(first, first + week, "the Lunar New Year") for first in calendar.lunar_new_years)


def _busy(day: date, field: str | None, calendar: PlaceCalendar) -> Iterator[BusyPeriod]:
    words = _words(field)
    if not words:
        return iter(())
    rows = [season for season in BUSY if words & season.fields]
    own = [season for season in rows if calendar.country in season.countries]
    return _around(day, own or [season for season in rows if not season.countries])


def _before_events(field: str | None, events: Iterable[date]) -> Iterator[BusyPeriod]:
    if _words(field) & EVENT_TRADES:
        ahead = timedelta(days=EVENT_TRADE_DAYS)
        yield from (BusyPeriod(start - ahead, start, "the weeks before their event") for start in events)


def _words(field: str | None) -> frozenset[str]:
    """Return the words of a field: "Retail, e-commerce & tax-advisory" has retail, e-commerce, tax and more."""
    text = "".join(sign if sign.isalnum() or sign == "-" else " " for sign in (field or "").casefold())
    return frozenset(text.split()) | frozenset(text.replace("-", " ").split())


def _around(day: date, seasons: Iterable[Season]) -> Iterator[BusyPeriod]:
    """Yield the seasons of the years around a day."""
    return (season.beginning_in(year) for season in seasons for year in (day.year - 1, day.year, day.year + 1))


def _holding(day: date, periods_there: Iterable[BusyPeriod]) -> BusyPeriod | None:
    holding = (period for period in periods_there if period.first <= day <= period.last)
    return max(holding, key=lambda period: period.last, default=None)
