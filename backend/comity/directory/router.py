"""`GET /v1/contacts` and `/v1/contacts/{id}/timeline`."""

from fastapi import Request, Response
from pydantic import TypeAdapter

from comity.contacts.service import ContactNotFound
from comity.directory.queries import Asked
from comity.directory.queries import list_contacts as query_contacts
from comity.directory.schemas import ContactPage, Moment
from comity.directory.timeline import timeline
from comity.paging import CursorDep, LimitDep, Page
from comity.web import AccountDep, NowDep, ReadSession, answer, hot_read, new_router, now_of, problems, reading

router = new_router(tag="contacts")
CONTACTS = TypeAdapter(ContactPage)


@hot_read(router, "/contacts", answers=ContactPage, asks=Asked)
def list_contacts(request: Request) -> Response:
    """List contacts with what is understood of each."""
    asked = Asked.of(request)
    with reading(request) as (session, account_id):
        page = query_contacts(session, account_id=account_id, asked=asked, now=now_of(request))
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
