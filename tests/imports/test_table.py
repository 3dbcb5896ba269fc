"""Tables of text."""

import io
from collections.abc import Sequence

import pytest

from comity.imports.records import Refusal
from comity.imports.table import Row, find_table, read_rows


def rows(content: bytes) -> list[Row | Refusal]:
    file = io.BytesIO(content)
    table = find_table(file, lambda names: names[:1] == ("name",))
    assert table
    return list(read_rows(file, table))


def cells(content: bytes) -> list[Sequence[str]]:
    return [row.cells if isinstance(row, Row) else row.code for row in rows(content)]


class TestFindTable:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_tells_the_delimiter(self, delimiter: str) -> None:
        content = f"name{delimiter}town\nAna{delimiter}Oslo\n".encode()

        assert cells(content) == [["Ana", "Oslo"]]

    def test_skips_what_stands_before_the_header(self) -> None:
        content = b'Notes:\n"a, b\nand c"\n\nname,town\nAna,Oslo\n'

        assert rows(content) == [Row(6, ["Ana", "Oslo"])]

    def test_finds_none_in_other_text(self) -> None:
        assert find_table(io.BytesIO(b"once upon a time, there was\n"), lambda names: "name" in names) is None


class TestReadRows:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_reads_any_encoding(self, encoding: str) -> None:
        content = "name,town\nJosé,Köln\n".encode(encoding)

        assert cells(content) == [["José", "Köln"]]

    def test_keeps_the_other_rows_of_a_file_with_one_bad_byte(self) -> None:
        content = "name,town\nJosé,Köln\n".encode() + b"Jos\xe9,Oslo\n"

        assert cells(content) == [["José", "Köln"], ["José", "Oslo"]]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_takes_any_end_of_line(self, end: str) -> None:
        content = f"name,town{end}Ana,Oslo{end}{end}Ole,Bergen".encode()

        assert rows(content) == [Row(2, ["Ana", "Oslo"]), Row(4, ["Ole", "Bergen"])]

    def test_reads_on_after_a_cell_that_is_too_long(self) -> None:
        content = b"name,town\n" + b"A" * 200_000 + b",Oslo\nOle," + b"B" * 40_000 + b"\nUla,Moss\n"

        assert cells(content) == ["line_too_long", "field_too_long", ["Ula", "Moss"]]

    def test_reads_on_after_a_line_before_the_header_that_is_too_long(self) -> None:
        content = b"A" * 200_000 + b"\nname,town\nAna,Oslo\n"

        assert rows(content) == [Row(3, ["Ana", "Oslo"])]

    def test_says_where_a_quotation_mark_is_not_closed(self) -> None:
        content = b'name,town\nAna,Oslo\n"Ole,Bergen\n' + b"Ula,Moss\n" * 30_000

        refusal = next(row for row in rows(content) if isinstance(row, Refusal))

        assert (refusal.line, refusal.code) == (3, "unreadable_row")

    def test_refuses_a_row_that_does_not_fit_the_header(self) -> None:
        content = b"name,town\nAna\nOle,Bergen,Norway\nUla,Moss,\n"

        assert cells(content) == ["wrong_number_of_columns", "wrong_number_of_columns", ["Ula", "Moss"]]

    def test_gives_the_file_back_open(self) -> None:
        file = io.BytesIO(b"name,town\nAna,Oslo\n")
        table = find_table(file, lambda names: "name" in names)
        assert table

        assert list(read_rows(file, table)) == list(read_rows(file, table))
