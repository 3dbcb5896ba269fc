"""`/v1/contacts/{id}/relationship`."""

from fastapi import Request

from comity.contacts.service import ContactNotFound
from comity.relationships import service
from comity.relationships.schemas import RelationshipOut, relationship_out
from comity.web import AsOfDep, new_router, problems, reading

router = new_router(tag="relationships")


@router.get("/contacts/{contact_id}/relationship", responses=problems(ContactNotFound))
def get_relationship(contact_id: str, request: Request, as_of: AsOfDep) -> RelationshipOut:
    """Read what the relationship is: stage, warmth, whose turn it is, the largest ask; at any instant."""
    with reading(request) as (session, account_id):
        return relationship_out(
            service.relationship_at(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
        )
