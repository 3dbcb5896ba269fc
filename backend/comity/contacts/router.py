"""`/v1/contacts`: writing one contact. The list is in `directory/`."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import TypeAdapter

from comity.contacts import service
from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn, ContactOut, ContactPatch
from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.etags import etag
from comity.schemas import changes
from comity.web import (
    AccountDep,
    IfMatchDep,
    NowDep,
    WriteSession,
    answer,
    hot_read,
    new_router,
    problems,
    reading,
    tagged,
)

router = new_router(tag="contacts")
CONTACT = TypeAdapter(ContactOut)


@router.post("/contacts", status_code=201, response_model=ContactOut)
def create_contact(
    body: ContactIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response
) -> Contact:
    """Add somebody; seniority, field and time zone are guessed where they are not given."""
    return tagged(service.create_contact(session, account_id=account_id, body=body, now=now), response)


@hot_read(router, "/contacts/{contact_id}", answers=ContactOut, errors=[ContactNotFound])
def get_contact(request: Request, contact_id: str) -> Response:
    """Read one contact."""
    with reading(request) as (session, account_id):
        contact = service.read_contact(session, account_id=account_id, contact_id=contact_id)
        return answer(CONTACT, contact, headers={"ETag": etag(contact.version)})


@router.patch("/contacts/{contact_id}", response_model=ContactOut, responses=problems(ContactNotFound, Stale))
def update_contact(
    contact_id: str,
    body: ContactPatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> Contact:
    """Change some fields of a contact (JSON merge patch)."""
    contact = service.update_contact(
        session,
        account_id=account_id,
        contact_id=contact_id,
        values=changes(body, ContactIn),
        if_match=if_match,
        now=now,
    )
    return tagged(contact, response)


@router.delete("/contacts/{contact_id}", status_code=204, responses=problems(ContactNotFound, Stale))
def delete_contact(
    contact_id: str,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    erase: Annotated[bool, Query(description="Remove for good; this cannot be undone.")] = False,
    if_match: IfMatchDep = None,
) -> None:
    """Delete a contact, undoable for 30 days, or erase it for good."""
    if erase:
        service.erase_contact(session, account_id=account_id, contact_id=contact_id, now=now)
    else:
        service.delete_contact(session, account_id=account_id, contact_id=contact_id, if_match=if_match, now=now)


@router.post("/contacts/{contact_id}/restore", response_model=ContactOut, responses=problems(ContactNotFound))
def restore_contact(
    contact_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response
) -> Contact:
    """Bring a deleted contact back."""
    contact = service.restore_contact(session, account_id=account_id, contact_id=contact_id, now=now)
    return tagged(contact, response)
