"""`/v1/calendar.ics`, and `/v1/me/calendar`, where its address is made and ended."""

from typing import Annotated, Any

from fastapi import Header, Query, Request, Response

from comity.calendar_feeds import service
from comity.calendar_feeds.models import CalendarFeed
from comity.calendar_feeds.schemas import CalendarFeedCreated, CalendarFeedOut
from comity.calendar_feeds.service import CalendarNotFound
from comity.settings import Settings
from comity.web import AdminDep, NowDep, ReadSession, SecretRoute, WriteSession, new_router, problems

router = new_router(tag="calendar", route_class=SecretRoute)
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The calendar.", "content": {"text/calendar": {"schema": {"type": "string"}}}},
    304: {"description": "It is as it was."},
}
LONGEST_SECRET = 100


@router.get("/calendar.ics", responses={**problems(CalendarNotFound), **ANSWERS}, response_class=Response)
def read_calendar(
    request: Request,
    session: ReadSession,
    now: NowDep,
    secret: Annotated[str, Query(max_length=LONGEST_SECRET, description="From `POST /v1/me/calendar`.")] = "",
    if_none_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> Response:
    """Read what is ahead as a calendar: open follow-ups, promises due, birthdays, events; no sign-in but the secret."""
    settings: Settings = request.app.state.settings
    feed = service.read_feed(session, secret=secret, now=now)
    headers = {"ETag": feed.etag, "Cache-Control": "private, no-cache"}
    if if_none_match and feed.etag in {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(feed.written(settings.public_url), headers=headers, media_type="text/calendar; charset=utf-8")


@router.get("/me/calendar", response_model=CalendarFeedOut, responses=problems(CalendarNotFound))
def get_calendar_feed(session: ReadSession, signed_in: AdminDep) -> CalendarFeed:
    """Say whether there is a feed."""
    return service.get_feed(session, account_id=signed_in.account_id)


@router.post("/me/calendar", status_code=201)
def make_calendar_feed(session: WriteSession, signed_in: AdminDep, now: NowDep) -> CalendarFeedCreated:
    """Make the feed's address, or another one instead, which ends the old one; it is shown this once."""
    feed, secret = service.make_feed(session, account_id=signed_in.account_id, now=now)
    return CalendarFeedCreated(
        last_four=feed.last_four, created_at=now, secret=secret, path=f"/v1/calendar.ics?secret={secret}"
    )


@router.delete("/me/calendar", status_code=204, responses=problems(CalendarNotFound))
def end_calendar_feed(session: WriteSession, signed_in: AdminDep) -> None:
    """End the feed, at once."""
    service.end_feed(session, account_id=signed_in.account_id)
