"""`/v1/contacts/{id}/introductions` and `/v1/ties/suggestions`."""

from typing import Annotated

from fastapi import Query, Request

from comity.contacts.service import ContactNotFound
from comity.introductions import service, suggestions
from comity.introductions.schemas import (
    IntroductionsOut,
    PairIn,
    TieSuggestionOut,
    introductions_out,
    suggestion_out,
)
from comity.paging import CursorDep, LimitDep, Page
from comity.schemas import Id
from comity.ties.service import TieToOneself
from comity.web import AccountDep, AsOfDep, NowDep, WriteSession, new_router, problems, reading

router = new_router(tag="introductions")


@router.get("/contacts/{contact_id}/introductions", responses=problems(ContactNotFound))
def list_introductions(contact_id: str, request: Request, as_of: AsOfDep) -> IntroductionsOut:
    """List the best few warm ways to a contact, how to ask, and what became of the introductions asked for."""
    with reading(request) as (session, account_id):
        found = service.introductions_to(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
        return introductions_out(found)


@router.get("/ties/suggestions", responses=problems(ContactNotFound))
def list_tie_suggestions(
    request: Request,
    contact_id: Annotated[Id | None, Query(description="Only ties of this contact.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> Page[TieSuggestionOut]:
    """List who probably knows whom, by company, thread and event; none is a tie before you add it."""
    with reading(request) as (session, account_id):
        found = suggestions.suggest_ties(
            session, account_id=account_id, contact_id=contact_id, cursor=cursor, limit=limit
        )
        return Page(items=[suggestion_out(one) for one in found.items], next_cursor=found.next_cursor)


@router.post("/ties/suggestions/dismiss", status_code=204, responses=problems(ContactNotFound, TieToOneself))
def dismiss_tie_suggestion(body: PairIn, session: WriteSession, account_id: AccountDep, now: NowDep) -> None:
    """Say that two contacts do not know each other; they are not suggested again."""
    suggestions.dismiss(session, account_id=account_id, pair=body.ids, now=now)


@router.post("/ties/suggestions/reopen", status_code=204, responses=problems(ContactNotFound, TieToOneself))
def reopen_tie_suggestion(body: PairIn, session: WriteSession, account_id: AccountDep) -> None:
    """Take that back; what shows the tie suggests it again."""
    suggestions.reopen(session, account_id=account_id, pair=body.ids)
