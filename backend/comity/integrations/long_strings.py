"""Takes long strings out of JSON while it arrives: an attachment is never held as a whole."""

import re

MARKS = re.compile(rb'["\\]')
QUOTE = b'"'


class LongStrings:
    """Passes JSON on byte by byte, each string longer than `longest` bytes as an empty one.

    It need not be JSON: what is none stays none.
    """

    def __init__(self, *, longest: int) -> None:
        self.kept = bytearray()
        self._longest = longest
        self._string: bytearray | None = None
        self._is_long = False
        self._escaped = False

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""
        place = 0
        if self._escaped and chunk:
            self._add(chunk[:1])
            self._escaped, place = False, 1
        while found := MARKS.search(chunk, place):
            self._add(chunk[place : found.start()])
            place = found.end()
            if found.group() == QUOTE:
                self._turn()
            elif self._string is None:
                self.kept += found.group()
            else:
                self._add(chunk[found.start() : place + 1])
                self._escaped = place == len(chunk)
                place += 1
        self._add(chunk[place:])

    def _turn(self) -> None:
        """Begin a string, or end it."""
        if self._string is None:
            self._string, self._is_long = bytearray(), False
        else:
            self.kept += self._string
            self._string = None
        self.kept += QUOTE

    def _add(self, part: bytes) -> None:
        if self._string is None:
            self.kept += part
        elif not self._is_long:
            self._string += part
            if len(self._string) > self._longest:
                self._string, self._is_long = bytearray(), True
