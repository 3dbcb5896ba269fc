import pytest

from benchmarks.measuring import Compared, Measured
from benchmarks.operations import OPERATIONS
from benchmarks.report import faults


def compared(*, product: float, bare: tuple[float, ...] = (1.0, 1.0, 1.0)) -> Compared:
    """Rounds of the list of contacts, by the CPU that a request took."""
    cpus = {"bare": bare, "framework": (1.4, 1.4, 1.4), "product": (product,) * 3}
    rounds = {variant: [Measured(100, 1, 2, cpu) for cpu in three] for variant, three in cpus.items()}
    return Compared(OPERATIONS["list"], rounds)


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
