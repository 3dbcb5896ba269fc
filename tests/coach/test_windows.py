from datetime import UTC, date, datetime

from comity.coach import windows
from comity.coach.finding import Draft
from comity.coach.history import PlaceCalendar
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Action

TOKYO = PlaceCalendar("Asia/Tokyo", days_off={date(2026, 3, 20): "Vernal Equinox Day"})
TUESDAY_NIGHT = datetime(2026, 3, 10, 20, 30, tzinfo=UTC)  # Wednesday, half past five there


def window(step: Draft, as_of: datetime = TUESDAY_NIGHT) -> tuple[datetime, datetime | None]:
    found = windows.window_of(step, TOKYO, as_of=as_of, limits=DEFAULTS)
    return found.opens_at, found.closes_at


class TestWindowOf:
    def test_opens_in_their_morning_and_stays_open_for_three_working_days(self) -> None:
        opens, closes = window(Draft(Action.RECONNECT), datetime(2026, 3, 18, 20, 30, tzinfo=UTC))  # Thursday there

        assert opens == datetime(2026, 3, 19, 0, tzinfo=UTC)
        assert closes == datetime(2026, 3, 25, 9, tzinfo=UTC)  # Friday is off, then the weekend

    def test_opens_at_once_for_what_is_not_sent(self) -> None:
        assert window(Draft(Action.ASSESS))[0] == TUESDAY_NIGHT

    def test_opens_a_wait_when_something_changes(self) -> None:
        sunday = datetime(2026, 3, 15, 3, tzinfo=UTC)

        assert window(Draft(Action.WAIT, opens_at=sunday))[0] == sunday

    def test_opens_for_congratulations_on_days_off(self) -> None:
        holiday = datetime(2026, 3, 20, 3, tzinfo=UTC)

        assert window(Draft(Action.CONGRATULATE), holiday)[0] == holiday

    def test_gives_a_thank_you_the_first_working_day(self) -> None:
        friday_night = datetime(2026, 3, 13, 15, tzinfo=UTC)  # Saturday there
        step = Draft(Action.THANK, closes_at=friday_night)

        assert window(step, friday_night) == (datetime(2026, 3, 16, tzinfo=UTC), datetime(2026, 3, 16, 9, tzinfo=UTC))

    def test_never_closes_before_it_opens(self) -> None:
        opens, closes = window(Draft(Action.EVENT_BEFORE, closes_at=TUESDAY_NIGHT))

        assert closes == opens


class TestFindings:
    def test_names_the_hour_and_the_day(self) -> None:
        evening_before = datetime(2026, 3, 19, 12, tzinfo=UTC)

        found = windows.findings("Sam", TOKYO, as_of=evening_before, limits=DEFAULTS)

        assert [finding.rule for finding in found] == ["timing.hours", "timing.holiday"]
        assert "Vernal Equinox Day" in found[1].text

    def test_is_silent_in_working_hours(self) -> None:
        assert windows.findings("Sam", TOKYO, as_of=datetime(2026, 3, 11, 3, tzinfo=UTC), limits=DEFAULTS) == []
