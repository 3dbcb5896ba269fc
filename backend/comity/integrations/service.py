"""What can be done with integrations: who may tell this account what happened, and by which secret."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.database import find_owned
from comity.errors import NotFound, Refused
from comity.etags import check_match
from comity.integrations.models import HookEvent, Integration
from comity.integrations.provider import Provider
from comity.integrations.providers import PROVIDERS
from comity.integrations.schemas import EventStatus, IntegrationIn
from comity.paging import Order, paginate
from comity.schemas import Instant
from comity.vault import Vault, rotated_out

LATEST_FIRST = Order((Integration.created_at, Integration.id), TypeAdapter(tuple[Instant, str]), descending=True)


class IntegrationNotFound(NotFound):
    """There is no such integration."""


class UnknownKind(Refused):
    """There is no such kind of integration."""


class SecretRefused(Refused):
    """This secret does not fit."""


def create_integration(
    session: Session, vault: Vault, *, account_id: str, body: IntegrationIn, now: datetime
) -> tuple[Integration, str]:
    """Let a program tell what happened. Return its row and its secret.

    Raises UnknownKind, SecretRefused.
    """
    if body.kind not in PROVIDERS:
        raise UnknownKind(f"There are {', '.join(PROVIDERS)}.", pointer="/kind")
    secret = _secret(PROVIDERS[body.kind], body.secret)
    integration = Integration(
        account_id=account_id,
        created_at=now,
        secret=vault.lock(secret),
        old_secrets=[],
        **body.model_dump(exclude={"secret"}),
    )
    session.add(integration)
    session.flush()
    return integration, secret


def _secret(provider: Provider, given: str | None) -> str:
    if given is None:
        if provider.gives_secret:
            raise SecretRefused(f"{provider.label} makes it: copy it from there.", pointer="/secret")
        return provider.make_secret()
    fault = provider.secret_fault(given)
    if fault:
        raise SecretRefused(fault, pointer="/secret")
    return given


def get_integration(session: Session, *, account_id: str, integration_id: str, lock: bool = False) -> Integration:
    """Return an integration.

    Raises IntegrationNotFound.
    """
    return find_owned(
        session, Integration, account_id=account_id, row_id=integration_id, missing=IntegrationNotFound, lock=lock
    )


def list_integrations(session: Session, *, account_id: str, cursor: str | None, limit: int) -> dict[str, Any]:
    """Return a page of integrations, latest first."""
    query = select(*Integration.__table__.columns).where(Integration.account_id == account_id)
    return paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)


def activity_of(session: Session, integration: Any) -> dict[str, Any]:
    """Return how many events of an integration wait for a word, and when the last one came."""
    mine = (HookEvent.account_id == integration.account_id, HookEvent.integration_id == integration.id)
    waiting = select(func.count()).where(*mine, HookEvent.status == EventStatus.UNMATCHED)
    last = select(HookEvent.received_at).where(*mine).order_by(HookEvent.id.desc()).limit(1)
    return {"waiting": session.scalar(waiting), "last_received_at": session.scalar(last)}


def update_integration(
    session: Session, *, account_id: str, integration_id: str, values: Mapping[str, Any], if_match: str | None
) -> Integration:
    """Rename it, disable it, or say under which addresses the owner appears there.

    Raises IntegrationNotFound, Stale.
    """
    integration = get_integration(session, account_id=account_id, integration_id=integration_id, lock=True)
    check_match(if_match, integration.version)
    for name, value in values.items():
        setattr(integration, name, value)
    session.flush()
    return integration


def rotate_secret(
    session: Session,
    vault: Vault,
    *,
    account_id: str,
    integration_id: str,
    given: str | None,
    overlap: timedelta,
    now: datetime,
) -> tuple[Integration, str]:
    """Give it a new secret; the old one counts for a while. Return its row and the new secret.

    Raises IntegrationNotFound, SecretRefused.
    """
    integration = get_integration(session, account_id=account_id, integration_id=integration_id, lock=True)
    secret = _secret(PROVIDERS[integration.kind], given)
    integration.old_secrets = rotated_out(integration.secret, integration.old_secrets, overlap=overlap, now=now)
    integration.secret = vault.lock(secret)
    session.flush()
    return integration, secret


def delete_integration(session: Session, *, account_id: str, integration_id: str, if_match: str | None) -> None:
    """Forget it, with its inbox; what it logged stays in the log.

    Raises IntegrationNotFound, Stale.
    """
    integration = get_integration(session, account_id=account_id, integration_id=integration_id, lock=True)
    check_match(if_match, integration.version)
    session.delete(integration)
    session.flush()
