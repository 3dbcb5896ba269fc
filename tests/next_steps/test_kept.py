"""A kept step is what it was; only its hour and the chance of an answer are new."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from comity.accounts.models import Account
from comity.calendars import calendar_for
from comity.coach.correspondence import Correspondence
from comity.coach.reply_chance import ReplyChance
from comity.coach.step import NextStep, Reason, Via, Window
from comity.coach.words import Action, AskSize
from comity.database import Database
from comity.next_steps.advice import Advised, advise_from
from comity.next_steps.kept import Kept, at_the_hour, with_chance
from comity.next_steps.todays_list import day_of
from comity.relationships.gathering import Gathered
from comity.relationships.models import STATE, STEP, RelationshipRow
from tests.conftest import MONDAY

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


class TestCorrespondence:
    def test_reads_what_it_wrote(self) -> None:
        correspondence = Correspondence()
        correspondence.heard(20_000.25)
        correspondence.wrote(20_001.1)
        kept = correspondence.state()

        assert STATE.validate_json(STATE.dump_json(kept)) == kept


class TestWithChance:
    def test_leaves_a_connectors_chance_alone(self) -> None:
        request = replace(step(FRIDAY), via=Via("ada", "Ada", ("ada",), 0.4), reply_probability=0.4)
        hello = replace(step(FRIDAY), reply_probability=0.3, reply_interval=(0.2, 0.4), alternatives=(request,))
        chance = ReplyChance(1, 3)

        found = with_chance(hello, chance)

        assert (found.reply_probability, found.reply_interval) == (0.25, (chance.low, chance.high))
        assert found.alternatives == (request,)

    def test_says_none_where_no_answer_is_expected(self) -> None:
        assert with_chance(step(FRIDAY), ReplyChance(1, 3)) == step(FRIDAY)


@pytest.fixture
def account_id(client: TestClient) -> str:
    """An account with the sample network, whose owner is answered more often than most."""
    client.post("/v1/sample-network")
    found: str = client.get("/v1/me").json()["id"]
    return found


def kept(session: Session, account_id: str, as_of: datetime) -> dict[str, Advised]:
    """Return the steps that are still what they were when their rows were folded."""
    row = RelationshipRow
    held = select(row.contact_id).where(row.account_id == account_id, row.next_change_at > as_of)
    day = day_of(session, account_id=account_id, as_of=as_of, limit=None)
    rows = Kept(
        session,
        account_id=account_id,
        as_of=as_of,
        timezone=day.timezone,
        ends_at=day.ends,
        reply_rate=day.reply_rate,
    )
    return {one.contact.id: one for one in rows.steps(session.scalars(held).all()) if one.contact is not None}


class TestSteps:
    def test_say_the_chance_of_the_day_on_which_they_are_read(self, database: Database, account_id: str) -> None:
        with database.write() as session:
            session.execute(update(Account).values(reply_rate=0.5))
        compared, moved = 0, 0.0

        for days in (0.5, 2, 5, 12, 30):
            as_of = MONDAY + timedelta(days=days)
            with database.read() as session:
                gathered = Gathered(session, account_id=account_id, contact_ids=None, as_of=as_of)
                for contact_id, one in kept(session, account_id, as_of).items():
                    chosen = advise_from(gathered, contact_id, as_of=as_of).step
                    assert one.step.action is chosen.action
                    assert chances(one.step) == pytest.approx(chances(chosen), abs=1e-9)
                    compared += len(chances(chosen))
                    moved = max([moved, *(abs(a - b) for a, b in zip(*then_and_now(session, one), strict=True))])

        assert compared > 20
        assert moved > 0.05


def chances(step: NextStep) -> list[float]:
    """Return the chances that a step and its alternatives name."""
    own = [step.reply_probability, *step.reply_interval] if step.reply_probability and step.reply_interval else []
    return own + [chance for other in step.alternatives for chance in chances(other)]


def then_and_now(session: Session, one: Advised) -> tuple[list[float], list[float]]:
    """Return the chances as they were when a step was chosen, and as it is read."""
    assert one.contact is not None
    stored = session.scalars(select(RelationshipRow.step).where(RelationshipRow.contact_id == one.contact.id)).one()
    assert stored is not None
    return chances(stored), chances(one.step)
