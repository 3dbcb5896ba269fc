"""The content lines of vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350 §3.2), read in linear time.

In a file of eight-bit characters a line may be folded in the middle of a UTF-8 character. So its bytes are carried as
Latin-1 text, one character each, and read as what they are once the line is together.
"""

import codecs
import io
import quopri
import re
from collections.abc import Iterator
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


class Unfolded(NamedTuple):
    """A logical line, put together. is_cut: it was longer than `LONGEST_LINE`, and the rest is lost."""

    line: int
    text: str
    is_cut: bool
    is_wide: bool


def read_content_lines(file: BinaryIO) -> Iterator[ContentLine | BrokenLine]:
    """Every property of the file, and every line that is none. Blank lines are neither."""
    for unfolded in _unfold(file):
        if unfolded.text.strip():
            yield _parse(unfolded)


def _unfold(file: BinaryIO) -> Iterator[Unfolded]:
    encoding = _carrier(file)
    pieces: list[str] = []
    first_line = size = 0
    continues = _Continuation("")
    for number, text in _physical_lines(file, encoding):
        if pieces and (rest := continues.of(text)) is not None:
            if size <= LONGEST_LINE:
                pieces.append(rest)
            size += len(rest)
            continue
        if pieces:
            yield Unfolded(first_line, "".join(pieces), size > LONGEST_LINE, encoding != BYTES_AS_TEXT)
        pieces, first_line, size = [text], number, len(text)
        continues = _Continuation(text)
    if pieces:
        yield Unfolded(first_line, "".join(pieces), size > LONGEST_LINE, encoding != BYTES_AS_TEXT)


class _Continuation:
    """Whether a physical line goes on with the one before, and with what."""

    def __init__(self, first: str) -> None:
        head = first.partition(":")[0].upper()
        self._is_quoted = "QUOTED-PRINTABLE" in head
        self._is_binary = "BASE64" in head or "ENCODING=B" in head
        self._soft_break = self._is_quoted and first.endswith("=")

    def of(self, text: str) -> str | None:
        """What `text` adds to the line before it; None where it begins a line of its own."""
        if self._soft_break:
            self._soft_break = text.endswith("=")
            return f"\n{text}"
        if text[:1] in {" ", "\t"}:
            self._soft_break = self._is_quoted and text.endswith("=")
            return text[1:]
        return text if self._is_binary and text and ":" not in text else None


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


def _parse(unfolded: Unfolded) -> ContentLine | BrokenLine:
    line, text, is_cut, is_wide = unfolded
    marks = _head_marks(text)
    if marks is None:
        return BrokenLine(line, "not_a_property", "The line has no colon, so it is no property.")
    if len(marks) > MOST_PARAMETERS + 1:
        return BrokenLine(line, "too_many_parameters", f"More than {MOST_PARAMETERS} parameters.", too_large=True)
    head = [text[start:end] for start, end in zip([0, *(mark + 1 for mark in marks)], marks, strict=False)]
    group, _, name = head[0].strip().rpartition(".")
    if not name.isascii() or not name.replace("-", "").isalnum():
        return BrokenLine(line, "not_a_property", "The line does not begin with the name of a property.")
    parameters = _parameters(head[1:])
    value = text[marks[-1] + 1 :]
    name = name.upper()
    is_binary = parameters.get("ENCODING", "").upper() in BINARY
    if is_binary or name in PICTURES_AND_SOUNDS:
        return ContentLine(line, group.lower(), name, parameters, "", is_binary=True)
    if is_cut:
        return BrokenLine(line, "line_too_long", f"{name} is longer than {LONGEST_LINE // 1024} KiB.", too_large=True)
    return ContentLine(line, group.lower(), name, parameters, _decoded(value, parameters, is_wide=is_wide))


def _head_marks(text: str) -> list[int] | None:
    """Where the semicolons before the value stand, and last its colon; what is quoted counts as text."""
    marks: list[int] = []
    for mark in _HEAD_MARK.finditer(text):
        if mark[0] == ":":
            return [*marks, mark.start()]
        if mark[0] == ";":
            marks.append(mark.start())
        if len(marks) > MOST_PARAMETERS + 1:
            return marks
    first_colon = text.find(":")  # where a quotation mark is never closed
    return [first_colon] if first_colon >= 0 else None


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
    edges = zip([0, *(mark + 1 for mark in marks)], [*marks, len(value)], strict=True)
    return [unescaped(value[start:end]) for start, end in edges]
