import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from comity.coach.words import Intent
from comity.egress import Egress
from comity.outreach.writing import Model
from tests.conftest import SignUp
from tests.people import Json, add_contact, log, posted

PROFILE = "https://www.linkedin.com/in/robin-vale"
MORNING = "2026-03-03T10:00:00Z"  # a Tuesday


@pytest.fixture
def owner(sign_up: SignUp) -> TestClient:
    """A client of an owner with a profile and a background."""
    client = sign_up(profile_url=PROFILE, headline="Data engineer at Globex")
    background = {"schools": ["Delft University of Technology"], "interests": ["hydrology"], "employers": ["Acme Inc."]}
    client.put("/v1/me/background", json=background)
    return client


@pytest.fixture
def people(owner: TestClient) -> list[Json]:
    """People of whom much, little, and nothing is known; some of it hostile."""
    rich = add_contact(
        owner,
        company="Initech",
        title="Analyst",
        emails=["sam@example.com"],
        interests=["hydrology", "climbing"],
        schools=["Delft University of Technology"],
        needs=["a reviewer for the atlas"],
        job_started_on="2025-11-03",
    )
    spoken = add_contact(owner, "Ana Reis", company="Globex Inc.", emails=["ana@example.com"])
    for day in ("2025-11-03", "2026-02-20"):
        subject = "Your plans for the lab"
        log(owner, spoken, f"{day}T10:00:00Z", "call", "mutual", subject=subject, signals=["laughter"])
    unanswered = add_contact(owner, "Kim Lee", interests=["coffee"], emails=["kim@example.com"])
    log(owner, unanswered, "2026-02-20T10:00:00Z", "email", "outbound", ask_size="short_call", subject="Your gauges")
    on_linkedin = add_contact(owner, "Li Wei", profile_url="https://www.linkedin.com/in/li-wei")
    hostile = add_contact(
        owner,
        "Zoë {{name}}",
        company="[Company] GmbH!!!",
        interests=["please hire me ASAP?", "x" * 200],
        phones=["+49123"],
    )
    return [rich, spoken, unanswered, on_linkedin, hostile]


def draft(client: TestClient, contact: Json, intent: str, **given: Any) -> Json:
    return posted(
        client, "/v1/outreach/drafts", {"contact_id": contact["id"], "intent": intent, "as_of": MORNING, **given}
    )


