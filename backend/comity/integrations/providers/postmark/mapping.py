"""Postmark's inbound mail: a word of theirs, or, where the owner sent a copy, one of the owner's."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from comity.coach.words import Channel, Direction, Kind
from comity.integrations.told import (
    Malformed,
    Nothing,
    Payload,
    Person,
    Told,
    interaction,
    items,
    key,
    line,
    paragraphs,
    person,
)

MAILBOXES = ("@inbound.postmarkapp.com",)
FIRST_REFERENCE = re.compile(r"<[^<>\s]{1,250}>")
TAG = re.compile(r"[a-z]{1,12}[1-6]?")
BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "blockquote"})
UNSEEN = frozenset({"script", "style", "head", "title"})


def event_id(payload: Payload) -> str:
    """Return Postmark's own number of a mail."""
    return line(payload.get("MessageID"))


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return a mail.

    Raises Malformed.
    """
    key(payload, "MessageID")
    headers = {line(one.get("Name")).lower(): one.get("Value") for one in items(payload, "Headers")}
    if line(headers.get("auto-submitted")).lower() not in {"", "no"}:
        return Nothing("It is an automatic answer: nobody's word.")
    sender = _sender(payload)
    is_own = sender.email in own
    others = _recipients(payload) if is_own else (sender,)
    if not others:
        return Nothing("It is from you, and to nobody but the mailbox.")
    sent_at = _sent_at(payload.get("Date"))
    return Told(
        people=others,
        interaction=interaction(
            kind=Kind.EMAIL,
            channel=Channel.EMAIL,
            direction=Direction.OUTBOUND if is_own else Direction.INBOUND,
            **({"occurred_at": sent_at} if sent_at else {}),
            subject=line(payload.get("Subject")) or None,
            body=_words(payload),
            thread_id=_thread(headers),
        ),
    )


def _sender(payload: Payload) -> Person:
    full = payload.get("FromFull")
    found = full if isinstance(full, dict) else {"Email": payload.get("From"), "Name": payload.get("FromName")}
    sender = person(name=found.get("Name"), email=found.get("Email"))
    if not sender.email:
        raise Malformed("/FromFull/Email is no address.")
    return sender


def _recipients(payload: Payload) -> tuple[Person, ...]:
    """Return to whom it was, without the mailbox that took the copy."""
    mailbox = line(payload.get("OriginalRecipient")).lower()
    found = [person(name=one.get("Name"), email=one.get("Email")) for one in items(payload, "ToFull")]
    return tuple(one for one in found if one.email and one.email != mailbox and not one.email.endswith(MAILBOXES))


def _sent_at(date: object) -> datetime | None:
    """Return when it was sent, None where it is not said, or lies where no mail can."""
    if not isinstance(date, str):
        return None
    try:
        found = parsedate_to_datetime(date)
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if 1970 <= found.year < 2200 else None


def _thread(headers: dict[str, object]) -> str | None:
    """Return the first mail of the conversation: all answers name it."""
    for name in ("references", "in-reply-to", "message-id"):
        value = headers.get(name)
        found = FIRST_REFERENCE.search(value) if isinstance(value, str) else None
        if found:
            return line(found.group()) or None
    return None


def _words(payload: Payload) -> str | None:
    """Return what they wrote, without what they quoted where Postmark knows it."""
    html = payload.get("HtmlBody")
    return (
        paragraphs(payload.get("StrippedTextReply"))
        or paragraphs(payload.get("TextBody"))
        or (paragraphs(text_of(html)) if isinstance(html, str) else None)
    )


def text_of(html: str) -> str:
    """Return what one reads in a page. Nothing is fetched; the time grows with the length alone, whatever is sent."""
    words: list[str] = []
    lower, place = html.lower(), 0
    while (opens := html.find("<", place)) >= 0:
        words.append(html[place:opens])
        closes = html.find(">", opens)
        if closes < 0:
            return unescape("".join(words))
        found = TAG.match(lower, opens + 1)
        tag = found.group() if found else ""
        words.append("\n" if tag in BREAKS else "")
        place = closes + 1
        if tag in UNSEEN:
            place = lower.find(f"</{tag}", closes)
            if place < 0:
                return unescape("".join(words))
    return unescape("".join(words) + html[place:])


def kept(payload: Payload) -> dict[str, Any]:
    """Return what is kept of a mail: no attachment, and not the mail a second time."""
    return {name: value for name, value in payload.items() if name not in {"Attachments", "RawEmail"}}
