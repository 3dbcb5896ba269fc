"""`/v1/webhooks`: whom to tell what happens."""

from datetime import timedelta
from typing import Any

from fastapi import Request, Response

from comity.addresses import AddressRefused
from comity.errors import Stale
from comity.paging import CursorDep, LimitDep, Page
from comity.schemas import changes
from comity.web import (
    AdminDep,
    IfMatchDep,
    NowDep,
    ReadSession,
    SecretRoute,
    WriteSession,
    new_router,
    problems,
    tagged,
)
from comity.webhooks import service
from comity.webhooks.schemas import SigningSecretIn, WebhookIn, WebhookOut, WebhookPatch, WebhookWithSecret
from comity.webhooks.service import TooManyWebhooks, WebhookNotFound

router = new_router(tag="webhooks", route_class=SecretRoute)


@router.get("/webhooks", response_model=Page[WebhookOut])
def list_webhooks(
    session: ReadSession, signed_in: AdminDep, now: NowDep, cursor: CursorDep = None, limit: LimitDep = 50
) -> dict[str, Any]:
    """List the webhooks, latest first."""
    page = service.list_webhooks(session, account_id=signed_in.account_id, cursor=cursor, limit=limit)
    return page | {"items": [service.shown(session, row, now) for row in page["items"]]}


@router.post("/webhooks", status_code=201, responses=problems(AddressRefused, TooManyWebhooks))
def create_webhook(
    request: Request, body: WebhookIn, session: WriteSession, signed_in: AdminDep, now: NowDep, response: Response
) -> WebhookWithSecret:
    """Have an address told of some of what happens; the secret that signs it is shown this once."""
    state = request.app.state
    webhook, secret = service.create_webhook(
        session, state.vault, state.egress.allowed, account_id=signed_in.account_id, body=body, now=now
    )
    return WebhookWithSecret.model_validate(service.shown(session, tagged(webhook, response), now) | {"secret": secret})


@router.get("/webhooks/{webhook_id}", response_model=WebhookOut, responses=problems(WebhookNotFound))
def get_webhook(
    webhook_id: str, session: ReadSession, signed_in: AdminDep, now: NowDep, response: Response
) -> dict[str, Any]:
    """Read one webhook."""
    webhook = service.get_webhook(session, account_id=signed_in.account_id, webhook_id=webhook_id)
    return service.shown(session, tagged(webhook, response), now)


@router.patch(
    "/webhooks/{webhook_id}", response_model=WebhookOut, responses=problems(WebhookNotFound, AddressRefused, Stale)
)
def update_webhook(
    request: Request,
    webhook_id: str,
    body: WebhookPatch,
    session: WriteSession,
    signed_in: AdminDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> dict[str, Any]:
    """Change it, pause it, or set it active again, which sends what waits (JSON merge patch)."""
    webhook = service.update_webhook(
        session,
        request.app.state.egress.allowed,
        account_id=signed_in.account_id,
        webhook_id=webhook_id,
        values=changes(body, WebhookIn),
        if_match=if_match,
        now=now,
    )
    return service.shown(session, tagged(webhook, response), now)


@router.post("/webhooks/{webhook_id}/rotate", responses=problems(WebhookNotFound))
def rotate_webhook_secret(
    request: Request,
    webhook_id: str,
    body: SigningSecretIn,
    session: WriteSession,
    signed_in: AdminDep,
    now: NowDep,
    response: Response,
) -> WebhookWithSecret:
    """Give it a new secret, shown this once; for a while both sign."""
    webhook, secret = service.rotate_secret(
        session,
        request.app.state.vault,
        account_id=signed_in.account_id,
        webhook_id=webhook_id,
        overlap=timedelta(hours=body.overlap_hours),
        now=now,
    )
    return WebhookWithSecret.model_validate(service.shown(session, tagged(webhook, response), now) | {"secret": secret})


@router.delete("/webhooks/{webhook_id}", status_code=204, responses=problems(WebhookNotFound, Stale))
def delete_webhook(webhook_id: str, session: WriteSession, signed_in: AdminDep, if_match: IfMatchDep = None) -> None:
    """Tell it no more, and forget what it was told."""
    service.delete_webhook(session, account_id=signed_in.account_id, webhook_id=webhook_id, if_match=if_match)
