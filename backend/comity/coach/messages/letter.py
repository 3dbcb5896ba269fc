"""A message, read once: its parts, sentences, words, links and asks. Every check looks at this."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from comity.coach.messages.asks import Ask, Stretch, asks_in, stretches_of
from comity.coach.messages.greeting import Greeting, greeting_in
from comity.coach.messages.lines import Line, LineKind, lines_of
from comity.coach.messages.links import Link, links_in
from comity.coach.messages.markup import blanked, without_tags
from comity.coach.messages.message import Counts, Message, Sender
from comity.coach.messages.patterns import Hit
from comity.coach.messages.sentences import Sentence, sentences_of
from comity.coach.messages.tokens import Tokens, ideographs_in, tokens_of
from comity.coach.messages.wording import WORDING
from comity.coach.words import AskSize

_CHUNK = re.compile(r"\S+")
_MOST_SENTENCES = 1_000  # sentences: more are more than 300 words, and that blocks a message whatever they say
_LABEL_WORDS = 4  # words: "You can find me here: https://..."
_IDEOGRAPHS_A_WORD = 2  # a word of a script without spaces has about two characters


class Letter:
    """A message as its reader sees it. All spans are code points of the body as sent."""

    def __init__(self, message: Message, sender: Sender) -> None:
        self.message = message
        self.sender = sender
        self.body = message.body

    @cached_property
    def _tagless(self) -> str:
        return without_tags(self.body)

    @cached_property
    def lines(self) -> list[Line]:
        """The lines, with what each is."""
        return lines_of(self._tagless, owner=self.sender.full_name)

    def line_at(self, place: int) -> Line | None:
        """Return the line on which a place lies."""
        at = bisect_right(self.lines, place, key=lambda line: line.start) - 1
        return self.lines[at] if at >= 0 and place <= self.lines[at].end else None

    @cached_property
    def own(self) -> list[tuple[int, int]]:
        """The spans of what the owner wrote: all lines but quoted ones."""
        return [(line.start, line.end) for line in self.lines if line.kind is not LineKind.QUOTED]

    def is_own(self, place: int) -> bool:
        """Say whether what stands at a place is the owner's, and not quoted."""
        at = bisect_left(self.own, (place + 1, -1)) - 1
        return at >= 0 and place <= self.own[at][1]

    @cached_property
    def ends_at(self) -> int:
        """Where the owner's own text ends."""
        return max((line.end for line in self.lines if line.kind not in {LineKind.QUOTED, LineKind.BLANK}), default=0)

    @cached_property
    def _addresses(self) -> list[Link]:
        return [link for link in links_in(self.body) if self.is_own(link.start)]

    @cached_property
    def links(self) -> list[Link]:
        """The web addresses in what the owner wrote."""
        return [link for link in self._addresses if not link.is_mail]

    @cached_property
    def _plain(self) -> str:
        """The text without tags and links, of the same length."""
        return blanked(self._tagless, [(link.start, link.end) for link in self._addresses])

    @cached_property
    def tokens(self) -> Tokens:
        """The words, links left out."""
        return tokens_of(self._plain)

    @cached_property
    def greeting(self) -> Greeting | None:
        """The greeting, if there is one."""
        first = next((line for line in self.lines if line.text.strip() and line.kind is not LineKind.QUOTED), None)
        if first is None:
            return None
        return greeting_in(self._plain, first.start + len(first.text) - len(first.text.lstrip()), first.end)

    @cached_property
    def said(self) -> list[Sentence]:
        """What is said: sentences, and items of lists, which do not count as such."""
        after = self.greeting.end if self.greeting else 0
        return sentences_of(self._plain, self.lines, after=after)

    def sentence_at(self, place: int) -> Sentence | None:
        """Return what is said at a place: a sentence, or an item of a list."""
        at = bisect_right(self.said, place, key=lambda sentence: sentence.start) - 1
        return self.said[at] if at >= 0 and place < self.said[at].end else None

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that count: no items of lists, and no labels of links."""
        return [sentence for sentence in self.said if sentence.counts and not self._is_label(sentence)]

    def _is_label(self, sentence: Sentence) -> bool:
        if not self._addresses:
            return False
        first, last = self.tokens.between(sentence.start, sentence.end)
        if last - first > _LABEL_WORDS:
            return False
        place = bisect_left(self._addresses, sentence.start, key=lambda link: link.start)
        if place == len(self._addresses):
            return False
        return not self._plain[sentence.end : max(sentence.end, self._addresses[place].start)].strip(" .:\r\n\t")

    @cached_property
    def word_spans(self) -> list[tuple[int, int]]:
        """The span of each word that is said."""
        return [span for sentence in self.said for span in self._words_of(sentence)]

    def _words_of(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        for match in _CHUNK.finditer(self._plain, sentence.start, sentence.end):
            chunk = match[0]
            ideographs = [] if chunk.isascii() else ideographs_in(chunk)
            if ideographs:
                yield from ((match.start() + at, match.start() + at + 1) for at in ideographs[::_IDEOGRAPHS_A_WORD])
            elif chunk[0].isalnum() or any(character.isalnum() for character in chunk):
                yield match.span()

    @cached_property
    def stretches(self) -> list[Stretch]:
        """What is said, with the phrases by which people ask. What is held for its length is not read to the end."""
        return stretches_of(self.said[:_MOST_SENTENCES], self.tokens)

    @cached_property
    def asks(self) -> list[Ask]:
        """The asks, in the order in which they come."""
        return asks_in(self.stretches, self.tokens)

    @property
    def ask_size(self) -> AskSize:
        """The largest ask that the text makes."""
        return max((ask.size for ask in self.asks), key=lambda size: size.rung, default=AskSize.NONE)

    @property
    def counts(self) -> Counts:
        """How long it is."""
        return Counts(len(self.sentences), len(self.word_spans), len(self.body.strip()))

    @cached_property
    def wording(self) -> list[tuple[Stretch, list[Hit]]]:
        """The phrases that put readers off, sentence by sentence."""
        return [(one, WORDING.find(self.tokens.texts, one.first, one.last)) for one in self.stretches]

    def span(self, hit: Hit) -> tuple[int, int]:
        """Return where a phrase stands."""
        return self.tokens.starts[hit.first], self.tokens.ends[hit.last - 1]

    def quoted(self, start: int, end: int) -> str:
        """Return what stands in a span, short and on one line, to be named in a finding."""
        said = " ".join(self.body[start:end].split())
        return f'"{said if len(said) <= _LONGEST_QUOTE else said[: _LONGEST_QUOTE - 1] + "…"}"'


_LONGEST_QUOTE = 60  # code points
