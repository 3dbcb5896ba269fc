"""One row of a table, one person."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from comity.contacts.folding import fold
from comity.imports.countries import country_code
from comity.imports.records import LONGEST_NAME, LONGEST_NOTES, FoundPerson, Refusal
from comity.imports.spreadsheet.columns import Columns, Field, is_header
from comity.imports.table import Row, Table, find_table, read_rows
from comity.imports.values import (
    Sieve,
    birthday,
    clean,
    clean_lines,
    day,
    email_address,
    phone_number,
    tag_name,
    web_address,
    words,
)

SEVERAL = re.compile(r"\s*(?::::|[,;|])\s*")  # Google parts values with `:::`
SYSTEM_TAGS = frozenset({"", "* mycontacts", "* starred", "* friends", "* family", "* coworkers"})
NAME_PARTS = (Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)
NO_DAY = frozenset({"0/0/00", "00/00/00", "0000-00-00"})  # Outlook


def find_people(file: BinaryIO) -> Table | None:
    """The layout, or None where no row looks like the header of a list of people."""
    return find_table(file, is_header)


def read_people(file: BinaryIO, table: Table, columns: Columns) -> Iterator[FoundPerson | Refusal]:
    """Every person, in the order of the file."""
    for row in read_rows(file, table):
        yield _person(row.line, Cells(row.cells, columns)) if isinstance(row, Row) else row


class Cells:
    """The cells of one row, by the fields that they tell."""

    def __init__(self, cells: list[str], columns: Columns) -> None:
        self._cells = cells
        self._columns = columns

    def all(self, field: Field) -> list[str]:
        """What all columns say of a field, without the blanks."""
        return [text for place in self._columns.get(field, ()) if (text := self._cells[place].strip())]

    def first(self, field: Field) -> str:
        """What the surest column that is not blank says."""
        return next(iter(self.all(field)), "")


def _person(line: int, cells: Cells) -> FoundPerson | Refusal:
    name = _name(cells)
    if not name:
        return Refusal(line, "no_name", "The row names nobody.")
    if len(name) > LONGEST_NAME:
        return Refusal(line, "name_too_long", f"The name is longer than {LONGEST_NAME} characters.", name[:60])
    sieve = Sieve()
    return FoundPerson(
        line,
        name,
        emails=sieve.several("email", _each(cells, Field.EMAILS), email_address),
        phones=sieve.several("phone", _each(cells, Field.PHONES), phone_number),
        company=sieve.one("company", cells.first(Field.COMPANY), words),
        title=sieve.one("title", cells.first(Field.TITLE), words),
        location=sieve.one("place", cells.first(Field.LOCATION), words),
        country=sieve.one("country", fold(cells.first(Field.COUNTRY)), country_code),
        profile_url=_profile_url(cells, sieve),
        tags=sieve.several("tag", (tag for tag in _each(cells, Field.TAGS) if fold(tag) not in SYSTEM_TAGS), tag_name),
        birthday=_birthday(cells, sieve),
        connected_on=sieve.one("day of connection", cells.first(Field.CONNECTED_ON), day),
        notes=_notes(cells, sieve),
        left_out=sieve.left_out,
    )


def _name(cells: Cells) -> str:
    parts = " ".join(cells.first(field) for field in NAME_PARTS)
    return clean(cells.first(Field.FULL_NAME)) or clean(parts) or clean(cells.first(Field.EMAILS))


def _each(cells: Cells, field: Field) -> list[str]:
    return [value for text in cells.all(field) for value in SEVERAL.split(text)]


def _profile_url(cells: Cells, sieve: Sieve) -> str | None:
    """The link to a professional profile. A home page is none."""
    links = cells.all(Field.PROFILE_URL)
    profile = next((link for link in links if "linkedin.com/" in link.lower()), "")
    for link in links:
        if link != profile:
            sieve.leave_out("link", link)
    return sieve.one("link", profile, web_address)


def _birthday(cells: Cells, sieve: Sieve) -> str | None:
    text = cells.first(Field.BIRTHDAY)
    return None if text in NO_DAY else sieve.one("birthday", text.strip(), birthday)


def _notes(cells: Cells, sieve: Sieve) -> str | None:
    notes = clean_lines(cells.first(Field.NOTES))
    if len(notes) > LONGEST_NOTES:
        sieve.leave_out("end of the notes", notes[LONGEST_NOTES:])
    return notes[:LONGEST_NOTES] or None
