"""The fold over the log: what one relationship is at one instant (playbook §2)."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.history import History, Owner, Promise, Touch
from comity.coach.step import Evidence
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import AskSize, Ball, PromiseStatus, TrustStage


@dataclass(frozen=True, slots=True)
class Responsiveness:
    """The chance that they answer within a week: a Beta distribution, shown as mean with the 90 % interval, all 0..1."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """The expected chance."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def low(self) -> float:
        """The 5 % quantile."""
        raise NotImplementedError

    @property
    def high(self) -> float:
        """The 95 % quantile."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A promise as it stands at one instant. checked_at: when the owner asked after it. lapsed_at: when hope ended."""

    promise: Promise
    status: PromiseStatus
    due_at: datetime
    checked_at: datetime | None = None
    lapsed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a relationship is at `as_of`. The planned conversations are no part of it: the fold never looks ahead.

    warmth: 0..1. reliability: 0..1, None while they have kept and broken nothing. momentum: -3..+3.
    owed: their word that waits for the owner's answer. waiting: the owner's last touch that waits for theirs.
    """

    as_of: datetime
    trust_stage: TrustStage
    effective_stage: TrustStage
    max_ask: AskSize
    warmth: float
    half_life_days: float
    responsiveness: Responsiveness
    ball: Ball
    unanswered: int
    reciprocity: float
    reliability: float | None
    momentum: int
    first_reciprocated_at: datetime | None
    last_reciprocated_at: datetime | None
    evidence: tuple[Evidence, ...]
    met: bool
    mere_connection: bool
    cold: bool
    behind_wall: bool
    exchanges: int
    promises: tuple[PromiseState, ...] = ()
    owed: Touch | None = None
    waiting: Touch | None = None


def fold(history: History, *, owner: Owner, as_of: datetime, limits: Thresholds = DEFAULTS) -> Relationship:
    """Fold the log of one contact into the relationship as it stood at `as_of`."""
    raise NotImplementedError
