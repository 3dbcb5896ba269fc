"""The usual rules for whom to touch, which the coach is compared with in `make bench-attention`."""

import random
from collections.abc import Callable, Sequence
from functools import partial
from math import exp

from benchmarks.attention_world import CONTACTS, Plan, Tie, World

TIERS = (0.2, 0.5)  # shares of the contacts, by value: the inner circle, the next, and all others after them
CADENCES = {  # days, by tier
    "14/30/90": (14, 30, 90),
    "30/60/120": (30, 60, 120),
    "30/90/180": (30, 90, 180),
}
USUAL = (14, 30, 90)
STEADY = (21, 30, 60)  # the best cadence of a hundred where nothing burns, on worlds for choosing
PRESSING = (14, 21, 45)  # the best of a hundred for `most_overdue` where touches burn, on the same worlds
STRIKES = 3


class Rule:
    """A plan that is one line. strikes: unanswered touches in a row after which somebody is forgotten."""

    def __init__(self, score: Callable[[Tie, int], float | None], *, strikes: int | None = None) -> None:
        self._score = score
        self._strikes = strikes

    def score(self, tie: Tie, day: int) -> float | None:
        """Return what the line says."""
        if self._strikes is not None and len(tie.unanswered) >= self._strikes:
            return None
        return self._score(tie, day)

    def learn(self, tie: Tie, day: int, *, answers: bool) -> None:
        """Remember nothing: what it looks at stands with the tie."""


def cadence(world: World, days: Sequence[int]) -> Plan:
    """Everybody when their tier's days are over, the inner tiers first."""
    tiers = _tiers(world)

    def score(tie: Tie, day: int) -> float | None:
        tier = tiers[tie.number]
        late = _waited(tie, day) / days[tier]
        return late - 1000 * tier if late >= 1 else None

    return Rule(score)


def most_overdue(world: World, days: Sequence[int] = USUAL) -> Plan:
    """Everybody when their tier's days are over, whoever is the most days late first."""
    tiers = _tiers(world)

    def score(tie: Tie, day: int) -> float | None:
        late = _waited(tie, day) - days[tiers[tie.number]]
        return late if late >= 0 else None

    return Rule(score)


def at_random(world: World) -> Plan:
    """Anybody."""
    dice = random.Random(len(world.ties))
    return Rule(lambda tie, day: dice.random())


def value_times_decay(world: World, strikes: int | None = None) -> Plan:
    """Where most has faded, whatever the chances; strikes: and who is silent so often is forgotten."""
    return Rule(lambda tie, day: tie.value - tie.value * exp((tie.met - day) / tie.scale), strikes=strikes)


RIVALS: dict[str, Callable[[World], Plan]] = {
    **{f"cadence {name}": partial(cadence, days=days) for name, days in CADENCES.items()},
    "most overdue first": most_overdue,
    "random": at_random,
    "value times decay": value_times_decay,
    "three strikes, forget": partial(value_times_decay, strikes=STRIKES),
}
TUNED: dict[str, Callable[[World], Plan]] = {  # as no owner could tune them: they need to know the world
    "cadence 21/30/60": partial(cadence, days=STEADY),
    "most overdue 14/21/45": partial(most_overdue, days=PRESSING),
}


def _waited(tie: Tie, day: int) -> int:
    return day - max(tie.met, tie.touched[-1] if tie.touched else tie.met)


def _tiers(world: World) -> list[int]:
    """Return each contact's tier, 0 the innermost, by value."""
    tiers = [len(TIERS)] * CONTACTS
    for place, tie in enumerate(sorted(world.ties, key=lambda one: -one.value)):
        tiers[tie.number] = sum(place >= share * CONTACTS for share in TIERS)
    return tiers
