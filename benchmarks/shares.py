"""The shares of the bare floor that were reached before: a run that falls well below them has found what got slower."""

import json
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("shares.json")
MOST_FALLEN = 0.85  # less than so much of what it was is no scatter any more


def kept(database: str) -> Mapping[str, float]:
    """Return the share that each operation is known to reach on this kind of database, 0..1."""
    shares: dict[str, float] = _all().get(database, {})
    return shares


def keep(database: str, operation: str, share: float) -> None:
    """Write down what was reached."""
    shares = _all()
    shares.setdefault(database, {})[operation] = round(share, 3)
    FILE.write_text(json.dumps(shares, indent=2, sort_keys=True) + "\n")


def _all() -> dict[str, dict[str, float]]:
    shares: dict[str, dict[str, float]] = json.loads(FILE.read_text())
    return shares
