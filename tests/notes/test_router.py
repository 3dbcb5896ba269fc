import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact

PATH = "/v1/interactions/read-signals"


class TestReadSignals:
    @pytest.mark.both_databases
    def test_suggests_what_a_note_shows(self, client: TestClient) -> None:
        text = "  Coffee with Sam: we laughed. He promised to send me the deck by next Tuesday.\nI asked for a call."

        found = client.post(PATH, json={"text": text}).json()

        assert found["kind"]["kind"] == "meeting"
        assert [one["signal"] for one in found["signals"]] == ["laughter"]
        (promise,) = found["promises"]
        assert (promise["by"], promise["what"], promise["due_on"]) == ("them", "send me the deck", "2026-03-10")
        assert found["ask"]["ask_size"] == "short_call"
        shown = [found["kind"], *found["signals"], promise, promise["due"], found["ask"], *found["intents"]]
        assert all(text[one["start"] : one["end"]] == one["quote"] for one in shown)

    def test_counts_code_points_of_the_text_as_sent(self, client: TestClient) -> None:
        text = "\n\n🎉🎉 Cafe\u0301: she laughed."

        (laughter,) = client.post(PATH, json={"text": text}).json()["signals"]

        assert text[laughter["start"] : laughter["end"]] == "laughed"

    def test_counts_days_in_the_owners_zone(self, client: TestClient, clock: Clock) -> None:
        client.patch("/v1/me", json={"timezone": "Pacific/Auckland"})
        body = {"text": "I'll call her tomorrow.", "as_of": "2026-03-02T20:00:00Z"}

        (promise,) = client.post(PATH, json=body).json()["promises"]

        assert promise["due_on"] == "2026-03-04"

    def test_knows_the_owners_background(self, client: TestClient) -> None:
        client.put("/v1/me/background", json={"interests": ["Fell running"]})

        found = client.post(PATH, json={"text": "He loves fell running."}).json()

        assert [(one["kind"], one["name"]) for one in found["commonalities"]] == [("interests", "Fell running")]
        assert [one["signal"] for one in found["signals"]] == ["commonality_found"]

    def test_saves_nothing(self, client: TestClient) -> None:
        sam = add_contact(client)

        client.post(PATH, json={"text": "She will send me the deck.", "contact_id": sam["id"]})

        assert client.get("/v1/interactions").json()["items"] == []
        assert client.get("/v1/promises").json()["items"] == []

    def test_hides_another_accounts_contact(self, client: TestClient, stranger: TestClient) -> None:
        sam = add_contact(client)

        response = stranger.post(PATH, json={"text": "x", "contact_id": sam["id"]})

        assert (response.status_code, response.json()["type"]) == (404, "/problems/contact-not-found")

    @pytest.mark.parametrize("text", ["x" * 20_001, "a\x00b", None, 5])
    def test_refuses_what_is_no_text(self, client: TestClient, text: object) -> None:
        assert client.post(PATH, json={"text": text}).status_code == 422
