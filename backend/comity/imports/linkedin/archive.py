"""LinkedIn's export as a whole: a zip of which the connections, the messages and the owner's name are read."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from io import SEEK_END
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO, BinaryIO

from comity.imports.linkedin.connections import find_connections, read_connections
from comity.imports.linkedin.messages import find_messages, read_messages
from comity.imports.problems import ArchiveTooLarge, UnreadableArchive, UnsupportedFile
from comity.imports.records import FileOwner, Record, Refusal
from comity.imports.table import Row, find_table, read_rows
from comity.imports.values import clean

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
HIGHEST_RATIO = 100
SMALL_BYTES = 1024 * 1024  # a small file of blanks may well shrink a hundredfold
END_MARK = b"PK\x05\x06"
END_BYTES = 64 * 1024 + 22  # the end record, and before it the longest comment
LONGEST_LIST_BYTES = 1024 * 1024
PIECE_BYTES = 256 * 1024
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
PARTS = ("connections.csv", "messages.csv", "profile.csv")


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """Open an archive that holds at least one part that is read.

    Raises UnreadableArchive, ArchiveTooLarge, UnsupportedFile.
    """
    _refuse_a_crowd(file)
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGE as error:
        raise UnreadableArchive("It is no complete zip file; download it again.") from error
    _refuse_a_bomb(archive)
    if not parts_of(archive):
        raise UnsupportedFile("The archive holds no Connections.csv and no messages.csv.")
    return archive


def _refuse_a_crowd(file: BinaryIO) -> None:
    """Look at the size of the list of parts before it is read: a million of them keep a reader busy for seconds."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - END_BYTES))
    end = file.read()
    place = end.rfind(END_MARK)
    if place >= 0 and int.from_bytes(end[place + 12 : place + 16], "little") > LONGEST_LIST_BYTES:
        raise ArchiveTooLarge("It holds more files than any export.")


def _refuse_a_bomb(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if sum(member.file_size for member in members) > MOST_UNPACKED_BYTES:
        raise ArchiveTooLarge(f"It unpacks to more than {MOST_UNPACKED_BYTES // 1024**2} MiB.")
    for member in members:
        if member.file_size > max(SMALL_BYTES, member.compress_size * HIGHEST_RATIO):
            raise ArchiveTooLarge(f"A part of it unpacks to more than {HIGHEST_RATIO} times its size.")


def parts_of(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The parts that are read, by their names in lower case, in whatever folder they lie."""
    named = {PurePosixPath(member.filename).name.lower(): member for member in archive.infolist()}
    return {name: named[name] for name in PARTS if name in named}


def read_archive(file: BinaryIO, told: FileOwner) -> Iterator[Record]:
    """The connections, then the messages, which find their people among them."""
    with open_archive(file) as archive:
        parts = parts_of(archive)
        owner = told._replace(full_name=told.full_name or _name_in_profile(archive, parts))
        for name in ("connections.csv", "messages.csv"):
            if name in parts:
                yield from _read_part(archive, parts[name], name, owner)


def _read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, owner: FileOwner) -> Iterator[Record]:
    shown = PurePosixPath(part.filename).name
    with TemporaryFile() as unpacked:
        if not _unpack(archive, part, unpacked):
            yield Refusal(0, "unreadable_part", "This part of the archive is damaged, locked or cut off.", file=shown)
            return
        read = read_connections if name == "connections.csv" else partial(read_messages, told=owner)
        find = find_connections if name == "connections.csv" else find_messages
        if table := find(unpacked):
            yield from (record._replace(file=shown) for record in read(unpacked, table))
        else:
            yield Refusal(
                1, "unknown_columns", "This part of the archive has not the columns it should have.", file=shown
            )


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, target: IO[bytes]) -> bool:
    """Whether all of it could be unpacked. Raises ArchiveTooLarge where its declared size was a lie."""
    unpacked = 0
    try:
        with archive.open(part) as packed:
            while piece := packed.read(PIECE_BYTES):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED_BYTES:
                    raise ArchiveTooLarge(f"It unpacks to more than {MOST_UNPACKED_BYTES // 1024**2} MiB.")
                target.write(piece)
    except DAMAGE:
        return False
    return True


def _name_in_profile(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    """The owner's name as LinkedIn knows it."""
    part = parts.get("profile.csv")
    if part is None:
        return ""
    with TemporaryFile() as unpacked:
        if not _unpack(archive, part, unpacked) or not (table := find_table(unpacked, _is_profile)):
            return ""
        row = next(read_rows(unpacked, table), None)
    if not isinstance(row, Row):
        return ""
    cells = dict(zip(table.header, row.cells, strict=True))
    return clean(f"{cells['first name']} {cells['last name']}")


def _is_profile(names: Sequence[str]) -> bool:
    return {"first name", "last name", "headline"} <= set(names)
