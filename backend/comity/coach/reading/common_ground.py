"""What both have in common, as the words show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.coach.history import Background
from comity.coach.reading.around import is_denied, is_imagined, subject_before
from comity.coach.reading.clauses import clause_end, span_of, without
from comity.coach.reading.shown import ReadCommonality
from comity.coach.reading.vocabulary import CLASSES
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence, sentences
from comity.coach.word_lists import each

LEAST_NAME = 3  # letters: shorter names stand in too many words
MUTUAL = "mutual_contacts"
_CLASSES = CLASSES | {
    "<do>": each(
        "went goes go studied study worked works work grew lived lives live comes come plays play loves love likes like"
        " runs run speaks speak sails sail climbs climb collects collect started volunteers volunteer enjoys enjoy"
        " know knows"
    ),
    "<circle>": each(
        "school university uni college company employer town city village street gym club team class professor"
        " boss hobby church neighbourhood neighborhood course conference hometown programme program"
    ),
    "<link>": each(
        "friend friends acquaintance acquaintances contact contacts interest interests connection connections love"
        " passion passions"
    ),
}
_BOOK = PhraseBook(
    {
        "shared": (
            "we|us both <do> *",
            "we|us both are|were|have|had|did|have from|at|in|into|fans|a|an|kids|children|dogs|new *",
            "we both are|were|grew|have|came *",
            "we are|were|have|had both *",
            "both of us",
            "<they>|<name> also <do>",
            "<they>|<name> is|was|has|'s also",
            "<they>|<name> is|'s also from|in|at|into|a *",
            "turns|turned out we|<they>|<name> both|also|were|are|share|know",
            "we both ran|run|played|studied|worked|lived|taught|went|moved|started|learned|learnt *",
            "went|goes|go to my|our old? <circle> too|as|before|once",
            "the? same <circle>",
            "in common",
            "common ground|<link>",
            "mutual <link>",
            "fellow *",
            "shared|share|shares a|an|our|the|my? love|passion|interest|history|background|enthusiasm|hobby",
            "share|shares the same *",
            "small world",
            "as|like i do|did|am",
            "commonality found",
        ),
    },
    _CLASSES,
)
_KINDS = {
    "schools": each(
        "school university uni college studied study class professor alum alumni alumna alumnus degree course"
    ),
    "employers": each("worked works work employer company colleague colleagues boss"),
    "places": each(
        "from lived lives live grew town city village hometown neighbourhood neighborhood street born raised"
    ),
    MUTUAL: each("friend friends acquaintance acquaintances contact contacts know knows connection connections"),
    "groups": each("club team church gym member volunteer volunteers association"),
    "interests": each(
        "love loves like likes enjoy enjoys passion hobby interest interests into fans fan play plays run"
    ),
}
_OF_PLACE = _KINDS["places"] | {"based", "moved", "moving", "living", "there", "home", "native"}


@dataclass(frozen=True)
class Known:
    """The owner's half of every commonality, ready to be found in a text."""

    book: PhraseBook[tuple[str, str]]

    @classmethod
    def of(cls, background: Background) -> "Known":
        """Return what can be found of a background: names of three letters or more."""
        lists: Mapping[str, Iterable[str]] = {
            name: getattr(background, name) for name in Background.__dataclass_fields__
        }
        named = {
            (kind, name): (pattern,) for kind, names in lists.items() for name in names if (pattern := _pattern(name))
        }
        return cls(PhraseBook(named))


NOTHING_KNOWN = Known.of(Background())


def common_ground_in(text: str, sentence: Sentence, known: Known) -> list[ReadCommonality]:
    """Return what a sentence says that both have: by its wording, and by what is known of the owner.

    Source: playbook §7, commonalities.
    """
    by_name = [_named(sentence, found) for found in known.book.find(sentence) if _is_theirs(sentence, found)]
    by_wording = [
        _worded(text, sentence, found)
        for found in _BOOK.find(sentence)
        if not (is_denied(sentence, found.first) or is_imagined(sentence, found.first))
    ]
    return _apart([*by_name, *by_wording])


def _pattern(name: str) -> str:
    words = [word.text for sentence in sentences(name) for word in sentence]
    plain = all(word.isalnum() for word in words)
    return " ".join(words) if plain and len(name) >= LEAST_NAME else ""


def _named(sentence: Sentence, found: Found[tuple[str, str]]) -> ReadCommonality:
    kind, name = found.label
    return ReadCommonality(kind, name, span_of(sentence, found.first, found.last))


def _is_theirs(sentence: Sentence, found: Found[tuple[str, str]]) -> bool:
    """Say whether they are said to have it; a place in which one only met is none."""
    subject = subject_before(sentence, found.first)
    if (subject is not None and subject.text == "i") or is_denied(sentence, found.first):
        return False
    return found.label[0] != "places" or any(word.text in _OF_PLACE for word in sentence)


def _worded(text: str, sentence: Sentence, found: Found[str]) -> ReadCommonality:
    end = max(found.last, clause_end(sentence, found.first))
    span = span_of(sentence, found.first, end)
    words = {word.text for word in sentence[found.first : end]}
    kind = next((kind for kind, cues in _KINDS.items() if words.intersection(cues)), None)
    return ReadCommonality(kind, without(text, span, ()), span)


def _apart(found: list[ReadCommonality]) -> list[ReadCommonality]:
    """Leave out what overlaps something found before, then return the rest in the order of the text."""
    kept: list[ReadCommonality] = []
    last = -1
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start >= last:
            kept.append(one)
            last = one.span.end
    return kept
