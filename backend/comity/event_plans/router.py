"""`/v1/events/{id}/plan`."""

from typing import Any

from fastapi import Request
from pydantic import TypeAdapter

from comity.event_plans import service
from comity.event_plans.schemas import EventPlanOut
from comity.events.service import EventNotFound
from comity.web import AsOfDep, answer, new_router, problems, reading

router = new_router(tag="events")
PLAN = TypeAdapter(EventPlanOut)


@router.get("/events/{event_id}/plan", response_model=EventPlanOut, responses=problems(EventNotFound))
def get_event_plan(event_id: str, request: Request, as_of: AsOfDep) -> Any:
    """Plan an event: its key people with a touch before, during and after it, and the parts in which to meet them."""
    with reading(request) as (session, account_id):
        return answer(PLAN, service.plan(session, account_id=account_id, event_id=event_id, as_of=as_of))
