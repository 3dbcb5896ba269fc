"""LinkedIn's `Connections.csv`: with its note before the header or without, the columns in any order."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from comity.imports.records import LONGEST_NAME, FoundPerson, Refusal
from comity.imports.table import Row, Table, find_table, read_rows
from comity.imports.values import Sieve, clean, day, email_address, web_address, words


class Cells(NamedTuple):
    """One row; the fields are named like LinkedIn's columns."""

    first_name: str
    last_name: str
    url: str
    email_address: str
    company: str
    position: str
    connected_on: str


def is_header(names: Sequence[str]) -> bool:
    """Whether a row with these names heads a list of connections."""
    return {"first name", "last name", "connected on"} <= set(names)


def find_connections(file: BinaryIO) -> Table | None:
    """The layout, or None where the file is no list of connections."""
    return find_table(file, is_header)


def read_connections(file: BinaryIO, table: Table) -> Iterator[FoundPerson | Refusal]:
    """Every connection, in the order of the file."""
    pick = table.picker([field.replace("_", " ") for field in Cells._fields])
    for row in read_rows(file, table):
        yield _connection(row.line, Cells(*pick(row))) if isinstance(row, Row) else row


def _connection(line: int, cells: Cells) -> FoundPerson | Refusal:
    full_name = clean(f"{cells.first_name} {cells.last_name}")
    if not full_name:
        return Refusal(line, "no_name", "The row names nobody: the member's account is closed or hidden.")
    if len(full_name) > LONGEST_NAME:
        return Refusal(line, "name_too_long", f"The name is longer than {LONGEST_NAME} characters.", full_name[:60])
    sieve = Sieve()
    return FoundPerson(
        line,
        full_name,
        emails=sieve.several("email", (cells.email_address,), email_address),
        company=sieve.one("company", cells.company, words),
        title=sieve.one("position", cells.position, words),
        profile_url=sieve.one("link", cells.url, web_address),
        connected_on=sieve.one("day of connection", cells.connected_on, day),
        left_out=sieve.left_out,
    )
