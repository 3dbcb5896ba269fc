from datetime import UTC, date, datetime, time

import pytest

from comity.coach import phrases
from comity.coach.days import DAY, start_of
from comity.coach.history import BusyPeriod, Gathering, History, Person, PlaceCalendar
from comity.coach.timetable import OwnersHours, Stretch, Timetable, timetable

BERLIN, LONDON, TOKYO = "Europe/Berlin", "Europe/London", "Asia/Tokyo"


def table(
    first: date,
    last: date,
    *,
    calendar: PlaceCalendar = PlaceCalendar(BERLIN),
    owner: OwnersHours = OwnersHours(LONDON),
    gatherings: tuple[Gathering, ...] = (),
    **facts: object,
) -> Timetable:
    person = Person("sam", "Sam Okafor", **facts)  # type: ignore[arg-type]
    span = Stretch(datetime.combine(first, time(), UTC).replace(tzinfo=UTC), datetime.combine(last, time(23, 59), UTC))
    return timetable(History(person, gatherings=gatherings), calendar, span, owner=owner)


def refused(found: Timetable) -> list[tuple[str, str, str]]:
    return [(one.rule, one.first.isoformat(), one.last.isoformat()) for one in found.refused]


class TestTimetable:
    def test_has_the_working_hours_of_every_working_day(self) -> None:
        found = table(date(2026, 3, 9), date(2026, 3, 10))

        assert [(one.at.from_.astimezone(UTC).hour, one.at.until.astimezone(UTC).hour) for one in found.windows] == [
            (8, 17),
            (8, 17),
        ]
        assert all(one.asks for one in found.windows)
        assert found.refused == []

    def test_follows_the_clocks_when_they_change(self) -> None:
        found = table(date(2026, 3, 27), date(2026, 3, 30))

        assert [one.at.from_.astimezone(UTC).isoformat() for one in found.windows] == [
            "2026-03-27T08:00:00+00:00",
            "2026-03-30T07:00:00+00:00",
        ]

    def test_has_no_window_on_a_day_that_their_zone_leaves_out(self) -> None:
        found = table(date(2011, 12, 29), date(2012, 1, 2), calendar=PlaceCalendar("Pacific/Apia"))

        assert date(2011, 12, 30) not in {one.day for one in found.windows}

    def test_names_weekends_as_they_are_there_and_holidays(self) -> None:
        riyadh = PlaceCalendar("Asia/Riyadh", "SA", frozenset({5, 6}), {date(2026, 3, 19): "Eid al-Fitr"})

        found = table(date(2026, 3, 13), date(2026, 3, 20), calendar=riyadh)

        assert [(one.first.day, one.last.day, one.why) for one in found.refused] == [
            (13, 14, "the weekend"),
            (19, 19, "Eid al-Fitr"),
            (20, 21, "the weekend"),
        ]
        assert {one.rule for one in found.refused} == {"timing.holiday"}
        assert [one.day.day for one in found.windows] == [15, 16, 17, 18]

    @pytest.mark.parametrize(
        ("facts", "rule", "first", "last"),
        [
            ({"job_started_on": date(2026, 3, 2)}, "timing.new-job", "2026-03-02", "2026-05-01"),
            ({"org_trouble_on": date(2026, 3, 2)}, "timing.org-trouble", "2026-03-02", "2026-05-31"),
            ({"field": "accounting"}, "timing.busy-season", "2026-01-15", "2026-04-15"),
            (
                {"field": "accounting", "busy_periods": (BusyPeriod(date(2026, 3, 10), date(2026, 3, 11)),)},
                "timing.busy-season",
                "2026-03-10",
                "2026-03-11",
            ),
        ],
    )
    def test_says_when_asks_wait_and_until_when(
        self, facts: dict[str, object], rule: str, first: str, last: str
    ) -> None:
        found = table(date(2026, 3, 10), date(2026, 3, 11), **facts)

        assert refused(found) == [(rule, first, last)]
        assert found.refused[0].holds_back == "asks"
        assert phrases.on(date.fromisoformat(last) + DAY, date(2026, 1, 1)) in found.refused[0].text
        assert found.refused[0].stretch(BERLIN).until == start_of(date.fromisoformat(last) + DAY, BERLIN)
        assert [one.asks for one in found.windows] == [False, False]

    def test_knows_vacations_of_a_place(self) -> None:
        found = table(date(2026, 7, 31), date(2026, 8, 3), calendar=PlaceCalendar("Europe/Paris", "FR"))

        assert ("timing.vacation", "2026-08-01", "2026-08-31") in refused(found)
        assert [(one.day.day, one.asks) for one in found.windows] == [(31, True), (3, False)]

    def test_knows_the_weeks_before_an_event_of_their_trade(self) -> None:
        begins = datetime(2026, 3, 24, 8, tzinfo=UTC)
        fair = Gathering("fair", "Fair", begins, begins)

        found = table(date(2026, 3, 10), date(2026, 3, 10), field="events", gatherings=(fair,))

        assert refused(found) == [("timing.busy-season", "2026-03-10", "2026-03-24")]

    def test_cuts_windows_to_the_span(self) -> None:
        span = Stretch(datetime(2026, 3, 10, 10, tzinfo=UTC), datetime(2026, 3, 10, 12, tzinfo=UTC))

        found = timetable(History(Person("sam", "Sam")), PlaceCalendar(BERLIN), span, owner=OwnersHours(LONDON))

        assert [one.at for one in found.windows] == [span]

    def test_says_when_both_are_at_work(self) -> None:
        (near,) = table(date(2026, 3, 10), date(2026, 3, 10)).windows
        far = table(date(2026, 3, 10), date(2026, 3, 10), calendar=PlaceCalendar(TOKYO)).windows

        assert near.talk is not None
        assert (near.talk.from_.astimezone(UTC).hour, near.talk.until.astimezone(UTC).hour) == (9, 17)
        assert [one.talk for one in far if one.day == date(2026, 3, 10)] == [None]

    def test_takes_the_longer_time_of_an_owner_who_works_past_midnight(self) -> None:
        owner = OwnersHours(LONDON, time(8), time(2))

        (window, *_) = table(date(2026, 3, 10), date(2026, 3, 10), calendar=PlaceCalendar(TOKYO), owner=owner).windows

        assert window.talk is not None
        assert (window.talk.from_.astimezone(UTC).hour, window.talk.until.astimezone(UTC).hour) == (0, 2)

    def test_knows_an_owner_who_works_round_the_clock(self) -> None:
        (window,) = table(date(2026, 3, 10), date(2026, 3, 10), owner=OwnersHours(LONDON, time(7), time(7))).windows

        assert window.talk is not None

    def test_has_nothing_for_who_is_not_to_be_contacted(self) -> None:
        found = table(date(2026, 3, 9), date(2026, 3, 10), do_not_contact=True)

        assert found.windows == []
        assert refused(found) == [("contact.do-not", "2026-03-09", "2026-03-11")]
