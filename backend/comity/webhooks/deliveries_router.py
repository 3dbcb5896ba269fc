"""`/v1/webhooks/{id}/deliveries`: what an endpoint was told, and how it went."""

from typing import Annotated, Any

from fastapi import Query

from comity.paging import CursorDep, LimitDep, Page
from comity.web import AdminDep, NowDep, ReadSession, WriteSession, new_router, problems
from comity.webhooks import deliveries
from comity.webhooks.deliveries import DeliveryBodyGone, DeliveryNotFound, NotActive
from comity.webhooks.schemas import DeliveryDetails, DeliveryOut, DeliveryStatus
from comity.webhooks.service import WebhookNotFound

router = new_router(tag="deliveries")


@router.get("/webhooks/{webhook_id}/deliveries", response_model=Page[DeliveryOut], responses=problems(WebhookNotFound))
def list_deliveries(
    webhook_id: str,
    session: ReadSession,
    signed_in: AdminDep,
    status: Annotated[DeliveryStatus | None, Query(description="Only these.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List what it was told, latest first."""
    return deliveries.list_deliveries(
        session, account_id=signed_in.account_id, webhook_id=webhook_id, status=status, cursor=cursor, limit=limit
    )


@router.get(
    "/webhooks/{webhook_id}/deliveries/{delivery_id}",
    response_model=DeliveryDetails,
    responses=problems(WebhookNotFound, DeliveryNotFound),
)
def get_delivery(webhook_id: str, delivery_id: str, session: ReadSession, signed_in: AdminDep) -> dict[str, Any]:
    """Read a delivery with its body and its tries."""
    found = deliveries.get_delivery(
        session, account_id=signed_in.account_id, webhook_id=webhook_id, delivery_id=delivery_id
    )
    return deliveries.shown_whole(session, found)


@router.post(
    "/webhooks/{webhook_id}/deliveries/{delivery_id}/replay",
    response_model=DeliveryOut,
    responses=problems(WebhookNotFound, DeliveryNotFound, NotActive, DeliveryBodyGone),
)
def replay_delivery(
    webhook_id: str, delivery_id: str, session: WriteSession, signed_in: AdminDep, now: NowDep
) -> dict[str, Any]:
    """Send it again, under the same id."""
    found = deliveries.replay(
        session, account_id=signed_in.account_id, webhook_id=webhook_id, delivery_id=delivery_id, now=now
    )
    return deliveries.shown(found)


@router.post(
    "/webhooks/{webhook_id}/test",
    status_code=202,
    response_model=DeliveryOut,
    responses=problems(WebhookNotFound, NotActive),
)
def test_webhook(webhook_id: str, session: WriteSession, signed_in: AdminDep, now: NowDep) -> dict[str, Any]:
    """Send it something in which nothing happened."""
    return deliveries.shown(
        deliveries.send_test(session, account_id=signed_in.account_id, webhook_id=webhook_id, now=now)
    )
