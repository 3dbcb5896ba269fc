"""`/v1/integrations/{id}/events`: the inbox."""

from typing import Annotated, Any

from fastapi import Query

from comity.contacts.service import ContactNotFound
from comity.integrations import inbox
from comity.integrations.inbox import BodyGone, HookEventNotFound, NoSuchPerson, NotWaiting
from comity.integrations.schemas import EventStatus, HookEventOut, InboxIn
from comity.integrations.service import IntegrationNotFound
from comity.paging import CursorDep, LimitDep, Page
from comity.web import AccountDep, NowDep, ReadSession, WriteSession, new_router, problems

router = new_router(tag="inbox")


@router.get(
    "/integrations/{integration_id}/events",
    response_model=Page[HookEventOut],
    responses=problems(IntegrationNotFound),
)
def list_hook_events(
    integration_id: str,
    session: ReadSession,
    account_id: AccountDep,
    status: Annotated[EventStatus | None, Query(description="Only these.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List what an integration told, latest first, and what became of it."""
    return inbox.list_events(
        session, account_id=account_id, integration_id=integration_id, status=status, cursor=cursor, limit=limit
    )


@router.post(
    "/integrations/{integration_id}/events",
    responses=problems(IntegrationNotFound, HookEventNotFound, ContactNotFound, NotWaiting, BodyGone, NoSuchPerson),
)
def act_on_hook_event(
    integration_id: str, body: InboxIn, session: WriteSession, account_id: AccountDep, now: NowDep
) -> HookEventOut:
    """Say who somebody is, make a contact of them, leave an event out, or have it read anew."""
    event = inbox.act(session, account_id=account_id, integration_id=integration_id, body=body, now=now)
    return inbox.shown(session, event)
