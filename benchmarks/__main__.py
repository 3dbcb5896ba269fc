"""`python -m benchmarks [names]`: list contact today log growth import; all of them without names."""

import argparse
import os
from collections.abc import Sequence

from benchmarks import report
from benchmarks.data import build
from benchmarks.databases import Place, fsync_milliseconds, postgresql, sqlite
from benchmarks.load import LOAD_CORE
from benchmarks.measuring import compare
from benchmarks.operations import OPERATIONS
from benchmarks.processes import serving
from comity.database import Database

VARIANTS = ("bare", "framework", "product")
CONTACTS = 10_000


def main() -> int:
    """Measure and print; the exit code says whether every target was met."""
    options = _options()
    os.sched_setaffinity(0, {LOAD_CORE})
    print(f"fsync {fsync_milliseconds():.2f} ms")
    with postgresql() if options.postgresql else sqlite() as place:
        missed = _compare(place, options.names or list(OPERATIONS), quick=options.quick)
    return 1 if missed else 0


def _compare(place: Place, names: Sequence[str], *, quick: bool) -> bool:
    chosen = [OPERATIONS[name] for name in names if name in OPERATIONS]
    store = Database(place.url)
    made = build(store, contacts=CONTACTS)
    store.dispose()
    missed = False
    print(report.HEAD)
    with serving(place.url, *VARIANTS, postmaster=place.postmaster) as servers:
        for compared in compare(chosen, servers, made, rounds=3 if quick else 5, seconds=1.5 if quick else 4):
            report.show(compared)
            missed |= bool(report.faults(compared))
    return missed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*OPERATIONS, []])
    parser.add_argument("--quick", action="store_true", help="less than two minutes; the ratios scatter more")
    parser.add_argument("--postgresql", action="store_true", help="instead of SQLite")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
