"""Short ways to say, through the API, who there is and what happened."""

from typing import Any

from starlette.testclient import TestClient

Json = dict[str, Any]


def add_contact(client: TestClient, full_name: str = "Sam Okafor", **facts: Any) -> Json:
    return posted(client, "/v1/contacts", {"full_name": full_name, **facts})


def log(client: TestClient, contact: Json, occurred_at: str, kind: str, direction: str, **more: Any) -> Json:
    body = {"contact_ids": [contact["id"]], "occurred_at": occurred_at, "kind": kind, "direction": direction, **more}
    return posted(client, "/v1/interactions", body)


def posted(client: TestClient, path: str, body: Json) -> Json:
    response = client.post(path, json=body)
    assert response.status_code in {200, 201}, response.text
    found: Json = response.json()
    return found


def next_step(client: TestClient, contact: Json, **query: str) -> Json:
    response = client.get(f"/v1/contacts/{contact['id']}/next-step", params=query)
    assert response.status_code == 200, response.text
    found: Json = response.json()
    return found
