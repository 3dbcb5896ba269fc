"""The content lines of vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350 §3.2), read in linear time.

In a file of eight-bit characters a line may be folded in the middle of a UTF-8 character. So its bytes are carried as
Latin-1 text, one character each, and read as what they are once the line is together.
"""

import codecs
import io
import quopri
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from comity.imports.encoding import WESTERN, wide_encoding
from comity.imports.records import LONGEST_LINE

MOST_PARAMETERS = 100
BYTES_AS_TEXT = "latin-1"
BINARY = frozenset({"BASE64", "B"})
BARE_ENCODINGS = BINARY | {"QUOTED-PRINTABLE", "8BIT", "7BIT"}  # 2.1 leaves out `ENCODING=`
PICTURES_AND_SOUNDS = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
CHARSETS = re.compile(
    r"utf-?8|us-ascii|iso-?8859-\d+|windows-125\d|koi8-[ru]|gb(k|2312|18030)|big5|shift_jis|euc-(jp|kr)"
)
CARETS = {"n": "\n", "'": '"', "^": "^"}  # RFC 6868
ESCAPES = {"n": "\n", "N": "\n"}

_HEAD_MARK = re.compile(r'"[^"]*"|[;:]')
_CARET = re.compile(r"\^([n'^])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SEPARATORS = {separator: re.compile(rf"\\.|{separator}", re.DOTALL) for separator in ";,"}


class ContentLine(NamedTuple):
    """One property: `item1.TEL;TYPE=home:+49 30 1`.

    value: as characters, still escaped; empty where it is binary, for that is not kept.
    """

    line: int
    group: str
    name: str
    parameters: dict[str, str]
    value: str
    is_binary: bool = False

    @property
    def types(self) -> frozenset[str]:
        """What kind of number, address or link it is, in lower case."""
        return frozenset(self.parameters.get("TYPE", "").lower().split(","))


class BrokenLine(NamedTuple):
    """A line that is no property. too_large: it is beyond a limit, not just wrong."""

    line: int
    code: str
    reason: str
    too_large: bool = False


def read_content_lines(file: BinaryIO) -> Iterator[ContentLine | BrokenLine]:
    """Every property of the file, and every line that is none. Blank lines are neither."""
    encoding = _carrier(file)
    for unfolded in _unfold(_physical_lines(file, encoding)):
        if unfolded.text.strip():
            yield _parse(unfolded, is_wide=encoding != BYTES_AS_TEXT)


def _unfold(lines: Iterable[tuple[int, str]]) -> Iterator["LogicalLine"]:
    line: LogicalLine | None = None
    for number, text in lines:
        if line is None or not line.goes_on_with(text):
            if line is not None:
                yield line
            line = LogicalLine(number, text)
    if line is not None:
        yield line


class LogicalLine:
    """A line that is put together from its folds; of one beyond the limit only the beginning is kept."""

    def __init__(self, number: int, first: str) -> None:
        head = first.partition(":")[0].upper()
        self.number = number
        self._pieces = [first]
        self._size = len(first)
        self._is_quoted = "QUOTED-PRINTABLE" in head
        self._is_binary = "BASE64" in head or "ENCODING=B" in head
        self._soft_break = self._is_quoted and first.endswith("=")

    def goes_on_with(self, text: str) -> bool:
        """Take the next physical line in, if it belongs to this one."""
        if self._soft_break:
            self._take(f"\n{text}")
        elif text[:1] in {" ", "\t"}:
            self._take(text[1:])
        elif self._is_binary and text and ":" not in text:
            self._take(text)
        else:
            return False
        self._soft_break = self._is_quoted and text.endswith("=")
        return True

    def _take(self, rest: str) -> None:
        if not self.is_cut:
            self._pieces.append(rest)
        self._size += len(rest)

    @property
    def is_cut(self) -> bool:
        """Whether it is longer than a line may be."""
        return self._size > LONGEST_LINE

    @property
    def text(self) -> str:
        """The whole line, or its beginning."""
        return "".join(self._pieces)


def _carrier(file: BinaryIO) -> str:
    file.seek(0)
    start = file.read(4)
    file.seek(len(codecs.BOM_UTF8) if start.startswith(codecs.BOM_UTF8) else 0)
    return wide_encoding(start) or BYTES_AS_TEXT


def _physical_lines(file: BinaryIO, encoding: str) -> Iterator[tuple[int, str]]:
    """Each line without its end; of a line beyond the limit, what follows comes as folded parts of it."""
    text = io.TextIOWrapper(file, encoding, errors="replace")
    number = 0
    is_rest = False
    try:
        while piece := text.readline(LONGEST_LINE):
            number += not is_rest
            yield number, f" {piece}" if is_rest else piece.removesuffix("\n")
            is_rest = not piece.endswith("\n")
    finally:
        text.detach()


def _parse(line: LogicalLine, *, is_wide: bool) -> ContentLine | BrokenLine:
    text = line.text
    marks = _head_marks(text)
    if not marks:
        return BrokenLine(line.number, "not_a_property", "The line has no colon, so it is no property.")
    if len(marks) > MOST_PARAMETERS + 1:
        reason = f"The line has more than {MOST_PARAMETERS} parameters."
        return BrokenLine(line.number, "too_many_parameters", reason, too_large=True)
    written_name, *written = _between(text, marks)
    group, _, name = written_name.strip().upper().rpartition(".")
    if not name.isascii() or not name.replace("-", "").isalnum():
        return BrokenLine(line.number, "not_a_property", "The line does not begin with the name of a property.")
    parameters = _parameters([_decoded(each, {}, is_wide=is_wide) for each in written])
    if parameters.get("ENCODING", "").upper() in BINARY or name in PICTURES_AND_SOUNDS:
        return ContentLine(line.number, group, name, parameters, "", is_binary=True)
    if line.is_cut:
        reason = f"{name} is longer than {LONGEST_LINE // 1024} KiB."
        return BrokenLine(line.number, "line_too_long", reason, too_large=True)
    value = _decoded(text[marks[-1] + 1 :], parameters, is_wide=is_wide)
    return ContentLine(line.number, group, name, parameters, value)


def _between(text: str, marks: list[int]) -> Iterator[str]:
    """What stands before the first mark, and between each and the next."""
    start = 0
    for mark in marks:
        yield text[start:mark]
        start = mark + 1


def _head_marks(text: str) -> list[int] | None:
    """Where the semicolons before the value stand, and last its colon; what is quoted counts as text.

    None where there is no colon.
    """
    marks: list[int] = []
    for mark in _HEAD_MARK.finditer(text):
        if mark[0] == ":":
            return [*marks, mark.start()]
        if mark[0] == ";":
            marks.append(mark.start())
        if len(marks) > MOST_PARAMETERS + 1:
            return marks
    return _unquoted_head_marks(text)


def _unquoted_head_marks(text: str) -> list[int] | None:
    """The same where a quotation mark is never closed: it counts as any other character."""
    colon = text.find(":")
    return [*(place for place in range(colon) if text[place] == ";"), colon] if colon >= 0 else None


def _parameters(written: list[str]) -> dict[str, str]:
    parameters: dict[str, str] = {}
    for parameter in written:
        key, has_value, value = parameter.partition("=")
        if not has_value:
            key, value = ("ENCODING" if key.strip().upper() in BARE_ENCODINGS else "TYPE"), key
        key = key.strip().upper()
        value = _CARET.sub(lambda match: CARETS[match[1]], value.replace('"', "")).strip()
        parameters[key] = f"{parameters[key]},{value}" if key in parameters else value
    return parameters


def _decoded(value: str, parameters: dict[str, str], *, is_wide: bool) -> str:
    is_quoted = parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE"
    if not is_quoted and (is_wide or value.isascii()):
        return value
    raw = value.encode("utf-8" if is_wide else BYTES_AS_TEXT)
    return _characters(quopri.decodestring(raw) if is_quoted else raw, parameters.get("CHARSET", ""))


def _characters(raw: bytes, charset: str) -> str:
    named = charset.lower() if CHARSETS.fullmatch(charset.lower()) else "utf-8"
    for encoding in (named, "utf-8"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode(WESTERN, "replace")


def unescaped(value: str) -> str:
    """A text value as it is meant: with its line breaks, commas and semicolons."""
    return _ESCAPE.sub(lambda match: ESCAPES.get(match[1], match[1]), value) if "\\" in value else value


def parts(value: str, separator: str = ";") -> list[str]:
    """The components of a structured value, unescaped."""
    marks = [mark.start() for mark in _SEPARATORS[separator].finditer(value) if mark[0] == separator]
    return [unescaped(part) for part in _between(value, [*marks, len(value)])]
