"""A new provider is a value and a line: this one lives in a test."""

import json

import pytest
from starlette.testclient import TestClient

from comity.coach.words import Direction, Kind
from comity.database import Database
from comity.integrations.provider import Provider
from comity.integrations.providers import PROVIDERS
from comity.integrations.signing import is_among, sha256_hex
from comity.integrations.told import Told, interaction, key, person
from tests.conftest import Clock
from tests.integrations.senders import Hook, apply_all, connect, deliver, inbox, log_of
from tests.people import add_contact

DOORBELL = Provider(
    kind="doorbell",
    label="Doorbell",
    what="Who was at the door.",
    steps=("Screw it on.",),
    replay="none",
    verify=lambda sent, secrets: is_among([sha256_hex(one, sent.body) for one in secrets], [sent.header("x-ring")]),
    event_id=lambda _sent, payload: key(payload, "ring"),
    read=lambda payload, _own: Told(
        people=(person(name=payload["who"]),),
        interaction=interaction(kind=Kind.MEETING, direction=Direction.MUTUAL, subject="At the door"),
    ),
)


def test_comes_in_by_one_line(
    client: TestClient, database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PROVIDERS, DOORBELL.kind, DOORBELL)
    sam = add_contact(client)
    to = connect(client, "doorbell")
    body = json.dumps({"ring": "1", "who": "Sam Okafor"}).encode()

    answer = deliver(client, to, Hook(body, {"X-Ring": sha256_hex(to.secret, body)}))
    apply_all(database, clock)

    assert answer.status_code == 202
    assert inbox(client, to)[0]["status"] == "applied"
    assert [(one["contact_ids"], one["subject"]) for one in log_of(client)] == [([sam["id"]], "At the door")]
    assert "doorbell" in [one["kind"] for one in client.get("/v1/integrations/kinds").json()["kinds"]]
