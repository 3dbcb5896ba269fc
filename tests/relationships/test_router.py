import pytest
from starlette.testclient import TestClient

from tests.people import add_contact, log


class TestGetRelationship:
    @pytest.mark.both_databases
    def test_shows_what_the_log_makes_of_it(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-01-12T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid", "laughter"])
        log(client, sam, "2026-02-09T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["candid"])

        found = client.get(f"/v1/contacts/{sam['id']}/relationship").json()

        assert (found["trust_stage"], found["max_ask"], found["ball"]) == ("rapport", "introduction", "nobody")
        assert found["half_life_days"] == pytest.approx(37.5)
        assert 0 < found["warmth"] < 1
        assert found["responsiveness"]["low"] < found["responsiveness"]["mean"] < found["responsiveness"]["high"]
        assert {one["interaction_id"] for one in found["evidence"]} <= {
            one["id"] for one in client.get("/v1/interactions").json()["items"]
        }

    def test_never_looks_ahead(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-01-12T10:00:00Z", "call", "mutual", duration_minutes=30)
        path = f"/v1/contacts/{sam['id']}/relationship"

        before = client.get(path, params={"as_of": "2026-01-11T10:00:00Z"}).json()

        assert (before["trust_stage"], before["warmth"], before["exchanges"]) == ("stranger", 0, 0)

    def test_hides_another_accounts_contact(self, client: TestClient, stranger: TestClient) -> None:
        sam = add_contact(client)

        assert stranger.get(f"/v1/contacts/{sam['id']}/relationship").status_code == 404
