import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock, SignUp
from tests.people import Json, add_contact, log, next_step, posted


@pytest.fixture
def thanks_due(client: TestClient) -> Json:
    """A contact whom the owner called yesterday and has not thanked."""
    sam = add_contact(client)
    log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid"])
    return sam


def today(client: TestClient, **query: object) -> list[Json]:
    items: list[Json] = client.get("/v1/next-steps", params=query).json()["items"]
    return items


class TestNextStep:
    @pytest.mark.both_databases
    def test_answers_about_any_instant(self, client: TestClient) -> None:
        sam = add_contact(client, seniority="mid")
        log(client, sam, "2026-02-20T09:00:00Z", "email", "outbound", ask_size="short_call")

        actions = {
            day: next_step(client, sam, as_of=f"2026-{day}T12:00:00Z")["action"]
            for day in ("02-19", "02-22", "03-01", "03-30")
        }

        assert actions == {
            "02-19": "introduce_yourself",
            "02-22": "wait",
            "03-01": "follow_up",
            "03-30": "follow_up",
        }

    def test_says_how_likely_an_answer_is_and_how_sure_that_is(self, client: TestClient) -> None:
        sam, ada = add_contact(client), add_contact(client, "Ada Stern")
        log(client, sam, "2026-02-20T09:00:00Z", "email", "outbound", ask_size="short_call")
        for day in ("01-10", "02-10", "02-20"):
            log(client, ada, f"2026-{day}T09:00:00Z", "email", "outbound", ask_size="question")
            if day != "02-20":
                log(client, ada, f"2026-{day}T15:00:00Z", "email", "inbound", expects_reply=False)

        silent, open_hearted = (next_step(client, one, as_of="2026-03-01T12:00:00Z") for one in (sam, ada))

        assert silent["action"] == open_hearted["action"] == "follow_up"
        assert silent["reply_probability"] < open_hearted["reply_probability"]
        for step in (silent, open_hearted):
            assert 0 < step["reply_interval"]["low"] < step["reply_probability"] < step["reply_interval"]["high"] < 1

    def test_says_no_chance_where_no_answer_is_expected(self, client: TestClient) -> None:
        step = next_step(client, add_contact(client, do_not_contact=True))

        assert (step["reply_probability"], step["reply_interval"]) == (None, None)

    @pytest.mark.parametrize("as_of", ["1969-12-31T00:00:00Z", "2031-04-01T00:00:00Z", "now", "2026-03-01"])
    def test_refuses_an_absurd_instant(self, client: TestClient, as_of: str) -> None:
        sam = add_contact(client)

        assert client.get(f"/v1/contacts/{sam['id']}/next-step", params={"as_of": as_of}).status_code == 422

    def test_shows_the_path_to_what_is_wanted(self, client: TestClient) -> None:
        sam = add_contact(client, seniority="mid")

        step = next_step(client, sam, want="referral")

        assert [rung["ask_size"] for rung in step["path"]][-1] == "referral"
        assert step["path"][-1]["allowed"] is False

    def test_names_the_fact_that_shows_it(self, client: TestClient) -> None:
        sam = add_contact(client, birthday="--03-02")

        step = next_step(client, sam)

        assert step["action"] == "congratulate"
        assert [one["fact"] for one in step["reasons"][0]["evidence"]] == ["birthday"]

    def test_is_nothing_for_whom_not_to_contact(self, client: TestClient) -> None:
        sam = add_contact(client, do_not_contact=True)

        step = next_step(client, sam)

        assert step["action"] is None
        assert step["reasons"][0]["rule"] == "contact.do-not"


