"""From 'this happened' to deliveries and their jobs, in the transaction in which it happened."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from comity.database import new_id
from comity.jobs import OUTSIDE, enqueue
from comity.prepared import Prepared, PreparedInsert, among
from comity.webhooks.models import IS_TOLD, Webhook, WebhookDelivery
from comity.webhooks.schemas import DeliveryStatus, EventType, WebhookStatus

DELIVER = "webhooks.deliver.v1"
WHO = (Webhook.id, Webhook.account_id, Webhook.status, Webhook.event_types)
OF_ONE = Prepared(select(*WHO).where(Webhook.account_id == bindparam("account_id"), IS_TOLD))
OF_MANY = Prepared(select(*WHO).where(among(Webhook.account_id, "account_ids"), IS_TOLD))
ADD = PreparedInsert(lambda _: insert(WebhookDelivery))


@dataclass(frozen=True, slots=True)
class News:
    """Something to be told: thin, with ids and no people. key: by what it is known, where it could be told twice."""

    account_id: str
    event_type: str
    at: datetime
    data: Mapping[str, Any]
    key: str | None = None


def tell(session: Session, news: News) -> None:
    """Write down, for each endpoint that wants to know, that it is to be told."""
    for webhook in OF_ONE.all(session, account_id=news.account_id):
        if news.event_type in webhook.event_types:
            add(session, webhook, news)


def tell_many(session: Session, event_type: EventType, many: Sequence[News]) -> None:
    """The same, for many things of any accounts."""
    if not many:
        return
    wanting: dict[str, list[Any]] = {}
    for webhook in OF_MANY.all(session, account_ids=list({news.account_id for news in many})):
        if event_type in webhook.event_types:
            wanting.setdefault(webhook.account_id, []).append(webhook)
    for news in many:
        for webhook in wanting.get(news.account_id, ()):
            add(session, webhook, news)


def written(instant: datetime) -> str:
    """Return an instant in UTC as bodies have it."""
    return instant.isoformat().replace("+00:00", "Z")


def add(session: Session, webhook: Any, news: News) -> str:
    """Write a delivery down, with a job where the endpoint is active; return its id.

    webhook: anything with its id and its status.
    """
    delivery_id = new_id()
    is_active = webhook.status == WebhookStatus.ACTIVE
    body = {"type": news.event_type, "timestamp": written(news.at), "data": dict(news.data)}
    row = {
        "id": delivery_id,
        "account_id": news.account_id,
        "webhook_id": webhook.id,
        "created_at": news.at,
        "event_type": str(news.event_type),
        "key": news.key,
        "body": json.dumps(body, separators=(",", ":")),
        "status": str(DeliveryStatus.WAITING if is_active else DeliveryStatus.PARKED),
        "runs": 0,
        "tries": 0,
        "next_try_at": news.at if is_active else None,
        "answered": None,
        "fault": "",
    }
    ADD.add(session, row)
    if is_active:
        enqueue_try(session, WebhookDelivery(**row))
    return delivery_id


def enqueue_try(session: Session, delivery: WebhookDelivery, *, seconds: float | None = None) -> None:
    """Have a delivery tried, at once or later."""
    enqueue(
        session,
        DELIVER,
        job_id=job_of(delivery),
        delay_seconds=seconds,
        queue=OUTSIDE,
        account_id=delivery.account_id,
        delivery_id=delivery.id,
        run=delivery.runs,
        tries=delivery.tries,
    )


def job_of(delivery: WebhookDelivery) -> str:
    """Return the id of the job of its next try."""
    return f"{delivery.id}-{delivery.runs}-{delivery.tries}"
