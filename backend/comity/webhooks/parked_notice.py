"""The owner is told by mail, once, that an endpoint of theirs is called no more."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.jobs import OUTSIDE, Tools, enqueue, job
from comity.mail import Mail, MailError, Post
from comity.webhooks.models import Webhook
from comity.webhooks.schemas import WebhookStatus

TELL = "webhooks.parked-notice.v1"
PAUSES_MINUTES = (1, 5, 30, 120, 360)  # before the next try; after that the app alone says it
WHY = {
    WebhookStatus.PARKED: (
        "It took nothing for three days, so Comity calls it no more. What happens meanwhile is written down and kept "
        "for a week: set the webhook active again, and it is sent."
    ),
    WebhookStatus.GONE: (
        "It answered that it is gone for good (410), so Comity calls it no more, and keeps nothing for it. If that was "
        "a mistake, set the webhook active again."
    ),
}


def have_owner_told(session: Session, webhook: Webhook) -> None:
    """Have the owner told, if this transaction commits, that an endpoint was parked, or is gone, just now."""
    _enqueue(session, webhook.account_id, webhook.id, webhook.changed_at.isoformat(), attempts=0)


@job(TELL)
def tell_owner(tools: Tools, *, account_id: str, webhook_id: str, since: str, attempts: int) -> None:
    """Send the mail, unless the endpoint is called again by now. A repeated one has the same Message-ID.

    since: when it was parked, so that each time is told of once.
    """
    with tools.database.read() as session:
        found = _silent(session, account_id, webhook_id, datetime.fromisoformat(since))
    if found is None:
        return
    try:
        tools.post.send(_letter(found, tools.post), tools.clock())
    except MailError as error:
        if error.again and attempts < len(PAUSES_MINUTES):
            with tools.database.write() as session:
                _enqueue(session, account_id, webhook_id, since, attempts=attempts + 1)


def _enqueue(session: Session, account_id: str, webhook_id: str, since: str, *, attempts: int) -> None:
    enqueue(
        session,
        TELL,
        job_id=f"{TELL}:{webhook_id}:{since}:{attempts}",
        queue=OUTSIDE,
        delay_seconds=60.0 * PAUSES_MINUTES[attempts - 1] if attempts else None,
        account_id=account_id,
        webhook_id=webhook_id,
        since=since,
        attempts=attempts,
    )


def _silent(session: Session, account_id: str, webhook_id: str, since: datetime) -> Any:
    query = (
        select(Webhook.id, Webhook.url, Webhook.description, Webhook.status, Webhook.changed_at, Account.email)
        .join(Account, Account.id == Webhook.account_id)
        .where(Webhook.account_id == account_id, Webhook.id == webhook_id, Webhook.changed_at == since)
        .where(Webhook.status.in_(WHY))
    )
    return session.execute(query).one_or_none()


def _letter(webhook: Any, post: Post) -> Mail:
    """Write it. Of the address it says the host alone: what follows may hold a secret."""
    host = urlsplit(webhook.url).hostname or ""
    named = f"{webhook.description} ({host})" if webhook.description else host
    where = f"\n{post.public_url}/webhooks/{webhook.id}\n" if post.public_url else "\nSettings, Webhooks\n"
    return Mail(
        f"{webhook.id}-{webhook.changed_at:%Y%m%d%H%M%S}",
        webhook.email,
        "A webhook is called no more",
        f"Your webhook {named} is called no more.\n\n{WHY[webhook.status]}\n{where}",
    )
