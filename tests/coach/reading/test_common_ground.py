import pytest

from tests.coach.reading.plain import read


class TestCommonGroundIn:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("We both studied at Delft.", "schools"),
            ("She also worked at Philips.", "employers"),
            ("We both grew up in Porto.", "places"),
            ("Same climbing? No: the same gym.", "groups"),
            ("We both love sailing.", "interests"),
            ("We have a mutual friend, Marta.", "mutual_contacts"),
        ],
    )
    def test_reads_the_wording(self, text: str, kind: str) -> None:
        assert [one.kind for one in read(text).commonalities] == [kind]

    def test_reads_what_is_the_owners_too(self) -> None:
        found = read("She plays in a rock climbing club.", interests=("Rock climbing",)).commonalities

        assert [(one.kind, one.name) for one in found] == [("interests", "Rock climbing")]

    def test_takes_no_place_where_they_only_met(self) -> None:
        assert read("We met in Utrecht.", places=("Utrecht",)).commonalities == []
        assert read("She lives in Utrecht.", places=("Utrecht",)).commonalities

    def test_leaves_out_what_the_owner_told(self) -> None:
        assert read("I told her about sailing.", interests=("sailing",)).commonalities == []
