"""Sentences of a letter, not full stops (playbook §6)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.coach.messages.lines import Line, LineKind, is_sign_off, item_prefix
from comity.coach.messages.vocabulary import BEGINNERS, MAY_END, MONTHS, NEVER_ENDS

_END = re.compile(r"[.!?…‽⁉⁈]+[\"'”’»)\]*_~]*|[。！？｡؟۔।॥]+[」』”’）]*")
_NEEDS_SPACE = frozenset(".!?…‽⁉⁈")
_QUESTION_MARKS = frozenset("?？؟⁉‽")
_PROSE, _ITEM = LineKind.PROSE, LineKind.ITEM
_WRAPPED_FROM = 60  # code points: who breaks lines sooner means it


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or an item of a list (counts: False). start, end: its span in the text."""

    start: int
    end: int
    counts: bool
    is_question: bool


def sentences_of(text: str, lines: Sequence[Line], *, after: int) -> list[Sentence]:
    """Return what is said in the lines that are prose or items, from `after` (the greeting's end) on.

    text: the letter with links blanked out, of the same length.
    """
    found: list[Sentence] = []
    blocks = list(_blocks(text, lines, after))
    for start, end, counts in blocks:
        found += [
            Sentence(first, last, counts, not _QUESTION_MARKS.isdisjoint(text[max(first, last - 4) : last]))
            for first, last in _split(text, start, end)
            if not (last == end and is_sign_off(text[first:last], is_last=end == blocks[-1][1]))
        ]
    return found


def _blocks(text: str, lines: Sequence[Line], after: int) -> Iterator[tuple[int, int, bool]]:
    """Yield stretches that belong together: paragraphs, and items of a list. counts: whether it is a paragraph."""
    width = max([_WRAPPED_FROM, *(len(line.text.rstrip()) for line in lines if line.kind is _PROSE)])
    open_: tuple[int, int, bool] | None = None
    for line in lines:
        start = max(line.start, after)
        if (line.kind is not _PROSE and line.kind is not _ITEM) or start >= line.end:
            if open_:
                yield open_
            open_ = None
            continue
        is_item = line.kind is _ITEM and start == line.start
        goes_on = open_ is not None and not is_item and _is_wrapped(text, open_, start, line, width)
        if open_ and goes_on:
            open_ = (open_[0], line.end, open_[2])
            continue
        if open_:
            yield open_
        open_ = (start + item_prefix(line.text), line.end, False) if is_item else (start, line.end, True)
    if open_:
        yield open_


def _is_wrapped(text: str, block: tuple[int, int, bool], start: int, line: Line, width: int) -> bool:
    """Say whether a line goes on with the one before: its first word would not have fit there, or is no beginning."""
    if not block[2]:
        return line.text[:1].isspace()  # an item's own second line is indented
    word = line.text.split(maxsplit=1)[0]
    before = text.rfind("\n", block[0], block[1])
    length = block[1] - max(before, block[0])
    return not word[0].isupper() or length + 1 + len(word) > width


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(text, start, end):
        if _ends(text, match, first, end):
            yield from _trimmed(text, first, match.end())
            first = match.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    said = text[start:end]
    if said[:1].isalnum() or any(character.isalnum() for character in said):
        start += len(said) - len(said.lstrip())
        yield start, start + len(said.strip())


def _ends(text: str, match: re.Match[str], first: int, end: int) -> bool:
    """Say whether marks end a sentence: not after an abbreviation, an initial, or where the sentence goes on."""
    marks = match[0]
    after = text[match.end() : min(end, match.end() + 40)]
    if marks[0] in _NEEDS_SPACE and after and not after[0].isspace():
        return False
    following = after.lstrip()
    if not following:
        return True
    is_trailing_off = marks.startswith(("..", "…"))
    is_quoted = marks[-1] not in ".!?。！？…"
    if following[0].islower() and (is_trailing_off or is_quoted):
        return False
    if marks != ".":
        return True
    word = (text[max(first, match.start() - 20) : match.start()].split()[-1:] or [""])[0]
    return _ends_after(word.lstrip("(\"'“‘«[*_").casefold(), word, following)


def _ends_after(word: str, as_written: str, following: str) -> bool:
    next_word = following.split(maxsplit=1)[0]
    if word in NEVER_ENDS:
        return False
    if word in MAY_END or (len(word) >= 3 and word[1::2] == "." * len(word[1::2])):
        return next_word[0].isupper() and next_word.rstrip(".,!?:;").casefold().replace("’", "'") in BEGINNERS
    if len(word) == 1 and word.isalpha():
        begins = next_word[0].isupper() and next_word.strip(".,!?").casefold() in BEGINNERS
        return word == "i" or (begins and as_written[-1].islower())
    if word.isdigit() and int(word[:4]) <= 31:
        return next_word.strip(".,").casefold() not in MONTHS
    return True
