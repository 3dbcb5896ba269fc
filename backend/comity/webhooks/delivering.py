"""One try of a delivery: written down, sent, and written down how it went, with what comes next.

The same try may run again from the start when its worker dies: what was sent and not written down is sent again, under
the same `webhook-id`, with a new time and signature. Nothing else is ever sent twice.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from standardwebhooks import Webhook as Signer

from comity.egress import Answer, OutsideError
from comity.jobs import Tools, job
from comity.vault import Vault, counting
from comity.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery
from comity.webhooks.outgoing import DELIVER, enqueue_try
from comity.webhooks.parked_notice import have_owner_told
from comity.webhooks.schedule import after
from comity.webhooks.schemas import DeliveryStatus, WebhookStatus

KEPT_BYTES = 4 << 10
CUT_OFF = "It was cut off."
SPENT = "It was tried for three days."


@dataclass(frozen=True, slots=True)
class Try:
    """What is to be sent, and where. secrets: locked, all that sign."""

    attempt_id: str
    webhook_id: str
    delivery_id: str
    url: str
    body: str
    secrets: list[str]


@job(DELIVER)
def deliver(tools: Tools, *, account_id: str, delivery_id: str, run: int, tries: int) -> None:
    """Try a delivery once, if it still waits for this very try."""
    now = tools.clock()
    with tools.database.write() as session:
        delivery = _waiting(session, account_id, delivery_id, run, tries)
        begun = _begin(session, delivery, now) if delivery else None
    if begun is None:
        return
    began = time.monotonic()
    answer, fault = _send(tools, begun, now)
    milliseconds = round((time.monotonic() - began) * 1000)
    with tools.database.write() as session:
        if (webhook := _locked(session, account_id, begun.webhook_id)) is None:
            return
        delivery = _waiting(session, account_id, delivery_id, run, tries)
        _note(session, begun.attempt_id, answer, fault, milliseconds)
        if delivery:
            _go_on(session, webhook, delivery, answer, fault, tools.clock())


def _locked(session: Session, account_id: str, webhook_id: str) -> Webhook | None:
    """Return the endpoint, unless it was deleted meanwhile, and keep it from being changed.

    Before its deliveries, and those before their tries: who deletes an endpoint locks them in this order too.
    """
    query = select(Webhook).filter_by(account_id=account_id, id=webhook_id)
    return session.scalars(query.with_for_update(key_share=True)).one_or_none()


def _waiting(session: Session, account_id: str, delivery_id: str, run: int, tries: int) -> WebhookDelivery | None:
    query = select(WebhookDelivery).filter_by(
        account_id=account_id, id=delivery_id, status=DeliveryStatus.WAITING, runs=run, tries=tries
    )
    return session.scalars(query.with_for_update()).one_or_none()


def _begin(session: Session, delivery: WebhookDelivery, now: datetime) -> Try | None:
    """Write down that a try begins; park it where the endpoint is not to be called."""
    webhook = session.scalars(select(Webhook).filter_by(account_id=delivery.account_id, id=delivery.webhook_id)).one()
    if webhook.status != WebhookStatus.ACTIVE or delivery.body is None:
        delivery.status, delivery.next_try_at = DeliveryStatus.PARKED, None
        return None
    attempt = WebhookAttempt(
        account_id=delivery.account_id, delivery_id=delivery.id, began_at=now, fault=CUT_OFF, answer=""
    )
    session.add(attempt)
    session.flush()
    secrets = [webhook.secret, *(old["secret"] for old in counting(webhook.old_secrets, now))]
    return Try(attempt.id, webhook.id, delivery.id, webhook.url, delivery.body, secrets)


def _send(tools: Tools, begun: Try, now: datetime) -> tuple[Answer | None, str]:
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Comity",
        "Accept-Encoding": "identity",
        "Webhook-Id": begun.delivery_id,
        "Webhook-Timestamp": str(int(now.timestamp())),
        "Webhook-Signature": signatures(tools.keys, begun.secrets, begun.delivery_id, now, begun.body),
    }
    try:
        return tools.egress.post(begun.url, begun.body.encode(), headers=headers), ""
    except OutsideError as error:
        return None, str(error)


def signatures(vault: Vault, secrets: list[str], delivery_id: str, now: datetime, body: str) -> str:
    """Return a signature by each of the locked secrets, as Standard Webhooks has them: one of them must fit."""
    signed = (Signer(vault.open(secret)).sign(delivery_id, now, body) for secret in secrets)
    return " ".join(signed)


def _note(session: Session, attempt_id: str, answer: Answer | None, fault: str, milliseconds: int) -> None:
    said = answer.body[:KEPT_BYTES].decode("utf-8", "replace").replace("\x00", "\ufffd") if answer else ""
    values = {
        "milliseconds": milliseconds,
        "answered": answer.status if answer else None,
        "fault": fault,
        "answer": said,
    }
    session.execute(update(WebhookAttempt).where(WebhookAttempt.id == attempt_id).values(values))


def _go_on(
    session: Session, webhook: Webhook, delivery: WebhookDelivery, answer: Answer | None, fault: str, now: datetime
) -> None:
    """Write down how it stands, with the job of the next try or without."""
    delivery.tries += 1
    delivery.answered = answer.status if answer else None
    delivery.fault = fault
    delivery.next_try_at = None
    retry_after = answer.headers.get("retry-after", "") if answer else ""
    comes = after(delivery.id, tries=delivery.tries, answered=delivery.answered, retry_after=retry_after, now=now)
    if comes.delivered:
        delivery.status = DeliveryStatus.DELIVERED
        _set(session, webhook, {"last_delivered_at": now})
    elif comes.seconds is not None:
        delivery.next_try_at = now + timedelta(seconds=comes.seconds)
        enqueue_try(session, delivery, seconds=comes.seconds)
    else:
        delivery.status = DeliveryStatus.PARKED
        delivery.fault = fault or (SPENT if not comes.gone else "")
        _give_up(session, webhook, delivery, now, gone=comes.gone)


def _give_up(session: Session, webhook: Webhook, delivery: WebhookDelivery, now: datetime, *, gone: bool) -> None:
    """Call an endpoint no more, and say so: one that is gone, or one that took nothing since this was to be told."""
    took_something = webhook.last_delivered_at is not None and webhook.last_delivered_at > delivery.created_at
    if webhook.status == WebhookStatus.ACTIVE and (gone or not took_something):
        webhook.status = WebhookStatus.GONE if gone else WebhookStatus.PARKED
        webhook.changed_at = now
        have_owner_told(session, webhook)


def _set(session: Session, webhook: Webhook, values: dict[str, datetime]) -> None:
    """Write about an endpoint what is no change of it."""
    mine = Webhook.account_id == webhook.account_id, Webhook.id == webhook.id
    session.execute(update(Webhook).where(*mine).values(values), execution_options={"synchronize_session": False})