class TestToday:
    @pytest.mark.both_databases
    def test_never_cuts_obligations(self, client: TestClient, thanks_due: Json) -> None:
        items = today(client, limit=0)

        assert [step["contact"]["id"] for step in items] == [thanks_due["id"]]
        assert items[0]["obligation"] is True

    def test_cuts_the_rest_to_the_days_room(self, client: TestClient) -> None:
        for number in range(9):
            add_contact(client, f"Person {number}", connected_on="2026-02-01")

        assert len(today(client)) == 5
        assert len(today(client, limit=3)) == 3

    def test_gives_the_same_by_derived_rows_and_by_folding_all(self, client: TestClient, thanks_due: Json) -> None:
        for number in range(4):
            other = add_contact(client, f"Person {number}", importance=number + 1, connected_on="2026-02-01")
            log(client, other, f"2025-1{number % 3}-01T10:00:00Z", "call", "mutual", duration_minutes=30)

        kept, folded = today(client), today(client, as_of="2026-03-02T09:00:00Z")

        assert [step["id"] for step in kept] == [step["id"] for step in folded]
        assert kept == folded

    def test_finds_a_promise_that_falls_due_later(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-02-27T10:00:00Z", "email", "inbound", expects_reply=False)
        promise = {"contact_id": sam["id"], "by": "me", "what": "the article", "due_on": "2026-03-20"}
        posted(client, "/v1/promises", {**promise, "made_at": "2026-02-27T10:00:00Z"})
        assert "deliver_promise" not in {step["action"] for step in today(client)}

        clock.advance(days=17)

        assert "deliver_promise" in {step["action"] for step in today(client)}


class TestDo:
    @pytest.mark.both_databases
    def test_logs_a_fitting_interaction_in_one_go(self, client: TestClient, thanks_due: Json) -> None:
        (step,) = today(client)

        done = client.post(f"/v1/next-steps/{step['id']}/done", json={})

        assert done.status_code == 200
        assert done.json()["interaction"]["purpose"] == "thanks"
        assert today(client) == []
        assert [one["id"] for one in client.get("/v1/next-steps").json()["done"]] == [step["id"]]

    def test_logs_the_given_interaction(self, client: TestClient, thanks_due: Json) -> None:
        (step,) = today(client)
        given = {"contact_ids": [thanks_due["id"]], "kind": "call", "direction": "outbound", "summary": "voicemail"}

        done = client.post(f"/v1/next-steps/{step['id']}/done", json={"interaction": given})

        assert done.json()["interaction"]["summary"] == "voicemail"

    def test_is_undone_whole(self, client: TestClient, thanks_due: Json) -> None:
        before = today(client)
        client.post(f"/v1/next-steps/{before[0]['id']}/done", json={})

        assert client.post(f"/v1/next-steps/{before[0]['id']}/reopen").status_code == 200

        assert today(client) == before
        assert len(client.get("/v1/interactions").json()["items"]) == 1
        assert client.post(f"/v1/next-steps/{before[0]['id']}/reopen").status_code == 404

    def test_skips_an_assessment_and_brings_it_back(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=30)
        (assess,) = today(client)
        assert assess["action"] == "assess"

        client.post(f"/v1/next-steps/{assess['id']}/done", json={})
        assert [step["action"] for step in today(client)] == ["thank"]

        client.post(f"/v1/next-steps/{assess['id']}/reopen")
        assert [step["action"] for step in today(client)] == ["assess"]

    def test_refuses_a_step_that_is_no_more(self, client: TestClient, thanks_due: Json) -> None:
        (step,) = today(client)
        log(client, thanks_due, "2026-03-02T08:00:00Z", "email", "outbound", purpose="thanks")

        assert client.post(f"/v1/next-steps/{step['id']}/done", json={}).status_code == 409

    def test_hides_another_accounts_step(self, client: TestClient, thanks_due: Json, sign_up: SignUp) -> None:
        (step,) = today(client)

        assert sign_up().post(f"/v1/next-steps/{step['id']}/done", json={}).status_code == 404

    def test_hides_another_accounts_step_that_concerns_nobody_yet(
        self, client: TestClient, stranger: TestClient
    ) -> None:
        posted(client, "/v1/events", {"name": "PyCon", "starts_at": "2026-03-05T09:00:00Z"})
        (step,) = client.get("/v1/next-steps").json()["items"]

        assert step["contact"] is None
        assert stranger.post(f"/v1/next-steps/{step['id']}/done", json={}).status_code == 404
        assert client.post(f"/v1/next-steps/{step['id']}/done", json={}).status_code == 200


class TestSnooze:
    @pytest.mark.both_databases
    def test_takes_it_off_the_list_until_then(self, client: TestClient, thanks_due: Json, clock: Clock) -> None:
        (step,) = today(client)

        client.post(f"/v1/next-steps/{step['id']}/snooze", json={"until": "2026-03-03T09:00:00Z"})

        assert today(client) == []
        clock.advance(days=1, minutes=1)
        assert [one["id"] for one in today(client)] == [step["id"]]

    def test_looks_ahead(self, client: TestClient, thanks_due: Json) -> None:
        (step,) = today(client)

        response = client.post(f"/v1/next-steps/{step['id']}/snooze", json={"until": "2026-03-01T09:00:00Z"})

        assert response.status_code == 422


class TestDismiss:
    def test_takes_it_off_the_list_until_it_is_reopened(self, client: TestClient, thanks_due: Json) -> None:
        (step,) = today(client)

        client.post(f"/v1/next-steps/{step['id']}/dismiss", json={"reason": "we spoke at lunch"})
        assert today(client) == []

        client.post(f"/v1/next-steps/{step['id']}/reopen")
        assert [one["id"] for one in today(client)] == [step["id"]]


class TestCheckAsk:
    @pytest.mark.both_databases
    def test_says_what_is_allowed_and_what_opens_the_rest(self, client: TestClient) -> None:
        sam = add_contact(client, seniority="mid")

        check = posted(client, "/v1/asks/check", {"contact_id": sam["id"], "ask_size": "reference"})

        assert check["allowed"] is False
        assert check["max_ask"] == "short_call"
        assert "ask.too-soon" in {reason["rule"] for reason in check["rules"]}
        assert "reference" in {unlock["ask_size"] for unlock in check["unlocks"]}

    def test_allows_what_fits(self, client: TestClient) -> None:
        sam = add_contact(client, seniority="mid")

        assert posted(client, "/v1/asks/check", {"contact_id": sam["id"], "ask_size": "question"})["allowed"] is True
