"""Edits that mend what was found, where one edit is plainly right; all else is the owner's to word.

Playbook §6 says how to fix a finding in a sentence. Where that sentence leaves no choice (another name, a field whose
filling is known, a line that says nothing else), the edit itself is given, to be made at a tap and never unasked.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from comity.coach import phrases
from comity.coach.messages.asks import Ask
from comity.coach.messages.letter import Letter
from comity.coach.messages.lines import LineKind
from comity.coach.messages.links import Link
from comity.coach.messages.message import Reader, Replacement
from comity.coach.messages.sentences import Sentence
from comity.coach.messages.tokens import tokens_of
from comity.coach.messages.vocabulary import TITLES
from comity.coach.word_lists import each

# A sentence that has only these beside a phrase says nothing without it.
_CARRIERS = each("i we it this that is was and so but just really also well please again")
_LONGEST_BESIDE = 40  # code points: more is no carrier
_NAMES = frozenset(("name", "null", "undefined", "none", "nan", "n a", "recipient", "anrede"))
_FIRST_NAMES = frozenset(("first name", "firstname", "fname", "vorname", "prénom", "recipient name", "contact name"))
_FULL_NAMES = frozenset(("full name", "fullname"))
_COMPANIES = frozenset(("company", "companyname", "company name", "firma", "société", "empresa", "azienda"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = re.compile(r"[\W_]+")
_GAP = re.compile(r"[ \t]*(?:\r?\n[ \t]*)*")
_SPACES = re.compile(r"[ \t]*")
_EMPTY_GREETING = re.compile(r"\s*(?=[,:]$)")


def left_out(letter: Letter, start: int, end: int) -> Replacement | None:
    """Return the edit that takes out a phrase with its sentence, where that says nothing else and something stays."""
    sentence = letter.sentence_at(start)
    if sentence is None or not sentence.counts or end > sentence.end or len(letter.sentences) < 2:
        return None
    if sentence.end - sentence.start - (end - start) > _LONGEST_BESIDE:
        return None
    if _begins_within(letter.asks, sentence) or _begins_within(letter.links, sentence):
        return None
    beside = tokens_of(letter.body[sentence.start : start]).texts + tokens_of(letter.body[end : sentence.end]).texts
    if not _CARRIERS.issuperset(beside):
        return None
    return _without(letter.body, sentence.start, sentence.end)


def line_left_out(letter: Letter, start: int, end: int) -> Replacement | None:
    """Return the edit that takes out a link that stands alone on its line."""
    line = letter.line_at(start)
    if line is None or letter.body[line.start : start].strip() or letter.body[end : line.end].strip():
        return None
    return _without(letter.body, line.start, line.end)


def rightly_named(letter: Letter, reader: Reader, start: int, end: int) -> Replacement | None:
    """Return the edit that greets the reader where somebody else is greeted; after a title the form is not known."""
    greeting = letter.greeting
    if greeting is None or not reader.full_name:
        return None
    if not TITLES.isdisjoint(tokens_of(letter.body[greeting.start : start]).texts):
        return None
    return Replacement(start, end, phrases.first_name(reader.full_name))


def greeted(letter: Letter, reader: Reader) -> Replacement | None:
    """Return the edit that puts the reader's name into a greeting without one."""
    greeting = letter.greeting
    if greeting is None or not reader.full_name:
        return None
    gap = _EMPTY_GREETING.search(letter.body, greeting.start, greeting.end)
    if gap is None:
        return None
    return Replacement(gap.start(), gap.end(), f" {phrases.first_name(reader.full_name)}")


def filled_in(letter: Letter, reader: Reader, field: str, start: int, end: int) -> Replacement | None:
    """Return the edit that fills in a field of a template: the reader's name or company, where the field means it."""
    text = (letter.message.subject or "") if field == "subject" else letter.body
    words = " ".join(_SPLIT.split(_CAMEL.sub(" ", text[start:end]))).casefold().strip()
    if field == "body" and _is_signed(letter, start):
        return None
    filling = None
    if reader.full_name and (words in _FIRST_NAMES or (words in _NAMES and _is_greeting(letter, field, start))):
        filling = phrases.first_name(reader.full_name)
    elif reader.full_name and words in _FULL_NAMES:
        filling = reader.full_name
    elif reader.company and words in _COMPANIES:
        filling = reader.company
    return Replacement(start, end, filling) if filling else None


def signed(letter: Letter) -> Replacement | None:
    """Return the edit that puts the owner's profile address under the message."""
    known = letter.sender.profile_url
    if not known or not letter.ends_at:
        return None
    return Replacement(letter.ends_at, letter.ends_at, f"\n{known}")


def _without(text: str, start: int, end: int) -> Replacement:
    """Take out a stretch with the space that parted it from its neighbours."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = _SPACES.match(text, end)
    place = after.end() if after else end
    if not text.startswith(("\n", "\r"), place) and place < len(text):
        return Replacement(start, place, "")
    if not before.strip():
        gap = _GAP.match(text, end)
        return Replacement(start, gap.end() if gap else end, "")
    return Replacement(text.rfind("\n", 0, start) + 1 + len(before.rstrip(" \t")), end, "")


def _begins_within(stretches: Sequence[Ask] | Sequence[Link], sentence: Sentence) -> bool:
    place = bisect_left(stretches, sentence.start, key=lambda one: one.start)
    return place < len(stretches) and stretches[place].start < sentence.end


def _is_signed(letter: Letter, place: int) -> bool:
    line = letter.line_at(place)
    return line is not None and line.kind is LineKind.SIGNATURE


def _is_greeting(letter: Letter, field: str, place: int) -> bool:
    greeting = letter.greeting
    if field != "body" or greeting is None:
        return False
    return letter.line_at(place) is letter.line_at(greeting.start)
