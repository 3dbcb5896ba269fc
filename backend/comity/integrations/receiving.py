"""Taking a hook in: the signature first, then one transaction that keeps the event and has it applied."""

import hashlib
import json
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity import strict_json
from comity.database import Database, new_id
from comity.errors import Conflict, Refused
from comity.integrations.models import HookEvent, Integration
from comity.integrations.provider import USUAL_BODY_BYTES, Provider
from comity.integrations.providers import PROVIDERS
from comity.integrations.providers.calcom.provider import CALCOM
from comity.integrations.schemas import EventStatus
from comity.integrations.signing import Delivery
from comity.integrations.told import Malformed, Nothing, Payload
from comity.jobs import enqueue
from comity.prepared import Prepared, PreparedInsert
from comity.vault import Vault, counting

APPLY = "integrations.apply.v1"
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
KEPT = Prepared(
    select(HookEvent.id, HookEvent.digest, HookEvent.status).where(
        HookEvent.integration_id == bindparam("integration_id"), HookEvent.replay_key == bindparam("replay_key")
    )
)
DECOY, DECOYS = CALCOM, [secrets.token_urlsafe()]  # an integration that is not there takes as long as a wrong secret
UNSET: dict[str, Any] = dict.fromkeys(
    ("about", "replaces", "said_at", "interaction_id", "kind", "direction", "occurred_at", "subject")
) | {"version": 1, "runs": 0, "code": "", "reason": "", "people": []}


def _insert(dialect: str) -> Any:
    statement = postgresql.insert(HookEvent) if dialect == "postgresql" else sqlite.insert(HookEvent)
    return statement.on_conflict_do_nothing(index_elements=["integration_id", "replay_key"])


KEEP = PreparedInsert(_insert)


class NotSigned(Exception):
    """No secret of an integration that there is, and that is enabled, signed it."""


class HookMalformed(Refused):
    """The event cannot be understood; it is kept in the inbox with the reason."""


class EventIdReused(Conflict):
    """Another event came under this id before; both are in the inbox."""


class Receipt(NamedTuple):
    """What is answered."""

    status: int
    body: dict[str, Any]


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


def receive(database: Database, vault: Vault, *, integration_id: str, delivery: Delivery) -> Receipt:
    """Keep an event, and have it applied in the background.

    Raises NotSigned, HookMalformed, EventIdReused, SecretUnreadable.
    """
    with database.read() as session:
        source = find_source(session, vault, integration_id=integration_id, delivery=delivery)
    read = _read(source, delivery)
    if read.payload is not None:
        answer = source.provider.challenge(read.payload, source.secrets[0])
        if answer is not None:
            return Receipt(200, answer)
    kept = _kept(source.provider, read.payload, delivery.body)
    with database.write() as session:
        receipt = _keep(session, source, read, kept, delivery.at)
    if receipt.status == EventIdReused.status:
        raise EventIdReused
    if read.status == EventStatus.REJECTED:
        raise HookMalformed(read.reason)
    return receipt


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


def _keep(session: Session, source: Source, read: Read, body: bytes, now: datetime) -> Receipt:
    """Keep it unless it is here already; of an event that is new something follows."""
    digest = hashlib.sha256(body).hexdigest()
    name = read.event_id if 0 < len(read.event_id) <= LONGEST_ID else digest
    new = UNSET | {
        "id": new_id(),
        "account_id": source.row.account_id,
        "integration_id": source.row.id,
        "external_id": name,
        "replay_key": name,
        "digest": digest,
        "body": body,
        "received_at": now,
        "status": read.status,
        "code": read.code,
        "reason": read.reason,
    }
    KEEP.add(session, new)
    kept = KEPT.first(session, integration_id=source.row.id, replay_key=name)
    if kept.id == new["id"]:
        if read.status == EventStatus.RECEIVED:
            have_applied(session, account_id=new["account_id"], event_id=kept.id, run=0)
        return Receipt(202, {"id": kept.id, "status": kept.status, "duplicate": False})
    if kept.digest == digest:
        return Receipt(200, {"id": kept.id, "status": kept.status, "duplicate": True})
    reused = {"status": EventStatus.REJECTED, "code": EventIdReused.slug(), "reason": EventIdReused.title()}
    KEEP.add(session, new | reused | {"replay_key": f"{name} {digest}"})
    return Receipt(EventIdReused.status, {})


def have_applied(session: Session, *, account_id: str, event_id: str, run: int) -> None:
    """Have an event applied in the background, if this transaction commits."""
    enqueue(session, APPLY, job_id=f"{APPLY}:{event_id}:{run}", account_id=account_id, event_id=event_id)


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
