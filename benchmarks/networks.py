"""Reads who wrote to whom and when: lines of `sender recipient seconds`, or a CSV with a header, gzipped or not."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

SECONDS_A_DAY = 86_400
COMMENTS = ("#", "%")
SENDERS = ("sender", "from", "source", "src")
RECIPIENTS = ("recipient", "to", "target", "dst")
TIMES = ("seconds", "unix_time", "unixtime", "timestamp", "time", "date")


class Message(NamedTuple):
    """One message to one person. day: since the clock of the file began."""

    sender: str
    recipient: str
    day: float


def read(path: Path) -> list[Message]:
    """Return the messages of a file in time order, each once; what people write to themselves is left out."""
    with _opened(path) as lines:
        found = {message for message in _messages(lines) if message.sender != message.recipient}
    return sorted(found, key=lambda message: (message.day, message.sender, message.recipient))


def _opened(path: Path) -> IO[str]:
    if path.read_bytes()[:2] == b"\x1f\x8b":
        return gzip.open(path, "rt", encoding="utf-8", errors="replace")
    return path.open(encoding="utf-8", errors="replace")


def _messages(lines: IO[str]) -> Iterator[Message]:
    places = (0, 1, 2)
    for number, line in enumerate(lines):
        if line.startswith(COMMENTS) or not line.strip():
            continue
        cells = _cells(line)
        if number == 0 and not _is_number(cells[-1] if len(cells) < 3 else cells[2]):
            places = _places(cells)
        elif len(cells) > max(places):
            sender, recipient, seconds = (cells[place] for place in places)
            yield Message(sender, recipient, float(seconds) / SECONDS_A_DAY)


def _cells(line: str) -> list[str]:
    for mark in (",", ";"):
        if mark in line:
            return [cell.strip() for cell in next(csv.reader([line], delimiter=mark))]
    return line.split()


def _places(header: list[str]) -> tuple[int, int, int]:
    """Return where a header has sender, recipient and time; what it does not name is in this order."""
    names = [cell.strip().lower() for cell in header]
    sender, recipient, time = (
        next((names.index(name) for name in known if name in names), place)
        for place, known in enumerate((SENDERS, RECIPIENTS, TIMES))
    )
    return sender, recipient, time


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
