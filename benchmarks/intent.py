"""How well the product reads intents: `make bench-intent FILES="..."`; on the third that no weight was fitted on."""

import sys
import time
from collections import Counter
from collections.abc import Sequence

from benchmarks.intent_data import SEED, Labelled, read, split
from comity.coach.reading.intent import intent_of
from comity.coach.spoken.text import sentences

WANTED = 0.80  # share read right


def carries(text: str) -> bool:
    """Say what the product says of a text: whether one of its sentences carries an intent."""
    return any(intent_of(sentence) for sentence in sentences(text))


def main(files: Sequence[str]) -> int:
    learned, held_out = split(read(files))
    if not held_out:
        print("There is nothing to read: name files with `Yes` or `No`, a tab, and a text on each line.")
        return 2
    started = time.perf_counter()
    found = Counter((row.carries, carries(row.text)) for row in held_out)
    seconds = time.perf_counter() - started
    share = _report(held_out, found)
    print(f"not looked at: the {len(learned):,} rows that the weights were fitted on; the split has seed {SEED}")
    print(f"{seconds / len(held_out) * 1e6:,.0f} µs a row")
    return 0 if share >= WANTED else 1


def _report(rows: Sequence[Labelled], found: Counter[tuple[bool, bool]]) -> float:
    share = (found[True, True] + found[False, False]) / len(rows)
    base = max(sum(row.carries for row in rows), sum(not row.carries for row in rows)) / len(rows)
    print(f"n {len(rows):,}   accuracy {share:.3f}   wanted {WANTED:.2f}   always the commoner answer {base:.3f}")
    print(f"{'':16}{'read: intent':>14}{'read: none':>14}")
    for label, name in ((True, "is an intent"), (False, "is none")):
        print(f"{name:16}{found[label, True]:14,}{found[label, False]:14,}")
    return share


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
