"""Which reader a file wants, told by what is in it, not by its name."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from comity.events.matching import Guest
from comity.imports.encoding import wide_encoding
from comity.imports.ical.events import read_events
from comity.imports.linkedin.archive import open_archive, read_archive
from comity.imports.linkedin.connections import find_connections, read_connections
from comity.imports.linkedin.messages import find_messages, read_messages
from comity.imports.problems import EmptyFile, UnsupportedFile
from comity.imports.records import FileOwner, FoundGuest, FoundPerson, Record
from comity.imports.spreadsheet.columns import columns_by_hand, columns_by_name
from comity.imports.spreadsheet.layout import find_mapped
from comity.imports.spreadsheet.people import find_people, read_people
from comity.imports.table import Table
from comity.imports.vcard.cards import read_cards

START_BYTES = 4096
READABLE = "Comity reads a LinkedIn export (zip or CSV), vCards, calendars (ICS), and tables of people (CSV)."


PEOPLE = ("vcard", "csv", "linkedin_connections")  # the formats that can be lists of attendees


class Format(StrEnum):
    """The kinds of files that can be read."""

    LINKEDIN_ARCHIVE = "linkedin_archive"
    LINKEDIN_CONNECTIONS = "linkedin_connections"
    LINKEDIN_MESSAGES = "linkedin_messages"
    VCARD = "vcard"
    ICS = "ics"
    CSV = "csv"


TABLES: Mapping[Format, Callable[[BinaryIO], Table | None]] = {
    Format.LINKEDIN_CONNECTIONS: find_connections,
    Format.LINKEDIN_MESSAGES: find_messages,
    Format.CSV: find_people,
}


def detect(file: BinaryIO, mapping: Mapping[str, str] | None = None) -> Format:
    """Tell the format of a file. A mapping of columns makes it a table.

    Raises EmptyFile, UnsupportedFile, UnreadableArchive, ArchiveTooLarge, UnknownColumns.
    """
    if (told := told_by_start(file)) is not None:
        return told
    if mapping:
        columns_by_hand(_mapped(file, mapping), mapping)
        return Format.CSV
    if known := known_table(file):
        return known[0]
    raise UnsupportedFile(f"No header with names of people was found in it. {READABLE}")


def told_by_start(file: BinaryIO) -> Format | None:
    """The format of what begins as only that format does; None for any other text, which may be a table.

    Raises EmptyFile, UnsupportedFile, UnreadableArchive, ArchiveTooLarge.
    """
    start = _start(file)
    if not start.strip(b"\xef\xbb\xbf\xff\xfe\0\r\n\t "):
        raise EmptyFile("There is nothing in it.")
    if start.startswith(b"PK"):
        open_archive(file).close()
        return Format.LINKEDIN_ARCHIVE
    if b"\0" in start and not wide_encoding(start):
        raise UnsupportedFile(f"It is no text. {READABLE}")
    text = start.replace(b"\0", b"").upper()
    if b"BEGIN:VCALENDAR" in text:
        return Format.ICS
    return Format.VCARD if b"BEGIN:VCARD" in text else None


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    start = file.read(START_BYTES)
    file.seek(0)
    return start


def known_table(file: BinaryIO) -> tuple[Format, Table] | None:
    """The first kind of table whose header is found, and its layout."""
    found = ((format_, find(file)) for format_, find in TABLES.items())
    return next(((format_, table) for format_, table in found if table), None)


def _mapped(file: BinaryIO, mapping: Mapping[str, str]) -> Table:
    if table := find_mapped(file, mapping):
        return table
    raise UnsupportedFile(f"No table of columns was found in it. {READABLE}")


def read(
    file: BinaryIO,
    format_: Format,
    *,
    owner: FileOwner,
    mapping: Mapping[str, str] | None,
    now: datetime,
    as_guests: bool = False,
) -> Iterator[Record]:
    """Every record of a file, in its order. The file can be read again afterwards.

    as_guests: the people of the file are the attendees of an event.
    """
    records = _read(file, format_, owner, mapping, now)
    return map(_as_guest, records) if as_guests else records


def _as_guest(record: Record) -> Record:
    if not isinstance(record, FoundPerson):
        return record
    guest = Guest(record.full_name, next(iter(record.emails), None), record.company, record.title)
    return FoundGuest(record.line, guest, record.left_out, record.file)


def _read(
    file: BinaryIO, format_: Format, owner: FileOwner, mapping: Mapping[str, str] | None, now: datetime
) -> Iterator[Record]:
    if format_ is Format.ICS:
        return read_events(file, owner, now)
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
    if mapping:
        table = _mapped(file, mapping)
        return read_people(file, table, columns_by_hand(table, mapping))
    if table := find_people(file):
        return read_people(file, table, columns_by_name(table))
    raise UnsupportedFile(f"It has not the columns of {format_}.")
