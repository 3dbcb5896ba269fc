"""What can be done with webhooks: whom to tell, and by which secret it is signed."""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.addresses import AddressRefused, Allowed, read_web_address
from comity.database import find_owned, new_id, serialize
from comity.errors import Conflict, NotFound
from comity.etags import check_match
from comity.jobs import enqueue
from comity.paging import Order, paginate
from comity.schemas import Instant
from comity.vault import Vault, counting, rotated_out
from comity.webhooks.models import Webhook, WebhookDelivery
from comity.webhooks.schemas import DeliveryStatus, WebhookIn, WebhookStatus

RESUME = "webhooks.resume.v1"
MOST_WEBHOOKS = 10  # of one account
SECRET_BYTES = 32
LATEST_FIRST = Order((Webhook.created_at, Webhook.id), TypeAdapter(tuple[Instant, str]), descending=True)


class WebhookNotFound(NotFound):
    """There is no such webhook."""


class TooManyWebhooks(Conflict):
    """An account has at most ten webhooks."""


def create_webhook(
    session: Session, vault: Vault, allowed: Allowed, *, account_id: str, body: WebhookIn, now: datetime
) -> tuple[Webhook, str]:
    """Have an address told of some of what happens. Return its row and its secret.

    Raises AddressRefused, TooManyWebhooks.
    """
    _check(body.url, allowed)
    serialize(session, f"webhooks of {account_id}")
    if (session.scalar(select(func.count()).where(Webhook.account_id == account_id)) or 0) >= MOST_WEBHOOKS:
        raise TooManyWebhooks
    secret = _new_secret()
    webhook = Webhook(
        account_id=account_id,
        created_at=now,
        status=WebhookStatus.ACTIVE if body.active else WebhookStatus.PAUSED,
        changed_at=now,
        secret=vault.lock(secret),
        old_secrets=[],
        **body.model_dump(exclude={"active"}),
    )
    session.add(webhook)
    session.flush()
    return webhook, secret


def get_webhook(session: Session, *, account_id: str, webhook_id: str, lock: bool = False) -> Webhook:
    """Return a webhook.

    Raises WebhookNotFound.
    """
    return find_owned(session, Webhook, account_id=account_id, row_id=webhook_id, missing=WebhookNotFound, lock=lock)


def list_webhooks(session: Session, *, account_id: str, cursor: str | None, limit: int) -> dict[str, Any]:
    """Return a page of webhooks, latest first."""
    query = select(*Webhook.__table__.columns).where(Webhook.account_id == account_id)
    return paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)


def shown(session: Session, webhook: Any, now: datetime) -> dict[str, Any]:
    """Return a webhook as its owner sees it, without its secrets."""
    table = WebhookDelivery
    query = (
        select(table.status, func.count().label("many"))
        .where(table.account_id == webhook.account_id, table.webhook_id == webhook.id)
        .where(table.status.in_((DeliveryStatus.WAITING, DeliveryStatus.PARKED)))
        .group_by(table.status)
    )
    many = {row.status: row.many for row in session.execute(query)}
    names = ("id", "version", "created_at", "url", "event_types", "description", "status", "changed_at")
    return {name: getattr(webhook, name) for name in (*names, "last_delivered_at")} | {
        "active": webhook.status == WebhookStatus.ACTIVE,
        "old_secret_until": max((old["until"] for old in counting(webhook.old_secrets, now)), default=None),
        "waiting": many.get(DeliveryStatus.WAITING, 0),
        "parked": many.get(DeliveryStatus.PARKED, 0),
    }


def update_webhook(
    session: Session,
    allowed: Allowed,
    *,
    account_id: str,
    webhook_id: str,
    values: Mapping[str, Any],
    if_match: str | None,
    now: datetime,
) -> Webhook:
    """Change whom to tell and of what, pause it, or set it active again, which sends what waits.

    Raises WebhookNotFound, Stale, AddressRefused.
    """
    webhook = get_webhook(session, account_id=account_id, webhook_id=webhook_id, lock=True)
    check_match(if_match, webhook.version)
    if "url" in values:
        _check(values["url"], allowed)
    for name, value in values.items():
        if name != "active":
            setattr(webhook, name, value)
    if "active" in values and values["active"] != (webhook.status == WebhookStatus.ACTIVE):
        webhook.status = WebhookStatus.ACTIVE if values["active"] else WebhookStatus.PAUSED
        webhook.changed_at = now
        if values["active"]:
            enqueue(session, RESUME, job_id=new_id(), account_id=account_id, webhook_id=webhook_id)
    session.flush()
    return webhook


def rotate_secret(
    session: Session, vault: Vault, *, account_id: str, webhook_id: str, overlap: timedelta, now: datetime
) -> tuple[Webhook, str]:
    """Give it a new secret; the old one signs, too, for a while. Return its row and the new secret.

    Raises WebhookNotFound.
    """
    webhook = get_webhook(session, account_id=account_id, webhook_id=webhook_id, lock=True)
    secret = _new_secret()
    webhook.old_secrets = rotated_out(webhook.secret, webhook.old_secrets, overlap=overlap, now=now)
    webhook.secret = vault.lock(secret)
    session.flush()
    return webhook, secret


def delete_webhook(session: Session, *, account_id: str, webhook_id: str, if_match: str | None) -> None:
    """Forget it, with what it was told.

    Raises WebhookNotFound, Stale.
    """
    webhook = get_webhook(session, account_id=account_id, webhook_id=webhook_id, lock=True)
    check_match(if_match, webhook.version)
    session.delete(webhook)
    session.flush()


def _check(url: str, allowed: Allowed) -> None:
    try:
        read_web_address(url, allowed)
    except AddressRefused as refused:
        raise AddressRefused(refused.detail, pointer="/url") from None


def _new_secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()
