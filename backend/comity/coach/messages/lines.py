"""The lines of a letter, and what each is: prose, an item of a list, the signature, a quoted reply."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from comity.coach.messages.vocabulary import DEVICES, SIGN_OFFS
from comity.coach.word_lists import either

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_ITEM = re.compile(r"\s*(?:[-*•‣▪●◦–·]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))[ \t]+(?=\S)")
_QUOTE_MARKS = (">", "&gt;", "|")
_SAID = either(
    "wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał|написал|написала|写道|kirjoitti"
)
_HEADERS = ("from:", "von:", "de :", "de:", "da:", "van:", "från:", "fra:", "от:")
_MORE_HEADERS = (
    "sent:", "date:", "to:", "subject:", "gesendet:", "datum:", "an:", "betreff:", "envoyé", "objet", "à :", "para:",
    "enviado:", "asunto:", "inviato:", "oggetto:", "verzonden:", "onderwerp:", "skickat:", "дата:", "тема:",
)  # fmt: skip
_FORWARDED = ("begin forwarded message", "forwarded message", "original message", "ursprüngliche nachricht")
_BLANKS = 4  # lines: between who said it and what was said
_LONGEST_SIGN_OFF = 40  # code points: "Mit freundlichen Grüßen, Robin Vale"
_SIGNATURE_LINES = 10  # nobody's card is longer
_CARD_WORDS = 9  # words: a title with its company
_NO_NAMES = frozenset(["congratulations", "congrats", "welcome", "wow", "great"])
_BEFORE_A_NAME = SIGN_OFFS - {"thanks", "thank you", "x"}  # without a comma, those thank the reader
_POSTSCRIPTS = ("ps", "p.s", "pps", "p.p.s")


class LineKind(Enum):
    """What a line is."""

    BLANK = "blank"
    PROSE = "prose"
    ITEM = "item"
    SIGNATURE = "signature"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. start, end: without its break. text: what it says. said: without outer space, in lower case."""

    start: int
    end: int
    text: str
    said: str
    kind: LineKind


# Members by name: to look one up on its enum costs as much as a line.
_BLANK, _PROSE, _ITEM_KIND = LineKind.BLANK, LineKind.PROSE, LineKind.ITEM


def lines_of(text: str, *, owner: str = "") -> list[Line]:
    """Return the lines of a letter with what each is. owner: whose name may stand alone at the end."""
    lines = _marked_quotes(_split(text))
    return _marked_signature(lines, owner)


def item_prefix(text: str) -> int:
    """Return how long the mark is with which a line begins an item of a list; 0 where it is none."""
    match = _ITEM.match(text)
    return match.end() if match else 0


def _split(text: str) -> list[Line]:
    lines, start = [], 0
    for match in _BREAK.finditer(text):
        lines.append(_line(text, start, match.start()))
        start = match.end()
    lines.append(_line(text, start, len(text)))
    return lines


def _line(text: str, start: int, end: int) -> Line:
    line = text[start:end]
    said = line.strip().casefold()
    if not said:
        return Line(start, end, line, said, _BLANK)
    return Line(start, end, line, said, _ITEM_KIND if _ITEM.match(line) else _PROSE)


# Quoted replies


def _marked_quotes(lines: Sequence[Line]) -> list[Line]:
    marked = list(lines)
    for place, line in enumerate(lines):
        if line.said.startswith(_QUOTE_MARKS):
            marked[place] = replace(line, kind=LineKind.QUOTED)
            continue
        introduces_quote = _introduces_quote(lines, place)
        if _begins_history(lines, place, introduces_quote=introduces_quote):
            return marked[:place] + [replace(one, kind=LineKind.QUOTED) for one in lines[place:]]
        if introduces_quote:
            marked[place] = replace(line, kind=LineKind.QUOTED)
            if not _is_attribution(line.said):  # who said it may be wrapped
                marked[place + 1] = replace(lines[place + 1], kind=LineKind.QUOTED)
    return marked


def _begins_history(lines: Sequence[Line], place: int, *, introduces_quote: bool) -> bool:
    """Say whether all that follows was written earlier: a forwarded message, or a reply above one without marks."""
    said = lines[place].said
    if said.startswith(("--", "__", "begin ")) and any(word in said for word in _FORWARDED):
        return True
    if said.startswith(_HEADERS):
        headers = [line.said for line in lines[place + 1 : place + 4]]
        return sum(one.startswith(_MORE_HEADERS) for one in headers) >= 2
    if introduces_quote:
        after = place + (1 if _is_attribution(said) else 2)
        following = next((line.said for line in lines[after : after + _BLANKS] if line.said), "")
        return not following.startswith(_QUOTE_MARKS)
    return False


