"""Fits the weights of the intent reading, and prints their table: `python -m benchmarks.fit_intent FILE`.

Logistic regression with an L1 penalty, so that few phrases keep a weight, by coordinate descent (Friedman, Hastie and
Tibshirani, 2010). The held-out third of the file is not read. The penalty was chosen by five folds within the rest.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.intent_data import Labelled, read, split
from comity.coach.reading.intent import phrases_of
from comity.coach.spoken.text import sentences

PENALTY = 2.0  # of the summed loss: chosen by folds, see `main`
LEAST_ROWS = 4  # rows in which a phrase must stand to be weighed at all
ROUNDS = 75  # of sweeps over the weights
WHOLE_SWEEP = 3  # rounds from one sweep over all phrases to the next; in between only those with a weight move
CURVATURE = 0.25  # no logistic loss bends more
STEP = 0.1  # to which weights are rounded: more digits say nothing
TRIED = (1.4, 2.0, 2.8)

Features = list[set[str]]


class Model:
    """Weights by phrase."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self.bias = round(bias / STEP) * STEP
        self.weights = {name: round(value / STEP) for name, value in weights.items() if round(value / STEP)}

    def carries(self, features: set[str]) -> bool:
        """Say whether the phrases of a row speak for an intent."""
        return self.bias + STEP * sum(self.weights.get(name, 0) for name in features) >= 0


def features_of(row: Labelled) -> set[str]:
    return {phrase for sentence in sentences(row.text) for phrase, _ in phrases_of(sentence)}


def fit(features: Features, labels: Sequence[bool], penalty: float) -> Model:
    """Return the weights that fit best, the penalty included."""
    counts = Counter(name for some in features for name in some)
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, some in enumerate(features):
        for name in some:
            if counts[name] >= LEAST_ROWS:
                rows_of[name].append(row)
    weights = dict.fromkeys(sorted(rows_of), 0.0)
    bias, margins = 0.0, [0.0] * len(features)
    for turn in range(ROUNDS):
        shift = _newton(range(len(features)), labels, margins)
        bias += shift
        margins = [margin + shift for margin in margins]
        for name in weights if turn % WHOLE_SWEEP == 0 else [name for name, weight in weights.items() if weight]:
            rows = rows_of[name]
            curve = CURVATURE * len(rows)
            wanted = weights[name] + _newton(rows, labels, margins)
            moved = math.copysign(max(abs(wanted) - penalty / curve, 0.0), wanted) - weights[name]
            if moved:
                weights[name] += moved
                for row in rows:
                    margins[row] += moved
    return Model(bias, weights)


def _newton(rows: Sequence[int], labels: Sequence[bool], margins: Sequence[float]) -> float:
    slope = sum(labels[row] - 1 / (1 + math.exp(-margins[row])) for row in rows)
    return slope / (CURVATURE * len(rows))


def accuracy(rows: Sequence[Labelled], penalty: float, folds: int = 5) -> float:
    """Return the share of rows that are read right by weights fitted on the other folds."""
    features, right = [features_of(row) for row in rows], 0
    for fold in range(folds):
        inner = [place for place in range(len(rows)) if place % folds != fold]
        model = fit([features[place] for place in inner], [rows[place].carries for place in inner], penalty)
        right += sum(model.carries(features[place]) == rows[place].carries for place in range(fold, len(rows), folds))
    return right / len(rows)


def table(model: Model, rows: int) -> Iterator[str]:
    """Yield the lines of the table: for each weight, its phrases."""
    yield '"""By how much each phrase speaks for an intent, or against one.\n'
    yield f"Fitted by `python -m benchmarks.fit_intent` on {rows:,} sentences of the Parakweet intent set (Apache-2.0),"
    yield "two thirds of them, the rest being held out. `make bench-intent` measures it. Written by that program.\n"
    yield "`^` begins a sentence, `<end>` ends it, `#` is a number; for the rest see `phrases_of`."
    yield '"""\n'
    yield f"BIAS = {model.bias:.1f}\n"
    yield "_PHRASES = {  # in units of log odds; phrases of one weight are separated by a bar"
    by_weight: dict[int, list[str]] = defaultdict(list)
    for name, weight in model.weights.items():
        by_weight[weight].append(name)
    for weight, names in sorted(by_weight.items(), reverse=True):
        yield f"    {weight * STEP:.1f}: ("
        yield from _lines(sorted(names))
        yield "    ),"
    yield "}"
    yield 'WEIGHTS = {phrase: weight for weight, phrases in _PHRASES.items() for phrase in phrases.split("|")}'


def _lines(names: Sequence[str], width: int = 105) -> Iterator[str]:
    line = ""
    for place, name in enumerate(names):
        piece = name + ("|" if place < len(names) - 1 else "")
        if line and len(line) + len(piece) > width:
            yield f"        {_quoted(line)}"
            line = ""
        line += piece
    yield f"        {_quoted(line)}"


def _quoted(line: str) -> str:
    escaped = line.replace("\\", "\\\\")
    return f"'{escaped}'" if '"' in line and "'" not in line else '"' + escaped.replace('"', '\\"') + '"'


def main(files: Sequence[str]) -> None:
    rows, _ = split(read(files))
    for penalty in TRIED:
        print(f"penalty {penalty}: {accuracy(rows, penalty):.3f} right in five folds", file=sys.stderr)
    model = fit([features_of(row) for row in rows], [row.carries for row in rows], PENALTY)
    print("\n".join(table(model, len(rows))))


if __name__ == "__main__":
    main(sys.argv[1:])
