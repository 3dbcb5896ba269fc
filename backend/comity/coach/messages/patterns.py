"""Phrases found in one pass over the words, however many phrases there are: a trie, so the time is linear."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

ANY = "_"
_HERE = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found. kind: of which list. first, last: the words it spans, `last` excluded."""

    kind: str
    first: int
    last: int


class Lexicon:
    """Lists of phrases by kind.

    In a phrase `a|b` is one of two words, `[a]` a word that may be missing, `_` any word; none begins with `_`.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root: dict[str, Any] = {}
        for kind, phrases in lists.items():
            for words in (words for phrase in phrases for words in _spelled_out(phrase)):
                node = self._root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault(_HERE, set()).add(kind)

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> list[Hit]:
        """Return every phrase among the words, in order of where they begin."""
        root, stop = self._root, len(words) if end is None else end
        hits: list[Hit] = []
        for first in range(start, stop):
            if words[first] in root:
                self._follow(words, first, stop, hits)
        return hits

    def _follow(self, words: Sequence[str], first: int, stop: int, hits: list[Hit]) -> None:
        nodes, place = [self._root], first
        while nodes and place < stop:
            word = words[place]
            nodes = [node[step] for node in nodes for step in (word, ANY) if step in node]
            place += 1
            hits += [Hit(kind, first, place) for node in nodes for kind in node.get(_HERE, ())]


def _spelled_out(phrase: str) -> Iterable[tuple[str, ...]]:
    """Yield every way to say a phrase."""
    choices = [_choices(word) for word in phrase.split()]
    for words in product(*choices):
        yield tuple(word for word in words if word)


def _choices(word: str) -> list[str]:
    if word.startswith("["):
        return [*word[1:-1].split("|"), ""]
    return word.split("|")
