"""The look at the columns of a table before somebody says what they mean."""

import io

import pytest

from comity.imports.looking import LONGEST_CELL, MOST_COLUMNS, look_at
from comity.imports.problems import EmptyFile, UnsupportedFile
from comity.imports.reading import Format
from comity.imports.schemas import ColumnOut
from comity.imports.spreadsheet.columns import Field
from tests.imports import files


class TestLookAt:
    def test_shows_columns_and_rows_of_a_table_that_nobody_knows(self) -> None:
        look = look_at(io.BytesIO("Wer;E-Mail;Schuhgröße\nAna;a@b.cc;38\n\nOle;;\n".encode()))

        assert (look.format, look.header_line) == (None, 1)
        assert look.columns == [
            ColumnOut(name="Wer", field=None),
            ColumnOut(name="E-Mail", field=Field.EMAILS),
            ColumnOut(name="Schuhgröße", field=None),
        ]
        assert look.rows == [["Ana", "a@b.cc", "38"], ["Ole", "", ""]]

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (files.connections(files.connection(1)), Format.LINKEDIN_CONNECTIONS),
            (files.messages(files.message()), Format.LINKEDIN_MESSAGES),
            (files.GOOGLE.encode(), Format.CSV),
        ],
    )
    def test_tells_what_needs_no_mapping(self, content: bytes, expected: Format) -> None:
        assert look_at(io.BytesIO(content)).format is expected

    def test_shows_no_more_than_a_screen_holds(self) -> None:
        wide = ",".join(["x" * 300] * 210)

        look = look_at(io.BytesIO("\n".join([wide] * 30).encode()))

        assert (len(look.columns), len(look.rows)) == (MOST_COLUMNS, 20)
        assert {len(row) for row in look.rows} == {MOST_COLUMNS}
        assert {len(cell) for row in look.rows for cell in row} == {LONGEST_CELL}

    def test_is_content_with_the_beginning_of_a_file(self) -> None:
        content = "Wer;Wo\nJosé;Köln\n".encode() * 9

        assert len(look_at(io.BytesIO(content[: content.rindex(b"\xb6")])).rows) == 17

    @pytest.mark.parametrize("content", [b"once upon a time", b"\0\1\2", *files.CARDS.values()])
    def test_refuses_what_is_no_table(self, content: bytes) -> None:
        with pytest.raises(UnsupportedFile):
            look_at(io.BytesIO(content))

    def test_refuses_an_empty_file(self) -> None:
        with pytest.raises(EmptyFile):
            look_at(io.BytesIO(b""))
