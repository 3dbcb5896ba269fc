"""The components of a calendar file: its events, its zones, and what the file as a whole is for.

The parts are told apart here, in one pass over the lines and without recursion, and their values by `icalendar`. Its
own parser is not let near a stranger's file: it remembers the zones that a file defines for the whole process, so one
account's file could shift the hours of another's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from comity.imports.vcard.content_lines import BrokenLine, ContentLine, read_content_lines, unescaped

MOST_LINES = 2_000
MOST_BROKEN = 10  # lines that are kept to say why
MOST_PARTS_OF_A_ZONE = 60
Entry = ContentLine | BrokenLine


@dataclass
class Component:
    """One component: what stands in it, without what stands in the components within it.

    parts: of a zone, its standard and its daylight times. has_end: False where another one begins before it ends.
    """

    name: str
    line: int
    properties: list[ContentLine] = field(default_factory=list)
    broken: list[BrokenLine] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)
    has_end: bool = True

    def add(self, entry: Entry) -> None:
        """Take a line in; of a component without measure only so many."""
        if isinstance(entry, BrokenLine):
            if len(self.broken) < MOST_BROKEN or entry.too_large:
                self.broken = [*self.broken[: MOST_BROKEN - 1], entry]
        elif not self.is_too_long():
            self.properties.append(entry)

    def is_too_long(self) -> bool:
        """Whether it has more lines than any event."""
        return len(self.properties) > MOST_LINES

    def all(self, name: str) -> list[ContentLine]:
        """The properties of this name."""
        return [line for line in self.properties if line.name == name and not line.is_binary]

    def first(self, name: str) -> ContentLine | None:
        """The first property of this name."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """The value of the first property of this name, unescaped; empty where there is none."""
        line = self.first(name)
        return unescaped(line.value) if line else ""


def read_components(file: BinaryIO) -> Iterator[Component]:
    """Every component right within a calendar, in the order of the file; the calendar's own properties come first."""
    reader = _Reader()
    for entry in read_content_lines(file):
        yield from reader.take(entry)
    yield from reader.finish()


class _Reader:
    """Keeps the component that is being read, and the names of those within it that are open."""

    def __init__(self) -> None:
        self._calendar: Component | None = None
        self._open: Component | None = None
        self._inner: list[str] = []

    def take(self, entry: Entry) -> Iterator[Component]:
        mark, name = _mark(entry)
        if name == "VCALENDAR":
            yield from self.finish()
            self._calendar = Component(name, entry.line) if mark == "BEGIN" else None
        elif mark == "BEGIN":
            yield from self._begin(name, entry.line)
        elif mark == "END":
            yield from self._end(name)
        else:
            self._add(entry)

    def finish(self) -> Iterator[Component]:
        """Give out what is still open: the file ends, or the calendar does."""
        if self._calendar is not None:
            yield self._calendar
            self._calendar = None
        if self._open is not None:
            self._open.has_end = False
            yield from self._close()

    def _begin(self, name: str, line: int) -> Iterator[Component]:
        if self._calendar is not None:  # its own properties stand before its components
            calendar, self._calendar = self._calendar, None
            yield calendar
        if self._open is None:
            self._open = Component(name, line)
        elif name == self._open.name and not self._inner:
            self._open.has_end = False
            yield from self._close()
            self._open = Component(name, line)
        else:
            self._inner.append(name)
            if len(self._inner) == 1 and len(self._open.parts) < MOST_PARTS_OF_A_ZONE:
                self._open.parts.append(Component(name, line))

    def _end(self, name: str) -> Iterator[Component]:
        if self._inner:
            self._inner.pop()
        elif self._open is not None and name == self._open.name:
            yield from self._close()

    def _close(self) -> Iterator[Component]:
        if self._open is not None:
            yield self._open
        self._open, self._inner = None, []

    def _add(self, entry: Entry) -> None:
        if self._open is None:
            if self._calendar is not None:
                self._calendar.add(entry)
        elif not self._inner:
            self._open.add(entry)
        elif len(self._inner) == 1 and self._open.name == "VTIMEZONE" and self._open.parts:
            self._open.parts[-1].add(entry)


def _mark(entry: Entry) -> tuple[str, str]:
    """BEGIN or END, and of what; empty for all else."""
    if isinstance(entry, ContentLine) and entry.name in {"BEGIN", "END"}:
        return entry.name, entry.value.strip().upper()[:60]
    return "", ""


def named(components: Iterable[Component], name: str) -> Iterator[Component]:
    """The components of this name."""
    return (component for component in components if component.name == name)
