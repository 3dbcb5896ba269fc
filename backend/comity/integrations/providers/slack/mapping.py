"""Slack's direct messages. Slack tells no address: the owner says once who the other one is, by the conversation."""

import re
from datetime import UTC, datetime
from typing import Any

from comity.coach.words import Channel, Direction, Kind
from comity.integrations.told import (
    Malformed,
    Nothing,
    Payload,
    Told,
    inner,
    interaction,
    key,
    line,
    paragraphs,
    part,
    person,
)

QUESTION, WORD = "url_verification", "event_callback"
STAMP = re.compile(r"\d{1,11}(\.\d+)?")


def challenge(payload: Payload, _secret: str) -> dict[str, Any] | None:
    """Return the answer by which Slack knows that the address is ours."""
    if payload.get("type") != QUESTION:
        return None
    return {"challenge": line(payload.get("challenge"))}


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return a direct message.

    Raises Malformed.
    """
    if key(payload, "type") != WORD:
        return Nothing("It is no event.")
    key(payload, "event_id")
    event = part(payload, "event")
    if event.get("type") != "message" or event.get("channel_type") != "im":
        return Nothing("It is no direct message.")
    if event.get("subtype") or event.get("bot_id") or not line(event.get("user")):
        return Nothing("It is no new word of a person.")
    said_at = _instant(event.get("ts"))
    is_own = line(event.get("user")) in _installers(payload) | own
    name = inner(event, "user_profile", "real_name")
    return Told(
        people=(
            person(name="" if is_own else name, handle=f"slack:{line(payload.get('team_id'))}:{key(event, 'channel')}"),
        ),
        interaction=interaction(
            kind=Kind.MESSAGE,
            channel=Channel.TEXT,
            direction=Direction.OUTBOUND if is_own else Direction.INBOUND,
            occurred_at=said_at,
            body=paragraphs(event.get("text")),
            thread_id=line(event.get("thread_ts")) or None,
        ),
        about=f"{key(event, 'channel')}:{line(event.get('ts'))}",
        said_at=said_at,
    )


def _instant(stamp: Any) -> datetime:
    if not isinstance(stamp, str) or not STAMP.fullmatch(stamp):
        raise Malformed("/event/ts is no time.")
    return datetime.fromtimestamp(float(stamp), UTC)


def _installers(payload: Payload) -> frozenset[str]:
    """Return in whose name the app listens: the owner."""
    authorizations = payload.get("authorizations")
    found = authorizations if isinstance(authorizations, list) else []
    return frozenset(line(one.get("user_id")) for one in found if isinstance(one, dict) and not one.get("is_bot"))
