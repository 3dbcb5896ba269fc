"""A kept step is what it was; only its hour is new."""

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


def step(opens_at: datetime) -> NextStep:
    return NextStep(
        action=Action.RECONNECT,
        ask_size=AskSize.NONE,
        max_ask=AskSize.MEETING,
        reasons=(Reason("warmth.dormant", "A year without a word."),),
        window=Window(opens_at, None, "Europe/Berlin"),
        headline="Say hello to Sam",
        evidence_key=("reconnect", "warmth.dormant"),
    )


class TestAtTheHour:
    def test_closes_for_the_weekend(self) -> None:
        found = at_the_hour(step(FRIDAY), BERLIN, as_of=SATURDAY)

        assert found.window is not None
        assert found.window.opens_at == MONDAY_MORNING

    def test_leaves_alone_what_opens_later(self) -> None:
        later = step(MONDAY_MORNING)

        assert at_the_hour(later, BERLIN, as_of=SATURDAY) is later

    def test_keeps_what_the_step_is(self) -> None:
        found = at_the_hour(step(FRIDAY), BERLIN, as_of=SATURDAY)

        assert (found.headline, found.reasons, found.evidence_key) == (
            step(FRIDAY).headline,
            step(FRIDAY).reasons,
            step(FRIDAY).evidence_key,
        )


class TestStepText:
    def test_reads_what_it_wrote(self) -> None:
        kept = step(FRIDAY)

        assert STEP.validate_json(STEP.dump_json(kept, exclude_defaults=True)) == kept