class TestDraftMessage:
    @pytest.mark.parametrize("intent", list(Intent))
    def test_passes_every_check_in_three_or_four_sentences(
        self, owner: TestClient, people: list[Json], intent: str
    ) -> None:
        for contact in people:
            via = {"via_contact_id": people[0 if contact is people[1] else 1]["id"]}
            found = draft(owner, contact, intent, **(via if intent == "request_introduction" else {}))

            assert found["check"]["verdict"] == "ready", found
            assert found["check"]["counts"]["sentences"] in {3, 4}, found
            assert found["written_by"] == "coach"
            assert "{" not in found["body"] + (found["blurb"] or "") or contact is people[4]

    @pytest.mark.parametrize("intent", list(Intent))
    def test_never_has_the_same_words_for_two_people(self, owner: TestClient, intent: str) -> None:
        facts = [
            {"company": company, "interests": [interest]}
            for company in ("Initech", "Globex", "Umbrella", "Hooli")
            for interest in ("climbing", "jazz", "gardens")
        ]
        drafts = [
            draft(owner, add_contact(owner, "Sam Okafor", emails=[f"sam{number}@example.com"], **known), intent)["body"]
            for number, known in enumerate(facts)
            if intent != "request_introduction"
        ]

        assert len({*drafts}) == len(drafts)

    def test_differs_from_what_was_logged_to_others(self, owner: TestClient) -> None:
        for number in range(10):
            contact = add_contact(owner, f"Sam{number} Okafor", emails=[f"sam{number}@example.com"], company="Initech")
            found = draft(owner, contact, "introduce")
            log(owner, contact, "2026-03-03T09:00:00Z", "email", "outbound", body=found["body"])

            assert found["check"]["verdict"] == "ready", (number, found["check"]["findings"])

    def test_opens_with_what_both_share_asks_one_small_thing_and_shows_the_profile(
        self, owner: TestClient, people: list[Json]
    ) -> None:
        found = draft(owner, people[0], "introduce", ask_size="short_call")

        assert "Delft University of Technology" in found["body"]
        assert (found["ask_size"], found["check"]["ask_size"]) == ("short_call", "short_call")
        assert found["body"].endswith(PROFILE)
        assert found["subject"] == "Delft University of Technology and hydrology"

    def test_asks_no_more_than_trust_allows(self, owner: TestClient, people: list[Json]) -> None:
        found = draft(owner, people[0], "introduce", ask_size="sponsorship")

        assert found["ask_size"] == "short_call"

    def test_repeats_the_open_ask_once(self, owner: TestClient, people: list[Json]) -> None:
        found = draft(owner, people[2], "follow_up")

        assert found["ask_size"] == "short_call"
        assert "on 20 February about your gauges" in found["body"]

    def test_says_that_a_busy_time_is_over(self, owner: TestClient) -> None:
        tom = add_contact(owner, "Tom Ford", field="accounting", country="US", emails=["tom@example.com"])

        during = draft(owner, tom, "introduce", as_of="2026-03-03T15:00:00Z")
        after = draft(owner, tom, "introduce", as_of="2026-04-20T15:00:00Z")

        assert during["ask_size"] == "none"
        assert "ow that the tax season is over" in after["body"]
        assert after["check"]["verdict"] == "ready"

    def test_asks_the_connector_and_gives_them_something_to_forward(
        self, owner: TestClient, people: list[Json]
    ) -> None:
        found = draft(owner, people[0], "request_introduction", via_contact_id=people[1]["id"])

        assert found["body"].startswith("Hi Ana,")
        assert found["check"]["ask_size"] == "introduction"
        assert "Sam" in found["body"]
        assert "Robin and Sam both went to Delft University of Technology" in found["blurb"]
        assert found["blurb"].endswith(PROFILE)

    def test_finds_the_connector_by_the_ties(self, owner: TestClient, people: list[Json]) -> None:
        chief = add_contact(owner, "Eva Chief", seniority="executive", title="CEO")
        ends = {"from_contact_id": people[1]["id"], "to_contact_id": chief["id"]}
        posted(owner, "/v1/ties", ends | {"kind": "friend", "strength": 0.9})

        assert draft(owner, chief, "request_introduction")["body"].startswith("Hi Ana,")

    def test_says_that_nobody_could_introduce_them(self, owner: TestClient, people: list[Json]) -> None:
        body = {"contact_id": people[0]["id"], "intent": "request_introduction", "as_of": MORNING}

        response = owner.post("/v1/outreach/drafts", json=body)

        assert (response.status_code, response.json()["type"]) == (422, "/problems/no-connector")

    def test_waits_for_their_working_hours(self, owner: TestClient) -> None:
        found = draft(owner, add_contact(owner, emails=["sam@example.com"]), "introduce", as_of="2026-03-07T12:00:00Z")

        assert found["goes_at"] == "2026-03-09T09:00:00Z"
        assert found["check"]["verdict"] == "ready"

    def test_fits_a_note_on_linkedin_and_a_text(self, owner: TestClient, people: list[Json]) -> None:
        for channel in ("linkedin", "text"):
            found = draft(owner, people[0], "introduce", channel=channel)

            assert found["subject"] is None
            assert len(found["body"]) <= 300
            assert found["check"]["verdict"] == "ready"

    @pytest.mark.parametrize("name", ["follow up", "thanks", "ask for an introduction", "Congratulate"])
    def test_knows_an_intent_by_its_other_names(self, owner: TestClient, people: list[Json], name: str) -> None:
        draft(owner, people[0], name, via_contact_id=people[1]["id"])

    def test_drafts_nothing_for_somebody_not_to_be_contacted(self, owner: TestClient) -> None:
        sam = add_contact(owner, do_not_contact=True)

        response = owner.post("/v1/outreach/drafts", json={"contact_id": sam["id"], "intent": "introduce"})

        assert response.status_code == 422
        assert response.json()["errors"][0]["rule"] == "contact.do-not"

    def test_hides_another_accounts_contact(self, people: list[Json], stranger: TestClient) -> None:
        own = add_contact(stranger, "Ben Ito")
        for body in (
            {"contact_id": people[0]["id"], "intent": "introduce"},
            {"contact_id": own["id"], "intent": "request_introduction", "via_contact_id": people[0]["id"]},
        ):
            response = stranger.post("/v1/outreach/drafts", json=body)

            assert (response.status_code, response.json()["type"]) == (404, "/problems/contact-not-found")


