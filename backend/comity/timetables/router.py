"""`/v1/contacts/{id}/timing`."""

from typing import Annotated

from fastapi import Query, Request

from comity.contacts.service import ContactNotFound
from comity.schemas import Day, Instant
from comity.timetables import service
from comity.timetables.schemas import TimingOut, timing_out
from comity.timetables.service import RangeRefused
from comity.web import AsOfDep, NowDep, new_router, problems, reading

router = new_router(tag="contacts")
FROM = Query(alias="from", description="A day of theirs, or an instant; by default the instant asked about.")
UNTIL = Query(description="A day of theirs, itself included, or an instant; by default four weeks later.")


@router.get("/contacts/{contact_id}/timing", responses=problems(ContactNotFound, RangeRefused))
def get_timing(
    contact_id: str,
    request: Request,
    as_of: AsOfDep,
    now: NowDep,
    from_: Annotated[Instant | Day | None, FROM] = None,
    until: Annotated[Instant | Day | None, UNTIL] = None,
) -> TimingOut:
    """Say when a contact may be approached: windows that suit, and days that do not, each with its rule."""
    with reading(request) as (session, account_id):
        planned = service.plan(
            session, account_id=account_id, contact_id=contact_id, from_=from_ or as_of, until=until, now=now
        )
        return timing_out(planned.timetable, planned.span, timezone=planned.timezone, owner=planned.owner)
