"""Cal.com's bookings: made, moved, cancelled. They become planned conversations with who attends."""

from comity.coach.words import Channel, Direction, Kind
from comity.integrations.told import (
    Malformed,
    Nothing,
    Payload,
    Told,
    inner,
    instant,
    interaction,
    items,
    key,
    line,
    minutes,
    paragraphs,
    part,
    person,
)

MADE = frozenset({"BOOKING_CREATED", "BOOKING_RESCHEDULED"})
CANCELLED = frozenset({"BOOKING_CANCELLED", "BOOKING_REJECTED"})
BY_VIDEO = ("integrations:", "http://", "https://", "link", "conferencing")
BY_PHONE = ("phone", "userphone", "attendeephone", "+")


def event_id(payload: Payload) -> str:
    """Return what names an event: Cal.com itself numbers none."""
    booking = inner(payload, "payload", "uid")
    return f"{line(payload.get('triggerEvent'))}:{line(booking)}:{line(payload.get('createdAt'))}"


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return what a booking says.

    Raises Malformed.
    """
    what = key(payload, "triggerEvent")
    if what not in MADE | CANCELLED:
        return Nothing("It is about no booking that was made, moved or cancelled.")
    booking = part(payload, "payload")
    about, said_at = key(booking, "uid"), instant(payload.get("createdAt"))
    if what in CANCELLED:
        return Told((), None, about=about, said_at=said_at)
    begins, ends = instant(booking.get("startTime")), instant(booking.get("endTime"))
    if begins is None:
        raise Malformed("/payload/startTime is no instant.")
    kind, channel = how(booking)
    organizer = line(inner(booking, "organizer", "email")).lower()
    attendees = [person(name=one.get("name"), email=one.get("email")) for one in items(booking, "attendees")]
    return Told(
        people=tuple(one for one in attendees if one.email != organizer),
        interaction=interaction(
            kind=kind,
            channel=channel,
            direction=Direction.MUTUAL,
            occurred_at=begins,
            duration_minutes=minutes(begins, ends),
            subject=line(booking.get("eventTitle")) or line(booking.get("title")) or None,
            summary=paragraphs(booking.get("additionalNotes"))
            or paragraphs(inner(booking, "responses", "notes", "value")),
        ),
        about=about,
        replaces=line(booking.get("rescheduleUid")) or None,
        said_at=said_at,
    )


def how(booking: Payload) -> tuple[Kind, Channel]:
    """Return what kind of conversation it will be, by where it takes place."""
    chosen = line(inner(booking, "responses", "location", "value", "value")).lower()
    place = line(booking.get("location")).lower()
    if chosen == "inperson":
        return Kind.MEETING, Channel.IN_PERSON
    if booking.get("videoCallData") or place.startswith(BY_VIDEO) or chosen.startswith(BY_VIDEO):
        return Kind.VIDEO_CALL, Channel.VIDEO
    if chosen.startswith(BY_PHONE) or place.startswith(BY_PHONE):
        return Kind.CALL, Channel.PHONE
    return Kind.MEETING, Channel.IN_PERSON
