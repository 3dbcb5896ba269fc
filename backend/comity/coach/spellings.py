"""Names as people type them: two spellings of one company, school or place become one plain name."""

import unicodedata
from functools import lru_cache

from comity.coach.word_lists import each
from comity.coach.words import CommonalityKind

# What Unicode does not take apart, as people type it who lack the key.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ħ": "h", "&": " and "}
    | dict.fromkeys(".'’`´", "")
)
_ASCII_LETTERS = {code: _LETTERS.get(code, chr(code) if chr(code).isalnum() else " ") for code in range(128)}
_LEGAL_FORMS = each(
    """ab aktiengesellschaft ag aps as asa bv co company corp corporation eg ev gmbh inc incorporated kg kgaa kk lda
    limited llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty pvt sa sarl sas se spa spzoo srl ug"""
)
_UNIVERSITIES = each(
    """uni univ universidad universidade universita universitaet universitas universitat universite universiteit
    universitet universitetet univerzita uniwersytet"""
)
_SCHOOL_WORDS = {
    **dict.fromkeys(_UNIVERSITIES, "university"),
    **dict.fromkeys(("technische", "technical", "technological", "tekniska", "tecnica", "technique"), "technical"),
    **dict.fromkeys(("inst", "institut", "instituto", "istituto", "instituut"), "institute"),
    "tu": "technical university",
}
_JOINING = each("at d da das de degli dei del della der des di do e el for in l la le les of the und van y")
_EXONYMS = {
    "athina": "athens",
    "beograd": "belgrade",
    "bruxelles": "brussels",
    "brussel": "brussels",
    "bucuresti": "bucharest",
    "den haag": "the hague",
    "firenze": "florence",
    "geneve": "geneva",
    "genf": "geneva",
    "goteborg": "gothenburg",
    "kobenhavn": "copenhagen",
    "koln": "cologne",
    "lisboa": "lisbon",
    "milano": "milan",
    "muenchen": "munich",
    "munchen": "munich",
    "napoli": "naples",
    "nurnberg": "nuremberg",
    "praha": "prague",
    "roma": "rome",
    "sevilla": "seville",
    "torino": "turin",
    "venezia": "venice",
    "warszawa": "warsaw",
    "wien": "vienna",
    "zuerich": "zurich",
}


@lru_cache(maxsize=16_384)
def plain_name(kind: CommonalityKind, name: str) -> str:
    """Return a name without case, accents and punctuation, and without what does not tell two things apart.

    "Acme, Inc." is "acme", "ETH Zürich (D-INFK)" is "eth zurich", "Greater Milano Area" is "milan".
    """
    words = folded(_outside_brackets(name)).split() or folded(name).split()
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    tidy = {
        CommonalityKind.EMPLOYER: _without_legal_form,
        CommonalityKind.SCHOOL: _of_a_school,
        CommonalityKind.PLACE: _of_a_place,
    }.get(kind, " ".join)
    return tidy(words)


def folded(text: str) -> str:
    """Return text as words of letters and digits with one space between them. Linear in the text."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_LETTERS).split())
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    spoken = (one if _is_spoken(one) else " " for one in plain if not unicodedata.combining(one))
    return " ".join("".join(spoken).split())


def _is_spoken(one: str) -> bool:
    """Say whether a character belongs to a word: letters, digits, and the vowel signs of scripts that have them."""
    return one.isalnum() or unicodedata.category(one)[0] == "M"


def _outside_brackets(name: str) -> str:
    """Return a name without what stands in brackets: an abbreviation, years, a department."""
    kept, depth = [], 0
    for one in name:
        if one in "([":
            depth += 1
        elif one in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(one)
    return "".join(kept)


def _without_legal_form(words: list[str]) -> str:
    while len(words) > 1 and (words[-1] in _LEGAL_FORMS or words[-1] == "and"):
        words = words[:-1]
    return " ".join(words)


def _of_a_school(words: list[str]) -> str:
    told = [_SCHOOL_WORDS.get(word, word) for word in words if word not in _JOINING] or words
    return " ".join(_EXONYMS.get(word, word) for word in " ".join(told).split())


def _of_a_place(words: list[str]) -> str:
    if words[:1] == ["greater"] and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and words[-1] in {"area", "metropolitan", "region"}:
        words = words[:-1]
    plain = " ".join(words)
    return _EXONYMS.get(plain, plain)
