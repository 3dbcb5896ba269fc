"""What is checked: a message, who sends it, who will read it, and what is found in it."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.words import AskSize, Channel, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it would be sent. attachments: file names. ask_size: what the owner says it asks, if they do."""

    channel: Channel
    body: str
    subject: str | None = None
    attachments: tuple[str, ...] = ()
    ask_size: AskSize | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """The owner, as far as a message shows them."""

    full_name: str = ""
    profile_url: str | None = None


@dataclass(frozen=True, slots=True)
class BadTime:
    """A timing rule that holds now. holds_asks: it minds asks only, a word without one may go."""

    rule: str
    text: str
    holds_asks: bool


@dataclass(frozen=True, slots=True)
class SentBefore:
    """A message that went to another contact."""

    body: str
    to: str
    on: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """Who will read it. As it stands: somebody of whom nothing is known, which makes it a first touch to a stranger.

    is_first: nothing has gone between the two yet. is_connected: on LinkedIn, where notes to others are short.
    shared: what both have in common, the rarest first. earlier: the owner's last bodies to this reader.
    others: bodies to other contacts within the last 90 days. do_not_contact: why nothing goes to them, if so.
    """

    full_name: str | None = None
    company: str | None = None
    max_ask: AskSize = AskSize.SHORT_CALL
    is_first: bool = True
    is_connected: bool = False
    shared: tuple[str, ...] = ()
    bad_times: tuple[BadTime, ...] = ()
    earlier: tuple[str, ...] = ()
    others: tuple[SentBefore, ...] = ()
    do_not_contact: str | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """An edit that mends a finding: `text` for what stands from start up to end, code points of the same field.

    It can reach further than the finding: a sentence that is nothing but a worn phrase goes with it.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class MessageFinding:
    """One thing found. start, end: code points of the field's text as sent; equal where something is missing there.

    replacement: the edit that mends it, where one is plainly right.
    """

    rule: str
    severity: Severity
    field: str
    start: int
    end: int
    why: str
    fix: str
    replacement: Replacement | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How long it is. Greeting, signature, links and quoted replies are neither sentences nor words of it."""

    sentences: int
    words: int
    characters: int


@dataclass(frozen=True, slots=True)
class MessageCheck:
    """What the coach says of a message. ask_size: the one read in the text."""

    findings: tuple[MessageFinding, ...]
    counts: Counts
    ask_size: AskSize
    verdict: Verdict
