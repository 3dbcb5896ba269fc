"""Whom today? Owners with few touches a day follow the coach, or one of the usual rules: `make bench-attention`.

The coach is the product's own code: its index, its chances as it learns them touch by touch, its rules of silence. How
fast each tie fades is known to every plan that looks at it; whether somebody would answer is known to none but the one
that says so. The owner sets importance by fifths of the value.
"""

import argparse
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from math import exp
from math import log as ln
from statistics import mean
from typing import NamedTuple, Protocol

from benchmarks.attention_world import CONTACTS, DAYS, TOUCHES_A_DAY, Tie, World, upper_bound
from comity.coach.days import day_number
from comity.coach.history import Circumstances, History, Owner, Person, PlaceCalendar, Touch
from comity.coach.rank import Ranking, ranking
from comity.coach.relationship import Relationship
from comity.coach.responsiveness import Responsiveness
from comity.coach.rules import silence
from comity.coach.situation import Situation, situate
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Direction, Kind

BURNS = 0.3
SEEDS = 5
TIERS = (0.2, 0.5)  # shares of the contacts, by value: the inner circle, the next, and all others after them
CADENCES = {"14/30/90": (14, 30, 90), "30/60/120": (30, 60, 120), "30/90/180": (30, 90, 180)}  # days, by tier
USUAL = (14, 30, 90)
STRIKES = 3
FIRST_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AROUND = Circumstances(Owner(), PlaceCalendar("UTC"))

LOOK_AGAIN = 30  # days: evidence fades slowly


class Plan(Protocol):
    """Whom to touch: those with the highest scores that are not None."""

    def score(self, tie: Tie, day: int) -> float | None:
        """Return what a touch of somebody is worth today; None: none today."""

    def learn(self, tie: Tie, day: int, *, answers: bool) -> None:
        """Take in what came of a touch."""


class Known(NamedTuple):
    """What the coach knows of a tie until a day."""

    ranking: Ranking
    rests: bool
    until: int


