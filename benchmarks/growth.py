"""How the time of one request grows with the account: t ~ n to the power of the exponent."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import log

from benchmarks.data import fill
from benchmarks.databases import Place
from benchmarks.measuring import measure
from benchmarks.operations import OPERATIONS
from benchmarks.processes import serving

SIZES = (1_000, 10_000, 100_000)
MOST = {"list": 0.1, "log": 0.1, "today": 1.05}


@dataclass(frozen=True, slots=True)
class Grown:
    """CPU milliseconds of a request, by the number of contacts."""

    name: str
    cpu: dict[int, float]

    @property
    def exponent(self) -> float:
        """Return the exponent between the smallest and the largest account."""
        first, last = min(self.cpu), max(self.cpu)
        return log(self.cpu[last] / self.cpu[first]) / log(last / first)

    @property
    def is_too_steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.exponent > MOST[self.name]


def measure_growth(places: Iterator[AbstractContextManager[Place]], *, seconds: float) -> list[Grown]:
    """Measure the product, with one client, on accounts of each size."""
    grown = [Grown(name, {}) for name in MOST]
    for size, at in zip(SIZES, places, strict=False):
        with at as place:
            made = fill(place.url, contacts=size)
            with serving(place.url, "product", postmaster=place.postmaster) as (server,):
                for one in grown:
                    found = measure(OPERATIONS[one.name], server, made, seconds=seconds, clients=1)
                    one.cpu[size] = found.cpu
    return grown
