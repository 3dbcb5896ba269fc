from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from tests.conftest import Clock

SAM = {"full_name": "Sam Okafor"}
KEY = {"Idempotency-Key": "one"}


class TestIdempotencyKey:
    @pytest.mark.both_databases
    def test_makes_eight_copies_at_once_one_effect(self, client: TestClient) -> None:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: client.post("/v1/contacts", json=SAM, headers=KEY), range(8)))

        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.content for answer in answers}) == 1
        assert len({answer.headers["ETag"] for answer in answers}) == 1
        assert sorted(answer.headers.get("Idempotent-Replayed", "") for answer in answers) == [""] + ["true"] * 7
        assert len(client.get("/v1/contacts").json()["items"]) == 1

    @pytest.mark.both_databases
    def test_is_for_one_body(self, client: TestClient) -> None:
        client.post("/v1/contacts", json=SAM, headers=KEY)

        other = client.post("/v1/contacts", json={"full_name": "Ana Reis"}, headers=KEY)
        elsewhere = client.post("/v1/goals", json=SAM, headers=KEY)

        assert {other.status_code, elsewhere.status_code} == {422}
        assert other.json()["type"] == "/problems/key-used-for-another-body"

    def test_belongs_to_one_account(self, client: TestClient, stranger: TestClient) -> None:
        ours = client.post("/v1/contacts", json=SAM, headers=KEY)
        theirs = stranger.post("/v1/contacts", json=SAM, headers=KEY)

        assert ours.json()["id"] != theirs.json()["id"]

    def test_is_forgotten_after_a_day(self, client: TestClient, clock: Clock) -> None:
        first = client.post("/v1/contacts", json=SAM, headers=KEY).json()["id"]
        clock.advance(hours=24, seconds=1)

        second = client.post("/v1/contacts", json=SAM, headers=KEY).json()["id"]

        assert first != second

    @pytest.mark.both_databases
    def test_of_a_refused_request_is_free_again(self, client: TestClient) -> None:
        refused = client.post("/v1/contacts", json={"full_name": ""}, headers=KEY)

        assert refused.status_code == 422
        assert client.post("/v1/contacts", json=SAM, headers=KEY).status_code == 201

    @pytest.mark.parametrize(("key", "status"), [("k" * 255, 201), ("k" * 256, 422), ("", 422)])
    def test_has_1_to_255_characters(self, client: TestClient, key: str, status: int) -> None:
        response = client.post("/v1/contacts", json=SAM, headers={"Idempotency-Key": key})

        assert response.status_code == status

    def test_is_of_no_use_to_somebody_who_is_not_signed_in(self, anonymous: TestClient) -> None:
        assert anonymous.post("/v1/contacts", json=SAM, headers=KEY).status_code == 401