class Coach:
    """The product: what it knows of each tie is folded anew when something happened, as its derived rows are.

    rests: it keeps the rules of silence, else it follows its index alone.
    """

    limits = DEFAULTS

    def __init__(self, world: World, *, rests: bool = True) -> None:
        self._rests = rests
        self._logs = {tie.number: [_meeting(tie)] for tie in world.ties}
        self._known: dict[int, Known] = {}
        by_value = sorted(world.ties, key=lambda tie: tie.value)
        self._importance = {tie.number: 1 + place * 5 // CONTACTS for place, tie in enumerate(by_value)}

    def score(self, tie: Tie, day: int) -> float | None:
        """Return the index, or None while the contact is left alone."""
        known = self._known.get(tie.number)
        if known is None or day >= known.until:
            known = self._known[tie.number] = self._look(tie, day)
        return None if known.rests else known.ranking.on(day_number(FIRST_DAY + day * DAY))

    def learn(self, tie: Tie, day: int, *, answers: bool) -> None:
        """Log a touch, and the answer to it."""
        log, at = self._logs[tie.number], FIRST_DAY + day * DAY
        log.append(Touch(f"{len(log)}", at, Kind.EMAIL, Direction.OUTBOUND, expects_reply=True))
        if answers:
            log.append(Touch(f"{len(log)}", at + HOUR, Kind.EMAIL, Direction.INBOUND, expects_reply=False))
        self._known.pop(tie.number)

    def chance_of(self, relationship: Relationship) -> Responsiveness:
        """Return the chance of a reply that the index goes by."""
        return relationship.responsiveness

    def rest_of(self, s: Situation, tie: Tie) -> datetime | None:
        """Return until when the rules of silence leave a contact alone."""
        for finding in (silence.wait(s), silence.stop(s)):
            if finding is not None and finding.step is not None:
                return finding.step.opens_at
        return None

    def _look(self, tie: Tie, day: int) -> Known:
        person = Person(f"{tie.number}", "", importance=self._importance[tie.number])
        log = tuple(self._logs[tie.number])
        s = situate(History(person, log), AROUND, as_of=FIRST_DAY + day * DAY, limits=self.limits)
        seen = replace(s.relationship, half_life_days=tie.scale * ln(2), responsiveness=self.chance_of(s.relationship))
        ranked = ranking(seen, value=tie.value)
        rest = self.rest_of(s, tie)
        until = day + LOOK_AGAIN if rest is None else -((FIRST_DAY - rest) // DAY)
        return Known(ranked, rests=self._rests and rest is not None, until=until)


class OfTheDay(Coach):
    """The coach with the chance that a step shows, which falls with every silent day, in its index."""

    def chance_of(self, relationship: Relationship) -> Responsiveness:
        """Return the chance of a reply now."""
        now = relationship.reply_chance
        return Responsiveness(now.alpha, now.beta)


class Sliding(Coach):
    """The coach with another rule of silence: never more than two unanswered touches within 180 days.

    So a rest ends when the first of the last two silences is so old, and not 180 days after the second one's window.
    The benefit of the doubt is granted from a responsiveness of 0.35 instead of 0.3.
    """

    limits = replace(DEFAULTS, doubt_responsiveness=0.35)

    def rest_of(self, s: Situation, tie: Tie) -> datetime | None:
        """Return until when a contact is left alone."""
        rest = super().rest_of(s, tie)
        if rest is None or s.relationship.stopped_at is None:
            return rest
        slid = FIRST_DAY + (tie.unanswered[-2] + self.limits.let_go_days + 1) * DAY
        return min(rest, slid) if slid > s.as_of else None


def _meeting(tie: Tie) -> Touch:
    return Touch("0", FIRST_DAY + tie.met * DAY, Kind.MEETING, Direction.MUTUAL, duration_minutes=30, assessed=True)


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


def knowing(world: World) -> Plan:
    """The index with the true chances."""

    def score(tie: Tie, day: int) -> float:
        last = day_number(FIRST_DAY + tie.met * DAY)
        found = Ranking(tie.value * tie.chance * tie.scale, 1 / tie.scale, last)
        return found.on(day_number(FIRST_DAY + day * DAY))

    return Rule(score)


def cadence(world: World, days: Sequence[int]) -> Plan:
    """Everybody when their tier's days are over, the inner tiers first."""
    tiers = _tiers(world)

    def score(tie: Tie, day: int) -> float | None:
        tier = tiers[tie.number]
        late = _waited(tie, day) / days[tier]
        return late - 1000 * tier if late >= 1 else None

    return Rule(score)


def most_overdue(world: World) -> Plan:
    """Everybody when their tier's days are over, whoever is the most days late first."""
    tiers = _tiers(world)

    def score(tie: Tie, day: int) -> float | None:
        late = _waited(tie, day) - USUAL[tiers[tie.number]]
        return late if late >= 0 else None

    return Rule(score)


def at_random(world: World) -> Plan:
    """Anybody."""
    dice = random.Random(len(world.ties))
    return Rule(lambda tie, day: dice.random())


def value_times_decay(world: World, strikes: int | None = None) -> Plan:
    """Where most has faded, whatever the chances; strikes: and who is silent so often is forgotten."""
    return Rule(lambda tie, day: tie.value - tie.value * exp((tie.met - day) / tie.scale), strikes=strikes)


COACHES: dict[str, Callable[[World], Plan]] = {
    "coach": Coach,
    "its index alone": lambda world: Coach(world, rests=False),
    "index, chances known": knowing,
    "coach, chance of the day": OfTheDay,
    "coach, sliding rest": Sliding,
}
RIVALS: dict[str, Callable[[World], Plan]] = {
    **{f"cadence {name}": partial(cadence, days=days) for name, days in CADENCES.items()},
    "most overdue first": most_overdue,
    "random": at_random,
    "value times decay": value_times_decay,
    "three strikes, forget": partial(value_times_decay, strikes=STRIKES),
}


class Reached(NamedTuple):
    """What a plan makes of its worlds, on average. value: a day. burned: contacts."""

    value: float
    burned: float
    share: float


def play(make: Callable[[World], Plan], seeds: Iterable[int], *, burns: float, days: int = DAYS) -> Reached:
    """Follow a plan through some worlds."""
    values, burned, bounds = [], [], []
    for seed in seeds:
        world = World(seed, burns=burns)
        bounds.append(_bound(seed))
        values.append(_follow(make(world), world, days))
        burned.append(sum(tie.burned for tie in world.ties))
    return Reached(mean(values), mean(burned), mean(values) / mean(bounds))


@cache
def _bound(seed: int) -> float:
    return upper_bound(World(seed, burns=0.0).ties)


def _follow(plan: Plan, world: World, days: int) -> float:
    """Return what the ties are worth on an average day."""
    total = 0.0
    for day in range(days):
        scores = [(plan.score(tie, day), tie.number) for tie in world.ties if tie.is_free(day)]
        wanted = sorted(((score, number) for score, number in scores if score is not None), reverse=True)
        for _, number in wanted[:TOUCHES_A_DAY]:
            tie = world.ties[number]
            plan.learn(tie, day, answers=world.touch(tie, day))
        total += world.worth(day)
    return total / days


def _waited(tie: Tie, day: int) -> int:
    return day - max(tie.met, tie.touched[-1] if tie.touched else tie.met)


def _tiers(world: World) -> list[int]:
    """Return each contact's tier, 0 the innermost, by value."""
    tiers = [len(TIERS)] * CONTACTS
    for place, tie in enumerate(sorted(world.ties, key=lambda one: -one.value)):
        tiers[tie.number] = sum(place >= share * CONTACTS for share in TIERS)
    return tiers


def compare(seeds: Sequence[int], *, burns: float) -> tuple[dict[str, Reached], str]:
    """Play every plan and print what it reaches; return that, and the name of the best rival."""
    found = {}
    print(f"\nA touch after two silences burns a contact with chance {burns}:" if burns else "\nNothing burns:")
    print(f"{'plan':<26}{'value':>8}{'of bound':>10}{'burned':>8}")
    for name, make in (COACHES | RIVALS).items():
        found[name] = reached = play(make, seeds, burns=burns)
        print(f"{name:<26}{reached.value:>8.1f}{reached.share:>10.3f}{reached.burned:>8.1f}", flush=True)
    return found, max(RIVALS, key=lambda name: found[name].value)


def main() -> int:
    """Play, print, and judge; the exit code says whether every target was met."""
    parser = argparse.ArgumentParser(prog="benchmarks.attention", description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    seeds = range(1, parser.parse_args().seeds + 1)
    print(f"{len(seeds)} worlds of {CONTACTS} contacts over {DAYS} days, {TOUCHES_A_DAY} touches a day; value a day.")
    calm, _ = compare(seeds, burns=0.0)
    hot, rival = compare(seeds, burns=BURNS)
    best = max(calm[f"cadence {name}"].value for name in CADENCES)
    alone = calm["its index alone"].value / calm["index, chances known"].value
    gain, spared = hot["coach"].value / hot[rival].value, hot[rival].burned / max(1.0, hot["coach"].burned)
    targets = {
        "the index alone, as a share of the index that knows": (alone, 0.93),
        "the coach, as a share of the best cadence": (calm["coach"].value / best, 1.0),
        f"where it burns: the coach, as a share of the best rival ({rival})": (gain, 1.25),
        "where it burns: that rival's lost contacts for each of the coach's": (spared, 3.0),
    }
    print()
    for name, (found, target) in targets.items():
        print(f"{'met ' if found >= target else 'MISS'} {found:6.3f} (at least {target}) {name}")
    return 0 if all(found >= target for found, target in targets.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
