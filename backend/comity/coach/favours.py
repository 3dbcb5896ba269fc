"""Give and take: what the owner gave, what they took, and how it fades (playbook §2)."""

from collections.abc import Iterable
from datetime import datetime
from math import exp2

from comity.coach.days import days_between, is_younger
from comity.coach.promises import PromiseState
from comity.coach.thresholds import Thresholds
from comity.coach.walk import Walk
from comity.coach.words import AskOutcome, AskSize, Party, PromiseStatus

Favour = tuple[datetime, int]  # when, and +1 for a give or -1 for a take


def favours_of(walk: Walk, promises: Iterable[PromiseState]) -> list[Favour]:
    """Return every give and take of a relationship."""
    return [*walk.favours, *_kept_by_me(promises), *_granted(walk)]


def fresh_gives(
    favours: Iterable[Favour], shared: Iterable[datetime], as_of: datetime, limits: Thresholds
) -> list[Favour]:
    """Return the gives that are to stand on their own for a while yet: those of the last days, after the last take.

    shared: when the owner shared something, which is a give to wait upon, also where nobody said what was given.
    """
    favours = list(favours)
    last_take = max((at for at, weight in favours if weight < 0), default=None)
    gives = dict.fromkeys(shared, 0) | {at: weight for at, weight in favours if weight > 0}
    return [
        (at, weight)
        for at, weight in sorted(gives.items())
        if is_younger(at, limits.give_rest_days, as_of) and (last_take is None or at > last_take)
    ]


def balance(favours: Iterable[Favour], as_of: datetime, limits: Thresholds) -> float:
    """Return what was given less what was taken, old favours fading."""
    memory = limits.memory_half_life_days
    return sum(weight * exp2(-days_between(at, as_of) / memory) for at, weight in favours)


def _kept_by_me(promises: Iterable[PromiseState]) -> list[Favour]:
    """Return the promises that the owner kept, as gives."""
    return [
        (state.promise.resolved_at or state.promise.made_at, 1)
        for state in promises
        if state.promise.by is Party.ME and state.status is PromiseStatus.KEPT
    ]


def _granted(walk: Walk) -> list[Favour]:
    """Return the favours that they granted, as takes."""
    return [
        (ask.touch.occurred_at, -1)
        for ask in walk.asks
        if ask.outcome is AskOutcome.GRANTED and ask.touch.ask_size >= AskSize.INTRODUCTION
    ]
