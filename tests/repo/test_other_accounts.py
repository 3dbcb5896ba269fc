"""Nobody sees anybody else's people: every path with an id answers a stranger as if there were no such thing."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from comity.contract import OPEN_PATHS
from tests.repo.conftest import OPERATIONS, Operation

NOWHERE = "01m85cfrw8r4tgx27s7e1pcwrq"
WITH_IDS = [one for one in OPERATIONS if one.identifiers and one.path not in OPEN_PATHS]

Make = Callable[[TestClient], str]


def _created(client: TestClient, path: str, body: dict[str, Any]) -> str:
    response = client.post(path, json=body)
    assert response.status_code in {201, 202}, response.text
    identifier: str = response.json()["id"]
    return identifier


def contact(client: TestClient) -> str:
    return _created(client, "/v1/contacts", {"full_name": "Sam Okafor"})


def interaction(client: TestClient) -> str:
    body = {
        "contact_ids": [contact(client)],
        "kind": "email",
        "direction": "outbound",
        "occurred_at": "2026-03-01T09:00:00Z",
    }
    return _created(client, "/v1/interactions", body)


def promise(client: TestClient) -> str:
    return _created(client, "/v1/promises", {"contact_id": contact(client), "by": "me", "what": "Send the slides"})


def goal(client: TestClient) -> str:
    return _created(client, "/v1/goals", {"title": "A new job"})


def event(client: TestClient) -> str:
    body = {"name": "PyCon", "starts_at": "2026-04-01T09:00:00Z", "ends_at": "2026-04-02T17:00:00Z"}
    return _created(client, "/v1/events", body)


def follow_up(client: TestClient) -> str:
    return _created(client, "/v1/follow-ups", {"contact_id": contact(client), "due_at": "2026-03-10T09:00:00Z"})


def shift(client: TestClient) -> str:
    return _created(client, "/v1/follow-ups/shift", {"until": "2026-03-14"})


def tie(client: TestClient) -> str:
    other = _created(client, "/v1/contacts", {"full_name": "Ana Reis"})
    body = {"from_contact_id": contact(client), "to_contact_id": other, "kind": "friend", "strength": 0.5}
    return _created(client, "/v1/ties", body)


def import_(client: TestClient) -> str:
    file = ("people.csv", b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nSam,Okafor,,,,,\n")
    response = client.post("/v1/imports", files={"file": file})
    assert response.status_code == 202, response.text
    identifier: str = response.json()["id"]
    return identifier


def integration(client: TestClient) -> str:
    return _created(client, "/v1/integrations", {"kind": "generic", "name": "script"})


def session_of_a_browser(client: TestClient) -> str:
    return NOWHERE  # tests/accounts/test_auth_router.py has browsers


def step(client: TestClient) -> str:
    contact(client)
    (first, *_) = client.get("/v1/next-steps").json()["items"]
    identifier: str = first["id"]
    return identifier


def token(client: TestClient) -> str:
    return _created(client, "/v1/tokens", {"name": "script"})


def webhook(client: TestClient) -> str:
    return _created(client, "/v1/webhooks", {"url": "https://example.com/", "event_types": ["contact.changed"]})


def delivery(client: TestClient) -> str:
    return _created(client, f"/v1/webhooks/{webhook(client)}/test", {})


MAKERS: dict[str, Make] = {
    "contact_id": contact,
    "event_id": event,
    "follow_up_id": follow_up,
    "goal_id": goal,
    "import_id": import_,
    "integration_id": integration,
    "interaction_id": interaction,
    "promise_id": promise,
    "session_id": session_of_a_browser,
    "shift_id": shift,
    "step_id": step,
    "tie_id": tie,
    "token_id": token,
    "webhook_id": webhook,
    "delivery_id": delivery,
}


def minimal_body(operation: Operation, document: dict[str, Any]) -> Any:
    """Return a body that fits, so that it is the id which is refused."""
    if operation.details["operationId"] == "add_attendee":
        return {"full_name": "Ana Reis"}
    if not operation.takes_json:
        return None
    schema = operation.details["requestBody"]["content"]["application/json"]["schema"]
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    examples = {"until": "2026-03-09T09:00:00Z", "contact_id": NOWHERE, "event_id": NOWHERE, "action": "ignore"}
    return {name: examples[name] for name in schema.get("required", ())}


def answer(client: TestClient, operation: Operation, identifier: str, body: Any) -> tuple[int, dict[str, Any]]:
    response = client.request(operation.verb, operation.at(identifier), json=body)
    problem = response.json()
    del problem["request_id"]
    return response.status_code, problem


class TestOtherAccounts:
    @pytest.mark.both_databases
    @pytest.mark.parametrize("operation", WITH_IDS, ids=str)
    def test_have_nothing_that_a_stranger_can_find(
        self, client: TestClient, stranger: TestClient, operation: Operation, document: dict[str, Any]
    ) -> None:
        identifier = MAKERS[operation.identifiers[0]](client)
        body = minimal_body(operation, document)

        theirs = answer(stranger, operation, identifier, body)

        assert theirs[0] == 404
        assert theirs == answer(stranger, operation, NOWHERE, body)

    def test_keep_their_lists_to_themselves(self, client: TestClient, stranger: TestClient) -> None:
        for make in MAKERS.values():
            make(client)

        for operation in OPERATIONS:
            if operation.verb == "GET" and not operation.identifiers and operation.path.startswith("/v1/"):
                found = stranger.get(operation.path).json()
                if operation.path != "/v1/tokens":
                    assert not found.get("items"), operation
