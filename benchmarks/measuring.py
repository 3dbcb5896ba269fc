"""Rounds: each variant in turn, again and again, so that a busy minute of the machine hits all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.data import Made
from benchmarks.load import Answers, send
from benchmarks.operations import Operation
from benchmarks.processes import Server

CLIENTS = 8
WARM_UP_SECONDS = 1.0
MOST_MOVED = 1.15  # a floor that moves by more between rounds makes the run void


@dataclass(frozen=True, slots=True)
class Measured:
    """One variant in one round. CPU in milliseconds a request."""

    rate: float
    p50: float
    p95: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Compared:
    """All rounds of one operation, by variant."""

    operation: Operation
    rounds: dict[str, list[Measured]]

    def middle(self, variant: str) -> Measured:
        """Return a variant's medians."""
        rounds = self.rounds[variant]
        return Measured(*(median(getattr(one, name) for one in rounds) for name in Measured.__slots__))

    def share(self, floor: str) -> float:
        """Return how much of a floor the product reaches, by CPU: the median of the rounds, each in itself."""
        pairs = zip(self.rounds[floor], self.rounds["product"], strict=True)
        return median(under.cpu / product.cpu for under, product in pairs)

    def rate_share(self, floor: str) -> float:
        """Return how much of a floor's req/s the product reaches: the median of the rounds, each in itself."""
        pairs = zip(self.rounds[floor], self.rounds["product"], strict=True)
        return median(product.rate / under.rate for under, product in pairs)

    @property
    def is_void(self) -> bool:
        """Whether a floor moved too much for the ratios to be believed."""
        floors = [[one.cpu for one in rounds] for variant, rounds in self.rounds.items() if variant != "product"]
        return any(max(cpus) > MOST_MOVED * min(cpus) for cpus in floors)


def compare(
    operations: Iterable[Operation], servers: Sequence[Server], made: Made, *, rounds: int, seconds: float
) -> Iterator[Compared]:
    """Measure each operation on each variant.

    Raises NotAnswered if an answer is no success.
    """
    for operation in operations:
        found: dict[str, list[Measured]] = defaultdict(list)
        for _ in range(rounds):
            for server in servers:
                found[server.variant].append(measure(operation, server, made, seconds=seconds))
        yield Compared(operation, found)


def measure(operation: Operation, server: Server, made: Made, *, seconds: float, clients: int = CLIENTS) -> Measured:
    """Measure one operation on one variant, after a warm-up."""
    _ask(operation, server, made, WARM_UP_SECONDS, clients)
    before = server.cpu_seconds()
    answers = _ask(operation, server, made, seconds, clients)
    cpu = (server.cpu_seconds() - before) * 1000 / len(answers.latencies)
    return Measured(answers.rate, answers.percentile(50), answers.percentile(95), cpu)


def _ask(operation: Operation, server: Server, made: Made, seconds: float, clients: int) -> Answers:
    return send(server.port, lambda: operation.requests(made), clients=clients, seconds=seconds)
