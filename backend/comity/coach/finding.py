"""What a rule finds: that it holds, why, and perhaps a step."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import Connector
from comity.coach.step import Evidence
from comity.coach.words import Action, AskSize


@dataclass(frozen=True, slots=True)
class Draft:
    """A step as a rule proposes it, before timing, caps and channel.

    due_at: when it was due, for obligations. opens_at: not before; for a wait, what it waits for.
    closes_at: at the latest. through: the connector who is asked. repeats: it may repeat an open ask.
    """

    action: Action
    ask_size: AskSize = AskSize.NONE
    due_at: datetime | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    through: Connector | None = None
    goal_id: str | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds now. step: what it proposes, if anything."""

    rule: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    step: Draft | None = None
