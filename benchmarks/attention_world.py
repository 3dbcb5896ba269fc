"""A world of ties that fade, for `make bench-attention`, and how much of it a perfect planner could keep alive.

A tie is worth its value times exp(-days since the last exchange / its decay scale), day after day. A touch is answered
with the contact's own chance, and an answer makes the tie whole again. In a world that burns, a touch after two
unanswered ones within 180 days may end a tie for good.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, log
from typing import Protocol

CONTACTS = 300
DAYS = 730
TOUCHES_A_DAY = 5
APART_DAYS = 4  # between two touches to one person
FIRST_SILENCE_DAYS = 180  # at most, since the exchange before the first day
BURN_MEMORY_DAYS = 180
BURN_AFTER = 2  # unanswered touches
LONGEST = 12.0  # decay scales: what waits longer is worth nothing
HALVINGS = 40


@dataclass(slots=True)
class Tie:
    """One contact. value, scale (days) and tier can be seen; chance is known to the world alone.

    met: day of the last exchange. touched: days of touches. unanswered: those since the last answer.
    """

    number: int
    value: float
    chance: float
    scale: float
    met: int
    touched: list[int] = field(default_factory=list)
    unanswered: list[int] = field(default_factory=list)
    burned: bool = False

    def worth(self, day: int) -> float:
        """Return what the tie is worth on a day."""
        return 0.0 if self.burned else self.value * exp(-(day - self.met) / self.scale)

    def is_free(self, day: int) -> bool:
        """Say whether they may be touched: nobody writes to whom they have lost."""
        return not self.burned and (not self.touched or day - self.touched[-1] >= APART_DAYS)


class World:
    """Ties drawn by a seed. burns: the chance that a touch too many ends a tie."""

    def __init__(self, seed: int, *, burns: float) -> None:
        dice = random.Random(seed)
        self.burns = burns
        self.ties = [
            Tie(
                number,
                value=dice.lognormvariate(0, 0.8),
                chance=dice.betavariate(1.2, 1.8),
                scale=dice.lognormvariate(log(35), 0.5),
                met=-dice.randrange(FIRST_SILENCE_DAYS),
            )
            for number in range(CONTACTS)
        ]
        self._dice = [random.Random(f"{seed}-{number}") for number in range(CONTACTS)]

    def touch(self, tie: Tie, day: int) -> bool:
        """Touch somebody; say whether they answer. The n-th touch to one person has the same luck in every plan."""
        dice = self._dice[tie.number]
        answers, burns = dice.random() < tie.chance, dice.random() < self.burns
        recent = sum(day - before <= BURN_MEMORY_DAYS for before in tie.unanswered)
        tie.touched.append(day)
        if recent >= BURN_AFTER and burns:
            tie.burned = True
        if tie.burned or not answers:
            tie.unanswered.append(day)
            return False
        tie.met = day
        tie.unanswered.clear()
        return True

    def worth(self, day: int) -> float:
        """Return what all ties are worth on a day."""
        return sum(tie.worth(day) for tie in self.ties)


class Plan(Protocol):
    """Whom to touch: those with the highest scores that are not None."""

    def score(self, tie: Tie, day: int) -> float | None:
        """Return what a touch of somebody is worth today; None: none today."""

    def learn(self, tie: Tie, day: int, *, answers: bool) -> None:
        """Take in what came of a touch."""


def upper_bound(ties: Sequence[Tie]) -> float:
    """Return what no plan can exceed in the long run: the relaxed problem, in which touches can be bought.

    It allows five touches a day on average instead of every day, knows every chance, and nothing burns. At a price a
    touch the best plan for one tie is to wait for some days and then to touch until they answer; the bound is the least
    over all prices of what the plans gain, plus the price of the touches there are (Whittle 1988).
    """
    plans = [_plans(tie) for tie in ties]

    def bought(price: float) -> float:
        best = (max(worth - price * touches for worth, touches in those) for those in plans)
        return sum(max(0.0, gain) for gain in best) + price * TOUCHES_A_DAY

    low, high = 0.0, sum(tie.value for tie in ties)
    for _ in range(HALVINGS):  # it is convex in the price
        third = (high - low) / 3
        if bought(low + third) < bought(high - third):
            high -= third
        else:
            low += third
    return bought((low + high) / 2)


def _plans(tie: Tie) -> list[tuple[float, float]]:
    """Return, for each number of days to wait, what a tie is worth a day and how many touches a day it takes."""
    kept = exp(-1 / tie.scale)
    again = tie.chance / (1 - (1 - tie.chance) * kept**APART_DAYS)
    plans = []
    for wait in range(APART_DAYS, int(LONGEST * tie.scale) + APART_DAYS + 1):
        days = wait + APART_DAYS * (1 - tie.chance) / tie.chance
        worth = tie.value * (1 - kept**wait * again) / (1 - kept)
        plans.append((worth / days, 1 / (tie.chance * days)))
    return plans
