"""Is the product's chance of a reply right, on networks of messages? `make bench-replies FILES="..."`.

Every sender is an owner, who sees only what was written to and by themselves. For each message the product says, from
what came before, with which chance it is answered within seven days; nothing is fitted to the file. The last seven days
are left out, because nobody knows yet; the last 30 % of what remains are judged.
"""

import argparse
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from benchmarks.networks import Message, read
from comity.coach.correspondence import ANSWERED_WITHIN, SILENT, Correspondence, Evidence
from comity.coach.reply_chance import WEIGHTS, Features, rate_of, reply_chance

JUDGED = 0.3  # share of the messages, the latest
NEVER = 1e6  # days: longer ago than anything

HEAD = f"{'network':<18}{'messages':<9}{'n':>7}{'base':>7}{'AUC':>7}{'Brier':>8}{'of base':>9}{'mean':>7}   best single"


class Asked(NamedTuple):
    """One message, what its sender could know, and whether it was answered in time."""

    evidence: Evidence
    owner_rate: float
    answered: bool


HEURISTICS: dict[str, Callable[[Evidence], float]] = {
    "recency": lambda seen: -(NEVER if seen.silence is None else seen.silence),
    "reply ratio": lambda seen: (seen.answered + 1) / (seen.asked + 2),
    "words of theirs": lambda seen: seen.heard,
    "unanswered in a row": lambda seen: -seen.row,
}


class Owner:
    """One sender's correspondences. openings, revived: over all of them."""

    def __init__(self) -> None:
        self.contacts: dict[str, Correspondence] = defaultdict(Correspondence)
        self.openings = self.revived = 0
        self._waiting: deque[tuple[float, Correspondence]] = deque()

    def heard(self, contact: str, day: float) -> None:
        """Take in a message from somebody."""
        self._count(self.contacts[contact], lambda one: one.heard(day))

    def wrote(self, contact: str, day: float) -> None:
        """Take in a message to somebody."""
        correspondence = self.contacts[contact]
        self._count(correspondence, lambda one: one.wrote(day))
        self._waiting.append((day, correspondence))

    def know(self, contact: str, day: float) -> tuple[Evidence, float]:
        """Return what is known of somebody, and the owner's own rate, when every week that is over is counted."""
        while self._waiting and day - self._waiting[0][0] > ANSWERED_WITHIN:
            self._count(self._waiting.popleft()[1], lambda one: one.settle(day))
        return self.contacts[contact].at(day), rate_of(openings=self.openings, revived=self.revived)

    def _count(self, correspondence: Correspondence, change: Callable[[Correspondence], None]) -> None:
        openings, revived = correspondence.openings, correspondence.revived
        change(correspondence)
        self.openings += correspondence.openings - openings
        self.revived += correspondence.revived - revived


def asked_in(messages: Sequence[Message]) -> list[Asked]:
    """Return every message but those of the last week, in time order."""
    owners: dict[str, Owner] = defaultdict(Owner)
    days: dict[tuple[str, str], list[float]] = defaultdict(list)
    for sender, recipient, day in messages:
        days[sender, recipient].append(day)
    found = []
    for sender, recipient, day in messages:
        evidence, rate = owners[sender].know(recipient, day)
        if day <= messages[-1].day - ANSWERED_WITHIN:
            found.append(Asked(evidence, rate, _is_answered(days[recipient, sender], day)))
        owners[sender].wrote(recipient, day)
        owners[recipient].heard(sender, day)
    return found


def judged(asked: Sequence[Asked]) -> Sequence[Asked]:
    """Return the last 30 % of the messages."""
    return asked[round(len(asked) * (1 - JUDGED)) :]


def chances(asked: Iterable[Asked], weights: Features = WEIGHTS) -> list[float]:
    """Return what the product says of each message."""
    return [reply_chance(one.evidence, owner_rate=one.owner_rate, weights=weights).mean for one in asked]


def area(scores: Sequence[float], answered: Sequence[bool]) -> float:
    """Return the area under the curve: how often an answered message has the higher score; a tie is half."""
    ranked = sorted(zip(scores, answered, strict=True))
    below, wins = 0, 0.0
    for _, tied in groupby(ranked, key=lambda one: one[0]):
        outcomes = [outcome for _, outcome in tied]
        misses = outcomes.count(False)
        wins += (len(outcomes) - misses) * (below + misses / 2)
        below += misses
    return wins / (below * (len(ranked) - below)) if 0 < below < len(ranked) else float("nan")


def brier(scores: Sequence[float], answered: Sequence[bool]) -> float:
    """Return the mean squared error of the chances."""
    return sum((score - outcome) ** 2 for score, outcome in zip(scores, answered, strict=True)) / len(scores)


def line(network: str, part: str, asked: Sequence[Asked], weights: Features = WEIGHTS) -> str:
    """Return one row of the table."""
    if not asked:
        return f"{network:<18}{part:<9}{0:>7}"
    answered = [one.answered for one in asked]
    scores, base = chances(asked, weights), sum(answered) / len(answered)
    error, floor = brier(scores, answered), base * (1 - base)
    singles = {name: area([rule(one.evidence) for one in asked], answered) for name, rule in HEURISTICS.items()}
    best = max(singles, key=lambda name: singles[name])
    return (
        f"{network:<18}{part:<9}{len(asked):>7}{base:>7.3f}{area(scores, answered):>7.3f}{error:>8.4f}"
        f"{error / floor if floor else float('nan'):>9.3f}{sum(scores) / len(scores):>7.3f}   "
        f"{singles[best]:.3f} {best}"
    )


def show(network: str, asked: Sequence[Asked], weights: Features = WEIGHTS) -> None:
    """Print the rows of one network."""
    later = judged(asked)
    opening = [one for one in later if one.evidence.opening]
    print(line(network, "all", later, weights))
    print(line(network, "dormant", [one for one in opening if not is_first(one)], weights))
    print(line(network, "first", [one for one in opening if is_first(one)], weights), flush=True)


def is_first(asked: Asked) -> bool:
    """Say whether nothing had passed between the two before."""
    return asked.evidence.sent == asked.evidence.heard == 0


def network_name(path: Path) -> str:
    """Return what to call a file."""
    return path.name.split(".")[0][:17]


def _is_answered(replies: Sequence[float], day: float) -> bool:
    place = bisect_right(replies, day)
    return place < len(replies) and replies[place] - day <= ANSWERED_WITHIN


def main() -> int:
    """Measure and print; the exit code says whether the chances beat the base rate everywhere."""
    parser = argparse.ArgumentParser(prog="benchmarks.replies", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    worse = False
    print(
        f"On the last 30 % of each network's messages; dormant: after {SILENT:.0f} silent days or more; first: nothing "
        "had passed before."
    )
    print("Brier of base: below 1 the chances say more than the base rate does.")
    print(HEAD)
    for path in parser.parse_args().files:
        asked = asked_in(read(path))
        show(network_name(path), asked)
        answered = [one.answered for one in judged(asked)]
        base = sum(answered) / len(answered)
        worse |= brier(chances(judged(asked)), answered) >= base * (1 - base)
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
