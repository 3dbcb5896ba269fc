"""`python -m benchmarks [names]`: list contact today log hook whole growth import sweep digests idle.

All of them without names; and introductions, by name only.

Each is printed beside its floors, and judged by the share of them that it reaches. The exit code says whether every
target was met.
"""

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager

from benchmarks import digesting, importing, introductions, report, shares, sweeping
from benchmarks.data import fill
from benchmarks.databases import Place, fsync_milliseconds, postgresql, sqlite
from benchmarks.growth import measure_growth
from benchmarks.load import LOAD_CORE
from benchmarks.measuring import compare
from benchmarks.operations import OPERATIONS, Operation
from benchmarks.processes import serving
from benchmarks.whole import measure_whole

VARIANTS = ("bare", "framework", "product")
CONTACTS = 10_000
NAMES = (*OPERATIONS, "whole", "growth", "import", "sweep", "digests", "idle")
LARGE = "introductions"  # builds a network of a million ties first, so only by name

New = Callable[[], AbstractContextManager[Place]]


def main() -> int:
    """Measure and print."""
    options = _options()
    names = options.names or NAMES
    database = "postgresql" if options.postgresql else "sqlite"
    new: New = postgresql if options.postgresql else sqlite
    os.sched_setaffinity(0, {LOAD_CORE})
    print(f"fsync {fsync_milliseconds():.2f} ms")
    chosen = [OPERATIONS[name].on(database) for name in names if name in OPERATIONS]
    missed = _compare(new, chosen, database, quick=options.quick, keep=options.keep) if chosen else False
    if "whole" in names:
        with new() as place:
            missed |= report.show_whole(measure_whole(place))
    if "growth" in names and not (options.quick and not options.names):
        missed |= _grow(new)
    if "import" in names:
        missed |= _import(new, database)
    if "sweep" in names:
        with new() as place:
            missed |= report.show_sweep(sweeping.measure_sweep(place))
    if "digests" in names:
        with new() as place:
            missed |= report.show_digests(digesting.measure_digests(place))
    if "idle" in names:
        with new() as place:
            missed |= report.show_idle(sweeping.measure_idle(place))
    if LARGE in names:
        missed |= _introduce(new)
    return 1 if missed else 0


def _compare(new: New, chosen: Sequence[Operation], database: str, *, quick: bool, keep: bool) -> bool:
    missed, known = False, shares.kept(database)
    with new() as place:
        made = fill(place.url, contacts=CONTACTS)
        print(report.HEAD)
        with serving(place.url, *VARIANTS, postmaster=place.postmaster) as servers:
            for compared in compare(chosen, servers, made, rounds=3, seconds=1.5 if quick else 5):
                missed |= report.show(compared, known=known.get(compared.operation.name, 0.0))
                if keep and not compared.is_void:
                    shares.keep(database, compared.operation.name, compared.share("bare"))
    return missed


def _grow(new: New) -> bool:
    return report.show_growth(measure_growth(iter(new, None), seconds=3))


def _import(new: New, database: str) -> bool:
    with new() as place:
        imported = importing.measure(place)
    return report.show_import(imported, importing.faults(imported, database=database))


def _introduce(new: New) -> bool:
    with new() as place:
        return report.show_introductions(introductions.measure_introductions(place))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help=" ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="less than two minutes; the ratios scatter more")
    parser.add_argument("--keep", action="store_true", help="write down the shares: a later run may not fall far below")
    parser.add_argument("--postgresql", action="store_true", help="instead of SQLite")
    options = parser.parse_args()
    _check(parser, options.names)
    return options


def _check(parser: argparse.ArgumentParser, names: Iterable[str]) -> None:
    for name in names:
        if name not in (*NAMES, LARGE):
            parser.error(f"{name}: there is no such benchmark; there are {' '.join((*NAMES, LARGE))}")


if __name__ == "__main__":
    raise SystemExit(main())
