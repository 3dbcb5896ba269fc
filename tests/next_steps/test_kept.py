"""A kept step is what it was; only its hour is new."""

from dataclasses import replace
from datetime import UTC, datetime

from comity.calendars import calendar_for
from comity.coach.step import NextStep, Reason, Window
from comity.coach.words import Action, AskSize
from comity.next_steps.kept import at_the_hour
from comity.relationships.models import STEP

FRIDAY = datetime(2026, 3, 6, 10, tzinfo=UTC)
SATURDAY = datetime(2026, 3, 7, 10, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 3, 9, 8, tzinfo=UTC)
BERLIN = calendar_for(
    country="DE", observances=(), timezone="Europe/Berlin", owner_timezone="UTC", around=FRIDAY.date()
)


WARMTH = Reason("warmth.dormant", "A year without a word.")


def step(opens_at: datetime) -> NextStep:
    return NextStep(
        action=Action.RECONNECT,
        ask_size=AskSize.NONE,
        max_ask=AskSize.MEETING,
        reasons=(WARMTH,),
        window=Window(opens_at, None, "Europe/Berlin"),
        headline="Say hello to Sam",
        evidence_key=("reconnect", "warmth.dormant"),
    )


class TestAtTheHour:
    def test_closes_for_the_weekend(self) -> None:
        found = at_the_hour(step(FRIDAY), BERLIN, name="Sam Okafor", as_of=SATURDAY)

        assert found.window is not None
        assert found.window.opens_at == MONDAY_MORNING

    def test_leaves_the_window_alone_that_opens_later(self) -> None:
        later = step(MONDAY_MORNING)

        assert at_the_hour(later, BERLIN, name="Sam Okafor", as_of=SATURDAY).window == later.window

    def test_says_what_keeps_a_message_back_now(self) -> None:
        on_friday_night = replace(step(MONDAY_MORNING), reasons=(WARMTH, Reason("timing.hours", "It is 23:00 there.")))

        found = at_the_hour(on_friday_night, BERLIN, name="Sam Okafor", as_of=SATURDAY)

        assert [reason.rule for reason in found.reasons] == ["warmth.dormant", "timing.holiday"]
        assert found.reasons[1].text.startswith("7 March is the weekend where Sam is")

    def test_opens_in_their_morning(self) -> None:
        found = at_the_hour(step(FRIDAY), BERLIN, name="Sam Okafor", as_of=FRIDAY)

        assert found.reasons == (WARMTH,)

    def test_keeps_what_the_step_is(self) -> None:
        found = at_the_hour(step(FRIDAY), BERLIN, name="Sam Okafor", as_of=SATURDAY)

        assert (found.headline, found.reasons[0], found.evidence_key) == (
            step(FRIDAY).headline,
            WARMTH,
            step(FRIDAY).evidence_key,
        )


class TestStepText:
    def test_reads_what_it_wrote(self) -> None:
        kept = step(FRIDAY)

        assert STEP.validate_json(STEP.dump_json(kept, exclude_defaults=True)) == kept
