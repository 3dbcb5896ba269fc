"""Numbers as people write them: digits, or words up to twelve and a few more."""

from collections.abc import Sequence

from comity.coach.spoken.text import Word

_IN_ORDER = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NAMED = {name: number for number, name in enumerate(_IN_ORDER.split())} | _TENS | {"a": 1, "an": 1}
_VAGUE = {"couple": 2, "few": 3, "several": 3}  # fewer than people fear, more than they promise
LONGEST_DIGITS = 4


def number_at(words: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Return the number that begins at a word, and the place after it; None where there is none.

    "a couple of" is 2, "a few" 3. Numbers of more than four digits are no counts.
    """
    text = text_at(words, place)
    if text.isdigit() and text.isascii():
        return (int(text), place + 1) if len(text) <= LONGEST_DIGITS else None
    if text in {"a", "the", "another"} and text_at(words, place + 1) in _VAGUE:
        place, text = place + 1, text_at(words, place + 1)
    if text in _VAGUE:
        return _VAGUE[text], place + (2 if text_at(words, place + 1) == "of" else 1)
    return (_NAMED[text], place + 1) if text in _NAMED else None


def text_at(words: Sequence[Word], place: int) -> str:
    """Return the word at a place, or nothing outside of the sentence."""
    return words[place].text if 0 <= place < len(words) else ""


def says(words: Sequence[Word], place: int, text: str) -> bool:
    """Say whether these very words stand at a place."""
    return all(text_at(words, place + count) == word for count, word in enumerate(text.split()))
