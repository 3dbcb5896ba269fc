"""The kind of an interaction and how long it took, as the words show them."""

from bisect import bisect_right
from collections.abc import Iterable

from comity.coach.reading.around import Words, subject_before
from comity.coach.reading.shown import ReadDuration, ReadKind, Span
from comity.coach.reading.speakers import Speakers
from comity.coach.reading.vocabulary import CLASSES
from comity.coach.spoken.numbers import number_at, text_at
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence
from comity.coach.word_lists import each
from comity.coach.words import Direction, Kind, Party

AHEAD_REACH = 6  # words before a kind in which it is said to lie ahead
LONGEST_MINUTES = 24 * 60  # minutes: longer is no talk
_AHEAD = each(
    "will would want wants wanted should shall plan plans planned planning schedule scheduled set book booked arrange"
    " propose proposed suggest suggested invite invited invites let offered promised promises upcoming ask asked hope"
    " hoping agreed next another could can please before prepare until if"
)
_CONVERSATIONS = (Kind.VIDEO_CALL, Kind.CALL, Kind.EVENT, Kind.MEETING)
_RANK = {kind: rank for rank, kind in enumerate((*_CONVERSATIONS, Kind.EMAIL, Kind.MESSAGE, Kind.INTRODUCTION))}

_BOOK = PhraseBook(
    {
        Kind.VIDEO_CALL: (
            "video call|chat|meeting|conference|talk",
            "zoom|zoomed|skype|skyped|facetime|webex|whereby|jitsi|videocall",
            "on|via|over|by|ms|microsoft teams|video|hangouts",
            "teams call|meeting|chat",
            "google meet|hangout|hangouts",
            "virtual coffee|lunch|meeting|chat|tea",
            "video",
        ),
        Kind.CALL: (
            "call|phonecall|phoned|rang|telephoned",
            "calls|called with|me|her|him|them|<name>",
            "phone call|chat|conversation",
            "on|by|over the? phone|telephone",
            "i|she|he|they called",
            "spoke|talked *2 phone",
        ),
        Kind.EVENT: (
            "at|during|after|from the|a|an|our|their|last|<name> *3 <gathering>",
            "ran|bumped|run|bump into",
            "networking event|evening|breakfast|lunch|drinks",
            "conference|meetup|summit|trade coffee|fair|show|booth|stand|party|dinner",
            "meet - up",
        ),
        Kind.MEETING: (
            "coffee|lunch|lunched|dinner|breakfast|brunch|drinks|beers|tea with|at|together|yesterday|today",
            "coffee|lunch|dinner|breakfast|brunch|drinks|beer|beers|meeting",
            "met|sat",
            "in person",
            "walk|walked with|in|through|along|around",
            "visited|dropped|stopped her|him|them|by|in|<name>",
            "caught up over",
            "face to face",
        ),
        Kind.EMAIL: (
            "emailed|mailed|email|e-mail|mail",
            "e - mail|mailed",
            "wrote|written to? me|her|him|them|us|<name>",
            "wrote back|again",
        ),
        Kind.MESSAGE: (
            "texted|messaged|pinged|dmed|whatsapp|whatsapped|sms|dm|messenger|telegram|imessage|linkedin",
            "text|linkedin|slack|whatsapp|signal|direct|instagram|short message|messages|note|chat",
            "on|via|over|by whatsapp|signal|slack|telegram|linkedin|instagram|text|sms",
            "text from|to",
        ),
        Kind.INTRODUCTION: (
            "introduced me|us|her|him|them|<name> to|by|over|via|through",
            "introduction|intro mail|email|note|call|by|from|via|through",
            "was|were|got|been introduced to|by",
            "made|makes *2 introduction|intro",
        ),
    },
    CLASSES
    | {
        "<gathering>": each(
            "conference meetup summit workshop reception webinar hackathon fair gala party panel offsite mixer"
            " symposium convention expo event congress seminar fundraiser wedding"
        )
    },
)


def kind_of(sentences: Iterable[Sentence], speakers: Speakers, *, ahead: Iterable[Span] = ()) -> ReadKind | None:
    """Return what kind of interaction is told of: what happened, not what was planned. None where nothing shows it.

    ahead: promises and asks; what they name lies ahead too. A talk counts before the mail that led to it; of several
    talks, the first that is told of; in one sentence, the one that says more ("coffee at the conference").
    """
    apart = _Outside(ahead)
    told = (
        (found.label not in _CONVERSATIONS, order, _RANK[found.label], found, sentence)
        for order, sentence in enumerate(sentences)
        for found in _BOOK.find(sentence)
        if not _lies_ahead(sentence, found.first) and apart.holds(sentence[found.first].start)
    )
    first = min(told, key=lambda one: one[:3], default=None)
    return _read(first[-1], first[-2], speakers) if first else None


class _Outside:
    """Says whether a place of the text lies outside of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda one: one.start)
        self._starts = [one.start for one in self._spans]

    def holds(self, place: int) -> bool:
        before = bisect_right(self._starts, place)
        return before == 0 or place >= self._spans[before - 1].end


def _lies_ahead(words: Words, place: int) -> bool:
    if text_at(words, place - 1) == "to":  # "she said to call her"
        return True
    for back in range(place - 1, max(-1, place - 1 - AHEAD_REACH), -1):
        if words[back].text in {";", ":", "but"}:
            return False
        if words[back].text in _AHEAD:
            return True
    return False


def _read(sentence: Sentence, found: Found[Kind], speakers: Speakers) -> ReadKind:
    span = Span(sentence[found.first].start, sentence[found.last - 1].end)
    if found.label in _CONVERSATIONS:
        return ReadKind(found.label, Direction.MUTUAL, span)
    return ReadKind(found.label, _direction(sentence, found, speakers), span)


def _direction(sentence: Sentence, found: Found[Kind], speakers: Speakers) -> Direction:
    """Return who wrote: the subject, else the side that is not named after it."""
    subject = subject_before(sentence, found.first + 1)
    writer = speakers.party(subject) if subject else None
    if writer is None:
        named = sentence[found.last - 1 : found.last + 2]
        from_them = any(word.text in {"from", "me"} for word in named)
        writer = Party.THEM if from_them else Party.ME
    return Direction.INBOUND if writer is Party.THEM else Direction.OUTBOUND


def duration_in(words: Words) -> ReadDuration | None:
    """Return the first length of time in some words, in minutes: "half an hour", "45 min", "an hour and a half"."""
    return next((one for place in range(len(words)) if (one := _duration_at(words, place))), None)


def _duration_at(words: Words, place: int) -> ReadDuration | None:
    if text_at(words, place) == "half" and text_at(words, place + 1) in {"an", "hour", "-"}:
        last = next((p for p in range(place + 1, place + 3) if text_at(words, p) == "hour"), None)
        return ReadDuration(30, Span(words[place].start, words[last].end)) if last else None
    number = number_at(words, place)
    if number is None:
        return None
    unit = number[1] + (text_at(words, number[1]) == "-")
    minutes = number[0] * {"h": 60, "hour": 60, "hours": 60, "hrs": 60, "hr": 60}.get(text_at(words, unit), 0)
    if text_at(words, unit) in {"minute", "minutes", "min", "mins"}:
        minutes = number[0]
    half = [text_at(words, unit + count) for count in (1, 2, 3)] == ["and", "a", "half"]
    minutes += 30 * (half and minutes >= 60)
    last = unit + 3 * half
    return ReadDuration(minutes, Span(words[place].start, words[last].end)) if 0 < minutes <= LONGEST_MINUTES else None
