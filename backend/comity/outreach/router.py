"""`/v1/outreach`."""

from datetime import datetime

from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from comity.coach.messages.message import Message
from comity.contacts.service import ContactNotFound
from comity.outreach import drafting, service, writing
from comity.outreach.drafting import DraftPlan, NoConnector, NotToBeContacted
from comity.outreach.schemas import CheckIn, CheckOut, DraftIn, DraftOut, check_out, draft_out
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


@router.post("/outreach/drafts", responses=problems(ContactNotFound, NoConnector, NotToBeContacted))
async def draft_message(body: DraftIn, request: Request, now: NowDep) -> DraftOut:
    """Draft three or four sentences from a contact's own facts, which pass every check; nothing is stored or sent.

    With a language model set by the operator it words the draft, and what it was sent is shown.
    """
    plan = await run_in_threadpool(_plan, request, body, body.as_of or now)
    written = writing.Written(await run_in_threadpool(service.compose_plan, plan), by_model=False)
    model: writing.Model | None = request.app.state.model
    if model is not None:  # no connection to the database is held while the outside is asked
        written = await writing.write(model, plan, written.drafted)
    return draft_out(written, plan)


def _plan(request: Request, body: DraftIn, as_of: datetime) -> DraftPlan:
    with reading(request) as (session, account_id):
        return drafting.plan(
            session,
            account_id=account_id,
            contact_id=body.contact_id,
            intent=body.intent,
            ask_size=body.ask_size,
            channel=body.channel,
            via_contact_id=body.via_contact_id,
            as_of=as_of,
        )
