"""Phrases by pattern: all of them are looked for at once, in time that grows with the text alone.

A pattern is words with a space between: `a|b` is either, `a?` may be missing, `*` is any word, `*3` at most three,
`<class>` a class of words that the book was given, `<name>` what is written as a name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

from comity.coach.spoken.text import Word

Label = TypeVar("Label")
ANY = "*"
NAME = "<name>"


@dataclass(slots=True)
class _Node(Generic[Label]):
    """What was read so far. Words that lead to the same place share it, so that the tree stays small."""

    slots: dict[str, "_Node[Label]"] = field(default_factory=dict)
    by_word: dict[str, list["_Node[Label]"]] = field(default_factory=dict)
    by_name: list["_Node[Label]"] = field(default_factory=list)
    by_any: list["_Node[Label]"] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def after(self, word: Word) -> list["_Node[Label]"]:
        """Return where a word leads."""
        nodes = self.by_word.get(word.text, [])
        if word.is_name and self.by_name:
            nodes = nodes + self.by_name
        return nodes + self.by_any if self.by_any and not word.is_sign else nodes


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """A phrase in a sentence: the words from `first` up to, not including, `last`."""

    label: Label
    first: int
    last: int


class PhraseBook(Generic[Label]):
    """Patterns, each with what it shows."""

    def __init__(
        self, patterns: Mapping[Label, Iterable[str]], classes: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self._classes = classes or {}
        self._root: _Node[Label] = _Node()
        for label, texts in patterns.items():
            for text in texts:
                self._add(label, text)

    def find(self, sentence: Sequence[Word]) -> list[Found[Label]]:
        """Return every phrase of a sentence in the order of their beginnings: of a label there, the longest."""
        return [found for first in range(len(sentence)) for found in self._at(sentence, first)]

    def _at(self, sentence: Sequence[Word], first: int) -> list[Found[Label]]:
        nodes = self._root.after(sentence[first])
        if not nodes:
            return []
        longest: dict[Label, int] = {}
        for place in range(first + 1, len(sentence) + 1):
            longest.update((label, place) for node in nodes for label in node.labels)
            if place == len(sentence):
                break
            nodes = [after for node in nodes for after in node.after(sentence[place])]
            if not nodes:
                break
        return [Found(label, first, last) for label, last in longest.items()]

    def _add(self, label: Label, pattern: str) -> None:
        for slots in product(*(_spelled(slot) for slot in pattern.split())):
            node = self._root
            for slot in (one for some in slots for one in some):
                node = self._follow(node, slot)
            if label not in node.labels:
                node.labels.append(label)

    def _follow(self, node: _Node[Label], slot: str) -> _Node[Label]:
        if slot in node.slots:
            return node.slots[slot]
        child = node.slots[slot] = _Node()
        for word in slot.split("|"):
            if word == ANY:
                node.by_any.append(child)
            elif word == NAME:
                node.by_name.append(child)
            else:
                for spelled in self._classes[word] if word.startswith("<") else (word,):
                    node.by_word.setdefault(spelled, []).append(child)
        return child


def _spelled(slot: str) -> list[tuple[str, ...]]:
    """Return the ways in which a slot may be filled, as sequences of slots."""
    if slot.startswith(ANY) and slot[1:].isdigit():
        return [(ANY,) * count for count in range(int(slot[1:]) + 1)]
    return [(), (slot.removesuffix("?"),)] if slot.endswith("?") else [(slot,)]
