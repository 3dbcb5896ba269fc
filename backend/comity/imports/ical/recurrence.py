"""When something that repeats takes place: the next few times, however long the rule would go on (RFC 5545 §3.3.10).

A rule is a program that strangers write. Libraries run it until it yields, and a 30 February never does: such a rule
keeps them busy for half a minute. So the days that matter are walked one by one, and each is asked whether the rule has
it; a file has so many days for all its rules.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from comity.coach.days import DAY

MOST_DAYS_A_SERIES = 4_000  # days: eleven years of a rule that counts
MOST_DAYS_A_FILE = 2_000_000  # days: a few seconds
LONGEST_RULE = 500  # characters
MOST_TIMES = 12  # a season of a weekly meeting
AHEAD = timedelta(days=92)
BEHIND = timedelta(days=2)  # so long an event is still spoken of
LAST_SOUGHT = timedelta(days=400)  # before its end: a yearly event took place within them

_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_NOT_READ = ("BYYEARDAY", "BYWEEKNO", "BYEASTER", "RSCALE")
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")


class BadRule(ValueError):
    """A rule that is not followed, and why."""


UNREADABLE = "Nobody can read how it repeats."
TOO_LONG = "It repeats for so long that it takes too long to work out."


@dataclass
class Budget:
    """How many days the rules of a file may still walk."""

    left: int = MOST_DAYS_A_FILE

    def walk(self, first: date, last: date) -> Iterator[date]:
        """Yield the days from the first to the last. Raises BadRule where they are too many."""
        for number in range((last - first).days + 1):
            if number >= MOST_DAYS_A_SERIES:
                raise BadRule(TOO_LONG)
            self.spend(1)
            yield first + number * DAY

    def spend(self, days: int) -> None:
        """Take so many days. Raises BadRule where none is left."""
        if self.left < days:
            raise BadRule(TOO_LONG)
        self.left -= days


@dataclass(frozen=True)
class Series:
    """Something that repeats. All instants are wall-clock times at its place.

    until: the last instant of the rule. extra, left_out: single times that the file adds and takes away.
    """

    rule: str
    starts_at: datetime
    until: datetime | None = None
    extra: Sequence[datetime] = ()
    left_out: Iterable[datetime] = ()


def times_of(series: Series, *, now: datetime, budget: Budget) -> list[datetime]:
    """The next few times of a series; of one that is over, the last. now: at its place.

    Raises BadRule.
    """
    found = _followed(series, now, budget) if series.rule else [series.starts_at]
    left_out = set(series.left_out)
    times = sorted({*found, *(one for one in series.extra if one <= now + AHEAD)} - left_out)
    ahead = [one for one in times if one >= now - BEHIND]
    return ahead[:MOST_TIMES] or times[-1:]


def _followed(series: Series, now: datetime, budget: Budget) -> list[datetime]:
    """Every time of a rule that counts; of any other those ahead, else those of its last year, else the first."""
    rule = Rule.read(series.rule, series.starts_at.date())
    last = min(now + AHEAD, series.until or now + AHEAD)
    if rule.count:
        return _between(rule, series, series.starts_at, last, budget)
    close = max(series.starts_at, min(now - BEHIND, last))
    ahead = _between(rule, series, close, last, budget)
    over = ahead or _between(rule, series, max(series.starts_at, last - LAST_SOUGHT), close, budget)
    return over or [series.starts_at]


def _between(rule: "Rule", series: Series, first: datetime, last: datetime, budget: Budget) -> list[datetime]:
    found: list[datetime] = []
    for day in budget.walk(first.date(), last.date()):
        if rule.has(day):
            found.append(datetime.combine(day, series.starts_at.time()))
        if rule.count and len(found) >= rule.count:
            break
    return [one for one in found if one <= last]


@dataclass
class Rule:
    """On which days something takes place. starts_on: its first day, which says what the rule leaves open.

    weekdays: each with its ordinal in the month or the year, 0 where it is every one.
    """

    freq: str
    starts_on: date
    interval: int = 1
    count: int = 0
    week_starts: int = 0
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()
    positions: frozenset[int] = frozenset()
    _sets: dict[date, list[date]] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str, starts_on: date) -> "Rule":
        """Read a rule. Raises BadRule."""
        parts = dict(_PART.findall(text[: LONGEST_RULE + 1].upper()))  # looking at 64 KiB takes seconds
        freq = parts.get("FREQ", "")
        if len(text) > LONGEST_RULE or freq not in {*_FREQUENCIES, "HOURLY", "MINUTELY", "SECONDLY"}:
            raise BadRule(UNREADABLE)
        if freq not in _FREQUENCIES or any("," in parts.get(name, "") for name in _CLOCK):
            raise BadRule("It repeats several times a day, as no event does.")
        if any(name in parts for name in _NOT_READ):
            raise BadRule("It repeats by numbered days or weeks of the year, which is not read.")
        return cls(
            freq,
            starts_on,
            interval=_number(parts.get("INTERVAL", "1"), least=1),
            count=_number(parts["COUNT"], least=1) if "COUNT" in parts else 0,
            week_starts=_weekdays(parts.get("WKST", "MO"))[0][1],
            months=frozenset(_numbers(parts.get("BYMONTH"))),
            month_days=frozenset(_numbers(parts.get("BYMONTHDAY"))),
            weekdays=frozenset(_weekdays(parts["BYDAY"]) if "BYDAY" in parts else ()),
            positions=frozenset(_numbers(parts.get("BYSETPOS"))),
        )

    def has(self, day: date) -> bool:
        """Whether it takes place on a day, from the first on."""
        if day < self.starts_on or not self._is_in_turn(day) or not self._fits(day):
            return False
        return not self.positions or self._is_at_a_position(day)

    def _is_in_turn(self, day: date) -> bool:
        """Whether the day lies in a period that the interval does not skip."""
        start = self.starts_on
        passed = {
            "DAILY": (day - start).days,
            "WEEKLY": (self._week(day) - self._week(start)).days // 7,
            "MONTHLY": (day.year - start.year) * 12 + day.month - start.month,
            "YEARLY": day.year - start.year,
        }[self.freq]
        return passed % self.interval == 0

    def _week(self, day: date) -> date:
        return day - (day.weekday() - self.week_starts) % 7 * DAY

    def _fits(self, day: date) -> bool:
        """Whether all that the rule says of a day holds, and what it leaves open is as on the first day."""
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not self.month_days & {day.day, day.day - _length(day) - 1}:
            return False
        if self.weekdays and not any(self._is_weekday(day, *one) for one in self.weekdays):
            return False
        return self._fits_what_is_left_open(day)

    def _fits_what_is_left_open(self, day: date) -> bool:
        if self.weekdays or self.month_days or self.freq == "DAILY":
            return True
        if self.freq == "WEEKLY":
            return day.weekday() == self.starts_on.weekday()
        is_month = self.freq == "MONTHLY" or bool(self.months) or day.month == self.starts_on.month
        return is_month and day.day == self.starts_on.day

    def _is_weekday(self, day: date, ordinal: int, weekday: int) -> bool:
        if day.weekday() != weekday:
            return False
        if ordinal == 0 or self.freq in {"DAILY", "WEEKLY"}:
            return True
        of_year = self.freq == "YEARLY" and not self.months
        number, length = (
            (day.timetuple().tm_yday, 365 + calendar.isleap(day.year)) if of_year else (day.day, _length(day))
        )
        return ordinal in {(number - 1) // 7 + 1, -((length - number) // 7 + 1)}

    def _is_at_a_position(self, day: date) -> bool:
        """Whether a fitting day is one of those that `BYSETPOS` takes of its period."""
        first, last = self._period(day)
        if first not in self._sets:
            days = (first + number * DAY for number in range((last - first).days + 1))
            self._sets[first] = [one for one in days if self._fits(one)]
        fitting = self._sets[first]
        place = fitting.index(day)
        return bool(self.positions & {place + 1, place - len(fitting)})

    def _period(self, day: date) -> tuple[date, date]:
        if self.freq == "MONTHLY":
            return day.replace(day=1), day.replace(day=_length(day))
        if self.freq == "YEARLY":
            return day.replace(month=1, day=1), day.replace(month=12, day=31)
        return (self._week(day), self._week(day) + 6 * DAY) if self.freq == "WEEKLY" else (day, day)


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _number(text: str, *, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        raise BadRule(UNREADABLE) from None
    if number < least:
        raise BadRule(UNREADABLE)
    return number


def _numbers(text: str | None) -> list[int]:
    return [_number(one, least=-366) for one in text.split(",")] if text else []


def _weekdays(text: str) -> list[tuple[int, int]]:
    found = [_WEEKDAY.fullmatch(one) for one in text.split(",")]
    named = [(int(one[1] or 0), _WEEKDAYS.index(one[2])) for one in found if one]
    if len(named) != len(found):
        raise BadRule(UNREADABLE)
    return named
