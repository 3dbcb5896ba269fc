"""What a message speaks of first: the reader, what both share, or the owner's deeds."""

from collections.abc import Iterator

from comity.coach.messages.letter import Letter
from comity.coach.messages.message import Reader
from comity.coach.messages.names import folded, name_parts
from comity.coach.messages.patterns import Hit
from comity.coach.messages.tokens import tokens_of
from comity.coach.messages.wording import DEED, NOT_THEM, PITCH, THEM, WORDING
from comity.coach.word_lists import each

_COMMON = each(
    "university college school institute academy inc ltd llc gmbh corp company group club association society "
    "the of and for at in de la le du der die das von technology technologies conference international global"
)
_LETTERS_OF_A_STEM = 4  # letters: "climb" in "climbing"


def pitch_before_them(letter: Letter, reader: Reader) -> tuple[int, int] | None:
    """Return the first deed of the owner's that comes before any word about the reader."""
    names = _names_of(reader)
    theirs = {word for word in letter.tokens.known if folded(word).partition("'")[0] in names}
    for stretch, hits in letter.wording:
        first_them = _first_word_about(letter, hits, theirs, (stretch.first, stretch.last))
        pitches = [hit for hit in hits if hit.kind == PITCH and (first_them is None or hit.first < first_them)]
        if first_them is None and reader.is_first:
            pitches += [hit for hit in hits if hit.kind == DEED]
        if pitches:
            return letter.span(min(pitches, key=lambda hit: (hit.first, -hit.last)))
        if first_them is not None:
            return None
    return None


def mentions(letter: Letter, shared: str) -> bool:
    """Say whether a message, or its subject, names what both share: at least half of its telling words."""
    words = {folded(word) for word in letter.tokens.known | tokens_of(letter.message.subject or "").known}
    telling = [word for word in name_parts(shared) if word not in _COMMON and len(word) > 1] or name_parts(shared)
    named = sum(_is_among(word, words) for word in telling)
    return bool(telling) and 2 * named >= len(telling)


def phrases_of(letter: Letter, kind: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of phrases of a kind, the longest where some overlap; the greeting is read too."""
    hits = [hit for _, found in letter.wording for hit in found]
    if letter.greeting:
        hits += WORDING.find(letter.tokens.texts, *letter.tokens.between(letter.greeting.start, letter.greeting.end))
    ends = 0
    for hit in sorted((hit for hit in hits if hit.kind == kind), key=lambda hit: (hit.first, -hit.last)):
        if hit.first >= ends:
            yield letter.span(hit)
            ends = hit.last


def _first_word_about(letter: Letter, hits: list[Hit], theirs: set[str], within: tuple[int, int]) -> int | None:
    if not hits and not theirs:
        return None
    passing = [hit for hit in hits if hit.kind == NOT_THEM]
    about = [
        hit.first
        for hit in hits
        if hit.kind == THEM and not any(other.first < hit.last and hit.first < other.last for other in passing)
    ]
    about += [place for place in range(*within) if theirs and letter.tokens.texts[place] in theirs]
    return min(about, default=None)


def _names_of(reader: Reader) -> set[str]:
    named = [reader.full_name or "", reader.company or "", *reader.shared]
    return {part for name in named for part in name_parts(name) if part not in _COMMON and len(part) > 2}


def _is_among(word: str, words: set[str]) -> bool:
    stem = word[: max(_LETTERS_OF_A_STEM, len(word) - 3)]
    return word in words or (len(word) >= _LETTERS_OF_A_STEM and any(one.startswith(stem) for one in words))
