"""Calendly's invitees: somebody booked, or cancelled. A move is both, and the new booking names the old one."""

from comity.coach.words import Channel, Direction, Kind
from comity.integrations.told import (
    Nothing,
    Payload,
    Person,
    Told,
    inner,
    instant,
    interaction,
    items,
    key,
    line,
    minutes,
    part,
    person,
)
from comity.interactions.schemas import InteractionIn

CREATED, CANCELED = "invitee.created", "invitee.canceled"
BY_PHONE = frozenset({"outbound_call", "inbound_call"})
IN_PERSON = frozenset({"physical", "ask_invitee", ""})
NO_TIME_SAID = "Booked a conversation; when it takes place was not said."


def event_id(payload: Payload) -> str:
    """Return what names an event: Calendly itself numbers none."""
    invitee = inner(payload, "payload", "uri")
    return f"{line(payload.get('event'))}:{line(invitee)}:{line(payload.get('created_at'))}"


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return what an invitee did.

    Raises Malformed.
    """
    what = key(payload, "event")
    if what not in {CREATED, CANCELED}:
        return Nothing("It is about no booking that was made or cancelled.")
    invitee = part(payload, "payload")
    about, said_at = key(invitee, "uri"), instant(payload.get("created_at"))
    if what == CANCELED:
        if invitee.get("rescheduled") is True:
            return Nothing("The booking was moved: the new one says when.")
        return Told((), None, about=about, said_at=said_at)
    return Told(
        people=_people(invitee),
        interaction=_booked(invitee) or _word(invitee),
        about=about,
        replaces=line(invitee.get("old_invitee")) or None,
        said_at=said_at,
    )


def _people(invitee: Payload) -> tuple[Person, ...]:
    name = line(invitee.get("name")) or f"{line(invitee.get('first_name'))} {line(invitee.get('last_name'))}"
    guests = [person(email=guest.get("email")) for guest in items(_event(invitee), "event_guests")]
    return (person(name=name, email=invitee.get("email")), *(guest for guest in guests if guest.email))


def _event(invitee: Payload) -> Payload:
    """Return the scheduled event, where it is told in full: older hooks name its address only."""
    for name in ("scheduled_event", "event"):
        found = invitee.get(name)
        if isinstance(found, dict):
            return found
    return {}


def _booked(invitee: Payload) -> InteractionIn | None:
    event = _event(invitee)
    begins = instant(event.get("start_time"))
    if begins is None:
        return None
    kind, channel = _how(line(inner(event, "location", "type")))
    return interaction(
        kind=kind,
        channel=channel,
        direction=Direction.MUTUAL,
        occurred_at=begins,
        duration_minutes=minutes(begins, instant(event.get("end_time"))),
        subject=line(event.get("name")) or None,
        summary=_answers(invitee),
    )


def _how(place: str) -> tuple[Kind, Channel]:
    if place in BY_PHONE:
        return Kind.CALL, Channel.PHONE
    if place in IN_PERSON:
        return Kind.MEETING, Channel.IN_PERSON
    return Kind.VIDEO_CALL, Channel.VIDEO


def _answers(invitee: Payload) -> str | None:
    """Return what they wrote when they booked."""
    answers = [
        f"{line(one.get('question'))} {line(one.get('answer'), longest=1000)}"
        for one in items(invitee, "questions_and_answers")
        if line(one.get("answer"))
    ]
    return "\n".join(answers[:20]) or None


def _word(invitee: Payload) -> InteractionIn:
    """Return a booking whose time is not told: a word of theirs all the same."""
    return interaction(
        kind=Kind.MESSAGE,
        direction=Direction.INBOUND,
        occurred_at=instant(invitee.get("created_at")),
        expects_reply=False,
        summary=NO_TIME_SAID,
    )
