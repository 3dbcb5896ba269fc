"""Tables of text: which characters the bytes are, what parts the columns, where the header is, and then row by row."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from operator import itemgetter
from typing import BinaryIO, NamedTuple

from comity.contacts.folding import fold
from comity.imports.encoding import WESTERN, wide_encoding
from comity.imports.records import LONGEST_FIELD, LONGEST_LINE, Refusal
from comity.imports.values import clean

DELIMITERS = ",;\t|"
HEAD_CHARACTERS = 64 * 1024  # no header begins later: looking at many long lines would take seconds
HEADER_WITHIN = 20  # LinkedIn writes a note of a few lines before the header


class Row(NamedTuple):
    """The cells of one record and the line on which it begins."""

    line: int
    cells: list[str]


class Table(NamedTuple):
    """How a file is laid out. header: the names of the columns, folded; names: as they are written."""

    delimiter: str
    header: tuple[str, ...]
    header_line: int
    names: tuple[str, ...]

    def column(self, *names: str) -> int | None:
        """The first column with one of these names, folded."""
        return next((self.header.index(name) for name in names if name in self.header), None)

    def places(self, name: str) -> list[int]:
        """All columns with this name as it is written, or else with one that folds to the same."""
        exact = [place for place, other in enumerate(self.names) if other == name]
        return exact or [place for place, other in enumerate(self.header) if other == fold(name)]

    def picker(self, names: Sequence[str]) -> Callable[[Row], Iterable[str]]:
        """What takes the cells with these names out of a row; blank where the file has no such column."""
        blank = len(self.header)
        places = [self.column(name) for name in names]
        cells_of = itemgetter(*(blank if place is None else place for place in places))
        return lambda row: cells_of([*row.cells, ""])


class LineTooLong(csv.Error):
    """A line is longer than any record may be."""


def find_table(file: BinaryIO, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    """The layout of a file among whose first rows one is a header."""
    head = first_lines(file)
    found = (_table_in(head, delimiter, is_header) for delimiter in DELIMITERS)
    return max(filter(None, found), key=lambda table: len(table.header), default=None)


def first_lines(file: BinaryIO) -> list[str]:
    """The lines among which the header stands; one that is too long is blank."""
    lines = Lines(file)
    head: list[str] = []
    while len(head) < HEADER_WITHIN * 2 and sum(map(len, head)) < HEAD_CHARACTERS:
        try:
            head.append(next(lines))
        except LineTooLong:
            head.append("\n")
        except StopIteration:
            break
    lines.release()
    return head


def _table_in(head: list[str], delimiter: str, is_header: Callable[[Sequence[str]], bool]) -> Table | None:
    found = (table for table in rows_as_headers(head, delimiter) if is_header(table.header))
    return next(found, None)


def rows_as_headers(head: list[str], delimiter: str) -> Iterator[Table]:
    """The layouts that a file would have if one or another of its first rows were the header."""
    reader = csv.reader(head, delimiter=delimiter)
    with suppress(csv.Error):
        for cells in islice(reader, HEADER_WITHIN):
            names = tuple(map(clean, cells))
            yield Table(delimiter, tuple(map(fold, names)), reader.line_num, names)


def read_rows(file: BinaryIO, table: Table) -> Iterator[Row | Refusal]:
    """Every record after the header; blank rows are none. A row that does not fit the header is refused."""
    lines = Lines(file)
    reader = csv.reader(lines, delimiter=table.delimiter)
    while lines.number < table.header_line:
        with suppress(LineTooLong):
            next(lines)
    try:
        yield from _rows(reader, lines, width=len(table.header))
    finally:
        lines.release()


def _rows(reader: Iterator[list[str]], lines: "Lines", *, width: int) -> Iterator[Row | Refusal]:
    while True:
        first_line = lines.number + 1
        try:
            for cells in reader:
                if len(cells) == width and len(max(cells, key=len)) <= LONGEST_FIELD:
                    if any(cells):
                        yield Row(first_line, cells)
                elif any(cells):
                    yield _fitted(first_line, cells, width)
                first_line = lines.number + 1
            return
        except LineTooLong:
            yield Refusal(first_line, "line_too_long", f"The line is longer than {LONGEST_LINE // 1024} KiB.")
        except csv.Error:
            yield Refusal(first_line, "unreadable_row", _unclosed(first_line, lines.number))


def _unclosed(first_line: int, last_line: int) -> str:
    return (
        f"From line {first_line} to {last_line} no record ends: a quotation mark is not closed, or a cell is too long."
    )


def _fitted(line: int, cells: list[str], width: int) -> Row | Refusal:
    if len(max(cells, key=len)) > LONGEST_FIELD:
        return Refusal(line, "field_too_long", f"A cell is longer than {LONGEST_FIELD // 1024} KiB.")
    if len(cells) > width and not any(cells[width:]):
        return Row(line, cells[:width])
    columns = "1 column" if len(cells) == 1 else f"{len(cells)} columns"
    return Refusal(line, "wrong_number_of_columns", f"The row has {columns}, the header {width}.")


class Lines(Iterator[str]):
    """The lines of a file as text, of bounded length. Each may end in any way: LF, CR LF, CR.

    UTF-16 is told by its mark or its zeros. All else is UTF-8, save the lines that are not: they are Windows-1252.
    An iterator, not a generator: the next line can still be had after one was too long.
    """

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        wide = wide_encoding(file.read(4))
        file.seek(0)
        errors = "replace" if wide else "surrogateescape"
        self._text = io.TextIOWrapper(file, wide or "utf-8-sig", errors=errors, newline="")
        self.number = 0

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
            self._skip_to_the_end_of_the_line()
            raise LineTooLong
        return line if line.isascii() else _repaired(line)

    def _skip_to_the_end_of_the_line(self) -> None:
        while (rest := self._text.readline(LONGEST_LINE)) and rest[-1] not in "\r\n":
            pass

    def release(self) -> None:
        """Give the file back, open."""
        self._text.detach()


def _repaired(line: str) -> str:
    try:
        line.encode()
    except UnicodeEncodeError:
        return line.encode("utf-8", "surrogateescape").decode(WESTERN, "replace")
    return line