def _introduces_quote(lines: Sequence[Line], place: int) -> bool:
    return _is_attribution(lines[place].said) or _is_attribution(_joined(lines, place))


def _joined(lines: Sequence[Line], place: int) -> str:
    """Return a line with the next one: mail programs wrap "On ..., Sam wrote:"."""
    after = lines[place + 1].said if place + 1 < len(lines) else ""
    before = lines[place].said
    if not before or not after.endswith((":", "：")):
        return ""
    return f"{before} {after}" if len(before) + len(after) < 300 else ""


def _is_attribution(said: str) -> bool:
    """Say whether a line says who wrote what follows; it has a day or an address in it."""
    if not said.endswith((":", "：")) or len(said) > 300 or not any(word in said for word in _SAID):
        return False
    return "@" in said or any(character.isdigit() for character in said)


# The signature


def _marked_signature(lines: list[Line], owner: str) -> list[Line]:
    begins = _signature_at(lines, owner.casefold().split())
    if begins is None:
        return lines
    marked = list(lines)
    for place in range(begins, len(lines)):
        line = lines[place]
        if line.said.partition(" ")[0].rstrip(":.,-") in _POSTSCRIPTS:
            break  # what comes after the name may still be said
        if line.kind is _PROSE or line.kind is _ITEM_KIND:
            marked[place] = replace(line, kind=LineKind.SIGNATURE)
    return marked


def _signature_at(lines: Sequence[Line], owner: Sequence[str]) -> int | None:
    """Return with which line the signature begins."""
    own = [place for place, line in enumerate(lines) if line.kind is _PROSE or line.kind is _ITEM_KIND]
    for place in own:
        if lines[place].text.strip() in {"--", "—", "–"} and place != own[0]:
            return place
    last = own[-_SIGNATURE_LINES:]
    candidates = []
    for place in reversed(last):
        line = lines[place]
        if _is_sign_off(line.text) or line.said.startswith(DEVICES) or (place != own[0] and _is_name(line.text, owner)):
            candidates.append(place)
        elif not _is_card(line):
            break
    signed = [place for place in candidates if _is_sign_off(lines[place].text)]
    return min(signed or candidates, default=None)


def _is_card(line: Line) -> bool:
    """Say whether a line may stand on a visiting card: short, and no sentence."""
    words = line.said.split()
    if line.said.startswith(DEVICES) or words[0].rstrip(":.,-") in _POSTSCRIPTS:
        return True
    is_short = len(words) <= _CARD_WORDS
    is_named = 2 * sum(not word[0].islower() for word in line.text.split()) > len(words)
    return (
        is_short
        and not line.said.endswith(("?", "!", ":", ",", "…"))
        and not (line.said.endswith(".") and not is_named)
    )


def _is_sign_off(text: str) -> bool:
    """Say whether a line is a sign-off, alone or with a name after it."""
    said = text.strip().casefold().replace("’", "'")
    phrase = said.strip(" ,.!-–—;:)(🙂😊🙏👋")
    if phrase in SIGN_OFFS:
        return True
    head, comma, rest = phrase.partition(",")
    if comma:
        return head.strip() in SIGN_OFFS and len(rest.split()) <= 3
    words = phrase.split()
    if not 2 <= len(words) <= 5 or " ".join(words[:-1]) not in _BEFORE_A_NAME:
        return False
    return text.rsplit(maxsplit=1)[-1][:1].isupper()


def _is_name(text: str, owner: Sequence[str]) -> bool:
    """Say whether a line is nothing but a name: the owner's, or up to three words with capitals."""
    bare = text.strip().lstrip("-–—~/ ").rstrip(" .,")
    words = bare.split()
    if not 1 <= len(words) <= 3 or words[0].casefold() in _NO_NAMES:
        return False
    if owner and all(word.casefold() in owner for word in words):
        return True
    return all(
        word[0].isupper() and word.replace("-", "").replace(".", "").replace("'", "").isalpha() for word in words
    )


def is_sign_off(text: str, *, is_last: bool) -> bool:
    """Say whether the end of a paragraph is a sign-off: with a name ("Best, Robin"), or last of all ("Thanks!")."""
    return len(text) <= _LONGEST_SIGN_OFF and (is_last or "," in text) and _is_sign_off(text)
