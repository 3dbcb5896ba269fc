"""Fits the weights of the chance of a reply and shows what they are worth elsewhere: `make fit-replies FILES="..."`.

A logistic regression of plain Newton steps. Every network weighs the same, and weights are drawn towards nothing: what
one network alone teaches does not hold in the next. First each network is judged by weights that the others gave.
"""

import argparse
from collections.abc import Mapping, Sequence
from itertools import combinations_with_replacement
from math import exp, sqrt
from pathlib import Path

from benchmarks.networks import read
from benchmarks.replies import HEAD, Asked, asked_in, network_name, show
from comity.coach.reply_chance import Features, features_of, owners_part

DRAWN = 0.05  # weight of the squares against the mean loss; less gains nothing on a network that was left out
SAMPLE = 20_000  # messages of each network, evenly spaced
STEPS = 12
NOTHING = 1e-12

Matrix = list[list[float]]


def fitted(networks: Mapping[str, Sequence[Asked]]) -> Features:
    """Return the weights that fit all these networks best."""
    rows, given, answers, shares = [], [], [], []
    for asked in networks.values():
        some = _sample(asked)
        rows += [list(features_of(one.evidence)) for one in some]
        given += [owners_part(one.evidence, one.owner_rate) for one in some]
        answers += [float(one.answered) for one in some]
        shares += [1 / len(some) / len(networks)] * len(some)
    scales = _scales(rows, shares)
    scaled = [[value / scale for value, scale in zip(row, scales, strict=True)] for row in rows]
    weights = [0.0] * len(scales)
    for _ in range(STEPS):
        slope, bend = _curve(scaled, given, answers, shares, weights)
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return Features(*(weight / scale for weight, scale in zip(weights, scales, strict=True)))


def _sample(asked: Sequence[Asked]) -> Sequence[Asked]:
    stride = max(1, len(asked) // SAMPLE)
    return asked[::stride]


def _scales(rows: Matrix, shares: Sequence[float]) -> list[float]:
    """Return the spread of each feature, so that all are drawn towards nothing alike; the start is left as it is."""
    means = [
        sum(share * value for share, value in zip(shares, column, strict=True)) for column in zip(*rows, strict=True)
    ]
    squares = [
        sum(share * value * value for share, value in zip(shares, column, strict=True))
        for column in zip(*rows, strict=True)
    ]
    spreads = [sqrt(max(square - mean * mean, NOTHING)) for square, mean in zip(squares, means, strict=True)]
    return [1.0, *spreads[1:]]


def _curve(
    rows: Matrix,
    given: Sequence[float],
    answers: Sequence[float],
    shares: Sequence[float],
    weights: Sequence[float],
) -> tuple[list[float], Matrix]:
    """Return slope and curvature of the likelihood, less what draws the weights towards nothing.

    given: what is added to each row's log-odds and not fitted.
    """
    size = len(weights)
    pairs = list(combinations_with_replacement(range(size), 2))
    slope, sums = [0.0] * size, [0.0] * len(pairs)
    for row, base, answer, share in zip(rows, given, answers, shares, strict=True):
        log_odds = base + sum(weight * value for weight, value in zip(weights, row, strict=True))
        chance = 1 / (1 + exp(-log_odds))
        error, force = share * (answer - chance), share * chance * (1 - chance)
        slope = [total + error * value for total, value in zip(slope, row, strict=True)]
        sums = [total + force * row[i] * row[j] for total, (i, j) in zip(sums, pairs, strict=True)]
    bend = [[0.0] * size for _ in range(size)]
    for (i, j), total in zip(pairs, sums, strict=True):
        bend[i][j] = bend[j][i] = total
    for i in range(1, size):
        slope[i] -= DRAWN * weights[i]
        bend[i][i] += DRAWN
    return slope, bend


def _solved(matrix: Matrix, vector: Sequence[float]) -> list[float]:
    """Solve a symmetric positive system by Gauss's elimination."""
    size = len(vector)
    rows = [[*line, value] for line, value in zip(matrix, vector, strict=True)]
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            rows[j] = [below - factor * above for below, above in zip(rows[j], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - rest) / rows[i][i]
    return found


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.fit_replies", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    networks = {network_name(path): asked_in(read(path)) for path in parser.parse_args().files}
    if len(networks) > 1:
        print("Each network by weights that were fitted on the others:")
        print(HEAD)
        for name, asked in networks.items():
            show(name, asked, fitted({other: theirs for other, theirs in networks.items() if other != name}))
    print(f"Fitted on {sum(map(len, networks.values()))} messages:")
    for name, weight in fitted(networks)._asdict().items():
        print(f"    {name}={weight:.3f},")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
