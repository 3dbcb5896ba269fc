"""`/v1/insights`, through the API, on real logs."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database
from comity.insights import service
from comity.next_steps.models import Decision, ShownStep
from tests.conftest import MONDAY, Clock, SignUp
from tests.people import Json, add_contact, log, next_step, posted

EIGHT = [
    "too_much_too_soon",
    "being_robotic",
    "missing_easy_wins",
    "meetings_as_one_offs",
    "not_tailoring",
    "not_assessing",
    "not_reading_between_the_lines",
    "one_sided_relations",
]


def insights(client: TestClient, **query: str) -> Json:
    response = client.get("/v1/insights", params=query)
    assert response.status_code == 200, response.text
    found: Json = response.json()
    return found


def mistake(client: TestClient, name: str, **query: str) -> Json:
    rows = {row["mistake"]: row for row in insights(client, **query)["mistakes"]}
    found: Json = rows[name]
    return found


def counts(client: TestClient, name: str, **query: str) -> tuple[int, int]:
    row = mistake(client, name, **query)
    return row["count"], row["opportunities"]


def at(days_ago: float) -> str:
    return (MONDAY - timedelta(days=days_ago)).isoformat()


def write(client: TestClient, contact: Json, days_ago: float, **more: Any) -> Json:
    return log(client, contact, at(days_ago), "email", "outbound", **more)


@pytest.fixture
def sam(client: TestClient) -> Json:
    return add_contact(client, country="GB")


class TestGetInsights:
    @pytest.mark.both_databases
    def test_has_all_its_rows_for_an_empty_account(self, client: TestClient) -> None:
        found = insights(client)

        assert sorted(row["mistake"] for row in found["mistakes"]) == sorted(EIGHT)
        assert all((row["count"], row["opportunities"], row["evidence"]) == (0, 0, []) for row in found["mistakes"])
        assert all(row["fix"]["rule"] and row["too_few"] for row in found["mistakes"])
        assert found["health"]["contacts"] == 0
        assert found["reply_rates"]["overall"]["rate"]["share"] is None
        assert found["rules"] == []
        assert found["complete"] is True

    @pytest.mark.both_databases
    def test_shows_each_mistake_with_who_when_and_why(self, client: TestClient, sam: Json) -> None:
        ask = write(client, sam, 30, ask_size="referral")

        row = mistake(client, "too_much_too_soon")

        assert (row["count"], row["opportunities"], row["number"]) == (1, 1, 1)
        (evidence,) = row["evidence"]
        assert evidence["interaction_id"] == ask["id"]
        assert evidence["contact"] == {"id": sam["id"], "full_name": "Sam Okafor"}
        assert evidence["occurred_at"] == ask["occurred_at"]
        assert evidence["rule"] == row["fix"]["rule"] == "ask.too-soon"

    def test_begins_with_the_mistake_made_most(self, client: TestClient, sam: Json) -> None:
        for days in (20, 40, 60):
            log(client, sam, at(days), "call", "mutual", duration_minutes=30)

        assert insights(client)["mistakes"][0]["mistake"] in {"meetings_as_one_offs", "not_assessing"}

    def test_counts_conversations_without_thanks_and_without_assessment(self, client: TestClient, sam: Json) -> None:
        log(client, sam, at(40), "call", "mutual", duration_minutes=30)
        write(client, sam, 39, purpose="thanks")
        log(client, sam, at(20), "call", "mutual", duration_minutes=30, signals=["candid"])

        assert counts(client, "meetings_as_one_offs") == (1, 2)
        assert counts(client, "not_assessing") == (1, 2)

    def test_counts_people_chased(self, client: TestClient, sam: Json) -> None:
        for days in (60, 50, 40):
            write(client, sam, days)

        row = mistake(client, "not_reading_between_the_lines")

        assert (row["count"], row["opportunities"]) == (1, 1)
        assert row["fix"]["rule"] == "silence.stop"

    def test_counts_messages_sent_in_a_bad_time(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 28)  # a Monday morning
        write(client, sam, 29)  # a Sunday

        assert counts(client, "not_tailoring") == (1, 2)

    @pytest.mark.both_databases
    def test_counts_messages_too_long_or_pitching_first(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 30, body="I led a team of forty and won three awards. May I ask you a question?")
        write(client, sam, 20, body="Your talk stayed with me. Which book would you read first?")
        write(client, sam, 110, body="Your work is a joy. " * 60)
        write(client, sam, 10)

        assert counts(client, "being_robotic") == (2, 3)

    def test_counts_asks_without_gives(self, client: TestClient, sam: Json) -> None:
        for days in (60, 40, 20):
            write(client, sam, days, ask_size="question")

        assert counts(client, "one_sided_relations") == (1, 3)

    @pytest.mark.both_databases
    def test_counts_occasions_and_events_without_a_word(self, client: TestClient, sam: Json) -> None:
        ana = add_contact(client, "Ana Reis", occasions=[{"kind": "promotion", "on": "2026-01-15", "note": ""}])
        add_contact(client, "Ben Ito", occasions=[{"kind": "award", "on": "2026-02-25", "note": ""}])
        write(client, ana, 200)
        event = {"name": "PyCon", "starts_at": at(30), "ends_at": at(29)}
        event_id = posted(client, "/v1/events", event)["id"]
        for contact in (sam, ana):
            posted(client, f"/v1/events/{event_id}/attendees", {"contact_id": contact["id"]})
        write(client, sam, 28.5)

        row = mistake(client, "missing_easy_wins")

        assert (row["count"], row["opportunities"]) == (2, 3)
        assert {(one["contact"]["full_name"], one["event_id"], one["fact"]) for one in row["evidence"]} == {
            ("Ana Reis", event_id, None),
            ("Ana Reis", None, "occasion"),
        }

    def test_counts_an_event_at_which_nobody_was_known(self, client: TestClient) -> None:
        posted(client, "/v1/events", {"name": "PyCon", "starts_at": at(30), "ends_at": at(29)})

        row = mistake(client, "missing_easy_wins")

        assert (row["count"], row["fix"]["rule"]) == (1, "easy-win.who-will-be-there")
        assert row["evidence"][0]["contact"] is None

    @pytest.mark.both_databases
    def test_is_corrected_with_the_log(self, client: TestClient, sam: Json) -> None:
        asked = write(client, sam, 30, ask_size="referral")
        call = log(client, sam, at(20), "call", "mutual", duration_minutes=30)

        client.patch(f"/v1/interactions/{asked['id']}", json={"ask_size": "question"})
        client.patch(f"/v1/interactions/{call['id']}", json={"signals": ["candid"]})

        assert counts(client, "too_much_too_soon") == (0, 1)
        assert counts(client, "not_assessing") == (0, 1)
        client.delete(f"/v1/interactions/{asked['id']}")
        assert counts(client, "too_much_too_soon") == (0, 0)
        assert insights(client)["reply_rates"]["overall"]["rate"]["of"] == 0

    def test_answers_about_any_day(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 30, ask_size="referral")
        log(client, sam, at(25), "email", "inbound")

        assert counts(client, "too_much_too_soon", as_of=at(31)) == (0, 0)
        assert counts(client, "too_much_too_soon", as_of=at(29)) == (1, 1)
        assert counts(client, "too_much_too_soon", as_of=at(-200)) == (0, 0)
        assert insights(client, as_of=at(31))["health"]["never_in_exchange"] == 1
        assert insights(client, as_of=at(20))["health"]["warm"] == 1

    def test_looks_at_the_period_that_is_asked_about(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 30, ask_size="referral")

        assert counts(client, "too_much_too_soon", **{"from": at(20)}) == (0, 0)
        assert counts(client, "too_much_too_soon", **{"from": at(300)}) == (1, 1)

    @pytest.mark.parametrize("days_ago", [-1, 0, 400])
    def test_refuses_a_period_that_is_none(self, client: TestClient, days_ago: int) -> None:
        response = client.get("/v1/insights", params={"from": at(days_ago)})

        assert response.status_code == 422
        assert response.json()["type"] == "/problems/period-out-of-range"

    @pytest.mark.both_databases
    def test_tells_reply_rates_with_intervals(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 60, body="word " * 120, subject="Hello")
        log(client, sam, at(58), "email", "inbound")
        write(client, sam, 30)

        found = insights(client)["reply_rates"]

        assert found["overall"]["rate"] | {"low": 0, "high": 1} == {
            "count": 1,
            "of": 2,
            "share": 0.5,
            "low": 0,
            "high": 1,
            "too_few": True,
        }
        assert found["overall"]["median_days"] == 2.0
        assert [(one["value"], one["rate"]["of"]) for one in found["length"]] == [
            ("up_to_150_words", 1),
            ("not_logged", 1),
        ]
        assert [one["value"] for one in found["trust_stage"]] == ["stranger", "acquainted"]

    @pytest.mark.both_databases
    def test_tells_where_warmth_is_being_lost(self, client: TestClient, sam: Json) -> None:
        log(client, sam, at(95), "meeting", "mutual", duration_minutes=60)
        log(client, add_contact(client, "Ana Reis"), at(300), "call", "mutual", duration_minutes=60)

        found = insights(client)

        (losing,) = [one for one in found["losing_warmth"] if one["warmth_before"] > 0.5]
        assert losing["contact"]["full_name"] == "Sam Okafor"
        assert losing["warmth"] < 0.5
        assert found["stages"][0]["trust_stages"] == {
            "stranger": 1,
            "acquainted": 1,
            "rapport": 0,
            "trusted": 0,
            "ally": 0,
        }
        assert found["stages"][-1]["trust_stages"]["acquainted"] == 2
        assert found["health"]["cold"] + found["health"]["cooling"] == 2

    def test_tells_give_and_take(self, client: TestClient, sam: Json) -> None:
        log(client, sam, at(20), "email", "inbound", received="An introduction")

        found = insights(client)["give_and_take"]

        assert (found["gives"], found["takes"]) == (0, 1)
        assert found["owing"] == []
        log(client, sam, at(0), "email", "inbound", received="A lead")
        assert [one["contact"]["full_name"] for one in insights(client)["give_and_take"]["owing"]] == ["Sam Okafor"]

    def test_says_nothing_of_other_accounts(self, client: TestClient, stranger: TestClient, sam: Json) -> None:
        write(client, sam, 30, ask_size="referral")
        next_step(client, sam)

        found = insights(stranger)

        assert found["health"]["contacts"] == 0
        assert not any(row["opportunities"] for row in found["mistakes"])
        assert found["rules"] == []

    def test_forgets_who_was_deleted(self, client: TestClient, sam: Json) -> None:
        write(client, sam, 30, ask_size="referral")
        next_step(client, sam)

        client.delete(f"/v1/contacts/{sam['id']}")

        assert counts(client, "too_much_too_soon") == (0, 0)

    def test_has_something_to_say_of_the_sample_network(self, sign_up: SignUp, clock: Clock) -> None:
        client = sign_up()
        client.post("/v1/sample-network")

        found = insights(client)

        made = [row for row in found["mistakes"] if row["count"]]
        assert len(made) >= 4
        assert all(row["evidence"] for row in made)
        assert found["reply_rates"]["overall"]["rate"]["of"] > 8
        assert found["health"]["warm"] > 0
        assert found["losing_warmth"]

    def test_looks_through_many_contacts_some_at_a_time(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client.post("/v1/sample-network")
        at_once = insights(client)

        monkeypatch.setattr(service, "AT_ONCE", 3)

        assert insights(client) == at_once
        assert at_once["reply_rates"]["overall"]["rate"]["of"] > 8


class TestRules:
    """What came of the steps that were shown."""

    def rule(self, client: TestClient, name: str) -> Json:
        rules = {row["rule"]: row for row in insights(client)["rules"]}
        found: Json = rules[name]
        return found

    @pytest.mark.both_databases
    def test_follow_a_step_from_its_showing_to_its_answer(self, client: TestClient, sam: Json, clock: Clock) -> None:
        write(client, sam, 10)
        (step, *_) = client.get("/v1/next-steps").json()["items"]
        assert self.rule(client, "silence.follow-up-once")["fates"]["open"] == 1

        posted(client, f"/v1/next-steps/{step['id']}/done", {})
        clock.advance(days=3)
        log(client, sam, clock().isoformat(), "email", "inbound")

        row = self.rule(client, "silence.follow-up-once")
        assert (row["shown"], row["fates"]["done"]) == (1, 1)
        assert (row["answered"]["count"], row["answered"]["of"]) == (1, 1)
        assert row["expected"] == pytest.approx(step["reply_probability"], abs=0.001)
        assert row["rose"]["count"] == 1

    def test_forget_what_was_undone(self, client: TestClient, sam: Json, clock: Clock) -> None:
        write(client, sam, 10)
        step = next_step(client, sam)
        posted(client, f"/v1/next-steps/{step['id']}/done", {})
        clock.advance(days=8)
        assert self.rule(client, "silence.follow-up-once")["answered"]["of"] == 1

        posted(client, f"/v1/next-steps/{step['id']}/reopen", {})

        row = self.rule(client, "silence.follow-up-once")
        assert (row["fates"]["done"], row["answered"]["of"]) == (0, 0)

    def test_know_what_the_owner_did_instead(self, client: TestClient, sam: Json, clock: Clock) -> None:
        write(client, sam, 10)
        next_step(client, sam)
        clock.advance(days=1)

        log(client, sam, clock().isoformat(), "email", "outbound", purpose="share")

        assert self.rule(client, "silence.follow-up-once")["fates"]["other"] == 1

    def test_forget_a_contact_who_was_erased(self, client: TestClient, sam: Json, database: Database) -> None:
        write(client, sam, 10)
        step = next_step(client, sam)
        posted(client, f"/v1/next-steps/{step['id']}/dismiss", {})

        client.delete(f"/v1/contacts/{sam['id']}", params={"erase": "true"})

        assert insights(client)["rules"] == []
        with database.read() as session:
            assert session.scalars(select(ShownStep.step_id).union_all(select(Decision.step_id))).all() == []
