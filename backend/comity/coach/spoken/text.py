"""Sentences and words of free text, each with where it stands. Time grows with the length of the text alone.

Notes are read by it, where a line of its own is a sentence. Letters, with greetings, lists and wrapped lines, are read
by `messages/sentences.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.coach.word_lists import each

# One run of letters with inner apostrophes, one run of digits, or one other sign: no two ways to read a text.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|_")
_QUOTES = frozenset("\"'“”‘’«»„`")  # they say who speaks, not what
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_ENDINGS = {"ll": "will", "d": "would", "re": "are", "m": "am", "ve": "have", "s": "'s"}
_CONTRACTED = {  # how hurried people write two words as one
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "cannot": ("can", "not"),
    "dont": ("do", "not"),
    "didnt": ("did", "not"),
    "doesnt": ("does", "not"),
    "wont": ("will", "not"),
    "cant": ("can", "not"),
    "hed": ("he", "would"),
    "theyd": ("they", "would"),
    "youd": ("you", "would"),
    "theyll": ("they", "will"),
    "youll": ("you", "will"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
}
_ABBREVIATED = each("mr mrs ms dr prof st jr sr e.g i.e eg ie vs etc approx dept inc ltd co no tel min mins")
_NO_NAMES = each(
    "a an and any anybody anyone are as at be both but by call can coffee could did do dinner does each email everybody"
    " everyone everything for from good great had has have he her here hers him his how i if in is it its let lunch"
    " maybe me meeting my next no nobody not nothing now of on or our she should so some somebody someone something"
    " still talk thanks that the their them then there these they this those to today tomorrow was we were what when"
    " where which while who why will with would yes yesterday you your also just perhaps please again after before"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december spoke met had turns during since because although though asked"
    " promised offered emailed sent gave shared introduced told agreed mailed wrote called texted messaged helped"
    " bought paid laughed had went came left talked discussed very really lovely nice quick long short first second"
    " need needs must todo action reminder next remember zoom teams skype whatsapp linkedin slack hi hello dear hey"
    " if can please sure ok okay thank hope happy glad sorry looking got received invited suggested wants both same"
    " will would shall not never however also another last there here two three one"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign. text: in lower case, contractions spelled out ("'ll" is "will").

    is_name: it is written as a name is. is_sign: it is neither a word nor a number.
    """

    text: str
    start: int
    end: int
    is_name: bool = False
    is_sign: bool = False


Sentence = tuple[Word, ...]


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text, none without a word. A line of its own is a sentence; a wrapped line is not."""
    found: list[Sentence] = []
    current: list[Word] = []
    before = 0
    has_words = False
    for token in _TOKEN.finditer(text):
        if token.group() in _QUOTES:
            continue
        if has_words and _begins_anew(text, before, token.start()):
            found.append(tuple(current))
            current, has_words = [], False
        current += _words(token.group(), token.start())
        has_words = has_words or not current[-1].is_sign
        before = token.end()
        if has_words and _ends_sentence(text, token, current):
            found.append(tuple(current))
            current, has_words = [], False
    return [*found, tuple(current)] if has_words else found


def _begins_anew(text: str, before: int, start: int) -> bool:
    """Say whether a line break between two tokens is more than a wrapped line."""
    between = text[before:start]
    lines = between.count("\n") or between.count("\r")
    return lines > 1 or (lines == 1 and not text[start].islower())


def _ends_sentence(text: str, token: re.Match[str], current: list[Word]) -> bool:
    sign, after = token.group(), text[token.end() : token.end() + 1]
    if sign in "!?…":
        return not after or after.isspace() or after in "\"')”’"
    if sign not in ".。" or (after and not after.isspace()):
        return False
    return len(current) < 2 or not _is_abbreviated(current[-2].text)


def _is_abbreviated(word: str) -> bool:
    return word in _ABBREVIATED or (len(word) == 1 and word in _LETTERS and word != "i")


def _words(token: str, start: int) -> Iterator[Word]:
    text = token.lower().replace("’", "'")
    end = start + len(token)
    if text in _CONTRACTED:
        first, second = _CONTRACTED[text]
        cut = start + min(len(first), len(token) - 1)
        yield Word(first, start, cut)
        yield Word(second, cut, end)
        return
    head, apostrophe, tail = text.rpartition("'")
    if apostrophe and tail == "t" and head.endswith("n"):
        yield Word(head[:-1], start, end - 3)
        yield Word("not", end - 3, end)
    elif apostrophe and tail in _ENDINGS:
        cut = end - len(tail) - 1
        yield Word(head, start, cut, _is_name(token[: cut - start], head))
        yield Word(_ENDINGS[tail], cut, end)
    else:
        yield Word(text, start, end, _is_name(token, text), is_sign=not token[0].isalnum())


def _is_name(token: str, text: str) -> bool:
    return len(token) > 1 and token[0].isupper() and not token.isupper() and text not in _NO_NAMES
