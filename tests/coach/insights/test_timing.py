from datetime import date

import pytest

from comity.coach.history import PlaceCalendar, Touch
from comity.coach.insights.timing import badly_timed
from comity.coach.words import AskSize, Direction, Kind, Purpose, Urgency
from tests.coach.insights.pasts import past
from tests.coach.plain import busy, day, goal, got, sam, sent, talked, touch

TUESDAY = 28  # days ago, at nine in the morning
SUNDAY = 30
CALL = AskSize.SHORT_CALL


def rules(*touches: Touch, **given: object) -> list[str | None]:
    """Return the rule that each message broke."""
    moments = badly_timed(past(*touches, **given))  # type: ignore[arg-type]
    return [moment.rule if moment.made else None for moment in moments]


class TestBadlyTimed:
    def test_likes_a_working_morning(self) -> None:
        assert rules(sent(TUESDAY)) == [None]

    def test_minds_their_night_not_the_owners(self) -> None:
        assert rules(sent(TUESDAY), calendar=PlaceCalendar("America/New_York")) == ["timing.hours"]

    def test_minds_weekends_as_they_are_there(self) -> None:
        friday = sent(32)

        assert rules(friday, sent(SUNDAY)) == [None, "timing.holiday"]
        assert rules(friday, calendar=PlaceCalendar("UTC", weekend=frozenset({5, 6}))) == ["timing.holiday"]

    def test_names_the_holiday(self) -> None:
        calendar = PlaceCalendar("UTC", days_off={day(TUESDAY): "Carnival"})

        (moment,) = badly_timed(past(sent(TUESDAY), calendar=calendar))

        assert "Carnival" in moment.text

    def test_lets_a_congratulation_go_on_the_day(self) -> None:
        assert rules(sent(SUNDAY, purpose=Purpose.CONGRATULATION)) == [None]

    def test_lets_an_answer_go_on_the_day_they_wrote(self) -> None:
        assert rules(got(SUNDAY), sent(SUNDAY - 0.1)) == [None]
        assert rules(got(SUNDAY + 1), sent(SUNDAY)) == ["timing.holiday"]

    @pytest.mark.parametrize(
        ("facts", "rule"),
        [
            ({"job_started_on": day(60)}, "timing.new-job"),
            ({"busy_periods": (busy(40, 20),)}, "timing.busy-season"),
            ({"org_trouble_on": day(50)}, "timing.org-trouble"),
        ],
    )
    def test_minds_an_ask_while_asks_wait(self, facts: dict[str, object], rule: str) -> None:
        person = sam(**facts)

        assert rules(sent(TUESDAY, ask_size=CALL), person=person) == [rule]
        assert rules(sent(TUESDAY), person=person) == [None]

    def test_lets_an_urgent_ask_go_in_a_vacation(self) -> None:
        june = PlaceCalendar("UTC", lunar_new_years=(date(2026, 2, 8),))
        ask = sent(TUESDAY, ask_size=CALL)

        assert rules(ask, calendar=june) == ["timing.vacation"]
        assert rules(ask, calendar=june, goals=[goal(urgency=Urgency.HIGH)]) == [None]

    def test_looks_at_what_is_written(self) -> None:
        assert rules(talked(SUNDAY), touch(SUNDAY, Kind.GIFT, Direction.OUTBOUND)) == []
