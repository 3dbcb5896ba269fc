"""`/v1/contacts/{id}/relationship`."""

from fastapi import Request, Response
from pydantic import TypeAdapter

from comity.contacts.service import ContactNotFound
from comity.relationships import service
from comity.relationships.schemas import RelationshipOut, relationship_out
from comity.web import AsOfQuery, answer, hot_read, new_router, reading

router = new_router(tag="relationships")
RELATIONSHIP = TypeAdapter(RelationshipOut)


@hot_read(
    router, "/contacts/{contact_id}/relationship", answers=RelationshipOut, asks=AsOfQuery, errors=[ContactNotFound]
)
def get_relationship(request: Request, contact_id: str) -> Response:
    """Read what the relationship is: stage, warmth, whose turn it is, the largest ask; at any instant."""
    as_of = AsOfQuery.of(request).instant(request)
    with reading(request) as (session, account_id):
        found = service.relationship_at(session, account_id=account_id, contact_id=contact_id, as_of=as_of)
        return answer(RELATIONSHIP, relationship_out(found))
