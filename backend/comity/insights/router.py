"""`/v1/insights`."""

from typing import Annotated

from fastapi import Query, Request

from comity.insights import service
from comity.insights.schemas import InsightsOut, insights_out
from comity.insights.service import PeriodOutOfRange
from comity.schemas import Instant
from comity.web import AsOfDep, new_router, problems, reading

router = new_router(tag="insights")


@router.get("/insights", responses=problems(PeriodOutOfRange))
def get_insights(
    request: Request,
    as_of: AsOfDep,
    since: Annotated[Instant | None, Query(alias="from", description="Half a year before `as_of` by default.")] = None,
) -> InsightsOut:
    """Say why the owner's networking works or does not: their own mistakes first, each with the one fix to try next."""
    with reading(request) as (session, account_id):
        told = service.insights(session, account_id=account_id, since=since, as_of=as_of)
        return insights_out(told.insights, told.names, complete=told.complete)
