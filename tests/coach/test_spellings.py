import pytest

from comity.coach.spellings import plain_name
from comity.coach.words import CommonalityKind

EMPLOYER, SCHOOL, PLACE, INTEREST = (
    CommonalityKind.EMPLOYER,
    CommonalityKind.SCHOOL,
    CommonalityKind.PLACE,
    CommonalityKind.INTEREST,
)


class TestPlainName:
    @pytest.mark.parametrize(
        ("kind", "one", "other"),
        [
            (EMPLOYER, "Acme Inc.", "ACME"),
            (EMPLOYER, "Acme, Inc.", "The Acme Corporation"),
            (EMPLOYER, "Müller GmbH & Co. KG", "Muller"),
            (EMPLOYER, "Philips N.V.", "Philips"),
            (EMPLOYER, "Johnson & Johnson", "Johnson and Johnson"),
            (EMPLOYER, "Acme (2014-2018)", "Acme"),
            (SCHOOL, "ETH Zurich", "ETH Zürich"),
            (SCHOOL, "ETH Zurich", "eth zürich (D-INFK)"),
            (SCHOOL, "Universität Zürich", "University of Zurich"),
            (SCHOOL, "TU München", "Technical University of Munich"),
            (PLACE, "Zürich", "Greater Zurich Area"),
            (PLACE, "København", "Copenhagen"),
            (INTEREST, "Rock-Climbing", "rock climbing"),
        ],
    )
    def test_is_one_for_two_spellings(self, kind: CommonalityKind, one: str, other: str) -> None:
        assert plain_name(kind, one) == plain_name(kind, other) != ""

    @pytest.mark.parametrize(
        ("kind", "one", "other"),
        [
            (EMPLOYER, "Northwind", "Southwind"),
            (EMPLOYER, "SE", "AG"),
            (SCHOOL, "University of Washington", "Washington University"),
            (SCHOOL, "Zurich", "ETH Zurich"),
            (INTEREST, "हिंदी", "हदी"),
            (INTEREST, "北京", "東京"),
        ],
    )
    def test_tells_two_things_apart(self, kind: CommonalityKind, one: str, other: str) -> None:
        assert plain_name(kind, one) != plain_name(kind, other)

    @pytest.mark.parametrize("name", ["", "...", "🙂", "(", "( )"])
    def test_of_what_says_nothing_is_empty(self, name: str) -> None:
        assert plain_name(EMPLOYER, name) == ""
