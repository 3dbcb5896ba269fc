"""Prints what was measured."""

from collections.abc import Iterable, Sequence

from benchmarks import digesting
from benchmarks.digesting import Digested
from benchmarks.growth import MOST, Grown
from benchmarks.importing import Imported
from benchmarks.introductions import SLOWEST_MILLISECONDS, Searched
from benchmarks.measuring import Compared
from benchmarks.shares import MOST_FALLEN
from benchmarks.sweeping import MOST_DEARER_AMONG_MORE, MOST_IDLE_SHARE, MOST_TIMES_THE_CLAIM, Swept
from benchmarks.whole import MOST_SECONDS, WholeRead

FLOORS = ("bare", "framework")
HEAD = f"{'':12}{'variant':>12}{'req/s':>9}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'of bare':>9}{'of fw':>9}"


def show(compared: Compared, *, known: float) -> bool:
    """Print one operation's table, and say whether it misses a target. known: the share that it reached before."""
    for variant in compared.rounds:
        one = compared.middle(variant)
        line = f"{compared.operation.name:12}{variant:>12}{one.rate:9.0f}{one.p50:9.2f}{one.p95:9.2f}{one.cpu:9.3f}"
        shares = "".join(f"{compared.share(floor):9.0%}" for floor in FLOORS) if variant == "product" else ""
        print(line + shares)
    return _complain(faults(compared, known=known))


def show_whole(reads: Iterable[WholeRead]) -> bool:
    """Print how long reads of the whole account take, and say whether one is too slow."""
    missed = False
    for one in reads:
        print(f"{one.name:12}{one.seconds:.1f} s, {one.times:.1f} times the bare read of the log")
        most = MOST_SECONDS[one.name]
        missed |= _complain([f"wanted: {most:.0f} s"] if one.seconds > most else [])
    return missed


def show_growth(grown: Iterable[Grown]) -> bool:
    """Print how each operation grows, and say whether one grows too fast."""
    missed = False
    for one in grown:
        sizes = "".join(f"{size:>11,}: {cpu:.2f} ms" for size, cpu in one.cpu.items())
        print(f"{one.name:12}{sizes}   exponent {one.exponent:.2f}")
        missed |= _complain([f"wanted: at most {MOST[one.name]}"] if one.is_too_steep else [])
    return missed


def show_import(imported: Imported, missed: Iterable[str]) -> bool:
    """Print what an import took, and say whether it misses a target."""
    print(
        f"{'import':12}{imported.first:.1f} s, {imported.first / imported.parse:.0f} times the bare parse; again "
        f"{imported.second:.1f} s; memory +{imported.megabytes:.0f} MB"
    )
    return _complain(missed)


def show_sweep(swept: Swept) -> bool:
    """Print what a morning hour's sweep costs, and say whether it misses a target."""
    claim, sweep = swept.claim, swept.sweep
    print(
        f"{'sweep':12}100,000 due: bare claim {claim.wall:.1f} s, CPU {claim.cpu:.1f} s; sweep {sweep.wall:.1f} s, CPU "
        f"{sweep.cpu:.1f} s; {swept.times:.1f} times the claim, {sweep.wall / claim.wall:.1f} by the clock; "
        f"{swept.dearer:.2f} times as dear among twice as many"
    )
    missed = []
    if swept.times > MOST_TIMES_THE_CLAIM:
        missed.append(f"{swept.times:.1f} times the bare claim; wanted: {MOST_TIMES_THE_CLAIM:.0f}")
    if swept.dearer > MOST_DEARER_AMONG_MORE:
        missed.append(f"{swept.dearer:.2f} times as dear among twice as many; wanted: {MOST_DEARER_AMONG_MORE}")
    return _complain(missed)


def show_digests(digested: Digested) -> bool:
    """Print what that morning's digests cost, and say whether they miss their target."""
    claim, digests = digested.claim, digested.digests
    print(
        f"{'digests':12}2,000 accounts with 50 due each: bare claim {claim.wall:.1f} s, CPU {claim.cpu:.1f} s; digests "
        f"{digests.wall:.1f} s, CPU {digests.cpu:.1f} s; {digested.times:.1f} times the claim, "
        f"{digests.wall / claim.wall:.1f} by the clock"
    )
    most = digesting.MOST_TIMES_THE_CLAIM
    return _complain(
        [f"{digested.times:.1f} times the bare claim; wanted: {most:.0f}"] if digested.times > most else []
    )


def show_idle(share: float) -> bool:
    """Print what a worker takes that has nothing to do, and say whether it is too much."""
    print(f"{'idle':12}a worker with nothing to do takes {share:.1%} of a core")
    return _complain([f"wanted: {MOST_IDLE_SHARE:.0%}"] if share > MOST_IDLE_SHARE else [])


def show_introductions(searched: Iterable[Searched]) -> bool:
    """Print how long the ways to one contact take, beside their search alone, and say whether it is too long."""
    missed = False
    for one in searched:
        whole = one.request
        print(
            f"{one.name:12}search {one.search_p50:.1f} ms, at most {one.search_most:.1f}; request p50 {whole.p50:.1f}, "
            f"p95 {whole.p95:.1f}, CPU {whole.cpu:.1f} ms; {whole.p50 / one.search_p50:.1f} times the search"
        )
        wanted = f"p95 {whole.p95:.0f} ms; wanted: {SLOWEST_MILLISECONDS:.0f} ms"
        missed |= _complain([wanted] if whole.p95 > SLOWEST_MILLISECONDS else [])
    return missed


def _complain(missed: Iterable[str]) -> bool:
    complaints = list(missed)
    for fault in complaints:
        print(f"{'':12}! {fault}")
    return bool(complaints)


def faults(compared: Compared, *, known: float) -> Sequence[str]:
    """Return which targets were missed, or that nothing can be said."""
    if compared.is_void:
        return ["void: a floor moved by more than 15 % between rounds"]
    operation, found = compared.operation, []
    share = compared.share("bare")
    if share < operation.least_of_bare:
        found.append(f"{share:.0%} of the bare floor; wanted: {operation.least_of_bare:.0%}")
    if share < MOST_FALLEN * known:
        found.append(f"{share:.0%} of the bare floor; it was {known:.0%}")
    of_framework = compared.share("framework")
    if of_framework < operation.least_of_framework:
        found.append(f"{of_framework:.0%} of the framework floor; wanted: {operation.least_of_framework:.0%}")
    rate = compared.rate_share("bare")
    if rate < operation.least_rate_of_bare:
        found.append(f"{rate:.0%} of the bare floor's req/s; wanted: {operation.least_rate_of_bare:.0%}")
    p95 = compared.middle("product").p95
    if operation.slowest_milliseconds is not None and p95 > operation.slowest_milliseconds:
        found.append(f"p95 {p95:.0f} ms; wanted: {operation.slowest_milliseconds:.0f} ms")
    times = p95 / compared.middle("bare").p95
    if operation.slowest_times_bare is not None and times > operation.slowest_times_bare:
        found.append(f"p95 {times:.1f} times the bare floor's; wanted: {operation.slowest_times_bare:.1f}")
    return found
