"""`/v1/follow-ups`."""

from typing import Annotated, Any, Literal

from fastapi import Query, Response
from pydantic import TypeAdapter
from sqlalchemy import select

from comity.contacts.service import ContactNotFound, is_of_a_contact
from comity.errors import Stale
from comity.follow_ups import reading, service, shifting
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import (
    ClosedOut,
    CompleteIn,
    DateOut,
    FollowUpIn,
    FollowUpOut,
    FollowUpPatch,
    FollowUpStatus,
    PutOffIn,
    ReadDateIn,
    ShiftIn,
    ShiftOut,
    TimeAwayOut,
)
from comity.follow_ups.service import FollowUpClosed, NothingToReopen, SnoozeInThePast
from comity.follow_ups.settling import FollowUpNotFound
from comity.follow_ups.shifting import AwayRefused, ShiftNotFound
from comity.follow_ups.wanted import DateNotUnderstood, NoDate
from comity.interactions.service import OnlyNotesCorrect, OutcomeWithoutGoal, ReferenceNotFound, TooManyGoals
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import Instant, changes
from comity.web import AccountDep, IfMatchDep, NowDep, ReadSession, WriteSession, new_router, problems, tagged

router = new_router(tag="follow-ups")
NEWEST_FIRST = Order((FollowUp.id,), TypeAdapter(tuple[str]), descending=True)
DUE_FIRST = Order((FollowUp.due_at, FollowUp.id), TypeAdapter(tuple[Instant, str]))
REFUSED_DATES = (DateNotUnderstood, NoDate)
REFUSED_LOGS = (ReferenceNotFound, TooManyGoals, OutcomeWithoutGoal, OnlyNotesCorrect)


