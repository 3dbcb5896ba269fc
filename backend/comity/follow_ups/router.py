"""`/v1/follow-ups`."""

from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import TypeAdapter
from sqlalchemy import select

from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.follow_ups import service
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpIn, FollowUpOut, FollowUpPatch
from comity.follow_ups.service import FollowUpNotFound
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import changes
from comity.web import AccountDep, IfMatchDep, NowDep, ReadSession, WriteSession, new_router, problems, tagged

router = new_router(tag="follow-ups")
NEWEST_FIRST = Order((FollowUp.id,), TypeAdapter(tuple[str]), descending=True)


@router.get("/follow-ups", response_model=Page[FollowUpOut])
def list_follow_ups(
    session: ReadSession,
    account_id: AccountDep,
    contact_id: Annotated[str | None, Query(description="Only those of this contact.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List follow-ups, newest first."""
    query = select(*FollowUp.__table__.columns).where(FollowUp.account_id == account_id)
    if contact_id is not None:
        query = query.where(FollowUp.contact_id == contact_id)
    return paginate(session, query, NEWEST_FIRST, cursor=cursor, limit=limit)


@router.post("/follow-ups", status_code=201, response_model=FollowUpOut, responses=problems(ContactNotFound))
def create_follow_up(
    body: FollowUpIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response
) -> FollowUp:
    """Schedule a touch; the moment moves into the contact's working day."""
    return tagged(service.create_follow_up(session, account_id=account_id, body=body, now=now), response)


@router.get("/follow-ups/{follow_up_id}", response_model=FollowUpOut, responses=problems(FollowUpNotFound))
def get_follow_up(follow_up_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> FollowUp:
    """Read one a follow-up."""
    return tagged(service.get_follow_up(session, account_id=account_id, follow_up_id=follow_up_id), response)


@router.patch(
    "/follow-ups/{follow_up_id}",
    response_model=FollowUpOut,
    responses=problems(FollowUpNotFound, ContactNotFound, Stale),
)
def update_follow_up(
    follow_up_id: str,
    body: FollowUpPatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> FollowUp:
    """Change a follow-up (JSON merge patch)."""
    values = changes(body, FollowUpIn)
    follow_up = service.update_follow_up(
        session, account_id=account_id, follow_up_id=follow_up_id, values=values, if_match=if_match, now=now
    )
    return tagged(follow_up, response)


@router.delete("/follow-ups/{follow_up_id}", status_code=204, responses=problems(FollowUpNotFound, Stale))
def delete_follow_up(
    follow_up_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Forget a follow-up."""
    service.delete_follow_up(session, account_id=account_id, follow_up_id=follow_up_id, if_match=if_match, now=now)
