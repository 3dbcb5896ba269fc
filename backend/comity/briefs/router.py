"""`/v1/contacts/{id}/brief`."""

from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import TypeAdapter

from comity.briefs import service
from comity.briefs.schemas import BriefOut
from comity.contacts.service import ContactNotFound
from comity.web import AsOfDep, answer, new_router, problems, reading

router = new_router(tag="contacts")
BRIEF = TypeAdapter(BriefOut)
LONGEST_TALK_MINUTES = 8 * 60


@router.get("/contacts/{contact_id}/brief", response_model=BriefOut, responses=problems(ContactNotFound))
def get_brief(
    contact_id: str,
    request: Request,
    as_of: AsOfDep,
    minutes: Annotated[
        int | None, Query(ge=1, le=LONGEST_TALK_MINUTES, description="Of the talk; default: as planned, else as usual.")
    ] = None,
) -> Any:
    """Brief for the next conversation with a contact: goals, questions, common ground, promises, and both endings."""
    with reading(request) as (session, account_id):
        found = service.brief(session, account_id=account_id, contact_id=contact_id, as_of=as_of, minutes=minutes)
        return answer(BRIEF, found)