@router.get("/follow-ups", response_model=Page[FollowUpOut])
def list_follow_ups(
    session: ReadSession,
    account_id: AccountDep,
    contact_id: Annotated[str | None, Query(description="Only those of this contact.")] = None,
    status: Annotated[FollowUpStatus | None, Query(description="Only those that stand so.")] = None,
    due_before: Annotated[Instant | None, Query(description="Only those due before this instant.")] = None,
    sort: Annotated[Literal["newest", "due"], Query(description="Newest first, or by when they are due.")] = "newest",
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List follow-ups; not those of a contact who was deleted."""
    query = select(*FollowUp.__table__.columns).where(FollowUp.account_id == account_id, is_of_a_contact(FollowUp))
    if contact_id is not None:
        query = query.where(FollowUp.contact_id == contact_id)
    if status is not None:
        query = query.where(FollowUp.status == status)
    if due_before is not None:
        query = query.where(FollowUp.due_at < due_before)
    return paginate(session, query, DUE_FIRST if sort == "due" else NEWEST_FIRST, cursor=cursor, limit=limit)


@router.post(
    "/follow-ups", status_code=201, response_model=FollowUpOut, responses=problems(ContactNotFound, *REFUSED_DATES)
)
def create_follow_up(
    body: FollowUpIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response
) -> FollowUp:
    """Schedule a touch; the moment moves to when it is welcome on both sides."""
    return tagged(service.create_follow_up(session, account_id=account_id, body=body, now=now), response)


@router.post("/follow-ups/read-date", response_model=DateOut, responses=problems(ContactNotFound, DateNotUnderstood))
def read_date(body: ReadDateIn, session: WriteSession, account_id: AccountDep, now: NowDep) -> reading.Read:
    """Say how a date in words is read, and when a touch would go; nothing is saved."""
    return reading.read_date(session, account_id=account_id, body=body, now=now)


@router.get("/follow-ups/shift", response_model=Page[TimeAwayOut])
def list_times_away(session: ReadSession, account_id: AccountDep, now: NowDep) -> dict[str, Any]:
    """List the times away that are not over, the next first. Each can be undone."""
    return {"items": shifting.not_over(session, account_id=account_id, now=now), "next_cursor": None}


@router.post("/follow-ups/shift", status_code=201, response_model=ShiftOut, responses=problems(AwayRefused))
def shift_follow_ups(body: ShiftIn, session: WriteSession, account_id: AccountDep, now: NowDep) -> shifting.Made:
    """Be away: what is due meanwhile moves behind it, at most `daily_touches` a day, the weightiest first."""
    return shifting.shift(session, account_id=account_id, body=body, now=now)


@router.post("/follow-ups/shift/{shift_id}/undo", response_model=ShiftOut, responses=problems(ShiftNotFound))
def undo_shift(shift_id: str, session: WriteSession, account_id: AccountDep, now: NowDep) -> shifting.Made:
    """Undo a shift as one; what was touched since stays where it is."""
    return shifting.undo(session, account_id=account_id, shift_id=shift_id, now=now)


@router.get("/follow-ups/{follow_up_id}", response_model=FollowUpOut, responses=problems(FollowUpNotFound))
def get_follow_up(follow_up_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> FollowUp:
    """Read a follow-up."""
    return tagged(service.get_follow_up(session, account_id=account_id, follow_up_id=follow_up_id), response)


@router.patch(
    "/follow-ups/{follow_up_id}",
    response_model=FollowUpOut,
    responses=problems(FollowUpNotFound, ContactNotFound, Stale, *REFUSED_DATES),
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
    """Change a follow-up (JSON merge patch). A recurrence that is given begins anew with this one."""
    values = changes(body, FollowUpIn)
    follow_up = service.update_follow_up(
        session, account_id=account_id, follow_up_id=follow_up_id, values=values, if_match=if_match, now=now
    )
    return tagged(follow_up, response)


@router.post(
    "/follow-ups/{follow_up_id}/snooze",
    response_model=FollowUpOut,
    responses=problems(FollowUpNotFound, FollowUpClosed, DateNotUnderstood, SnoozeInThePast),
)
def snooze_follow_up(
    follow_up_id: str,
    body: PutOffIn,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
) -> FollowUp:
    """Put a follow-up off, until an instant or a date in words."""
    return tagged(
        service.snooze(session, account_id=account_id, follow_up_id=follow_up_id, until=body.until, now=now), response
    )


@router.post(
    "/follow-ups/{follow_up_id}/skip", response_model=ClosedOut, responses=problems(FollowUpNotFound, FollowUpClosed)
)
def skip_follow_up(follow_up_id: str, session: WriteSession, account_id: AccountDep, now: NowDep) -> service.Closed:
    """Leave a follow-up out; what recurs comes again."""
    return service.skip(session, account_id=account_id, follow_up_id=follow_up_id, now=now)


@router.post(
    "/follow-ups/{follow_up_id}/complete",
    response_model=ClosedOut,
    responses=problems(FollowUpNotFound, FollowUpClosed, ContactNotFound, *REFUSED_LOGS),
)
def complete_follow_up(
    follow_up_id: str, body: CompleteIn, session: WriteSession, account_id: AccountDep, now: NowDep
) -> service.Closed:
    """Do a follow-up: the given interaction, else a fitting one, is logged and closes it."""
    return service.complete(session, account_id=account_id, follow_up_id=follow_up_id, body=body, now=now)


@router.post(
    "/follow-ups/{follow_up_id}/reopen",
    response_model=ClosedOut,
    responses=problems(FollowUpNotFound, NothingToReopen),
)
def reopen_follow_up(follow_up_id: str, session: WriteSession, account_id: AccountDep, now: NowDep) -> service.Closed:
    """Undo a skip or a completion: what that logged goes out of the log again, and the next occurrence with it."""
    return service.reopen(session, account_id=account_id, follow_up_id=follow_up_id, now=now)


@router.delete("/follow-ups/{follow_up_id}", status_code=204, responses=problems(FollowUpNotFound, Stale))
def delete_follow_up(
    follow_up_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Forget a follow-up, and that it recurs."""
    service.delete_follow_up(session, account_id=account_id, follow_up_id=follow_up_id, if_match=if_match, now=now)
