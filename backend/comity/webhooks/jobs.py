"""What the worker does for webhooks, beside the deliveries themselves."""

from datetime import datetime, timedelta

from sqlalchemy import case, delete, select, update
from sqlalchemy.orm import Session

from comity.database import Database
from comity.jobs import Tools, breathe, job
from comity.relationships.models import RelationshipRow
from comity.webhooks.deliveries import send_anew
from comity.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery
from comity.webhooks.outgoing import News, add, written
from comity.webhooks.schemas import DeliveryStatus, EventType, WebhookStatus
from comity.webhooks.service import RESUME

FORGET = "webhooks.forget.v1"
LOOK_FOR_STEPS = "webhooks.steps.v1"
BODIES_KEPT_FOR, DELIVERIES_KEPT_FOR = timedelta(days=7), timedelta(days=30)
STEPS_TOLD_FOR = timedelta(days=14)  # shorter than deliveries are kept, by which it is known what was told
AT_ONCE = 200
ENDED = case(
    (WebhookDelivery.status == DeliveryStatus.WAITING, str(DeliveryStatus.PARKED)), else_=WebhookDelivery.status
)


@job(RESUME)
def resume(tools: Tools, *, account_id: str, webhook_id: str) -> None:
    """Send what was parked, oldest first, now that its endpoint is active again."""
    parked = (
        select(WebhookDelivery)
        .filter_by(account_id=account_id, webhook_id=webhook_id, status=DeliveryStatus.PARKED)
        .where(WebhookDelivery.body.is_not(None))
        .where(select(Webhook.id).filter_by(id=webhook_id, status=WebhookStatus.ACTIVE).exists())
        .order_by(WebhookDelivery.id)
        .limit(AT_ONCE)
    )
    while True:
        with tools.database.write() as session:
            found = session.scalars(parked.with_for_update()).all()
            for delivery in found:
                send_anew(session, delivery, tools.clock())
        if len(found) < AT_ONCE:
            return
        breathe()


@job(LOOK_FOR_STEPS)
def look_for_steps(tools: Tools) -> None:
    """Tell by the present clock which next steps have come due."""
    tell_due_steps(tools.database, now=tools.clock())


def tell_due_steps(database: Database, *, now: datetime) -> int:
    """Tell each endpoint that wants to know of each step that has come due since it was made, once; return how many."""
    with database.read() as session:
        active = session.execute(
            select(Webhook.id, Webhook.account_id, Webhook.event_types).where(Webhook.status == WebhookStatus.ACTIVE)
        ).all()
    told = 0
    for webhook_id, account_id, event_types in active:
        if EventType.NEXT_STEP_DUE in event_types:
            with database.write() as session:
                told += _tell_steps(session, account_id, webhook_id, now)
            breathe()
    return told


def _tell_steps(session: Session, account_id: str, webhook_id: str, now: datetime) -> int:
    query = select(Webhook).filter_by(account_id=account_id, id=webhook_id, status=WebhookStatus.ACTIVE)
    webhook = session.scalars(query.with_for_update()).one_or_none()
    if webhook is None:
        return 0
    row = RelationshipRow
    since = max(webhook.created_at, now - STEPS_TOLD_FOR)
    due = session.execute(
        select(row.contact_id, row.due_at).where(row.account_id == account_id, row.due_at > since, row.due_at <= now)
    ).all()
    known = select(WebhookDelivery.key).where(WebhookDelivery.webhook_id == webhook_id)
    told = set(session.scalars(known.where(WebhookDelivery.key.is_not(None))))
    news = [
        News(account_id, EventType.NEXT_STEP_DUE, now, {"contact_id": contact_id, "due_at": at}, f"{contact_id} {at}")
        for contact_id, at in ((contact_id, written(due_at)) for contact_id, due_at in due if due_at)
    ]
    untold = [one for one in news if one.key not in told]
    for one in untold:
        add(session, webhook, one)
    return len(untold)


@job(FORGET)
def forget(tools: Tools) -> None:
    """Forget what was told and answered seven days ago; after thirty days, that it was.

    What somebody has locked, who deletes its endpoint perhaps, is left for the next time.
    """
    now = tools.clock()
    old = select(WebhookDelivery.id).where(
        WebhookDelivery.body.is_not(None), WebhookDelivery.created_at < now - BODIES_KEPT_FOR
    )
    older = select(WebhookDelivery.id).where(WebhookDelivery.created_at < now - DELIVERIES_KEPT_FOR)
    while True:
        with tools.database.write() as session:
            bodies = session.scalars(old.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
            forgotten = {"body": None, "status": ENDED, "next_try_at": None}
            session.execute(update(WebhookDelivery).where(WebhookDelivery.id.in_(bodies)).values(forgotten))
            session.execute(update(WebhookAttempt).where(WebhookAttempt.delivery_id.in_(bodies)).values(answer=""))
            gone = session.scalars(older.limit(AT_ONCE).with_for_update(skip_locked=True)).all()
            session.execute(delete(WebhookDelivery).where(WebhookDelivery.id.in_(gone)))
        if max(len(bodies), len(gone)) < AT_ONCE:
            return
        breathe()
