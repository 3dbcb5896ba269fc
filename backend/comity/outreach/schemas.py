"""Bodies of `/v1/outreach`."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from comity.coach.messages.message import MessageCheck, Reader
from comity.coach.messages.sizes import Limits, limits_of
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize, Channel, Intent, Severity, Verdict
from comity.outreach.drafting import DraftPlan
from comity.outreach.writing import Written
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


def _intent(said: object) -> object:
    """Read an intent by any name that people have for it."""
    if not isinstance(said, str):
        return said
    name = said.strip().casefold().replace("-", "_").replace(" ", "_")
    return _OTHER_NAMES.get(name, name)


_OTHER_NAMES = {
    "introduce_yourself": "introduce",
    "introduction": "request_introduction",
    "introduction_request": "request_introduction",
    "ask_introduction": "request_introduction",
    "ask_for_introduction": "request_introduction",
    "ask_for_an_introduction": "request_introduction",
    "thanks": "thank",
    "thank_you": "thank",
    "congratulation": "congratulate",
    "congratulations": "congratulate",
    "share_value": "share",
    "followup": "follow_up",
}


class DraftIn(Schema):
    """What to draft. A request for an introduction is written to the connector: `via_contact_id`, else the best one."""

    contact_id: Id
    intent: Annotated[Intent, BeforeValidator(_intent)]
    ask_size: AskSize | None = Field(None, description="What is wanted; it is asked as far as trust and time allow.")
    channel: Channel | None = None
    via_contact_id: Id | None = None
    as_of: Instant | None = None


class ReplacementOut(Out):
    """An edit that mends a finding: `text` for what stands from start up to end, code points of the field as sent."""

    start: int
    end: int
    text: str


class FindingOut(Out):
    """One thing found. start, end: code points of the field's text as sent; equal where something is missing there.

    replacement: the edit that mends it, where one is plainly right. It can reach further than the finding.
    """

    rule: str
    severity: Severity
    field: str
    start: int
    end: int
    why: str
    fix: str
    replacement: ReplacementOut | None


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


class DraftOut(Out):
    """A draft with its check, as of the moment at which it may go. blurb: to be forwarded with it.

    ask_size: what it asks in the end. written_by: `model` where a language model worded it. sent_to_model: all that it
    was sent, null where none is set; model_problem: why its wording was not taken.
    """

    channel: Channel
    subject: str | None
    body: str
    blurb: str | None
    ask_size: AskSize
    goes_at: datetime
    check: CheckOut
    written_by: Literal["coach", "model"]
    sent_to_model: dict[str, Any] | None
    model_problem: str | None


def draft_out(written: Written, plan: DraftPlan) -> DraftOut:
    """Return a draft as a client sees it."""
    message = written.drafted.message
    limits = limits_of(message.channel, plan.reader, DEFAULTS, has_subject=bool(message.subject))
    return DraftOut(
        channel=message.channel,
        subject=message.subject,
        body=message.body,
        blurb=written.drafted.blurb,
        ask_size=plan.wish.ask_size,
        goes_at=plan.goes_at,
        check=check_out(written.drafted.check, plan.reader, limits),
        written_by="model" if written.by_model else "coach",
        sent_to_model=written.sent,
        model_problem=written.problem,
    )


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
