"""Whether a message is longer than its reader grants, and from where on."""

from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.messages.letter import Letter
from comity.coach.messages.message import Reader
from comity.coach.thresholds import Thresholds
from comity.coach.words import Channel


@dataclass(frozen=True, slots=True)
class Limits:
    """What a message may have at most. None: no limit of this kind."""

    sentences: int | None
    words: int
    characters: int | None


@dataclass(frozen=True, slots=True)
class Excess:
    """What is over. factor: how many times the limit. limit: in words. start, end: the span of what is over."""

    factor: float
    limit: str
    why: str
    start: int
    end: int


def limits_of(channel: Channel, reader: Reader, limits: Thresholds, *, has_subject: bool) -> Limits:
    """Return the limits of a message: for a first touch, for a later one, and those of the channel itself."""
    characters = None
    if channel is Channel.TEXT:
        characters = limits.text_characters
    elif channel is Channel.LINKEDIN and not reader.is_connected:
        characters = limits.inmail_characters if has_subject else limits.note_characters
    if reader.is_first:
        return Limits(limits.first_sentences, limits.first_words, characters)
    return Limits(None, limits.later_words, characters)


def excess(letter: Letter, reader: Reader, limits: Thresholds) -> Excess | None:
    """Return what is over the limit the most, or None."""
    subject = bool((letter.message.subject or "").strip())
    allowed = limits_of(letter.message.channel, reader, limits, has_subject=subject)
    found = []
    if allowed.sentences is not None:
        spans = [(one.start, one.end) for one in letter.sentences]
        found += _over(spans, allowed.sentences, "sentence")
    found += _over(letter.word_spans, allowed.words, "word")
    if allowed.characters is not None:
        found += _characters_over(letter, allowed.characters)
    return max(found, key=lambda over: over.factor, default=None)


def _over(spans: list[tuple[int, int]], most: int, thing: str) -> list[Excess]:
    if len(spans) <= most:
        return []
    limit = phrases.counted(most, thing)
    why = f"It has {phrases.counted(len(spans), thing)}; this reader grants {most}."
    return [Excess(len(spans) / most, limit, why, spans[most][0], spans[-1][1])]


def _characters_over(letter: Letter, most: int) -> list[Excess]:
    start = len(letter.body) - len(letter.body.lstrip())
    count = letter.counts.characters
    if count <= most:
        return []
    why = f"It has {count} characters; this channel takes {most}."
    return [Excess(count / most, f"{most} characters", why, start + most, start + count)]
