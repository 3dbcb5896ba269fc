import pytest

from comity.coach.history import Person
from comity.coach.matchmaking import Close, Matchmaker

ADA = Person("ada", "Ada Stern", company="Northwind", interests=("Sailing", "Chess"))
BEN = Person("ben", "Ben Ito", company="Acme", field="finance", interests=("Sailing",), needs=("a good photographer",))


def names(maker: Matchmaker, person: Person, title: str | None = None) -> list[str]:
    return [match.full_name for match in maker.matches(person, title)]


class TestMatches:
    def test_name_who_knows_about_what_they_need(self) -> None:
        maker = Matchmaker([Close(BEN), Close(ADA, "Senior Data Engineer")])
        sam = Person("sam", "Sam Okafor", needs=("help with finding data engineers",))

        (match,) = maker.matches(sam)

        assert (match.contact_id, match.full_name) == ("ada", "Ada Stern")
        assert match.text == (
            "Introduce Sam and Ada Stern to each other: Sam needs “help with finding data engineers”, "
            "and Ada knows about that. Ask both first."
        )

    def test_name_whom_they_can_help(self) -> None:
        (match,) = Matchmaker([Close(BEN)]).matches(Person("sam", "Sam Okafor"), "Photographer")

        assert match.full_name == "Ben Ito"
        assert "Ben needs “a good photographer”, and Sam knows about that" in match.text

    def test_fit_the_whole_need_or_not_at_all(self) -> None:
        maker = Matchmaker([Close(ADA, "Data Engineer")])

        assert names(maker, Person("sam", "Sam", needs=("an engineer for bridges",))) == []
        assert names(maker, Person("sam", "Sam", needs=("somebody to talk to",))) == []

    @pytest.mark.parametrize(
        ("need", "title"),
        [("advice on strategies", "Strategy"), ("advice on taxes", "Taxes"), ("advice on gas", "Gas")],
    )
    def test_read_many_things_as_one(self, need: str, title: str) -> None:
        assert names(Matchmaker([Close(ADA, title)]), Person("sam", "Sam", needs=(need,))) == ["Ada Stern"]

    @pytest.mark.parametrize(("need", "title"), [("advice on gas", "Ga"), ("advice on ties", "Ty")])
    def test_take_no_short_word_for_many(self, need: str, title: str) -> None:
        assert names(Matchmaker([Close(ADA, title)]), Person("sam", "Sam", needs=(need,))) == []

    def test_share_an_interest_the_rarest_first(self) -> None:
        maker = Matchmaker([Close(BEN), Close(ADA)])

        found = maker.matches(Person("sam", "Sam Okafor", interests=("sailing", "chess")))

        assert [match.full_name for match in found] == ["Ada Stern", "Ben Ito"]
        assert "both care about chess" in found[0].text

    def test_put_a_need_before_an_interest(self) -> None:
        maker = Matchmaker([Close(ADA), Close(BEN)])

        assert names(maker, Person("sam", "Sam", interests=("chess",), needs=("advice on finances",))) == [
            "Ben Ito",
            "Ada Stern",
        ]

    def test_leave_out_themselves_and_colleagues(self) -> None:
        maker = Matchmaker([Close(ADA), Close(BEN)])

        assert names(maker, ADA) == ["Ben Ito"]
        assert names(maker, Person("sam", "Sam", company="ACME Inc.", interests=("sailing",))) == ["Ada Stern"]

    def test_are_nobody_where_nothing_fits(self) -> None:
        assert names(Matchmaker([]), BEN) == names(Matchmaker([Close(ADA)]), Person("sam", "Sam")) == []
