"""Bodies of `/v1/outreach`."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from comity.coach.messages.message import MessageCheck, Reader
from comity.coach.messages.sizes import Limits
from comity.coach.words import AskSize, Channel, Severity, Verdict
from comity.schemas import Id, Instant, Name, Out, Schema

LONGEST_BODY = 50_000  # code points: far beyond what anybody reads, and still checked in no time
LONGEST_SUBJECT = 1_000  # code points
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _without_controls(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("holds a control character")
    return text


# Spans count the code points of what was sent, so nothing is stripped and nothing is normalised.
Body = Annotated[
    str, StringConstraints(max_length=LONGEST_BODY, strip_whitespace=False), AfterValidator(_without_controls)
]
Subject = Annotated[
    str, StringConstraints(max_length=LONGEST_SUBJECT, strip_whitespace=False), AfterValidator(_without_controls)
]


class CheckIn(Schema):
    """A message before it goes. Without a contact it is read as a first one to a stranger."""

    contact_id: Id | None = None
    channel: Channel
    subject: Subject | None = None
    body: Body
    attachments: Annotated[list[Name], Field(max_length=50)] = Field([], description="File names.")
    ask_size: AskSize | None = Field(None, description="What it asks, where the owner says so.")
    as_of: Instant | None = None


class FindingOut(Out):
    """One thing found. start, end: code points of the field's text as sent; equal where something is missing there."""

    rule: str
    severity: Severity
    field: str
    start: int
    end: int
    why: str
    fix: str


class CountsOut(Out):
    """How long the message is; greeting, signature, links and quoted replies are no sentences."""

    sentences: int
    words: int
    characters: int


class LimitsOut(Out):
    """What this reader grants; null: no limit of this kind."""

    sentences: int | None
    words: int
    characters: int | None


class CheckOut(Out):
    """What the coach says of a message. ask_size: the one read in the text; max_ask: what trust allows."""

    findings: list[FindingOut]
    counts: CountsOut
    ask_size: AskSize
    verdict: Verdict
    max_ask: AskSize
    first_touch: bool
    limits: LimitsOut


def check_out(check: MessageCheck, reader: Reader, limits: Limits) -> CheckOut:
    """Return a check as a client sees it."""
    return CheckOut(
        findings=[FindingOut.model_validate(finding) for finding in check.findings],
        counts=CountsOut.model_validate(check.counts),
        ask_size=check.ask_size,
        verdict=check.verdict,
        max_ask=reader.max_ask,
        first_touch=reader.is_first,
        limits=LimitsOut.model_validate(limits),
    )
