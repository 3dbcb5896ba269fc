"""Sentences with a label, and the third of them that is never learned from."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SEED = 2026
FOLDS = 3  # one part in three is held out


@dataclass(frozen=True, order=True)
class Labelled:
    """One row: a text, and whether it carries an intent."""

    text: str
    carries: bool


def read(files: Iterable[str]) -> list[Labelled]:
    """Return the distinct rows of files with `Yes` or `No`, a tab, and a text on each line."""
    rows = set()
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            label, _, text = line.partition("\t")
            if label in {"Yes", "No"} and text.strip():
                rows.add(Labelled(text, label == "Yes"))
    return sorted(rows)


def split(rows: list[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Return what may be learned from, and the third that is held out: the same for the same rows."""
    shuffled = list(rows)
    random.Random(SEED).shuffle(shuffled)
    held_out = len(shuffled) // FOLDS
    return shuffled[held_out:], shuffled[:held_out]
