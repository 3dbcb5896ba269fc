import pytest

from benchmarks.measuring import Compared, Measured
from benchmarks.operations import OPERATIONS
from benchmarks.report import faults


def compared(
    *,
    product: float,
    bare: tuple[float, ...] = (1.0, 1.0, 1.0),
    name: str = "list",
    database: str = "sqlite",
    p95: float = 2.0,
) -> Compared:
    """Rounds of an operation, by the CPU that a request took. p95: the product's; the floors' is 2 ms."""
    cpus = {"bare": bare, "framework": (1.4, 1.4, 1.4), "product": (product,) * 3}
    slowest = {"product": p95}
    rounds = {
        variant: [Measured(100, 1, slowest.get(variant, 2.0), cpu) for cpu in three] for variant, three in cpus.items()
    }
    return Compared(OPERATIONS[name].on(database), rounds)


class TestFaults:
    @pytest.mark.parametrize(
        ("product", "known", "said"),
        [
            (1.9, 0.53, []),
            (2.4, 0.42, ["58% of the framework floor; wanted: 70%"]),
            (2.6, 0.40, ["38% of the bare floor; wanted: 40%", "54% of the framework floor; wanted: 70%"]),
            (1.9, 0.70, ["53% of the bare floor; it was 70%"]),
        ],
    )
    def test_name_what_is_missed(self, product: float, known: float, said: list[str]) -> None:
        assert faults(compared(product=product), known=known) == said

    def test_say_nothing_of_a_run_whose_floor_moved(self) -> None:
        (said,) = faults(compared(product=9.0, bare=(1.0, 1.0, 1.2)), known=0.5)

        assert said.startswith("void")

    def test_want_of_postgresql_what_it_can_reach(self) -> None:
        assert faults(compared(product=2.3, database="postgresql"), known=0.0) == []

    def test_go_by_the_slowest_answers_of_the_floor_too(self) -> None:
        assert faults(compared(product=1.0, name="log", p95=6.0), known=0.0) == []
        assert faults(compared(product=1.0, name="log", p95=6.2), known=0.0) == [
            "p95 3.1 times the bare floor's; wanted: 3.0"
        ]
