"""When a touch is welcome on both sides."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.calendars import calendar_for
from comity.coach.history import BusyPeriod, DailyHours, History, Owner, Person
from comity.coach.place import is_working_day
from comity.coach.rules import timing
from comity.coach.welcome import Both, asks_for, moved_most, welcome
from comity.coach.words import Action, AskSize

ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Africa/Casablanca",
)
COUNTRIES = (None, "DE", "US", "IN", "JP", "AE", "IL", "NZ")
EDGES = (  # spring gap and autumn fold, north and south, a leap day, the turn of a year
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2026, 4, 4, 15, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
)

times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
hours = st.none() | st.builds(DailyHours, times, times)
moments = st.sampled_from(EDGES).flatmap(
    lambda edge: st.integers(-5 * 24 * 60, 5 * 24 * 60).map(lambda minutes: edge + timedelta(minutes=minutes))
)
periods = st.lists(
    st.builds(
        lambda first, length: BusyPeriod(first, first + timedelta(days=length), "busy"),
        st.dates(date(2026, 2, 1), date(2026, 12, 31)),
        st.integers(0, 40),
    ),
    max_size=3,
).map(tuple)
owners = st.builds(Owner, timezone=st.sampled_from(ZONES), busy_periods=periods, working_hours=hours, quiet_hours=hours)


def both(owner: Owner, zone: str = "Europe/Berlin", country: str | None = None, **facts: object) -> Both:
    person = Person(id="sam", full_name="Sam Okafor", **facts)  # type: ignore[arg-type]
    calendar = calendar_for(
        country=country, observances=("jewish",), timezone=zone, owner_timezone="UTC", around=date(2026, 6, 1)
    )
    return Both(History(person), calendar, owner)


somebody = st.builds(
    both, owners, st.sampled_from(ZONES), st.sampled_from(COUNTRIES), busy_periods=periods, field=st.just("retail")
)


class TestWelcome:
    @given(moments, somebody, st.booleans())
    def test_is_never_before_it_is_wanted_and_stays_where_it_is(self, wanted: datetime, of: Both, asks: bool) -> None:
        due_at, moves = welcome(wanted, of, asks=asks)

        assert due_at >= wanted
        assert welcome(due_at, of, asks=asks) == (due_at, ())
        assert bool(moves) == (due_at != wanted)

    @given(moments, somebody)
    def test_lies_in_their_working_hours_and_in_none_of_the_days_away(self, wanted: datetime, of: Both) -> None:
        due_at, _ = welcome(wanted, of)

        local = due_at.astimezone(ZoneInfo(of.calendar.timezone))
        assert time(9) <= local.time() < time(18)
        assert is_working_day(local.date(), of.calendar)
        assert timing.away(due_at, owner=of.owner) == due_at

    @given(moments, somebody)
    def test_asks_lie_in_no_period_in_which_asks_wait(self, wanted: datetime, of: Both) -> None:
        due_at, _ = welcome(wanted, of, asks=True)

        day = due_at.astimezone(ZoneInfo(of.calendar.timezone)).date()
        assert not any(period.first <= day <= period.last for period in of.history.person.busy_periods)

    @given(moments, somebody, st.booleans())
    def test_every_move_begins_where_the_one_before_ended(self, wanted: datetime, of: Both, asks: bool) -> None:
        due_at, moves = welcome(wanted, of, asks=asks)

        ends = [wanted, *(move.to for move in moves)]
        assert [move.from_ for move in moves] == ends[:-1]
        assert ends[-1] == due_at
        assert all(move.from_ < move.to for move in moves)

    @given(moments, somebody)
    def test_keeps_quiet_hours_wherever_the_day_has_an_hour_for_both(self, wanted: datetime, of: Both) -> None:
        due_at, _ = welcome(wanted, of)

        zone = ZoneInfo(of.calendar.timezone)
        opens = datetime.combine(due_at.astimezone(zone).date(), time(9), zone).astimezone(UTC)
        minutes = [opens + timedelta(minutes=minute) for minute in range(9 * 60)]
        loud = [at for at in minutes if timing.quiet_hours(at, owner=of.owner) == at]
        assert not loud or timing.quiet_hours(due_at, owner=of.owner) == due_at

    @pytest.mark.parametrize(
        ("owner", "wanted", "due", "rule"),
        [
            (Owner(), "2026-03-28T20:00Z", "2026-03-30T07:00Z", "timing.holiday"),  # the clocks change in between
            (Owner(), "2026-10-23T17:30Z", "2026-10-26T08:00Z", "timing.holiday"),
            (Owner("Europe/Berlin", quiet_hours=DailyHours(time(22), time(10))), "2026-03-03T08:15Z", "2026-03-03T09:00Z", "timing.quiet-hours"),  # noqa: E501
            (Owner("America/New_York", working_hours=DailyHours(time(9), time(17))), "2026-03-03T08:15Z", "2026-03-03T14:00Z", "timing.own-hours"),  # noqa: E501
            (Owner("Asia/Tokyo", quiet_hours=DailyHours(time(16), time(5))), "2026-03-03T08:15Z", "2026-03-03T08:15Z", None),  # noqa: E501
            (Owner(busy_periods=(BusyPeriod(date(2026, 3, 1), date(2026, 3, 13)),)), "2026-03-03T08:15Z", "2026-03-16T08:00Z", "timing.away"),  # noqa: E501
        ],
    )  # fmt: skip
    def test_says_which_rule_moved_it_most(self, owner: Owner, wanted: str, due: str, rule: str | None) -> None:
        due_at, moves = welcome(datetime.fromisoformat(wanted), both(owner))

        assert (due_at, moved_most(moves)) == (datetime.fromisoformat(due), rule)

    def test_lets_an_ask_wait_until_they_are_back(self) -> None:
        of = both(Owner(), country="FR", zone="Europe/Paris")

        due_at, moves = welcome(datetime(2026, 8, 3, 10, tzinfo=UTC), of, asks=True)

        assert (due_at, moved_most(moves)) == (datetime(2026, 9, 1, 7, tzinfo=UTC), "timing.vacation")


class TestAsksFor:
    def test_is_what_names_an_ask_or_is_one(self) -> None:
        assert asks_for(Action.FOLLOW_UP, AskSize.SHORT_CALL)
        assert asks_for(Action.PROPOSE_CALL, AskSize.NONE)
        assert not asks_for(Action.SHARE_VALUE, AskSize.NONE)
