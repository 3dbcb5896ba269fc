"""Whether a greeting names its reader."""

import unicodedata
from collections.abc import Iterable

from comity.coach.word_lists import either

_APART = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SHORTEST_PREFIX = 2  # letters: Al for Alan, Jo for Joanna
_SHORT_FORMS = either(
    "bob rob robert bobby robbie|bill will william billy liam|dick rick rich richard ricardo|"
    "jim james jimmy jamie|jack john johnny jon jonathan|mike michael mick micky mikey miguel mikhail misha|"
    "tony anthony antonio anton|liz beth lizzie betty elizabeth eliza lisa elisabeth|"
    "kate katie kathy katherine catherine kat kathryn cathy katharina katya ekaterina|"
    "peggy meg maggie margaret margarita greta rita|ted ed eddie edward ned teddy theodore eduardo|"
    "hank harry henry hal heinrich|chuck charlie charles carlos carl|"
    "sasha alex alexander alexandra xander sandra alejandro alessandro|"
    "nick nicholas nicolas nico klaus nikolaus kolya nikolai|dave david davy|dan daniel danny daniela|"
    "matt matthew matthias mateo|pat patrick patricia paddy tricia trish patty|sue susan susanna suzie suzanne|"
    "steve steven stephen stefan stephan steph stephanie stefanie esteban|tom thomas tommy tomas|"
    "joe joseph joey jose josef pepe giuseppe|sam samuel samantha sammy|ben benjamin benny|greg gregory gregor|"
    "andy andrew andreas andrea andre drew|jenny jen jennifer|becky rebecca bec|vicky victoria vic viktoria|"
    "abby abigail gail|debbie deborah deb|cindy cynthia lucinda|ron ronald ronnie|ken kenneth kenny|"
    "larry lawrence laurence lorenzo|jerry gerald jeremy gerry|gabe gabriel gabriela gabi|zach zachary zack|"
    "nate nathan nathaniel|phil philip philipp felipe|fred frederick alfred frederic friedrich fritz|"
    "frank francis franz francisco paco|gene eugene|gus august augustus|leo leonard leonardo leon leopold|"
    "lou louis louise luis luisa|max maximilian maxine maxim maxwell|mandy amanda|"
    "molly polly mary maria mia marie|nancy anne ann anna annie hannah nan anya|sally sarah sara|"
    "tina christina kristina martina valentina|chris christopher christian christine christina kris|"
    "toni antonia antoinette|val valerie valentina|wes wesley|will wilhelm willi|vlad vladimir volodya|"
    "dima dmitri dmitry|zhenya evgeny evgenia eugene|tanya tatiana|natasha natalia natalie nat|"
    "lena elena helena helen ellen|sepp josef|hans johannes johann|uli ulrich ulrike|"
    "jo joanna johanna josephine joanne joan|manu manuel manuela|ollie oliver olivia|raj rajesh rajiv|"
    "abhi abhishek|sid siddharth sidney"
)
_FORMS: dict[str, set[int]] = {}
for _number, _row in enumerate(_SHORT_FORMS):
    for _form in _row.split():
        _FORMS.setdefault(_form, set()).add(_number)


def is_named(greeted: Iterable[str], full_name: str) -> bool:
    """Say whether one of the greeted words may be part of a name, or a short form of it.

    Scripts that differ cannot be compared, so they pass. Case and accents do not matter.
    """
    parts = [part for part in _parts(full_name) if part]
    words = [part for word in greeted for part in _parts(word) if part]
    if not parts or not words or _script(parts) != _script(words):
        return True
    return any(_same(word, part) for word in words for part in parts)


def is_surname(word: str, full_name: str) -> bool:
    """Say whether the last word of a greeting by full name fits; one name alone says nothing of the other."""
    parts = _parts(full_name)
    words = _parts(word)
    if len(parts) < 2 or not words or _script(parts) != _script(words):
        return True
    return any(_same(words[-1], part) for part in parts)


def name_parts(full_name: str) -> list[str]:
    """Return the words of a name, folded."""
    return [part for part in _parts(full_name) if part]


def folded(text: str) -> str:
    """Return a text in lower case without accents."""
    if text.isascii():
        return text.lower()
    lower = "".join(_APART.get(character, character) for character in text.casefold())
    return "".join(one for one in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(one))


def _parts(name: str) -> list[str]:
    plain = "".join(character if character.isalpha() else " " for character in folded(name).replace("'", ""))
    return plain.split()


def _same(word: str, part: str) -> bool:
    if word == part or _without_umlauts(word) == _without_umlauts(part):
        return True
    shorter, longer = sorted((word, part), key=len)
    if longer.startswith(shorter) and (len(shorter) >= _SHORTEST_PREFIX or len(part) == 1):
        return True
    return not _FORMS.get(word, set()).isdisjoint(_FORMS.get(part, set()))


def _without_umlauts(word: str) -> str:
    for two, one in _UMLAUTS:
        word = word.replace(two, one)
    return word


def _script(words: Iterable[str]) -> str:
    """Return the alphabet of the first letter: "LATIN", "CYRILLIC", "CJK"."""
    first = next(iter(words))[0]
    return unicodedata.name(first, "").partition(" ")[0]
