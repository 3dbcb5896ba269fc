"""A look at the columns of a table, for somebody who is to say what they mean."""

from itertools import islice
from typing import BinaryIO

from comity.imports.problems import UnsupportedFile
from comity.imports.reading import known_table, told_by_start
from comity.imports.schemas import ColumnOut, ColumnsOut
from comity.imports.spreadsheet.columns import columns_by_name
from comity.imports.spreadsheet.layout import guess_table
from comity.imports.table import Row, Table, read_rows
from comity.imports.values import clean

MOST_ROWS = 20
MOST_COLUMNS = 200  # Outlook writes 92
LONGEST_CELL = 200  # characters


def look_at(file: BinaryIO) -> ColumnsOut:
    """Return the columns of a table and its first rows. The beginning of the file is enough.

    Raises EmptyFile, UnsupportedFile, UnreadableArchive, ArchiveTooLarge.
    """
    if told_by_start(file) is not None:
        raise UnsupportedFile("It is no table of text.")
    format_, table = known_table(file) or (None, guess_table(file))
    if table is None:
        raise UnsupportedFile("No table of columns was found in it.")
    return ColumnsOut(format=format_, header_line=table.header_line, columns=_columns(table), rows=_rows(file, table))


def _columns(table: Table) -> list[ColumnOut]:
    fields = {place: field for field, places in columns_by_name(table).items() for place in places}
    return [ColumnOut(name=name, field=fields.get(place)) for place, name in enumerate(table.names[:MOST_COLUMNS])]


def _rows(file: BinaryIO, table: Table) -> list[list[str]]:
    rows = islice((row for row in read_rows(file, table) if isinstance(row, Row)), MOST_ROWS)
    return [[clean(cell)[:LONGEST_CELL] for cell in row.cells[:MOST_COLUMNS]] for row in rows]
