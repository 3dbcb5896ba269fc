from comity.coach import commonalities
from comity.coach.history import Background
from tests.coach.plain import sam


class TestShared:
    def test_finds_what_both_have(self) -> None:
        person = sam(
            company="Northwind Ltd", schools=("Delft",), location="Utrecht, Netherlands", interests=("Sailing",)
        )
        background = Background(("Northwind",), ("delft",), ("Utrecht",), ("sailing",), ())

        assert commonalities.shared(person, background) == ["Northwind Ltd", "Delft", "Utrecht", "Sailing"]

    def test_finds_nothing_between_strangers(self) -> None:
        assert commonalities.shared(sam(), Background(places=("Utrecht",))) == []
