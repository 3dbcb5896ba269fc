"""Senders of hooks: each signs as its provider does, and says what its provider says."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from starlette.testclient import TestClient

from comity.database import Database, new_id
from comity.integrations import jobs
from comity.integrations.models import HookEvent
from comity.jobs import Tools
from tests.conftest import MONDAY, Clock

Json = dict[str, Any]
PROVIDERS_SECRET = "given-by-the-provider"


class Connected(NamedTuple):
    """An integration with its secret, as its sender knows it."""

    id: str
    kind: str
    secret: str


class Hook(NamedTuple):
    """One delivery on the wire."""

    body: bytes
    headers: dict[str, str]
    query: dict[str, str] = {}


def connect(client: TestClient, kind: str = "generic", **settings: Any) -> Connected:
    given = {"secret": PROVIDERS_SECRET} if kind in {"slack", "zoom"} else {}
    response = client.post("/v1/integrations", json={"kind": kind, "name": f"My {kind}", **given, **settings})
    assert response.status_code == 201, response.text
    made = response.json()
    return Connected(made["id"], kind, made["secret"] or PROVIDERS_SECRET)


def sign(kind: str, secret: str, body: bytes, *, at: datetime = MONDAY, event_id: str = "") -> Hook:
    return SIGN[kind](secret, body, str(int(at.timestamp())), event_id or f"evt_{new_id()}")


def _generic(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{event_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return Hook(body, {"webhook-id": event_id, "webhook-timestamp": stamp, "webhook-signature": signature})


def _hex(secret: str, text: bytes) -> str:
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def _calcom(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    return Hook(body, {"X-Cal-Signature-256": _hex(secret, body)})


def _calendly(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    signature = _hex(secret, f"{stamp}.".encode() + body)
    return Hook(body, {"Calendly-Webhook-Signature": f"t={stamp},v1={signature}"})


def _slack(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    signature = f"v0={_hex(secret, f'v0:{stamp}:'.encode() + body)}"
    return Hook(body, {"X-Slack-Signature": signature, "X-Slack-Request-Timestamp": stamp})


def _zoom(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    signature = f"v0={_hex(secret, f'v0:{stamp}:'.encode() + body)}"
    return Hook(body, {"x-zm-signature": signature, "x-zm-request-timestamp": stamp})


def _postmark(secret: str, body: bytes, stamp: str, event_id: str) -> Hook:
    return Hook(body, {"Authorization": f"Basic {base64.b64encode(f'comity:{secret}'.encode()).decode()}"})


SIGN: dict[str, Callable[[str, bytes, str, str], Hook]] = {
    "generic": _generic,
    "calcom": _calcom,
    "calendly": _calendly,
    "postmark": _postmark,
    "slack": _slack,
    "zoom": _zoom,
}


def deliver(client: TestClient, to: Connected, hook: Hook) -> Any:
    """Send a hook as a program that is nobody here."""
    headers = {"Authorization": "", **hook.headers}
    return client.post(f"/v1/hooks/{to.id}", content=hook.body, headers=headers, params=hook.query)


def tell(client: TestClient, to: Connected, what: Json, *, at: datetime = MONDAY, event_id: str = "") -> Any:
    """Sign and send what happened."""
    return deliver(client, to, sign(to.kind, to.secret, json.dumps(what).encode(), at=at, event_id=event_id))


def apply_all(database: Database, clock: Clock) -> None:
    """Do the jobs that wait, as the worker does."""
    tools = Tools(database, clock)
    with database.read() as session:
        waiting = session.execute(
            select(HookEvent.account_id, HookEvent.id).filter_by(status="received").order_by(HookEvent.id)
        ).all()
    for account_id, event_id in waiting:
        jobs.apply(tools, account_id=account_id, event_ids=[event_id])


def inbox(client: TestClient, of: Connected, **query: str) -> list[Json]:
    response = client.get(f"/v1/integrations/{of.id}/events", params=query)
    assert response.status_code == 200, response.text
    items: list[Json] = response.json()["items"]
    return items


def act(client: TestClient, of: Connected, event: Json, action: str, **more: Any) -> Any:
    body = {"event_id": event["id"], "action": action, **more}
    return client.post(f"/v1/integrations/{of.id}/events", json=body)


def log_of(client: TestClient) -> list[Json]:
    items: list[Json] = client.get("/v1/interactions").json()["items"]
    return items


def happened(*people: Json, **more: Any) -> Json:
    """What a program tells of an email that came in."""
    data = {"kind": "email", "direction": "inbound", "occurred_at": "2026-03-01T10:00:00Z", "subject": "Lunch?"} | more
    return {"type": "interaction", "timestamp": "2026-03-01T10:00:05Z", "data": {"people": list(people)} | data}


SAM: Json = {"name": "Sam Okafor", "email": "sam@example.com"}
