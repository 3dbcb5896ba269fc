"""How a table is laid out whose columns nobody knows."""

import io

import pytest

from comity.imports.spreadsheet.layout import find_mapped, guess_table


class TestGuessTable:
    @pytest.mark.parametrize(
        ("content", "delimiter", "header_line", "names"),
        [
            ("Wer,Wo\nAna,Oslo\n", ",", 1, ("Wer", "Wo")),
            ("Wer;Wo\nLima, Ana;Oslo\nBerg, Ole;Moss\n", ";", 1, ("Wer", "Wo")),
            ("Wer;Wo\nLima, Ana, Dr;Oslo\n", ";", 1, ("Wer", "Wo")),
            ("Wer\tWo\nAna\tOslo, NO\n", "\t", 1, ("Wer", "Wo")),
            ("Meine Leute, Stand Mai\n\nWer;Wo;Mail\nAna;Oslo;\n", ";", 3, ("Wer", "Wo", "Mail")),
            ("Meine Leute,,\nWer,Wo,Mail\nAna,Oslo,a@b.cc\n", ",", 2, ("Wer", "Wo", "Mail")),
            (",Wer,Wo\n1,Ana,Oslo\n2,Ole,Moss\n", ",", 1, ("", "Wer", "Wo")),
            ("Wer,Wo\n", ",", 1, ("Wer", "Wo")),
        ],
    )
    def test_tells_delimiter_and_header(
        self, content: str, delimiter: str, header_line: int, names: tuple[str, ...]
    ) -> None:
        table = guess_table(io.BytesIO(content.encode()))

        assert table
        assert (table.delimiter, table.header_line, table.names) == (delimiter, header_line, names)

    @pytest.mark.parametrize("content", ["once upon a time", "Wer\nAna\nOle\n", ",,,\n,,,\n"])
    def test_finds_none_where_no_row_has_two_cells(self, content: str) -> None:
        assert guess_table(io.BytesIO(content.encode())) is None


class TestFindMapped:
    def test_finds_the_row_that_has_the_columns(self) -> None:
        content = b"Stand,Mai\nvon,mir\nWer,Wo\nAna,Oslo\n"

        table = find_mapped(io.BytesIO(content), {"wer": "full_name", "Wo": "location"})

        assert table
        assert table.header_line == 3
