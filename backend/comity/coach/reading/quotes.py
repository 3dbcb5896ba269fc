"""What somebody said in quotation marks, read as it would be reported: "I will call you" is "she will call me"."""

import re
from dataclasses import replace

from comity.coach.reading.shown import Span
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.text import Sentence, Word
from comity.coach.word_lists import each

_QUOTE = re.compile(r'["“„«][^"“”„«»\n]*["”“»]')
_OWN_WORDS = each(
    "said say told tell asked ask answered replied wrote write promised offered suggested proposed thought"
)
_REPORTED = {
    "i": "they", "me": "them", "my": "their", "mine": "theirs", "myself": "themselves",
    "you": "me", "your": "my", "yours": "mine", "u": "me",
}  # fmt: skip


def quotes_in(text: str) -> list[Span]:
    """Return what stands in double quotation marks; single ones are apostrophes too."""
    return [Span(*quote.span()) for quote in _QUOTE.finditer(text)]


def their_words(sentence: Sentence, quotes: list[Span]) -> list[int]:
    """Return the places of the words that somebody else said: in a note what is quoted, unless "I said" it."""
    quoted = [place for place, word in enumerate(sentence) if quotes and _is_within(word, quotes)]
    outside = set(range(len(sentence))) - set(quoted) if quoted else set()
    says_i = any(text_at(sentence, place) == "i" and text_at(sentence, place + 1) in _OWN_WORDS for place in outside)
    return [] if says_i else quoted


def reported(sentence: Sentence, theirs: list[int]) -> Sentence:
    """Return a sentence with their words as the writer would report them."""
    if not theirs:
        return sentence
    words = list(sentence)
    for place in theirs:
        words[place] = replace(words[place], text=_REPORTED.get(words[place].text, words[place].text))
    return tuple(words)


def _is_within(word: Word, quotes: list[Span]) -> bool:
    return any(one.start <= word.start < one.end for one in quotes)
