from comity.coach.acquaintances import Group, Member, likelihood_in, suggestions
from comity.coach.words import SharedBy, TieKind

COMPANY, EVENT, THREAD = SharedBy.COMPANY, SharedBy.EVENT, SharedBy.THREAD


def group(shared_by: SharedBy, *people: str, size: int | None = None) -> Group:
    members = tuple(Member(one, one.title()) for one in people)
    return Group(shared_by, "Northwind", members, size or len(members))


class TestSuggestions:
    def test_pair_who_were_together_the_likeliest_first(self) -> None:
        found = suggestions([group(EVENT, "ada", "ben"), group(THREAD, "cas", "dan")])

        assert [(one.one.contact_id, one.other.contact_id) for one in found] == [("cas", "dan"), ("ada", "ben")]

    def test_add_reasons_up(self) -> None:
        (both,) = suggestions([group(EVENT, "ada", "ben"), group(COMPANY, "ben", "ada")])
        (one,) = suggestions([group(COMPANY, "ada", "ben")])

        assert one.likelihood < both.likelihood < 1
        assert [why.shared_by for why in both.why] == [COMPANY, EVENT]
        assert both.kind is TieKind.COLLEAGUE

    def test_pair_few_of_a_large_group(self) -> None:
        crowd = group(COMPANY, *(f"c{number:05d}" for number in range(10_000)))

        found = suggestions([crowd])

        assert len(found) == 45
        assert found[0].likelihood < 0.1

    def test_of_one_contact_pair_only_them(self) -> None:
        found = suggestions([group(COMPANY, "ada", "ben", "cas"), group(EVENT, "ben", "cas")], of="ada")

        assert [(one.one.contact_id, one.other.contact_id) for one in found] == [("ada", "ben"), ("ada", "cas")]


class TestLikelihoodIn:
    def test_falls_with_the_size_of_the_group(self) -> None:
        shares = [likelihood_in(COMPANY, size) for size in (2, 3, 10, 10_000)]

        assert shares == sorted(shares, reverse=True)
        assert len(set(shares)) == 4
