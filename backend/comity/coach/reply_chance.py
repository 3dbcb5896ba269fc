"""The chance that a touch is answered within a week, from what the owner alone can see (playbook §9)."""

from dataclasses import dataclass
from math import exp, log, log1p, sqrt
from typing import NamedTuple

from comity.coach.correspondence import Evidence

OWN_EVIDENCE = 15.0  # touches that the fitted chance is worth against the contact's own answers
OPENING_SHARE = 0.15  # of an answer as evidence for an opening: who answers in the middle of a talk may not begin one
USUAL_RATIO = 0.4  # share of touches that a contact answers, before they have a record: about that of mail
RATIO_STRENGTH = 2.0  # touches that it is worth
USUAL_RATE = 0.2  # share of an owner's openings that are answered, before the owner has a record: about that of mail
RATE_STRENGTH = 4.0  # openings that it is worth
OWNER_SHARE = 0.8  # of the owner's own log-odds: what makes openings of one owner succeed holds for the next as well
MOMENT = 0.1  # days: whatever came within some hours is equally fresh
_REACH = 1.645  # standard deviations on either side of a 90 % interval


class Features(NamedTuple):
    """What the log-odds of a reply are made of; as weights: what a unit of each adds to them.

    start: 1. silence: log of the days since they last wrote, 0 if they never did. never: 1 if they never wrote.
    first: 1 if nothing has passed yet. ratio: log-odds of the smoothed share that they answered. heard, sent, row: log
    of 1 + words of theirs, touches of the owner's, touches in a row without an answer. age: log of 1 + days since the
    first word. opening: 1 if the touch would open the correspondence. opening_heard: heard then, else 0; many words are
    worth less where a talk has to begin anew.
    """

    start: float
    silence: float
    never: float
    first: float
    ratio: float
    heard: float
    sent: float
    row: float
    age: float
    opening: float
    opening_heard: float


# Fitted by `make fit-replies` on 153,862 messages of three networks, each of which weighs the same: CollegeMsg
# (Panzarasa 2009), email-Eu-core-temporal department 1 (Paranjape 2017) and Enron (184 people).
WEIGHTS = Features(
    start=0.055,
    silence=-0.169,
    never=-0.682,
    first=-0.113,
    ratio=0.356,
    heard=0.248,
    sent=0.011,
    row=-0.150,
    age=-0.046,
    opening=-0.205,
    opening_heard=-0.081,
)


@dataclass(frozen=True, slots=True)
class ReplyChance:
    """The chance of a reply: a Beta distribution, as mean with about the 90 % interval, all 0..1."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        """The expected chance."""
        return self.alpha / (self.alpha + self.beta)

    @property
    def low(self) -> float:
        """About the 5 % quantile."""
        return _chance_of(log(self.alpha / self.beta) - self._reach)

    @property
    def high(self) -> float:
        """About the 95 % quantile."""
        return _chance_of(log(self.alpha / self.beta) + self._reach)

    @property
    def _reach(self) -> float:
        """How far the log-odds reach: their variance is about 1/alpha + 1/beta. Exact quantiles cost a hundredfold."""
        return _REACH * sqrt(1 / self.alpha + 1 / self.beta)


def reply_chance(evidence: Evidence, *, owner_rate: float = USUAL_RATE, weights: Features = WEIGHTS) -> ReplyChance:
    """Return the chance that a touch now is answered within a week.

    The fitted chance is the prior, the contact's own answers move it. owner_rate: see `rate_of`; inside 0..1.
    Source: playbook §9.
    """
    terms = zip(weights, features_of(evidence), strict=True)
    expected = _chance_of(owners_part(evidence, owner_rate) + sum(weight * feature for weight, feature in terms))
    share = OPENING_SHARE if evidence.opening else 1.0
    answered, missed = share * evidence.answered, share * (evidence.asked - evidence.answered)
    return ReplyChance(OWN_EVIDENCE * expected + answered, OWN_EVIDENCE * (1 - expected) + missed)


def features_of(evidence: Evidence) -> Features:
    """Return what the log-odds are made of."""
    never = evidence.silence is None
    opening = float(evidence.opening)
    ratio = (evidence.answered + RATIO_STRENGTH * USUAL_RATIO) / (evidence.asked + RATIO_STRENGTH)
    heard = log1p(evidence.heard)
    return Features(
        start=1.0,
        silence=0.0 if evidence.silence is None else log(evidence.silence + MOMENT),
        never=float(never),
        first=float(never and evidence.sent == 0),
        ratio=_log_odds(ratio),
        heard=heard,
        sent=log1p(evidence.sent),
        row=log1p(evidence.row),
        age=log1p(evidence.age),
        opening=opening,
        opening_heard=opening * heard,
    )


def owners_part(evidence: Evidence, owner_rate: float) -> float:
    """Return what the owner's own rate adds to the log-odds of an opening."""
    return OWNER_SHARE * (_log_odds(owner_rate) - _log_odds(USUAL_RATE)) if evidence.opening else 0.0


def rate_of(*, openings: int, revived: int) -> float:
    """Return the owner's own reply rate: the share of their openings that are answered, drawn to the usual if few."""
    return (revived + RATE_STRENGTH * USUAL_RATE) / (openings + RATE_STRENGTH)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _chance_of(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
