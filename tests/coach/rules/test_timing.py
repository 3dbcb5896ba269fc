from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from comity.coach.history import BusyPeriod, DailyHours, History, Owner, PlaceCalendar
from comity.coach.place import Place
from comity.coach.rules import timing
from comity.coach.thresholds import DEFAULTS
from tests.coach.plain import TODAY, busy, day, sam

BERLIN = ZoneInfo("Europe/Berlin")


def place(on: date = TODAY, country: str | None = None, **person: Any) -> Place:
    return Place(History(sam(**person)), PlaceCalendar("UTC", country), on, DEFAULTS)


class TestNewJob:
    def test_holds_for_two_months(self) -> None:
        assert timing.new_job(place(job_started_on=day(60))) is not None
        assert timing.new_job(place(job_started_on=day(61))) is None

    def test_does_not_look_ahead(self) -> None:
        assert timing.new_job(place(job_started_on=day(-1))) is None


class TestBusySeason:
    def test_goes_by_the_field(self) -> None:
        assert timing.busy_season(place(date(2026, 4, 15), field="tax")) is not None
        assert timing.busy_season(place(date(2026, 4, 16), field="tax")) is None

    def test_goes_by_their_own_periods_instead(self) -> None:
        own = (busy(3, -3),)

        assert timing.busy_season(place(busy_periods=own)) is not None
        assert timing.busy_season(place(date(2026, 4, 1), field="tax", busy_periods=own)) is None


class TestOrgTrouble:
    def test_holds_for_a_quarter(self) -> None:
        assert timing.org_trouble(place(org_trouble_on=day(90))) is not None
        assert timing.org_trouble(place(org_trouble_on=day(91))) is None


class TestVacation:
    def test_goes_by_the_country(self) -> None:
        assert timing.vacation(place(date(2026, 8, 10), "FR")) is not None
        assert timing.vacation(place(date(2026, 8, 10), "US")) is None


class TestHours:
    def test_waits_for_the_morning_even_when_the_clocks_change(self) -> None:
        evening = datetime(2026, 3, 28, 20, tzinfo=UTC)  # summer time begins in that night

        assert timing.hours(evening, zone=BERLIN) == datetime(2026, 3, 29, 7, tzinfo=UTC)

    def test_leaves_a_working_hour_alone(self) -> None:
        noon = datetime(2026, 3, 10, 12, tzinfo=UTC)

        assert timing.hours(noon, zone=BERLIN) == noon


class TestHoliday:
    def test_waits_for_the_next_working_day(self) -> None:
        calendar = PlaceCalendar("Europe/Berlin", days_off={date(2026, 12, 25): "Christmas Day"})
        christmas = datetime(2026, 12, 25, 9, tzinfo=UTC)

        assert timing.holiday(christmas, calendar=calendar) == datetime(2026, 12, 27, 23, tzinfo=UTC)

    def test_knows_weekends_of_other_places(self) -> None:
        calendar = PlaceCalendar("Asia/Riyadh", weekend=frozenset({5, 6}))
        friday = datetime(2026, 3, 13, 9, tzinfo=UTC)

        assert timing.holiday(friday, calendar=calendar) == datetime(2026, 3, 14, 21, tzinfo=UTC)


class TestAway:
    OWNER = Owner("Europe/Berlin", busy_periods=(BusyPeriod(date(2026, 3, 2), date(2026, 3, 6), "skiing"),))

    def test_waits_for_the_first_day_back(self) -> None:
        during = datetime(2026, 3, 4, 12, tzinfo=UTC)

        assert timing.away(during, owner=self.OWNER) == datetime(2026, 3, 6, 23, tzinfo=UTC)

    def test_joins_periods_that_overlap(self) -> None:
        longer = BusyPeriod(date(2026, 3, 5), date(2026, 3, 10))
        owner = replace(self.OWNER, busy_periods=(*self.OWNER.busy_periods, longer))

        assert timing.away(datetime(2026, 3, 4, 12, tzinfo=UTC), owner=owner) == datetime(2026, 3, 10, 23, tzinfo=UTC)

    def test_leaves_alone_what_is_before_or_after(self) -> None:
        for moment in (datetime(2026, 3, 1, 22, 59, tzinfo=UTC), datetime(2026, 3, 6, 23, tzinfo=UTC)):
            assert timing.away(moment, owner=self.OWNER) == moment


class TestQuietHours:
    OWNER = Owner("Europe/Berlin", quiet_hours=DailyHours(time(22), time(8)))

    def test_end_after_midnight(self) -> None:
        for hour in (21, 2):
            night = datetime(2026, 3, 4 if hour == 21 else 5, hour, tzinfo=UTC)

            assert timing.quiet_hours(night, owner=self.OWNER) == datetime(2026, 3, 5, 7, tzinfo=UTC)

    def test_leave_the_day_alone(self) -> None:
        for moment in (datetime(2026, 3, 5, 7, tzinfo=UTC), datetime(2026, 3, 5, 20, 59, tzinfo=UTC)):
            assert timing.quiet_hours(moment, owner=self.OWNER) == moment

    def test_are_none_where_nobody_set_them(self) -> None:
        night = datetime(2026, 3, 5, 2, tzinfo=UTC)

        assert timing.quiet_hours(night, owner=Owner("Europe/Berlin")) == night


class TestOwnHours:
    OWNER = Owner("Europe/Berlin", working_hours=DailyHours(time(9), time(17)))

    def test_wait_for_the_next_morning(self) -> None:
        evening = datetime(2026, 3, 4, 16, tzinfo=UTC)

        assert timing.own_hours(evening, owner=self.OWNER) == datetime(2026, 3, 5, 8, tzinfo=UTC)

    def test_leave_alone_what_lies_in_them(self) -> None:
        for moment in (datetime(2026, 3, 4, 8, tzinfo=UTC), datetime(2026, 3, 4, 15, 59, tzinfo=UTC)):
            assert timing.own_hours(moment, owner=self.OWNER) == moment
