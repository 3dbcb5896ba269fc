"""Zoom's meetings: who came, and how long they stayed. All words about one meeting make one conversation."""

from typing import Any

from comity.coach.words import Channel, Direction, Kind
from comity.integrations.signing import sha256_hex
from comity.integrations.told import (
    Malformed,
    Nothing,
    Payload,
    Told,
    inner,
    instant,
    interaction,
    key,
    line,
    minutes,
    part,
    person,
)

QUESTION = "endpoint.url_validation"
CAME, LEFT = "meeting.participant_joined", "meeting.participant_left"


def challenge(payload: Payload, secret: str) -> dict[str, Any] | None:
    """Return the answer by which Zoom knows that the address is ours; it asks again every three days."""
    if payload.get("event") != QUESTION:
        return None
    token = line(inner(payload, "payload", "plainToken"))
    return {"plainToken": token, "encryptedToken": sha256_hex(secret, token.encode())}


def event_id(payload: Payload) -> str:
    """Return what names an event: Zoom itself numbers none."""
    meeting = line(inner(payload, "payload", "object", "uuid"))
    participant = line(inner(payload, "payload", "object", "participant", "user_id"))
    stamp = payload.get("event_ts")
    return f"{line(payload.get('event'))}:{meeting}:{participant}:{stamp if isinstance(stamp, int) else ''}"


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return who came or left.

    Raises Malformed.
    """
    what = key(payload, "event")
    if what not in {CAME, LEFT}:
        return Nothing("It is about nobody who came or left.")
    meeting = part(part(payload, "payload"), "object")
    participant = part(meeting, "participant")
    if line(participant.get("id")) and participant.get("id") == meeting.get("host_id"):
        return Nothing("It is about the host.")
    begins = instant(meeting.get("start_time")) or instant(participant.get("join_time"))
    if begins is None:
        raise Malformed("/payload/object/start_time is no instant.")
    somebody = person(
        name=participant.get("user_name"), email=participant.get("email"), phone=participant.get("phone_number")
    )
    if not (somebody.name or somebody.email or somebody.phone):
        return Nothing("It does not say who.")
    return Told(
        people=(somebody,),
        interaction=interaction(
            kind=Kind.VIDEO_CALL,
            channel=Channel.VIDEO,
            direction=Direction.MUTUAL,
            occurred_at=begins,
            duration_minutes=minutes(begins, instant(participant.get("leave_time"))),
            subject=line(meeting.get("topic")) or None,
        ),
        about=key(meeting, "uuid"),
        said_at=begins,
        adds=True,
    )
