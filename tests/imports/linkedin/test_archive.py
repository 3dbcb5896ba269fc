"""LinkedIn's zip."""

import io

import pytest

from comity.imports.linkedin.archive import open_archive, read_archive
from comity.imports.problems import ArchiveTooLarge, UnreadableArchive, UnsupportedFile
from comity.imports.records import FileOwner, FoundMessage, FoundPerson, Record, Refusal
from tests.imports import files

CONNECTIONS = files.connections("Ana,Lima,,,Acme,CEO,12 Mar 2024")


def records(content: bytes) -> list[Record]:
    return list(read_archive(io.BytesIO(content), FileOwner()))


class TestReadArchive:
    def test_reads_connections_then_messages(self) -> None:
        content = files.archive(
            [
                ("Basic_LinkedInDataExport/messages.csv", files.messages(files.message())),
                ("Basic_LinkedInDataExport/Profile.csv", b"First Name,Last Name,Headline\nMia,Owner,Hi\n"),
                ("Basic_LinkedInDataExport/Connections.csv", CONNECTIONS),
                ("Basic_LinkedInDataExport/Rich_Media.csv", b"Time,Media Link\n"),
            ]
        )

        person, message = records(content)

        assert isinstance(person, FoundPerson)
        assert isinstance(message, FoundMessage)
        assert (person.file, message.file, message.direction) == ("Connections.csv", "messages.csv", "inbound")

    def test_reports_a_damaged_part_and_reads_the_other(self) -> None:
        content = bytearray(files.archive([("Connections.csv", CONNECTIONS), ("messages.csv", files.messages())]))
        place = content.index(b"Connections.csv") + len("Connections.csv") + 20
        content[place : place + 8] = b"\xff" * 8

        assert [entry.code for entry in records(bytes(content)) if isinstance(entry, Refusal)] == ["unreadable_part"]


class TestOpenArchive:
    @pytest.mark.parametrize("keep", [10, 60, 200])
    def test_refuses_one_that_is_cut_off(self, keep: int) -> None:
        content = files.archive([("Connections.csv", CONNECTIONS)])[:keep]

        with pytest.raises(UnreadableArchive):
            open_archive(io.BytesIO(content))

    def test_refuses_a_bomb(self) -> None:
        content = files.archive([("Connections.csv", b"\n" * 30_000_000)])

        with pytest.raises(ArchiveTooLarge):
            open_archive(io.BytesIO(content))

    def test_refuses_a_crowd_of_files(self) -> None:
        content = files.archive((f"{number:>100}", b"") for number in range(8_000))

        with pytest.raises(ArchiveTooLarge):
            open_archive(io.BytesIO(content))

    def test_refuses_one_with_nothing_to_read(self) -> None:
        with pytest.raises(UnsupportedFile):
            open_archive(io.BytesIO(files.archive([("cat.png", b"meow")])))
