"""The network as a whole: who is close, who is warm, and where warmth is being lost (playbook §8)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from comity.coach.exchanges import warmth_of
from comity.coach.insights.past import Past
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import TrustStage

STEP_DAYS = 30  # days between two looks at the stages: trust moves in months


@dataclass(frozen=True, slots=True)
class Standing:
    """One contact now and at the instants before.

    stages: one for each instant. warmth, warmth_before: 0..1, now and a quarter ago. last_exchange_at: None, never.
    """

    contact_id: str
    importance: int
    stages: tuple[TrustStage, ...]
    warmth: float
    warmth_before: float
    last_exchange_at: datetime | None


@dataclass(frozen=True, slots=True)
class Health:
    """Counts of contacts. warm: at or above the target; cooling: still warm enough to share something; else cold."""

    contacts: int
    never_in_exchange: int
    warm: int
    cooling: int
    cold: int


@dataclass(frozen=True, slots=True)
class StagesAt:
    """How many contacts stood at each trust stage at an instant."""

    at: datetime
    counts: dict[TrustStage, int]


def instants(since: datetime, as_of: datetime) -> list[datetime]:
    """Return the instants at which the stages are counted: every 30 days up to now, the first in the period."""
    count = int((as_of - since) / timedelta(days=STEP_DAYS))
    return [as_of - timedelta(days=STEP_DAYS * step) for step in range(count, -1, -1)]


def standing(past: Past, at: Sequence[datetime]) -> Standing:
    """Return how a contact stands whose log was looked at. at: the instants, in time order."""
    return Standing(
        past.person.id,
        past.person.importance,
        tuple(past.stage_at(instant) for instant in at),
        past.warmth_at(past.as_of),
        past.warmth_at(past.as_of - timedelta(days=past.limits.trend_days)),
        past.walk.exchanges[-1][0] if past.walk.exchanges else None,
    )


def quiet_standing(
    contact_id: str,
    importance: int,
    stage: TrustStage,
    *,
    last_exchange_at: datetime | None,
    half_life_days: float,
    as_of: datetime,
    at: Sequence[datetime],
    limits: Thresholds = DEFAULTS,
) -> Standing:
    """Return how a contact stands with whom nothing happened in the whole time: the stage stays, the warmth fades."""
    quarter = timedelta(days=limits.trend_days)
    return Standing(
        contact_id,
        importance,
        (stage,) * len(at),
        warmth_of(last_exchange_at, half_life_days, as_of),
        warmth_of(last_exchange_at, half_life_days, as_of - quarter),
        last_exchange_at,
    )


def health_of(standings: Iterable[Standing], limits: Thresholds = DEFAULTS) -> Health:
    """Return how the network stands."""
    counts = Counter(_temperature(one, limits) for one in standings)
    return Health(counts.total(), counts["never_in_exchange"], counts["warm"], counts["cooling"], counts["cold"])


def stages_over_time(standings: Sequence[Standing], at: Sequence[datetime]) -> list[StagesAt]:
    """Return how many stood at each stage, at each instant."""
    found = []
    for place, instant in enumerate(at):
        counts = Counter(one.stages[place] for one in standings)
        found.append(StagesAt(instant, {stage: counts[stage] for stage in TrustStage}))
    return found


def losing_warmth(standings: Iterable[Standing], limits: Thresholds = DEFAULTS) -> list[Standing]:
    """Return those below the target who lost most in the last quarter, weighed by how much they matter."""
    losing = [one for one in standings if one.warmth < min(limits.warmth_target, one.warmth_before)]
    losing.sort(key=lambda one: (-one.importance * (one.warmth_before - one.warmth), one.contact_id))
    return losing[: limits.people_shown]


def _temperature(one: Standing, limits: Thresholds) -> str:
    if one.last_exchange_at is None:
        return "never_in_exchange"
    if one.warmth >= limits.warmth_target:
        return "warm"
    return "cooling" if one.warmth >= limits.share_from_warmth else "cold"
