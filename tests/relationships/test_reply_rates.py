import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.accounts.models import Account
from comity.coach.pressing import closing_rate_of
from comity.coach.reply_chance import USUAL_RATE, rate_of
from comity.database import Database
from comity.relationships.jobs import sweep
from comity.relationships.reply_rates import count_reply_rates
from tests.conftest import Clock
from tests.people import Json, add_contact, log, next_step


def write_to(client: TestClient, name: str, *, answered: bool) -> Json:
    contact = add_contact(client, name)
    log(client, contact, "2026-02-10T09:00:00Z", "email", "outbound", ask_size="question")
    if answered:
        log(client, contact, "2026-02-11T09:00:00Z", "email", "inbound", expects_reply=False)
    return contact


def rates(database: Database) -> list[float | None]:
    with database.read() as session:
        return list(session.scalars(select(Account.reply_rate).order_by(Account.created_at, Account.id)))


class TestCountReplyRates:
    @pytest.mark.both_databases
    def test_counts_the_openings_of_all_contacts(self, client: TestClient, database: Database) -> None:
        for number in range(3):
            write_to(client, f"Ada Stern {number}", answered=True)
        write_to(client, "Sam Okafor", answered=False)

        count_reply_rates(database)

        assert rates(database) == [pytest.approx(rate_of(openings=4, revived=3))]

    def test_keeps_accounts_apart(self, client: TestClient, stranger: TestClient, database: Database) -> None:
        write_to(client, "Ada Stern", answered=True)

        count_reply_rates(database)

        assert sorted(rate for rate in rates(database) if rate is not None) == [
            USUAL_RATE,
            pytest.approx(rate_of(openings=1, revived=1)),
        ]

    def test_counts_a_silence_when_its_week_is_over(self, client: TestClient, database: Database, clock: Clock) -> None:
        log(client, add_contact(client), clock().isoformat(), "email", "outbound")
        count_reply_rates(database)
        before = rates(database)
        clock.advance(days=8)

        sweep(database, now=clock())
        count_reply_rates(database)

        assert before == [USUAL_RATE]
        assert rates(database) == [pytest.approx(rate_of(openings=1, revived=0))]

    @pytest.mark.both_databases
    def test_counts_whom_a_third_message_lost(self, client: TestClient, database: Database) -> None:
        lost, spared = add_contact(client, "Ada Stern"), add_contact(client, "Sam Okafor")
        for contact in (lost, spared):
            for day in (1, 12, 26):
                log(client, contact, f"2026-01-{day:02}T09:00:00Z", "email", "outbound")
        client.patch(f"/v1/contacts/{lost['id']}", json={"do_not_contact": True})
        add_contact(client, "Lena Ito", do_not_contact=True)

        count_reply_rates(database)

        with database.read() as session:
            assert session.scalars(select(Account.closing_rate)).one() == closing_rate_of(pressed=2, closed=1)

    def test_moves_the_chance_of_a_first_word(self, client: TestClient, database: Database) -> None:
        new = add_contact(client, "Lena Ito", seniority="mid")
        before = next_step(client, new)["reply_probability"]
        for number in range(8):
            write_to(client, f"Ada Stern {number}", answered=True)

        count_reply_rates(database)

        assert next_step(client, new)["reply_probability"] > before
