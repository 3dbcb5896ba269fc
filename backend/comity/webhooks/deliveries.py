"""What can be done with deliveries: look at them, send one again, send a test."""

import json
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.database import find_owned
from comity.errors import Conflict, NotFound
from comity.jobs import cancel
from comity.paging import Order, paginate
from comity.webhooks import outgoing
from comity.webhooks.models import WebhookAttempt, WebhookDelivery
from comity.webhooks.outgoing import News
from comity.webhooks.schemas import TEST, DeliveryStatus, WebhookStatus
from comity.webhooks.service import get_webhook

LATEST_FIRST = Order((WebhookDelivery.id,), TypeAdapter(tuple[str]), descending=True)
SHOWN_ATTEMPTS = 50


class DeliveryNotFound(NotFound):
    """There is no such delivery."""


class NotActive(Conflict):
    """The webhook is not active: set it active first."""


class DeliveryBodyGone(Conflict):
    """Its body is gone, seven days after."""


def list_deliveries(
    session: Session,
    *,
    account_id: str,
    webhook_id: str,
    status: DeliveryStatus | None,
    cursor: str | None,
    limit: int,
) -> dict[str, Any]:
    """Return a page of what an endpoint was told, latest first.

    Raises WebhookNotFound.
    """
    get_webhook(session, account_id=account_id, webhook_id=webhook_id)
    table = WebhookDelivery
    query = select(*table.__table__.columns).where(table.account_id == account_id, table.webhook_id == webhook_id)
    if status is not None:
        query = query.where(table.status == status)
    page = paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)
    return page | {"items": [shown(row) for row in page["items"]]}


def get_delivery(
    session: Session, *, account_id: str, webhook_id: str, delivery_id: str, lock: bool = False
) -> WebhookDelivery:
    """Return a delivery.

    Raises WebhookNotFound, DeliveryNotFound.
    """
    get_webhook(session, account_id=account_id, webhook_id=webhook_id)
    delivery = find_owned(
        session, WebhookDelivery, account_id=account_id, row_id=delivery_id, missing=DeliveryNotFound, lock=lock
    )
    if delivery.webhook_id != webhook_id:
        raise DeliveryNotFound
    return delivery


def shown(delivery: Any) -> dict[str, Any]:
    """Return a delivery as its owner sees it."""
    names = ("id", "event_type", "created_at", "status", "tries", "next_try_at", "answered", "fault")
    return {name: getattr(delivery, name) for name in names} | {"can_be_replayed": delivery.body is not None}


def shown_whole(session: Session, delivery: WebhookDelivery) -> dict[str, Any]:
    """Return a delivery with its body and its tries."""
    query = select(WebhookAttempt).filter_by(account_id=delivery.account_id, delivery_id=delivery.id)
    attempts = session.scalars(query.order_by(WebhookAttempt.id.desc()).limit(SHOWN_ATTEMPTS)).all()
    return shown(delivery) | {
        "body": None if delivery.body is None else json.loads(delivery.body),
        "attempts": attempts,
    }


def send_test(session: Session, *, account_id: str, webhook_id: str, now: datetime) -> WebhookDelivery:
    """Send something in which nothing happened.

    Raises WebhookNotFound, NotActive.
    """
    webhook = get_webhook(session, account_id=account_id, webhook_id=webhook_id)
    if webhook.status != WebhookStatus.ACTIVE:
        raise NotActive
    delivery_id = outgoing.add(session, webhook, News(account_id, TEST, now, {"webhook_id": webhook_id}))
    return get_delivery(session, account_id=account_id, webhook_id=webhook_id, delivery_id=delivery_id)


def replay(session: Session, *, account_id: str, webhook_id: str, delivery_id: str, now: datetime) -> WebhookDelivery:
    """Send a delivery again, from the start of its schedule, under the same id.

    Raises WebhookNotFound, DeliveryNotFound, NotActive, DeliveryBodyGone.
    """
    delivery = get_delivery(session, account_id=account_id, webhook_id=webhook_id, delivery_id=delivery_id, lock=True)
    if get_webhook(session, account_id=account_id, webhook_id=webhook_id).status != WebhookStatus.ACTIVE:
        raise NotActive
    if delivery.body is None:
        raise DeliveryBodyGone
    send_anew(session, delivery, now)
    return delivery


def send_anew(session: Session, delivery: WebhookDelivery, now: datetime) -> None:
    """Begin the schedule of a delivery anew."""
    if delivery.status == DeliveryStatus.WAITING:
        cancel(session, outgoing.job_of(delivery))
    delivery.status, delivery.next_try_at = DeliveryStatus.WAITING, now
    delivery.runs, delivery.tries = delivery.runs + 1, 0
    session.flush()
    outgoing.enqueue_try(session, delivery)
