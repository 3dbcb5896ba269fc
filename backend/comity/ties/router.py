"""`/v1/ties`."""

from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import TypeAdapter
from sqlalchemy import or_, select

from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import changes
from comity.ties import service
from comity.ties.models import Tie
from comity.ties.schemas import TieChange, TieChangePatch, TieIn, TieOut
from comity.ties.service import TieExists, TieNotFound, TieToOneself
from comity.web import AccountDep, IfMatchDep, NowDep, ReadSession, WriteSession, new_router, problems, tagged

router = new_router(tag="ties")
BY_AGE = Order((Tie.id,), TypeAdapter(tuple[str]))


@router.get("/ties", response_model=Page[TieOut])
def list_ties(
    session: ReadSession,
    account_id: AccountDep,
    contact_id: Annotated[str | None, Query(description="Only the ties of this contact.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List who knows whom."""
    query = select(*Tie.__table__.columns).where(Tie.account_id == account_id)
    if contact_id is not None:
        query = query.where(or_(Tie.from_contact_id == contact_id, Tie.to_contact_id == contact_id))
    return paginate(session, query, BY_AGE, cursor=cursor, limit=limit)


@router.post(
    "/ties", status_code=201, response_model=TieOut, responses=problems(ContactNotFound, TieExists, TieToOneself)
)
def create_tie(body: TieIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response) -> Tie:
    """Note that two people know each other."""
    return tagged(service.create_tie(session, account_id=account_id, body=body, now=now), response)


@router.get("/ties/{tie_id}", response_model=TieOut, responses=problems(TieNotFound))
def get_tie(tie_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> Tie:
    """Read one tie."""
    return tagged(service.get_tie(session, account_id=account_id, tie_id=tie_id), response)


@router.patch("/ties/{tie_id}", response_model=TieOut, responses=problems(TieNotFound, Stale))
def update_tie(
    tie_id: str,
    body: TieChangePatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> Tie:
    """Change kind or strength (JSON merge patch)."""
    values = changes(body, TieChange)
    tie = service.update_tie(session, account_id=account_id, tie_id=tie_id, values=values, if_match=if_match, now=now)
    return tagged(tie, response)


@router.delete("/ties/{tie_id}", status_code=204, responses=problems(TieNotFound, Stale))
def delete_tie(
    tie_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Forget a tie."""
    service.delete_tie(session, account_id=account_id, tie_id=tie_id, if_match=if_match, now=now)
