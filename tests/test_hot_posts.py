"""A hot POST answers as any other does; `/v1/interactions` is one, `/v1/promises` is not."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

JSON = {"Content-Type": "application/json"}
HOT, OTHER = "/v1/interactions", "/v1/promises"
FAULTS: list[tuple[bytes, dict[str, str]]] = [
    (b"", JSON),
    (b"{", JSON),
    (b"[]", JSON),
    (b"null", JSON),
    (b"5", JSON),
    (b'{"a": NaN}', JSON),
    (b'{"a": 1, "a": 2}', JSON),
    (b'{"contact_ids": "\\ud800"}', JSON),
    (b"\xff", JSON),
    (b"[" * 100_000, JSON),
    (b"{}", {"Content-Type": "text/plain"}),
    (b"{}", {}),
    (b"{}", {"Content-Type": "application/json; charset=latin-1"}),
    (b"{}", {"Content-Type": "application/json", "Content-Encoding": "gzip"}),
    (b" " * ((1 << 20) + 1), JSON),
]


@pytest.fixture
def sam(client: TestClient) -> str:
    """A contact's id."""
    contact_id: str = client.post("/v1/contacts", json={"full_name": "Sam Okafor"}).json()["id"]
    return contact_id


def _problem(response: Any) -> dict[str, Any]:
    body: dict[str, Any] = response.json()
    assert body.pop("request_id") == response.headers["X-Request-Id"]
    return body


@pytest.mark.parametrize(("body", "headers"), FAULTS)
def test_refuses_a_body_in_the_words_of_any_other(client: TestClient, body: bytes, headers: dict[str, str]) -> None:
    hot, other = (client.post(path, content=body, headers=headers) for path in (HOT, OTHER))

    assert 400 <= hot.status_code < 500
    assert (hot.status_code, _problem(hot)) == (other.status_code, _problem(other))


def test_names_the_place_of_what_does_not_fit(client: TestClient) -> None:
    response = client.post(HOT, json={"contact_ids": [1], "kind": "email", "colour": "red"})

    assert response.status_code == 422
    assert {error["pointer"] for error in response.json()["errors"]} >= {"/contact_ids/0", "/colour", "/direction"}


def test_tells_a_stranger_nothing_of_the_body(anonymous: TestClient) -> None:
    assert {anonymous.post(HOT, content=body, headers=JSON).status_code for body in (b"{", b"{}")} == {401}


@pytest.mark.both_databases
def test_is_one_transaction(client: TestClient, sam: str) -> None:
    body = {"contact_ids": [sam], "kind": "email", "direction": "outbound"}
    key = {"Idempotency-Key": "one"}

    refused = client.post(HOT, json=body | {"event_id": "none"}, headers=key)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: client.post(HOT, json=body, headers=key), range(8)))

    assert refused.status_code == 404
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sorted(answer.headers.get("Idempotent-Replayed", "") for answer in answers) == [""] + ["true"] * 7
    assert len(client.get(HOT).json()["items"]) == 1


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("write", 201), ("hooks", 201)])
def test_needs_one_of_its_scopes(client: TestClient, sam: str, scope: str, status: int) -> None:
    token = client.post("/v1/tokens", json={"name": "script", "scopes": [scope]}).json()["token"]
    body = {"contact_ids": [sam], "kind": "email", "direction": "outbound"}

    assert client.post(HOT, json=body, headers={"Authorization": f"Bearer {token}"}).status_code == status
