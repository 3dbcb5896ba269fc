"""One contact's part in all that insights say, in one pass."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.coach.insights import asking, conversing, silences, timing, winning, writing
from comity.coach.insights.give_and_take import Balance, balance_of
from comity.coach.insights.health import Standing, standing
from comity.coach.insights.hit_rates import ShownStep, StepOutcome, outcome_of
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past
from comity.coach.insights.rates import Sent, sent_in
from comity.coach.insights.winning import Attended
from comity.coach.insights.writing import Letters

_JUDGES = (
    asking.too_much_too_soon,
    winning.occasions,
    conversing.one_offs,
    timing.badly_timed,
    conversing.not_assessed,
    silences.chased,
    asking.one_sided,
)


@dataclass(frozen=True, slots=True)
class Review:
    """What one contact's log shows."""

    moments: tuple[Moment, ...]
    attended: tuple[Attended, ...]
    sent: tuple[Sent, ...]
    standing: Standing
    balance: Balance
    outcomes: tuple[StepOutcome, ...]


def review(
    past: Past,
    *,
    at: Sequence[datetime],
    words: Mapping[str, int],
    letters: Letters,
    steps: Iterable[ShownStep] = (),
) -> Review:
    """Look through one contact's log.

    at: the instants at which stages are counted. words: how many words each message has, by interaction. letters: the
    texts that are judged. steps: those that were shown about this contact.
    """
    return Review(
        (*_moments(past), *writing.robotic(past, letters)),
        tuple(winning.attended(past)),
        tuple(sent_in(past, words)),
        standing(past, at),
        balance_of(past),
        tuple(outcome_of(step, past, past.limits) for step in steps),
    )


def _moments(past: Past) -> Iterator[Moment]:
    for judge in _JUDGES:
        yield from judge(past)
