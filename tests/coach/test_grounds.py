from comity.coach import grounds
from comity.coach.history import Background
from comity.coach.words import CommonalityKind
from tests.coach.plain import sam


class TestGround:
    def test_of_a_group_is_that_of_an_interest(self) -> None:
        assert grounds.ground(CommonalityKind.GROUP, "Rotary") == grounds.ground(CommonalityKind.INTEREST, "rotary")

    def test_of_a_name_that_says_nothing_is_empty(self) -> None:
        assert grounds.ground(CommonalityKind.SCHOOL, " - ") == ""


class TestGroundsOf:
    def test_are_all_that_a_person_has_each_once(self) -> None:
        person = sam(
            company="Acme Inc.",
            employers=("ACME", "Quanta"),
            schools=("ETH Zürich",),
            location="Utrecht, Netherlands",
            interests=("Chess",),
            tags=("Rotary", "..."),
        )

        assert grounds.grounds_of(person) == {
            "employer:acme",
            "employer:quanta",
            "school:eth zurich",
            "place:utrecht",
            "place:netherlands",
            "interest:chess",
            "interest:rotary",
        }


class TestNamesOfOwner:
    def test_are_the_background_by_kind(self) -> None:
        background = Background(groups=("Rotary",), interests=("Chess",))

        told = {kind: tuple(names) for kind, names in grounds.names_of_owner(background)}

        assert told[CommonalityKind.GROUP] == ("Rotary",)
        assert told[CommonalityKind.INTEREST] == ("Chess",)


class TestPlacesOf:
    def test_are_the_parts_of_a_location(self) -> None:
        assert grounds.places_of("Utrecht, , Netherlands") == ("Utrecht", "Netherlands")
        assert grounds.places_of(None) == ()
