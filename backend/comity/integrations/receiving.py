"""Taking hooks in: the signatures first, then one transaction that keeps what was signed and has it applied."""

import hashlib
import json
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity import strict_json
from comity.database import Database, new_id
from comity.integrations.keeping import Receipt, Row, keep
from comity.integrations.models import HookEvent, Integration
from comity.integrations.provider import USUAL_BODY_BYTES, Provider
from comity.integrations.providers import PROVIDERS
from comity.integrations.providers.calcom.provider import CALCOM
from comity.integrations.schemas import EventStatus
from comity.integrations.signing import Delivery
from comity.integrations.told import Malformed, Nothing, Payload
from comity.prepared import Prepared
from comity.vault import Vault, counting

MALFORMED = "malformed"
LONGEST_ID = 255
OUR_IDS = re.compile(r"[0-9a-z]{26}")
FOUND = Prepared(
    select(
        Integration.id,
        Integration.account_id,
        Integration.kind,
        Integration.own_addresses,
        Integration.secret,
        Integration.old_secrets,
    ).where(Integration.id == bindparam("integration_id"), Integration.enabled.is_(True))
)
DECOY, DECOYS = CALCOM, [secrets.token_urlsafe()]  # an integration that is not there takes as long as a wrong secret
UNSET: dict[str, Any] = dict.fromkeys(
    ("about", "replaces", "said_at", "interaction_id", "kind", "direction", "occurred_at", "subject")
) | {"version": 1, "runs": 0, "code": "", "reason": "", "people": []}


class NotSigned(Exception):
    """No secret of an integration that there is, and that is enabled, signed it."""


@dataclass(frozen=True, slots=True)
class Source:
    """An integration as a hook meets it."""

    row: Any
    provider: Provider
    secrets: Sequence[str]


@dataclass(frozen=True, slots=True)
class Read:
    """What could be read of a delivery."""

    payload: Payload | None
    event_id: str
    status: EventStatus
    reason: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A delivery, and the id of the integration to which it was addressed."""

    integration_id: str
    delivery: Delivery


def receive(database: Database, vault: Vault, arrivals: Sequence[Arrival]) -> list[Receipt | Exception]:
    """Keep events that arrived together, and have them applied in the background.

    Returns what is answered for each, in their order, or what stands against it: NotSigned, HookMalformed,
    EventIdReused, SecretUnreadable, or a fault of the database.
    """
    with database.read() as session:
        checked = [_checked(session, vault, arrival) for arrival in arrivals]
    kept = iter(keep(database, [one for one in checked if isinstance(one, dict)]))
    return [next(kept) if isinstance(one, dict) else one for one in checked]


def _checked(session: Session, vault: Vault, arrival: Arrival) -> Row | Receipt | Exception:
    """Return an event as it is to be kept, or what is answered without keeping anything."""
    delivery = arrival.delivery
    try:
        source = find_source(session, vault, integration_id=arrival.integration_id, delivery=delivery)
        read = _read(source, delivery)
        answer = None if read.payload is None else source.provider.challenge(read.payload, source.secrets[0])
        return _row(source, read, delivery) if answer is None else Receipt(200, answer)
    except Exception as error:
        return error


def find_source(session: Session, vault: Vault, *, integration_id: str, delivery: Delivery) -> Source:
    """Return who signed a delivery.

    Raises NotSigned, alike for a wrong signature and for an integration that is not there, or is disabled.
    """
    row, provider = _asked_for(session, integration_id)
    if provider is None:
        DECOY.verify(delivery, DECOYS)
        raise NotSigned
    locked = [row.secret, *(old["secret"] for old in counting(row.old_secrets, delivery.at))]
    source = Source(row, provider, [vault.open(one) for one in locked])
    if not provider.verify(delivery, source.secrets):
        raise NotSigned
    return source


def _asked_for(session: Session, integration_id: str) -> tuple[Any, Provider | None]:
    row = FOUND.first(session, integration_id=integration_id) if OUR_IDS.fullmatch(integration_id) else None
    return row, PROVIDERS.get(row.kind) if row else None


def _read(source: Source, delivery: Delivery) -> Read:
    payload: Payload | None = None
    event_id = ""
    try:
        payload = _object(delivery.body)
        event_id = source.provider.event_id(delivery, payload)
        told = source.provider.read(payload, frozenset(source.row.own_addresses))
    except Malformed as error:
        return Read(payload, event_id, EventStatus.REJECTED, str(error), code=MALFORMED)
    if isinstance(told, Nothing):
        return Read(payload, event_id, EventStatus.IGNORED, told.reason)
    return Read(payload, event_id, EventStatus.RECEIVED)


def _object(body: bytes) -> Payload:
    try:
        payload = strict_json.loads(body)
    except json.JSONDecodeError as error:
        raise Malformed(f"This is no JSON: {error.msg}.") from None
    if not isinstance(payload, dict):
        raise Malformed("This is no JSON object.")
    return payload


def payload_of(event: HookEvent) -> Payload:
    """Return what an event of the inbox said.

    Raises Malformed, also where its body is gone.
    """
    return _object(event.body or b"")


def _kept(provider: Provider, payload: Payload | None, body: bytes) -> bytes:
    if payload is None or provider.kept is None:
        return body
    return json.dumps(provider.kept(payload), ensure_ascii=False, separators=(",", ":")).encode()


def _row(source: Source, read: Read, delivery: Delivery) -> Row:
    body = _kept(source.provider, read.payload, delivery.body)
    digest = hashlib.sha256(body).hexdigest()
    name = read.event_id if 0 < len(read.event_id) <= LONGEST_ID else digest
    return UNSET | {
        "id": new_id(),
        "account_id": source.row.account_id,
        "integration_id": source.row.id,
        "external_id": name,
        "replay_key": name,
        "digest": digest,
        "body": body,
        "received_at": delivery.at,
        "status": read.status,
        "code": read.code,
        "reason": read.reason,
    }


def largest_body(database: Database, vault: Vault, *, integration_id: str, delivery: Delivery) -> int:
    """Return how many bytes this sender may send: more than is usual only who proves themselves without them."""
    with database.read() as session:
        _, provider = _asked_for(session, integration_id)
        if provider is None or provider.largest_body <= USUAL_BODY_BYTES:
            return USUAL_BODY_BYTES
        with suppress(NotSigned):
            find_source(session, vault, integration_id=integration_id, delivery=delivery)
            return provider.largest_body
    return USUAL_BODY_BYTES
