"""`GET /v1/contacts` and `/v1/contacts/{id}/timeline`."""

from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import StringConstraints, TypeAdapter

from comity.coach.words import Seniority, TrustStage
from comity.contacts.service import ContactNotFound
from comity.directory.queries import Filters, Sort
from comity.directory.queries import list_contacts as query_contacts
from comity.directory.schemas import ContactPage, Moment
from comity.directory.timeline import timeline
from comity.paging import CursorDep, LimitDep, Page
from comity.web import AccountDep, NowDep, ReadSession, answer, new_router, problems, reading

router = new_router(tag="contacts")
CONTACTS = TypeAdapter(ContactPage)

Words = Annotated[str, StringConstraints(max_length=256)]


@router.get("/contacts", response_model=ContactPage)
def list_contacts(
    request: Request,
    now: NowDep,
    q: Annotated[Words | None, Query(description="Words, each of which must be found.")] = None,
    tag: Words | None = None,
    company: Words | None = None,
    field: Words | None = None,
    seniority: Seniority | None = None,
    trust_stage: TrustStage | None = None,
    sort: Sort = "name",
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> Any:
    """List contacts with what is understood of each."""
    filters = Filters(q, tag, company, field, seniority, trust_stage)
    with reading(request) as (session, account_id):
        page = query_contacts(
            session, account_id=account_id, filters=filters, sort=sort, cursor=cursor, limit=limit, now=now
        )
        return answer(CONTACTS, page)


@router.get("/contacts/{contact_id}/timeline", responses=problems(ContactNotFound))
def get_timeline(
    contact_id: str,
    session: ReadSession,
    account_id: AccountDep,
    now: NowDep,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> Page[Moment]:
    """List what happened with a contact, newest first."""
    return timeline(session, account_id=account_id, contact_id=contact_id, cursor=cursor, limit=limit, now=now)
