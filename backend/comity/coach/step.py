"""What the coach says: a next step with its reasons, as frozen values."""

from dataclasses import dataclass, field
from datetime import datetime

from comity.coach.history import Touch
from comity.coach.words import Action, AskSize, Channel


@dataclass(frozen=True, slots=True)
class Evidence:
    """What fired a rule: an interaction, a promise, a goal, an event, a follow-up or a fact of the contact."""

    kind: str
    id: str
    occurred_at: datetime | None = None


def evidence_of(touch: Touch) -> Evidence:
    """Return an interaction as evidence."""
    return Evidence("interaction", touch.id, touch.occurred_at)


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds, in a sentence for the owner."""

    rule: str
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """When to act. Both instants are in UTC; `timezone` is the zone to show them in."""

    opens_at: datetime
    closes_at: datetime | None
    timezone: str


@dataclass(frozen=True, slots=True)
class MessageBrief:
    """How the message should be, where one is sent."""

    sentences_at_most: int
    open_with: str
    leave_out: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    open_promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Via:
    """The connector through whom a request goes. path: contact ids from the connector to the target."""

    contact_id: str
    full_name: str
    path: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung on the way to a wanted ask: open now or not, and what opens it."""

    ask_size: AskSize
    allowed: bool
    text: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one next step for a contact. `action` is None where nothing is ever recommended.

    ask_size: what this step asks. max_ask: what trust allows at all. due_at: when an obligation was due.
    reply_probability: 0..1, None where no answer is expected; reply_interval: about its 90 % interval, None where the
    chance is a connector's. postponed: this step comes later, when its window opens.
    """

    action: Action | None
    ask_size: AskSize
    max_ask: AskSize
    reasons: tuple[Reason, ...]
    channel: Channel | None = None
    obligation: bool = False
    due_at: datetime | None = None
    window: Window | None = None
    headline: str = ""
    cautions: tuple[Reason, ...] = ()
    via: Via | None = None
    message_brief: MessageBrief | None = None
    reply_probability: float | None = None
    reply_interval: tuple[float, float] | None = None
    alternatives: tuple["NextStep", ...] = ()
    path: tuple[Rung, ...] = ()
    goal_id: str | None = None
    evidence_key: tuple[str, ...] = field(default=())
