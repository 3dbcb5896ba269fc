"""May this be asked now? (playbook §3, `ask.*`)."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import Circumstances, History
from comity.coach.step import Reason
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize


@dataclass(frozen=True, slots=True)
class Instead:
    """What to do in place of the ask. `action` is None where nothing is ever recommended."""

    action: Action | None
    ask_size: AskSize


@dataclass(frozen=True, slots=True)
class Unlock:
    """What would open a rung that is closed."""

    ask_size: AskSize
    text: str


@dataclass(frozen=True, slots=True)
class AskCheck:
    """The answer. `instead` is None where the ask is allowed."""

    allowed: bool
    max_ask: AskSize
    instead: Instead | None
    rules: tuple[Reason, ...]
    unlocks: tuple[Unlock, ...]


def check_ask(
    history: History,
    circumstances: Circumstances,
    *,
    as_of: datetime,
    ask_size: AskSize,
    limits: Thresholds = DEFAULTS,
) -> AskCheck:
    """Say whether the ask is allowed now, and if not, what would be and what would open it."""
    raise NotImplementedError
