"""Which reader a file wants, and that none of them can be brought down."""

import io
import os
import random
from collections.abc import Callable

import pytest

from comity.errors import ComityError
from comity.imports.problems import EmptyFile, UnsupportedFile
from comity.imports.reading import Format, detect, read
from comity.imports.records import FileOwner, Record
from tests.conftest import MONDAY
from tests.imports import files
from tests.pace import within

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"
CONNECTIONS = files.connections(*map(files.connection, range(20)))
MESSAGES = files.messages(*(files.message(conversation=f"c{number}") for number in range(20)))
SAMPLES = {
    "connections": CONNECTIONS,
    "messages": MESSAGES,
    "archive": files.archive([("Connections.csv", CONNECTIONS), ("messages.csv", MESSAGES)]),
    "cards": b"".join(files.CARDS[name] for name in ("android", "iphone", "gmail", "mac", "version 4")),
    "outlook cards": files.CARDS["outlook"],
    "calendar": files.CALENDAR,
    "table": (files.GOOGLE + files.GOOGLE.partition("\n")[2] * 10).encode(),
}
MUTATIONS = 10_000 if os.environ.get("COMITY_TEST_LONG") else 2_000
SECONDS_PER_FILE = 2


class TestDetect:
    @pytest.mark.parametrize(
        ("sample", "expected"),
        [
            ("connections", Format.LINKEDIN_CONNECTIONS),
            ("messages", Format.LINKEDIN_MESSAGES),
            ("archive", Format.LINKEDIN_ARCHIVE),
            ("cards", Format.VCARD),
            ("outlook cards", Format.VCARD),
            ("calendar", Format.ICS),
            ("table", Format.CSV),
        ],
    )
    def test_tells_by_what_is_in_it(self, sample: str, expected: Format) -> None:
        assert detect(io.BytesIO(SAMPLES[sample])) is expected

    @pytest.mark.parametrize(
        "content", [PNG, PNG * 1000, b"%PDF-1.7\n1 0 obj", b"once upon a time", b'{"a": 1}', bytes(range(256)) * 40]
    )
    def test_refuses_other_files(self, content: bytes) -> None:
        with pytest.raises(UnsupportedFile):
            detect(io.BytesIO(content))

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_refuses_an_empty_file(self, content: bytes) -> None:
        with pytest.raises(EmptyFile):
            detect(io.BytesIO(content))

    def test_a_mapping_makes_any_table_readable(self) -> None:
        assert detect(io.BytesIO(b"Wer;Wo\nAna;Oslo\n"), {"Wer": "full_name"}) is Format.CSV


def records_of(content: bytes) -> list[Record]:
    """Read what can be read. A file may be refused as a whole, and for no unexpected reason."""
    file = io.BytesIO(content)
    try:
        return list(read(file, detect(file), owner=FileOwner("Mia Owner"), mapping=None, now=MONDAY))
    except ComityError:
        return []


def flip(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(len(content))] = dice.randrange(256)


def cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def leave_out(content: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(content))
    del content[start : start + dice.randrange(1, 40)]


def insert(content: bytearray, dice: random.Random) -> None:
    place = dice.randrange(len(content))
    content[place:place] = dice.choice(
        [b'"', b"\0", b"\r", b";", b",", b"=", b"\xff\xfe", b'""', b"\\", b"BEGIN:VCARD\n"]
    )


CHANGES: list[Callable[[bytearray, random.Random], None]] = [flip, flip, flip, cut, leave_out, insert]


def mutated(sample: bytes, seed: int) -> bytes:
    dice = random.Random(seed)
    content = bytearray(sample)
    for _ in range(dice.randrange(1, 6)):
        if content:
            dice.choice(CHANGES)(content, dice)
    return bytes(content)


class TestRead:
    @pytest.mark.parametrize("sample", SAMPLES)
    def test_survives_any_damage(self, sample: str) -> None:
        for seed in range(MUTATIONS):
            with within(SECONDS_PER_FILE, seed):
                records = records_of(mutated(SAMPLES[sample], seed))
            assert all(record.line >= 0 for record in records), seed

    @pytest.mark.parametrize(("sample", "count"), [("connections", 20), ("messages", 20), ("table", 11), ("cards", 6)])
    def test_loses_no_record_to_one_bad_byte(self, sample: str, count: int) -> None:
        for seed in range(200):
            dice = random.Random(seed)
            content = bytearray(SAMPLES[sample])
            place = dice.randrange(len(content) * 3 // 4, len(content))
            if content[place : place + 1].isalpha():
                content[place] = 0xE9
                assert len(records_of(bytes(content))) in {count, count + 1}, seed