GOOD = (
    "Hi Sam,\n\nDelft is where we both learned to read a river. Your maps at Initech carry that further than others. "
    f"Which one map would you show a newcomer? A no is perfectly fine.\n\nBest,\nRobin\n{PROFILE}"
)
BAD = "Hi Sam,\n\nWe help companies like Initech. Hire me ASAP!"


class FakeModel:
    """An endpoint on this machine that answers with what a test put there."""

    def __init__(self) -> None:
        self.answer: bytes = b""
        self.status = 200
        self.heard: list[tuple[str, str, Json]] = []
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                fake.heard.append((self.path, self.headers.get("Authorization", ""), body))
                self.send_response(fake.status)
                self.send_header("Content-Length", str(len(fake.answer)))
                self.end_headers()
                self.wfile.write(fake.answer)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def says(self, text: str) -> None:
        self.answer = json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()

    def writes(self, subject: str | None, body: str) -> None:
        self.says(f"Here it is:\n```json\n{json.dumps({'subject': subject, 'body': body})}\n```")


@pytest.fixture
def model(app: FastAPI) -> Iterator[FakeModel]:
    fake = FakeModel()
    thread = threading.Thread(target=fake.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    app.state.model = Model(fake.url, "small-model", "secret", Egress())
    yield fake
    fake.server.shutdown()
    thread.join()
    fake.server.server_close()


class TestDraftByAModel:
    def test_gives_what_it_wrote_where_the_coach_agrees(
        self, owner: TestClient, people: list[Json], model: FakeModel
    ) -> None:
        model.writes("Delft, and your maps", GOOD)

        found = draft(owner, people[0], "introduce")

        assert (found["written_by"], found["body"]) == ("model", GOOD)
        assert found["subject"] == "Delft, and your maps"
        assert found["check"]["verdict"] == "ready"

    def test_shows_all_that_was_sent(self, owner: TestClient, people: list[Json], model: FakeModel) -> None:
        model.writes("Delft, and your maps", GOOD)

        found = draft(owner, people[0], "introduce")

        (path, authorization, body), *others = model.heard
        assert not others
        assert (path, authorization) == ("/v1/chat/completions", "Bearer secret")
        assert found["sent_to_model"] == body
        assert "sam@example.com" not in json.dumps(body)
        assert "secret" not in json.dumps(found)

    def test_gives_the_composed_draft_where_the_coach_objects(
        self, owner: TestClient, people: list[Json], model: FakeModel
    ) -> None:
        model.writes("Delft, and your maps", BAD)

        found = draft(owner, people[0], "introduce")

        assert (found["written_by"], found["check"]["verdict"]) == ("coach", "ready")
        assert "message.ask-above-trust" in found["model_problem"]

    @pytest.mark.parametrize(
        "answer",
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b'{"choices": []}',
            b'{"choices": [{"message": {"content": 5}}]}',
            b"x" * (2 << 20),
        ],
    )
    def test_gives_the_composed_draft_where_the_answer_makes_no_sense(
        self, owner: TestClient, people: list[Json], model: FakeModel, answer: bytes
    ) -> None:
        model.answer = answer

        found = draft(owner, people[0], "introduce")

        assert (found["written_by"], found["check"]["verdict"]) == ("coach", "ready")
        assert found["model_problem"]

    @pytest.mark.parametrize("body", [None, 5, "", "x" * 5_000])
    def test_gives_the_composed_draft_where_the_model_wrote_none(
        self, owner: TestClient, people: list[Json], model: FakeModel, body: Any
    ) -> None:
        model.says(json.dumps({"subject": None, "body": body}))

        assert draft(owner, people[0], "introduce")["written_by"] == "coach"

    def test_follows_no_redirect(self, owner: TestClient, people: list[Json], model: FakeModel) -> None:
        model.status = 307

        assert draft(owner, people[0], "introduce")["model_problem"] == "It answered 307."

    def test_gives_the_composed_draft_where_nobody_answers(
        self, app: FastAPI, owner: TestClient, people: list[Json]
    ) -> None:
        app.state.model = Model("http://127.0.0.1:1/v1", "small-model", "", Egress())

        assert draft(owner, people[0], "introduce")["written_by"] == "coach"
