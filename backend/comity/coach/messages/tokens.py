"""Words of a text, folded, with their places."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

_MARKS = "\u0300-\u036f"
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}'’ʼ]+[^\W_]+)*[{_MARKS}]*")
_WORD_OR_IDEOGRAPH = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+(?:[{_MARKS}'’ʼ]+[^\W_{_IDEOGRAPHS}]+)*")
_IDEOGRAPH = re.compile(rf"[{_IDEOGRAPHS}]")
_APOSTROPHES = str.maketrans("’ʼ", "''")


@dataclass(frozen=True)
class Tokens:
    """Words in order. texts: in lower case with straight apostrophes. starts, ends: code points in the text."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.texts)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of those that begin within a span of the text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that occurs."""
        return frozenset(self.texts)


def tokens_of(text: str) -> Tokens:
    """Return the words of a text. An ideograph is a word of its own; "15-minute" is two words."""
    pattern = _WORD_OR_IDEOGRAPH if _IDEOGRAPH.search(text) else _WORD
    texts, starts, ends = [], [], []
    for match in pattern.finditer(text):
        texts.append(match[0].casefold().translate(_APOSTROPHES))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(texts, starts, ends)


def ideographs_in(text: str) -> list[int]:
    """Return the places of the characters of scripts without spaces."""
    return [match.start() for match in _IDEOGRAPH.finditer(text)]
