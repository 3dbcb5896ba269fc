"""`/v1/outreach`."""

from fastapi import Request

from comity.coach.messages.message import Message
from comity.contacts.service import ContactNotFound
from comity.outreach import service
from comity.outreach.schemas import CheckIn, CheckOut, check_out
from comity.web import NowDep, new_router, problems, reading

router = new_router(tag="outreach")


@router.post("/outreach/check", responses=problems(ContactNotFound))
def check_message(body: CheckIn, request: Request, now: NowDep) -> CheckOut:
    """Say what stands in the way of a message: each finding with its exact span, why, and how to fix it."""
    message = Message(
        channel=body.channel,
        body=body.body,
        subject=body.subject,
        attachments=tuple(body.attachments),
        ask_size=body.ask_size,
    )
    with reading(request) as (session, account_id):
        found = service.check(
            session,
            account_id=account_id,
            contact_id=body.contact_id,
            message=message,
            as_of=body.as_of or now,
        )
    return check_out(found.check, found.reader, found.limits)
