from datetime import timedelta

import pytest

from comity.coach import commonalities
from comity.coach.commonalities import Commonality, Ground
from comity.coach.history import Background
from comity.coach.words import CommonalityKind
from tests.coach.plain import NOW, sam

INTEREST, EVENT, MUTUAL = CommonalityKind.INTEREST, CommonalityKind.EVENT, CommonalityKind.MUTUAL_CONTACT


def weighed(*found: Ground, contacts: int = 100, **counts: int) -> tuple[Commonality, ...]:
    return commonalities.weighed(found, counts, contacts=contacts, person=sam(company="Northwind"), as_of=NOW)


class TestShared:
    def test_finds_what_both_have(self) -> None:
        person = sam(
            company="Northwind Ltd", schools=("Delft",), location="Utrecht, Netherlands", interests=("Sailing",)
        )
        background = Background(("Northwind",), ("delft",), ("Utrecht",), ("sailing",), ())

        assert commonalities.shared(person, background) == ["Northwind Ltd", "Delft", "Utrecht", "Sailing"]

    def test_finds_nothing_between_strangers(self) -> None:
        assert commonalities.shared(sam(), Background(places=("Utrecht",))) == []


class TestCommonGrounds:
    def test_are_the_owners_kinds_in_the_contacts_spelling(self) -> None:
        person = sam(employers=("Acme, Inc.", "ACME"), tags=("Rotary",))
        background = Background(employers=("Acme",), groups=("rotary",))

        found = commonalities.common_grounds(person, background)

        assert [(one.kind, one.name) for one in found] == [
            (CommonalityKind.EMPLOYER, "Acme, Inc."),
            (CommonalityKind.GROUP, "Rotary"),
        ]


class TestWeighed:
    def test_puts_the_rare_first(self) -> None:
        chess, coffee = Ground(INTEREST, "chess", "chess"), Ground(INTEREST, "coffee", "coffee")

        first, second = weighed(coffee, chess, chess=2, coffee=80)

        assert (first.name, second.name) == ("chess", "coffee")
        assert 1 > first.rarity > second.rarity > 0
        assert first.worth > second.worth
        assert "One other contact of yours does too" in first.text

    def test_puts_a_rare_place_before_a_common_school(self) -> None:
        school, place = Ground(CommonalityKind.SCHOOL, "ETH", "eth"), Ground(CommonalityKind.PLACE, "Chur", "chur")

        assert weighed(school, place, eth=60, chur=1)[0].name == "Chur"

    def test_says_whether_an_event_lies_ahead(self) -> None:
        been = Ground(EVENT, "DataConf", "one", at=NOW - timedelta(days=3))
        ahead = Ground(EVENT, "PyCon", "two", at=NOW + timedelta(days=3))

        texts = {one.name: one.text + one.opener for one in weighed(been, ahead)}

        assert "were both at DataConf" in texts["DataConf"]
        assert "will both be at PyCon" in texts["PyCon"]

    def test_puts_whom_the_owner_does_not_know_last(self) -> None:
        ben, ada = Ground(MUTUAL, "Ben Ito", "ben", known=False), Ground(MUTUAL, "Ada Stern", "ada")

        first, second = weighed(ben, ada)

        assert (first.name, second.name) == ("Ada Stern", "Ben Ito")
        assert "whom you do not know yet" in second.text


class TestRarity:
    @pytest.mark.parametrize("contacts", [0, 1, 10, 10_000])
    def test_is_one_for_what_nobody_else_has(self, contacts: int) -> None:
        assert commonalities.rarity(1, contacts) == 1
        assert commonalities.rarity(0, contacts) == 1

    def test_falls_to_nothing_with_how_many_have_it(self) -> None:
        shares = [commonalities.rarity(count, 10_000) for count in (1, 2, 100, 9_999, 20_000)]

        assert shares == sorted(shares, reverse=True)
        assert 0 < shares[-1] < 0.001


class TestOpener:
    def test_is_that_of_the_best(self) -> None:
        found = weighed(Ground(INTEREST, "chess", "chess"))

        assert "chess" in commonalities.opener(found, sam())

    def test_never_claims_to_know_a_stranger(self) -> None:
        found = weighed(Ground(MUTUAL, "Ben Ito", "ben", known=False))

        assert commonalities.opener(found, sam(company="Northwind")) == commonalities.curiosity(
            sam(company="Northwind")
        )


class TestCuriosity:
    def test_asks_about_what_is_known_of_them(self) -> None:
        assert "jazz" in commonalities.curiosity(sam(interests=("jazz",), company="Northwind"))
        assert "Northwind" in commonalities.curiosity(sam(company="Northwind"))
        assert commonalities.curiosity(sam()).endswith("?")
