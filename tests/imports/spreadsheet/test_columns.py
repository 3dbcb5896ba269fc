"""What columns tell, by their names or by a mapping."""

import io
from collections.abc import Mapping, Sequence

import pytest

from comity.imports.problems import UnknownColumns
from comity.imports.spreadsheet.columns import columns_by_hand, is_header
from comity.imports.spreadsheet.layout import find_mapped


def columns(header: str, mapping: Mapping[str, str]) -> Mapping[str, Sequence[int]]:
    table = find_mapped(io.BytesIO(header.encode()), mapping)
    assert table
    return columns_by_hand(table, mapping)


class TestIsHeader:
    @pytest.mark.parametrize(
        ("names", "heads_people"),
        [
            (["name", "company"], True),
            (["email", "city", "shoe size"], True),
            (["name", "shoe size"], False),
            (["company", "city"], False),
            (["shoe size"], False),
        ],
    )
    def test_wants_a_column_that_names_people_and_another(self, names: list[str], *, heads_people: bool) -> None:
        assert is_header(names) is heads_people


class TestColumnsByHand:
    @pytest.mark.parametrize(
        ("mapping", "pointer"),
        [
            ({"Nowhere": "full_name"}, "/mapping/Nowhere"),
            ({"Wer": "shoe_size"}, "/mapping/Wer"),
            ({"Wo": "company"}, "/mapping"),
            ({"x/y" * 100 + "\u202e": "full_name"}, "/mapping/" + "x~1y" * 20),
        ],
    )
    def test_refuses_what_does_not_fit_and_says_where(self, mapping: dict[str, str], pointer: str) -> None:
        with pytest.raises(UnknownColumns) as refusal:
            columns("Wer,Wo\nAna,Oslo\n", mapping)

        assert refusal.value.pointer == pointer

    def test_takes_all_columns_of_one_name(self) -> None:
        assert columns("Wer,Mail,Mail\n", {"Wer": "full_name", "mail": "emails"}) == {
            "full_name": [0],
            "emails": [1, 2],
        }

    def test_prefers_a_name_as_it_is_written(self) -> None:
        assert columns("Wer,wer\n", {"Wer": "full_name", "wer": "notes"}) == {"full_name": [0], "notes": [1]}
