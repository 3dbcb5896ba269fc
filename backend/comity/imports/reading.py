"""Which reader a file wants, told by what is in it, not by its name."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import BinaryIO

from comity.imports.encoding import wide_encoding
from comity.imports.linkedin.archive import open_archive, read_archive
from comity.imports.linkedin.connections import find_connections, read_connections
from comity.imports.linkedin.messages import find_messages, read_messages
from comity.imports.problems import EmptyFile, UnsupportedFile
from comity.imports.records import FileOwner, Record
from comity.imports.spreadsheet.columns import columns_by_hand, columns_by_name
from comity.imports.spreadsheet.people import find_any, find_people, read_people
from comity.imports.vcard.cards import read_cards

START_BYTES = 4096
READABLE = "Comity reads a LinkedIn export (zip or CSV), vCards, and tables of people (CSV)."


class Format(StrEnum):
    """The kinds of files that can be read."""

    LINKEDIN_ARCHIVE = "linkedin_archive"
    LINKEDIN_CONNECTIONS = "linkedin_connections"
    LINKEDIN_MESSAGES = "linkedin_messages"
    VCARD = "vcard"
    CSV = "csv"


def detect(file: BinaryIO, mapping: Mapping[str, str] | None = None) -> Format:
    """Tell the format of a file. A mapping of columns makes it a table.

    Raises EmptyFile, UnsupportedFile, UnreadableArchive, ArchiveTooLarge, UnknownColumns.
    """
    start = _start(file)
    if not start.strip(b"\xef\xbb\xbf\xff\xfe\0\r\n\t "):
        raise EmptyFile("There is nothing in it.")
    if start.startswith(b"PK"):
        open_archive(file).close()
        return Format.LINKEDIN_ARCHIVE
    if b"\0" in start and not wide_encoding(start):
        raise UnsupportedFile(f"It is no text. {READABLE}")
    if b"BEGIN:VCARD" in start.replace(b"\0", b"").upper():
        return Format.VCARD
    return _table_format(file, mapping)


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    start = file.read(START_BYTES)
    file.seek(0)
    return start


def _table_format(file: BinaryIO, mapping: Mapping[str, str] | None) -> Format:
    if mapping:
        if not (table := find_any(file)):
            raise UnsupportedFile(f"No table of columns was found in it. {READABLE}")
        columns_by_hand(table, mapping)
        return Format.CSV
    if find_connections(file):
        return Format.LINKEDIN_CONNECTIONS
    if find_messages(file):
        return Format.LINKEDIN_MESSAGES
    if find_people(file):
        return Format.CSV
    raise UnsupportedFile(f"No header with names of people was found in it. {READABLE}")


def read(file: BinaryIO, format_: Format, *, owner: FileOwner, mapping: Mapping[str, str] | None) -> Iterator[Record]:
    """Every record of a file, in its order. The file can be read again afterwards."""
    if format_ is Format.LINKEDIN_ARCHIVE:
        return read_archive(file, owner)
    if format_ is Format.VCARD:
        return read_cards(file)
    return _read_table(file, format_, owner, mapping)


def _read_table(
    file: BinaryIO, format_: Format, owner: FileOwner, mapping: Mapping[str, str] | None
) -> Iterator[Record]:
    if format_ is Format.LINKEDIN_CONNECTIONS and (table := find_connections(file)):
        return read_connections(file, table)
    if format_ is Format.LINKEDIN_MESSAGES and (table := find_messages(file)):
        return read_messages(file, table, owner)
    if mapping and (table := find_any(file)):
        return read_people(file, table, columns_by_hand(table, mapping))
    if table := find_people(file):
        return read_people(file, table, columns_by_name(table))
    raise UnsupportedFile(f"It has not the columns of {format_}.")
