from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock
from tests.people import add_contact, log, posted

BACKGROUND = {"schools": ["TU Delft"], "accomplishments": ["Built a harbour pilot", "Taught pricing", "Ran a fund"]}


def brief(client: TestClient, contact: dict[str, Any], **query: Any) -> dict[str, Any]:
    response = client.get(f"/v1/contacts/{contact['id']}/brief", params=query)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


class TestGetBrief:
    @pytest.mark.both_databases
    def test_has_all_that_one_page_holds(self, client: TestClient) -> None:
        client.put("/v1/me/background", json=BACKGROUND)
        sam = add_contact(client, schools=["TU Delft"], company="Lindholm", title="Data engineer")
        posted(client, "/v1/promises", {"contact_id": sam["id"], "by": "me", "what": "Send the slides"})
        planned = log(
            client, sam, "2026-03-04T09:00:00Z", "video_call", "mutual", goals=["Learn pricing"], duration_minutes=30
        )

        page = brief(client, sam)

        assert page["planned"]["interaction_id"] == planned["id"]
        assert (page["minutes"], page["goals"]) == (30, ["Learn pricing"])
        assert page["known"][0] == {
            "what": "work",
            "known": "Data engineer at Lindholm",
            "how": "Their profile: what they do, and for whom.",
        }
        assert "interests" in [fact["what"] for fact in page["find_out"]]
        assert len(page["questions"]) == 4
        assert [one["name"] for one in page["commonalities"]] == ["TU Delft"]
        assert [promise["what"] for promise in page["open_promises"]] == ["Send the slides"]
        assert page["accomplishments"]["texts"][0] == "Taught pricing"
        assert len(page["accomplishments"]["texts"]) == 2
        assert "asked_questions" in [one["signal"] for one in page["signals_to_watch"]["positive"]]
        assert "curt" in [one["signal"] for one in page["signals_to_watch"]["negative"]]
        assert page["endings"]["good"]["ask_size"] == "short_call"
        assert page["endings"]["otherwise"]["ask_size"] == "none"

    @pytest.mark.both_databases
    def test_opens_with_what_the_last_conversation_left(self, client: TestClient, clock: Clock) -> None:
        sam = add_contact(client)
        talk = log(client, sam, "2026-02-20T09:00:00Z", "call", "mutual", goals=["Learn pricing", "Say thanks"])
        client.patch(
            f"/v1/interactions/{talk['id']}", json={"goal_outcomes": ["partly", "reached"], "summary": "Short."}
        )
        log(client, sam, "2026-03-05T09:00:00Z", "meeting", "mutual", goals=["Hear of the merger"])

        page = brief(client, sam)

        assert page["goals"] == ["Learn pricing", "Hear of the merger"]
        (left,) = page["left_open"]
        assert (left["goal"], left["outcome"], left["interaction_id"]) == ("Learn pricing", "partly", talk["id"])
        assert page["last_conversation"]["summary"] == "Short."

    def test_proposes_no_more_than_trust_allows(self, client: TestClient) -> None:
        sam = add_contact(client)
        posted(client, "/v1/goals", {"title": "A job", "ask_size": "referral", "contact_ids": [sam["id"]]})

        page = brief(client, sam)

        assert page["goals"] == ["A job"]
        assert page["endings"]["good"]["ask_size"] == "short_call"

    @pytest.mark.parametrize(("minutes", "status"), [("1", 200), ("480", 200), ("0", 422), ("481", 422), ("x", 422)])
    def test_fits_any_sane_length(self, client: TestClient, minutes: str, status: int) -> None:
        sam = add_contact(client)

        assert client.get(f"/v1/contacts/{sam['id']}/brief", params={"minutes": minutes}).status_code == status
