"""Prints what was measured."""

from collections.abc import Sequence

from benchmarks.measuring import Compared

FLOORS = ("bare", "framework")
HEAD = f"{'':12}{'variant':>12}{'req/s':>9}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'of bare':>9}{'of fw':>9}"


def show(compared: Compared) -> None:
    """Print one operation's table."""
    for variant in compared.rounds:
        one = compared.middle(variant)
        line = f"{compared.operation.name:12}{variant:>12}{one.rate:9.0f}{one.p50:9.2f}{one.p95:9.2f}{one.cpu:9.3f}"
        shares = "".join(f"{compared.share(floor):9.0%}" for floor in FLOORS) if variant == "product" else ""
        print(line + shares)
    for fault in faults(compared):
        print(f"{'':12}! {fault}")


def faults(compared: Compared) -> Sequence[str]:
    """Return which targets were missed, or that nothing can be said."""
    if compared.is_void:
        return ["void: a floor moved by more than 15 % between rounds"]
    operation, found = compared.operation, []
    share = compared.share("bare")
    if share < operation.least_of_bare:
        found.append(f"{share:.0%} of the bare floor; wanted: {operation.least_of_bare:.0%}")
    p95 = compared.middle("product").p95
    if operation.slowest_milliseconds is not None and p95 > operation.slowest_milliseconds:
        found.append(f"p95 {p95:.0f} ms; wanted: {operation.slowest_milliseconds:.0f} ms")
    return found
