"""What is asked of every variant, as requests on the wire."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

from benchmarks.data import NOW, Made
from comity.database import new_id
from comity.integrations.providers.generic.signature import key_of
from comity.integrations.signing import sha256_base64


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of request. least_of_...: by CPU, the share of a floor that must be reached; least_rate: by req/s.

    slowest_milliseconds, slowest_times_bare: the p95, by itself and by the bare floor's.
    """

    name: str
    requests: Callable[[Made], Iterator[bytes]]
    least_of_bare: float
    least_of_framework: float = 0.0
    slowest_milliseconds: float | None = None
    slowest_times_bare: float | None = None
    least_rate_of_bare: float = 0.0

    def on(self, database: str) -> Self:
        """Return it with what is wanted of it on that database."""
        return replace(self, **ON_POSTGRESQL.get(self.name, {})) if database == "postgresql" else self


def request_for(made: Made, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {made.token}\r\n\r\n".encode()


def _list_contacts(made: Made) -> Iterator[bytes]:
    request = request_for(made, "/v1/contacts?limit=50")
    while True:
        yield request


def _get_contact(made: Made) -> Iterator[bytes]:
    while True:
        yield request_for(made, f"/v1/contacts/{random.choice(made.contact_ids)}")


def _get_relationship(made: Made) -> Iterator[bytes]:
    while True:
        yield request_for(made, f"/v1/contacts/{random.choice(made.contact_ids)}/relationship")


def _get_today(made: Made) -> Iterator[bytes]:
    request = request_for(made, "/v1/next-steps")
    while True:
        yield request


def interaction(contact_id: str) -> dict[str, object]:
    """Return the body that logs a message to a contact."""
    return {"contact_ids": [contact_id], "kind": "email", "direction": "outbound", "subject": "Your talk in May"}


def _log_interaction(made: Made) -> Iterator[bytes]:
    """Yield requests about people at random: one fixed person would meet its own lock and its own growing log."""
    while True:
        body = json.dumps(interaction(random.choice(made.contact_ids))).encode()
        head = f"POST /v1/interactions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {made.token}\r\n"
        yield f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def _receive_hook(made: Made) -> Iterator[bytes]:
    """Yield signed events, each with a name of its own."""
    stamp, key = str(int(NOW.timestamp())), key_of(made.hook_secret)
    body = json.dumps({"type": "interaction", "data": interaction_told("sam@example.com")}).encode()
    while True:
        event_id = new_id()
        signature = sha256_base64(key, f"{event_id}.{stamp}.".encode() + body)
        head = f"POST /v1/hooks/{made.integration_id} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
        signed = f"webhook-id: {event_id}\r\nwebhook-timestamp: {stamp}\r\nwebhook-signature: v1,{signature}\r\n"
        yield f"{head}{signed}Content-Type: application/json\r\n\r\n".encode() + body


def interaction_told(email: str) -> dict[str, object]:
    """Return what another program tells of an email."""
    return {"people": [{"email": email}], "kind": "email", "direction": "inbound", "subject": "Your talk in May"}


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("list", _list_contacts, 0.40, least_of_framework=0.70),
        Operation("contact", _get_contact, 0.20),
        Operation("today", _get_today, 0.20, slowest_milliseconds=50),
        Operation("log", _log_interaction, 0.25, slowest_times_bare=3.0, least_rate_of_bare=0.35),
        Operation("hook", _receive_hook, 0.30, least_rate_of_bare=0.35),
    )
}
ON_POSTGRESQL: dict[str, dict[str, Any]] = {
    "list": {"least_of_bare": 0.42, "least_of_framework": 0.0},
    "log": {"least_of_bare": 0.0, "least_rate_of_bare": 0.44},
}
