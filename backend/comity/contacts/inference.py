"""What a title and a company tell: how senior somebody is, and in which field they work. None where it is unclear.

A phrase counts as a whole before its words do: a product owner owns no company, a vice president is no president.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from comity.coach.words import Seniority
from comity.contacts.folding import fold
from comity.contacts.vocations import COMPANIES, RUNGS, TITLES

Meaning = TypeVar("Meaning")

LONGEST_PHRASE = 3
REMEMBERED = 16_384

_WORD = re.compile(r"[a-z0-9&+#'.-]*[a-z0-9&+#']")
_PAST = re.compile(r"(former|formerly|ex|retired|aspiring|future)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(assistant|staff|aide|advisor|adviser|secretary|office|reporting|assistenz|assistentin|assistante|analyst|support)"
    r" (to|of|for|der|des|du|de la) .*"
)


def _phrases(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """Each phrase with what it tells. Where two tell something else of one phrase, the first counts."""
    told: dict[str, Meaning] = {}
    for meaning, phrases in table.items():
        for phrase in phrases.split(","):
            told.setdefault(" ".join(phrase.split()), meaning)
    return told


_RUNG_OF = _phrases(RUNGS)
_FIELD_OF_TITLE = _phrases(TITLES)
_FIELD_OF_COMPANY = _phrases(COMPANIES)
_DECIDES_FIRST = {rung: place for place, rung in enumerate(RUNGS)}


@lru_cache(maxsize=REMEMBERED)
def infer_seniority(title: str | None) -> Seniority | None:
    """The rung that a title names. What somebody was, or whom they work for, is not what they are."""
    text = fold(title or "")
    if _PAST.match(text):
        return None
    text = _SOMEBODY_ELSE.sub(r"\1", text)
    return min(_told(text, _RUNG_OF), key=_DECIDES_FIRST.__getitem__, default=None)


@lru_cache(maxsize=REMEMBERED)
def infer_field(title: str | None, company: str | None) -> str | None:
    """The field that a title names, else the company."""
    by_title = next(_told(fold(title or ""), _FIELD_OF_TITLE), None)
    return by_title or next(_told(fold(company or ""), _FIELD_OF_COMPANY), None)


def _told(text: str, phrases: Mapping[str, Meaning]) -> Iterator[Meaning]:
    words = _WORD.findall(text.replace("co-founder", "cofounder"))
    place = 0
    while place < len(words):
        for length in range(LONGEST_PHRASE, 0, -1):
            if meaning := phrases.get(" ".join(words[place : place + length])):
                yield meaning
                break
        place += length
