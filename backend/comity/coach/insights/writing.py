"""Messages as they were written: too long, or pitching first (mistake 2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comity.coach.days import day_at
from comity.coach.history import Touch
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.messages.letter import Letter
from comity.coach.messages.message import Message, MessageFinding, Reader, Sender
from comity.coach.rules import message
from comity.coach.step import evidence_of
from comity.coach.touches import WRITTEN, channel_of
from comity.coach.words import Channel, Direction, Kind, Mistake


@dataclass(frozen=True, slots=True)
class Letters:
    """What the owner wrote, by interaction: as much of each text as was read. sender: the owner."""

    sender: Sender
    written: Mapping[str, str]


def robotic(past: Past, letters: Letters) -> Iterator[Moment]:
    """Yield each message whose text was read, and whether it was too long or pitched before a word about them.

    The checks are the message coach's own, for the reader that the contact was then.
    """
    is_first, is_connected = True, False
    for touch in past.touches:
        if touch.kind is Kind.NOTE:
            continue
        if _is_letter(past, touch) and (body := letters.written.get(touch.id)):
            reader = Reader(
                past.person.full_name,
                past.person.company,
                is_first=is_first,
                is_connected=is_connected or _has_accepted(past, touch),
            )
            yield _moment(past, touch, _found(touch, body, letters.sender, reader, past))
        is_first = False
        is_connected = is_connected or (
            touch.direction is not Direction.OUTBOUND and channel_of(touch) is Channel.LINKEDIN
        )


def _is_letter(past: Past, touch: Touch) -> bool:
    return touch.direction is Direction.OUTBOUND and touch.kind in WRITTEN and past.covers(touch.occurred_at)


def _has_accepted(past: Past, touch: Touch) -> bool:
    """Say whether they had accepted a connection by then, where LinkedIn takes longer messages."""
    accepted_on = past.person.connected_on
    return accepted_on is not None and accepted_on <= day_at(touch.occurred_at, past.circumstances.owner.timezone)


def _found(touch: Touch, body: str, sender: Sender, reader: Reader, past: Past) -> MessageFinding | None:
    """Return the graver of the two findings. A message of unknown channel is held to no channel's limit."""
    letter = Letter(Message(channel_of(touch) or Channel.EMAIL, body), sender)
    found = [*message.too_long(letter, reader, past.limits), *message.pitch_first(letter, reader, past.limits)]
    return max(found, key=lambda finding: finding.severity.rung, default=None)


def _moment(past: Past, touch: Touch, found: MessageFinding | None) -> Moment:
    mistake, evidence = Mistake.BEING_ROBOTIC, evidence_of(touch)
    if found is None:
        return Moment(
            mistake, "message.too-long", touch.occurred_at, made=False, contact_id=past.person.id, evidence=evidence
        )
    text = f"Your message to {past.name} on {past.on(touch.occurred_at)}: {found.why}"
    return Moment(mistake, found.rule, touch.occurred_at, True, past.person.id, evidence, text)
