"""`/v1/contacts/{id}/commonalities`."""

from fastapi import Request

from comity.commonalities import service
from comity.commonalities.schemas import CommonalitiesOut, commonalities_out
from comity.contacts.service import ContactNotFound
from comity.paging import LimitDep
from comity.web import AsOfDep, new_router, problems, reading

router = new_router(tag="commonalities")


@router.get("/contacts/{contact_id}/commonalities", responses=problems(ContactNotFound))
def list_commonalities(contact_id: str, request: Request, as_of: AsOfDep, limit: LimitDep = 50) -> CommonalitiesOut:
    """List what you have in common, the best first, each with how rare it is and a sentence to open with."""
    with reading(request) as (session, account_id):
        found = service.in_common(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
        return commonalities_out(found, limit=limit)
