"""`/v1/promises`."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.service import ContactNotFound, is_of_a_contact
from comity.errors import Stale
from comity.interactions.service import ReferenceNotFound
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.promises import service
from comity.promises.models import Promise
from comity.promises.queries import as_they_stand
from comity.promises.schemas import PromiseIn, PromiseOut, PromisePatch
from comity.promises.service import PromiseNotFound, ResolvedBeforeMade
from comity.schemas import changes
from comity.web import AccountDep, IfMatchDep, NowDep, ReadSession, WriteSession, new_router, problems, tagged

router = new_router(tag="promises")
NEWEST_FIRST = Order((Promise.id,), TypeAdapter(tuple[str]), descending=True)


@router.get("/promises", response_model=Page[PromiseOut])
def list_promises(
    session: ReadSession,
    account_id: AccountDep,
    now: NowDep,
    contact_id: Annotated[str | None, Query(description="Only those of this contact.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List promises, newest first; not those of a contact who was deleted."""
    query = select(*Promise.__table__.columns).where(Promise.account_id == account_id, is_of_a_contact(Promise))
    if contact_id is not None:
        query = query.where(Promise.contact_id == contact_id)
    page = paginate(session, query, NEWEST_FIRST, cursor=cursor, limit=limit)
    return page | {"items": as_they_stand(session, account_id=account_id, rows=page["items"], now=now)}


@router.post(
    "/promises",
    status_code=201,
    responses=problems(ContactNotFound, ReferenceNotFound, ResolvedBeforeMade),
)
def create_promise(
    body: PromiseIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response
) -> PromiseOut:
    """Note who said they would do what."""
    promise = service.create_promise(session, account_id=account_id, body=body, now=now)
    return _as_it_stands(session, promise, response, now)


@router.get("/promises/{promise_id}", responses=problems(PromiseNotFound))
def get_promise(
    promise_id: str, session: ReadSession, account_id: AccountDep, now: NowDep, response: Response
) -> PromiseOut:
    """Read one promise."""
    promise = service.get_promise(session, account_id=account_id, promise_id=promise_id)
    return _as_it_stands(session, promise, response, now)


@router.patch(
    "/promises/{promise_id}",
    responses=problems(PromiseNotFound, ContactNotFound, ReferenceNotFound, ResolvedBeforeMade, Stale),
)
def update_promise(
    promise_id: str,
    body: PromisePatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> PromiseOut:
    """Change a promise (JSON merge patch)."""
    values = changes(body, PromiseIn)
    promise = service.update_promise(
        session, account_id=account_id, promise_id=promise_id, values=values, if_match=if_match, now=now
    )
    return _as_it_stands(session, promise, response, now)


@router.delete("/promises/{promise_id}", status_code=204, responses=problems(PromiseNotFound, Stale))
def delete_promise(
    promise_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Forget a promise."""
    service.delete_promise(session, account_id=account_id, promise_id=promise_id, if_match=if_match, now=now)


def _as_it_stands(session: Session, promise: Promise, response: Response, now: datetime) -> PromiseOut:
    (shown,) = as_they_stand(session, account_id=promise.account_id, rows=[tagged(promise, response)], now=now)
    return shown
