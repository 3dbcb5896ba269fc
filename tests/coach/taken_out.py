"""Takes each rule of the playbook out in turn, and counts the vignettes and the tests that miss it.

A rule that is taken out finds nothing, wherever it is called. One that nobody misses is not tested.
"""

import contextlib
import importlib
import inspect
import io
import pkgutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from comity.coach import rules
from tests.coach.play import Vignette, play, read

TESTS = Path(__file__).resolve().parent
VIGNETTES = TESTS.parent / "vignettes"
MOVING = {  # what each of them is asked about stays where it is when the rule does not hold
    "follow-up.spread",
    "timing.away",
    "timing.holiday",
    "timing.hours",
    "timing.own-hours",
    "timing.quiet-hours",
}


def functions() -> dict[str, FunctionType]:
    """Return the public functions of the rules' modules, by the rule that each is named for."""
    found = {}
    for family in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{family.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{family.name}.{name}".replace("_", "-")] = function
    return found


@contextlib.contextmanager
def taken_out(rule: str) -> Iterator[None]:
    """Let a rule find nothing for a while. Its code is exchanged, so that whoever holds the function misses it too."""
    function = functions()[rule]
    code, words = function.__code__, function.__kwdefaults__
    function.__code__, function.__kwdefaults__ = _finding_nothing(rule).__code__, None
    try:
        yield
    finally:
        function.__code__, function.__kwdefaults__ = code, words


def _finding_nothing(rule: str) -> FunctionType:
    """Return what a rule of this kind is when it does not hold."""
    if rule in MOVING:
        found: Callable[..., Any] = lambda moment, **_: moment  # noqa: E731
    elif rule == "channel.where-they-answer":
        found = _linkedin
    elif rule.startswith("message."):
        found = lambda *_, **__: ()  # noqa: E731
    else:
        found = lambda *_, **__: None  # noqa: E731
    assert isinstance(found, FunctionType)
    return found


def _linkedin(*_: object) -> object:
    from comity.coach.words import Channel  # noqa: PLC0415  # it runs in another module, which may know other names

    return Channel.LINKEDIN


def misses(vignette: Vignette) -> bool:
    """Say whether a vignette falls; a coach that breaks down is missed as well."""
    try:
        return bool(play(vignette))
    except Exception:  # whatever it is
        return True


def situations() -> list[Vignette]:
    """Return every vignette there is."""
    return [vignette for file in sorted(VIGNETTES.glob("*.json")) for vignette in read(file)]


class _Counter:
    """Counts the tests of a run that failed."""

    def __init__(self) -> None:
        self.failed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count."""
        self.failed += report.failed


def failing_tests(rule: str) -> int:
    """Return how many tests of the rule's family fail now."""
    family = rule.partition(".")[0].replace("-", "_")
    file = TESTS / "messages" / "test_check.py" if family == "message" else TESTS / "rules" / f"test_{family}.py"
    counter = _Counter()
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(file)], plugins=[counter])
    return counter.failed


def main() -> int:
    """Print, for each rule, how many vignettes and tests fall without it; 1 if one is not missed at all."""
    told = situations()
    unmissed = 0
    sys.stdout.write(f"{'rule':<30}{'vignettes':>10}{'tests':>7}\n")
    for rule in functions():
        with taken_out(rule):
            fallen, failed = _count(told), failing_tests(rule)
        unmissed += not fallen + failed
        sys.stdout.write(f"{rule:<30}{fallen:>10}{failed:>7}\n")
    sys.stdout.write(f"{unmissed} of {len(functions())} rules are missed by nobody\n")
    return int(unmissed > 0)


def _count(told: Iterable[Vignette]) -> int:
    return sum(misses(vignette) for vignette in told)


if __name__ == "__main__":
    sys.exit(main())
