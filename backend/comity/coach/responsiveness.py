"""The chance of an answer: a Beta distribution that each touch updates (playbook §2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import exp, lgamma, log, log1p

from comity.coach.days import days_between
from comity.coach.thresholds import Thresholds
from comity.coach.words import Seniority, TrustStage

_TAIL = 0.05  # share on each side of a 90 % interval
_STEPS = 40  # halvings: far below what a screen shows
_TINY = 1e-30  # keeps the continued fraction away from division by zero


@dataclass(frozen=True, slots=True)
class Responsiveness:
    """The chance that they answer within a week: a Beta distribution, as mean with the 90 % interval, all 0..1."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """The expected chance."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def low(self) -> float:
        """The 5 % quantile."""
        return _quantile(_TAIL, self.alpha, self.beta)

    @property
    def high(self) -> float:
        """The 95 % quantile."""
        return _quantile(1 - _TAIL, self.alpha, self.beta)


def rungs_above(theirs: Seniority | None, owners: Seniority) -> int:
    """Return how many rungs somebody stands above the owner: 0 for equals, those below and the unknown."""
    return 0 if theirs is None else max(0, theirs.rung - owners.rung)


def responsiveness_of(
    replies: Iterable[tuple[datetime, bool]],
    *,
    stage: TrustStage,
    rungs: int,
    as_of: datetime,
    limits: Thresholds,
) -> Responsiveness:
    """Return the chance of an answer.

    replies: (when the owner wrote, whether they answered within a week). rungs: how far they stand above the owner.
    """
    mean = max(limits.prior_least, limits.reply_prior[stage] - limits.prior_loss_per_rung * rungs)
    alpha = limits.prior_strength * mean
    beta = limits.prior_strength - alpha
    for wrote_at, answered in replies:
        weight = 0.5 ** (days_between(wrote_at, as_of) / limits.memory_half_life_days)
        if answered:
            alpha += weight
        else:
            beta += weight
    return Responsiveness(alpha, beta)


def _quantile(share: float, alpha: float, beta: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _share_below(middle, alpha, beta) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _share_below(x: float, alpha: float, beta: float) -> float:
    """The regularized incomplete beta function, by its continued fraction on the side where it converges fast."""
    if x > (alpha + 1) / (alpha + beta + 2):
        return 1 - _share_below(1 - x, beta, alpha)
    scale = lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta) + alpha * log(x) + beta * log1p(-x)
    return exp(scale) * _continued_fraction(x, alpha, beta) / alpha


def _continued_fraction(x: float, alpha: float, beta: float) -> float:
    """Lentz's method (Numerical Recipes §6.4)."""
    c, d = 1.0, 1 / _away_from_zero(1 - (alpha + beta) * x / (alpha + 1))
    result = d
    for m in range(1, 200):
        for numerator in (
            m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m)),
            -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + numerator * d)
            c = _away_from_zero(1 + numerator / c)
            result *= c * d
        if abs(c * d - 1) < 1e-10:
            break
    return result


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
