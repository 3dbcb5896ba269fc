"""The greeting of a letter: where it ends, and whom it names."""

import re
from dataclasses import dataclass

from comity.coach.messages.vocabulary import NOBODY_BY_NAME, PARTICLES, SALUTATIONS, TITLES, TWO_WORD_SALUTATIONS

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W_]+)*\.?|&")
_ENDS = re.compile(r"[,;:!.?—，、！。：]|\s[-–](?=\s|$)|–")
_HONORIFICS = ("様", "さん", "先生", "殿", "你好", "您好", "님", "님께")
_LONGEST_HONORED = 20  # code points: a name with its honorific
_MOST_NAMES = 5  # words: "Dear Prof. Dr. Anna Maria Schmidt"
_LOOKS_AHEAD = 120  # code points: no greeting is longer


@dataclass(frozen=True, slots=True)
class Greeting:
    """A greeting. start, end: its span. names: the words that name somebody, each with its place.

    is_empty: a name is missing where one belongs ("Hi ,").
    """

    start: int
    end: int
    names: tuple[tuple[str, int], ...] = ()
    is_empty: bool = False


def greeting_in(text: str, start: int, end: int) -> Greeting | None:
    """Return the greeting with which the line between two places begins, or None."""
    line = text[start : min(end, start + _LOOKS_AHEAD)]
    salutation = _salutation(line)
    if salutation is None:
        return _bare_name(line, start, is_whole=end - start <= _LOOKS_AHEAD)
    words = _words_after(line, salutation) or _words_after_comma(line, salutation)
    closes = _ENDS.search(line, words[-1].end() if words else salutation)
    gap = line[words[-1].end() if words else salutation : closes.start()] if closes else ""
    ends = closes.end() if closes and not gap.strip() else (words[-1].end() if words else salutation)
    is_empty = not words and bool(gap) and not gap.strip() and closes is not None and closes[0] in ",:"
    return Greeting(start, start + ends, _names(words, start), is_empty)


def _words_after_comma(line: str, start: int) -> list[re.Match[str]]:
    """Return the name in "Hello, Sam!", where nothing follows it on its line."""
    if not line.startswith((",", "，"), start):
        return []
    words = _words_after(line, start + 1)
    rest = line[words[-1].end() :].strip() if words else ""
    return words if rest in {",", "!", ".", ":", "，", "！"} else []


def _salutation(line: str) -> int | None:
    """Return where the salutation of a line ends."""
    said = line.casefold()
    for phrase in (*TWO_WORD_SALUTATIONS, *SALUTATIONS):
        if said.startswith(phrase) and not said[len(phrase) : len(phrase) + 1].isalnum():
            return len(phrase)
    return None


def _words_after(line: str, start: int) -> list[re.Match[str]]:
    """Return the words that may be part of the greeting: names, titles, what stands between them."""
    words: list[re.Match[str]] = []
    place = start
    while len(words) < _MOST_NAMES:
        match = _WORD.match(line, place + len(line[place:]) - len(line[place:].lstrip(" \t")))
        if match is None or not _belongs(match, line, is_only=not words):
            break
        words.append(match)
        place = match.end()
        if match[0].endswith(".") and match[0].rstrip(".").casefold() not in TITLES and len(match[0]) > 2:
            break
    return words


def _belongs(match: re.Match[str], line: str, *, is_only: bool) -> bool:
    word = match[0].rstrip(".").casefold()
    if match[0][0].isupper() and word not in {"i", "i'm", "i've", "i'd"}:
        return True
    is_alone = is_only and (_ENDS.match(line, match.end()) is not None or not line[match.end() :].strip())
    return word in TITLES or word in NOBODY_BY_NAME or word in PARTICLES or is_alone


def _names(words: list[re.Match[str]], start: int) -> tuple[tuple[str, int], ...]:
    """Return the words that name somebody; a greeting to nobody by name has none."""
    found: list[tuple[str, int]] = []
    for match in words:
        word = match[0].rstrip(".")
        if word.casefold() in TITLES or word.casefold() in PARTICLES:
            continue
        if word.casefold() in NOBODY_BY_NAME:
            return tuple(found)
        found.append((word, start + match.start()))
    return tuple(found)


def _bare_name(line: str, start: int, *, is_whole: bool) -> Greeting | None:
    """Return a name alone on its line, with a comma or a dash, as people greet friends."""
    said = line.rstrip()
    if is_whole and len(said) <= _LONGEST_HONORED and said.rstrip("，、,:：").endswith(_HONORIFICS):
        return Greeting(start, start + len(said))
    bare = said.rstrip(" ,:–—-").split()
    ends_so = said.endswith((",", ":", "–", "—", " -", "，", "、", "،", "："))
    if is_whole and ends_so and 1 <= len(bare) <= 3 and not any(word[0].islower() for word in bare):
        return Greeting(start, start + len(said))
    return None
