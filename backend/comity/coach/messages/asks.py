"""The asks of a letter: what is asked, how much, and where it says so (playbook §1, §6)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from comity.coach.messages import asking
from comity.coach.messages.patterns import Hit
from comity.coach.messages.sentences import Sentence
from comity.coach.messages.tokens import Tokens
from comity.coach.word_lists import each
from comity.coach.words import AskSize

LONGEST_CALL = 15  # minutes (playbook §1): what is longer is a meeting
LONGEST_QUESTION = 2  # minutes: "a minute of your time" is a question
LONGEST_SENTENCE = 120  # words: what is longer is none
_NEAR_WORDS = 6  # words: as far as a "not" or an offer reaches
_UNITS = frozenset(["minute", "minutes", "min", "mins", "minuten", "minutos", "minuti", "minuter", "minut"])
_HOURS = frozenset(["hour", "hours", "hr", "hrs", "h"])
_WHOLE = frozenset(["full", "whole", "good"])
_ARTICLES = frozenset(["a", "an"])
_PARTS_OF_AN_HOUR = {"half": 30, "quarter": 15, "quarters": 45}  # minutes
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NO_DURATION_BEFORE = frozenset(["in", "within", "past", "last", "next", "every", "took", "after", "another's"])
_NO_DURATION_AFTER = each(
    "ago away late early from walk drive read talk presentation keynote session episode podcast demo"
)
_BEFORE_AN_IMPERATIVE = frozenset(["please", "kindly", "just", "then", "do"])
# What "how is ... -ing" and "how has ... -ed" say where it is small talk.
_SMALL_TALK_VERBS = each(
    "going getting doing treating coming holding keeping looking shaping settling settled treated changed turned "
    "wedding meeting morning evening opening building training painting skiing hiking moving beginning thing"
)
_WENT = each("go went turn come end fare land feel taste")
_SINGLE_WORDS = frozenset(["thoughts", "advice", "feedback", "tips", "suggestions"])


class Matter(Enum):
    """What kind of thing is asked: two of one kind are one ask said twice."""

    TIME = "time"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    REFERENCE = "reference"
    SPONSORSHIP = "sponsorship"
    QUESTION = "question"
    WISH = "wish"
    DETAIL = "detail"


_MATTERS = (
    (AskSize.SHORT_CALL, Matter.TIME),
    (AskSize.MEETING, Matter.TIME),
    (AskSize.INTRODUCTION, Matter.INTRODUCTION),
    (AskSize.REFERRAL, Matter.REFERRAL),
    (AskSize.REFERENCE, Matter.REFERENCE),
    (AskSize.SPONSORSHIP, Matter.SPONSORSHIP),
)
Hits = Mapping[str, Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a piece of an endless one. first, last: its words. hits: the asking phrases by their kind."""

    start: int
    end: int
    first: int
    last: int
    is_question: bool
    hits: Hits


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that is asked. start, end: where the text says so. adds: it comes on top ("also")."""

    size: AskSize
    matter: Matter
    start: int
    end: int
    adds: bool = False


def stretches_of(sentences: Iterable[Sentence], tokens: Tokens) -> list[Stretch]:
    """Return the sentences, with the phrases by which people ask; an endless one in pieces, so that time is linear."""
    return [
        _stretch(sentence, tokens, first, last)
        for sentence in sentences
        for first, last in pieces(*tokens.between(sentence.start, sentence.end))
    ]


def pieces(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield a range of words in pieces of a length that sentences seldom have."""
    for begins in range(first, last, LONGEST_SENTENCE):
        yield begins, min(last, begins + LONGEST_SENTENCE)


def _stretch(sentence: Sentence, tokens: Tokens, first: int, last: int) -> Stretch:
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in asking.ASKING.find(tokens.texts, first, last):
        if hit.kind != asking.IMPERATIVE or _begins_a_clause(tokens, hit, first, is_second=bool(found[hit.kind])):
            found[hit.kind].append(hit)
    is_whole = last - first < LONGEST_SENTENCE
    start, end = (sentence.start, sentence.end) if is_whole else (tokens.starts[first], tokens.ends[last - 1])
    return Stretch(start, end, first, last, sentence.is_question, found)


def _begins_a_clause(tokens: Tokens, hit: Hit, first: int, *, is_second: bool) -> bool:
    """Say whether a verb orders ("please introduce me") and does not tell ("you were kind to introduce me")."""
    if hit.first == first or tokens.starts[hit.first] - tokens.ends[hit.first - 1] > 1:
        return True
    before = tokens.texts[hit.first - 1]
    return before in _BEFORE_AN_IMPERATIVE or (is_second and before in {"and", "or"})


def asks_in(stretches: Sequence[Stretch], tokens: Tokens) -> list[Ask]:
    """Return the asks of a letter, each once: who names an ask, and then a day for it, asks once."""
    has_units = not tokens.known.isdisjoint(_UNITS | _HOURS) or any(word[0].isdigit() for word in tokens.known)
    found = [ask for stretch in stretches for ask in _asked(stretch, tokens, has_units=has_units)]
    named = [ask for ask in found if ask.matter not in {Matter.WISH, Matter.DETAIL}]
    if not named:
        return [replace(ask, matter=Matter.QUESTION) for ask in found[:1]]
    kept: dict[Matter, list[Ask]] = defaultdict(list)
    for ask in named:
        same = kept[ask.matter]
        if same and not ask.adds and ask.matter is not Matter.QUESTION:
            same[-1] = replace(same[-1], size=max(same[-1].size, ask.size, key=lambda size: size.rung))
        else:
            same.append(ask)
    return sorted((ask for same in kept.values() for ask in same), key=lambda ask: ask.start)


def _asked(stretch: Stretch, tokens: Tokens, *, has_units: bool) -> list[Ask]:
    if not stretch.hits and not stretch.is_question:
        return []
    adds = bool(stretch.hits.get(asking.ADDS))
    sized = list(_sized(stretch, tokens, has_units=has_units))
    if sized:
        return [replace(ask, adds=adds) for ask in [*_done_first(stretch, tokens, sized), *sized]]
    matter = _small_matter(stretch, tokens)
    return [Ask(AskSize.QUESTION, matter, stretch.start, stretch.end, adds)] if matter else []


def _done_first(stretch: Stretch, tokens: Tokens, sized: Sequence[Ask]) -> Iterator[Ask]:
    """Yield the small thing to do that a sentence asks before a larger one ("Could you send it, and introduce me")."""
    ends = {cue.last: cue for cue in stretch.hits.get(asking.HARD, ())}
    for verb in stretch.hits.get(asking.THING_TO_DO, ()):
        end = tokens.ends[verb.last - 1]
        is_apart = not any(ask.start <= tokens.starts[verb.first] < ask.end for ask in sized)
        larger_follows = any(ask.matter is not Matter.TIME and ask.end > end for ask in sized)
        if verb.first in ends and (is_apart or larger_follows) and not _is_sized_verb(stretch, verb):
            yield Ask(AskSize.QUESTION, Matter.QUESTION, tokens.starts[ends[verb.first].first], end)
            return


def _is_sized_verb(stretch: Stretch, verb: Hit) -> bool:
    """Say whether a verb belongs to a larger ask itself: "send my resume", "review my draft"."""
    return any(hit.first == verb.first for size, _ in _MATTERS for hit in stretch.hits.get(size.value, ()))


def _sized(stretch: Stretch, tokens: Tokens, *, has_units: bool) -> Iterator[Ask]:
    """Yield what a sentence asks above a question, one for each matter."""
    hits = stretch.hits
    found: dict[Matter, list[tuple[AskSize, Hit]]] = defaultdict(list)
    for size, matter in _MATTERS:
        for hit in hits.get(size.value, ()):
            if _is_asked(stretch, hit) and not (matter is Matter.TIME and _is_of_others(stretch, hit)):
                found[matter].append((size, hit))
    lengths = _durations(stretch, tokens) if has_units else ()
    minutes = [(length, hit) for length, hit in lengths if _is_asked(stretch, hit)]
    if minutes:
        found[Matter.TIME] += [(_size_of(length), hit) for length, hit in minutes]
    for matter, asked in found.items():
        size = _time_asked(asked, minutes, hits) if matter is Matter.TIME else asked[0][0]
        yield _ask(size, matter, [hit for _, hit in asked], hits, tokens)


def _is_of_others(stretch: Stretch, hit: Hit) -> bool:
    """Say whether it is others whom the owner would talk to: "somebody on your team I could talk to"."""
    return any(_overlap(hit, other) for other in stretch.hits.get(asking.TALK_TO, ()))


def _ask(size: AskSize, matter: Matter, asked: Sequence[Hit], hits: Hits, tokens: Tokens) -> Ask:
    first = min(hit.first for hit in asked)
    cues = [hit.first for hit in hits[asking.HARD] or [*hits[asking.CUE], *hits[asking.SOFT]] if hit.first <= first]
    last = max(hit.last for hit in asked)
    matter = Matter.QUESTION if size is AskSize.QUESTION else matter
    return Ask(size, matter, tokens.starts[max(cues, default=first)], tokens.ends[last - 1])


def _time_asked(asked: Sequence[tuple[AskSize, Hit]], minutes: Sequence[tuple[int, Hit]], hits: Hits) -> AskSize:
    """Return how much time is asked: what is said of minutes decides, else the place."""
    longest = max((length for length, _ in minutes), default=None)
    in_person = any(size is AskSize.MEETING for size, hit in asked if not _is_duration(hit, minutes))
    if longest is not None and longest > LONGEST_CALL:
        return AskSize.MEETING
    if in_person and not hits[asking.REMOTE]:
        return AskSize.MEETING
    if longest is not None and longest <= LONGEST_QUESTION and len(asked) == len(minutes):
        return AskSize.QUESTION
    return AskSize.SHORT_CALL


def _is_duration(hit: Hit, minutes: Sequence[tuple[int, Hit]]) -> bool:
    return any(hit is other for _, other in minutes)


def _size_of(minutes: int) -> AskSize:
    return AskSize.SHORT_CALL if minutes <= LONGEST_CALL else AskSize.MEETING


def _durations(stretch: Stretch, tokens: Tokens) -> Iterator[tuple[int, Hit]]:
    """Yield lengths of time in minutes: "15 minutes", "15min", "twenty-five minutes", "half an hour"."""
    first, last = stretch.first, stretch.last
    for place in range(first, last):
        word = tokens.texts[place]
        length, begins = None, place
        if word in _UNITS and place > first:
            begins = place - 1
            length = _number(tokens.texts[begins])
            if begins > first and length is not None and length < 10 and tokens.texts[begins - 1] in _NUMBERS:
                begins -= 1
                length += _NUMBERS[tokens.texts[begins]] if tokens.texts[begins] not in _ARTICLES else 0
        elif word in _HOURS and place > first:
            begins, length = _hours_before(tokens.texts, first, place)
        elif word[:1].isdigit():
            unit = word.lstrip("0123456789")
            minutes = 1 if unit in _UNITS else 60 if unit in _HOURS else None
            length = _number(word[: -len(unit)], minutes) if minutes else None
        before = tokens.texts[begins - 1] if begins > first else ""
        after = tokens.texts[place + 1] if place + 1 < last else ""
        if length is not None and before not in _NO_DURATION_BEFORE and after not in _NO_DURATION_AFTER:
            yield length, Hit("duration", begins, place + 1)


def _hours_before(words: Sequence[str], first: int, place: int) -> tuple[int, int | None]:
    """Return where a length that ends in "hour" begins, and its minutes: "two", "half an", "quarter of an"."""
    begins = place - 1
    if words[begins] in _WHOLE and begins > first:
        begins -= 1
    part = next((at for at in range(begins, max(first, begins - 2) - 1, -1) if words[at] in _PARTS_OF_AN_HOUR), None)
    if part is not None and all(word in _ARTICLES or word == "of" for word in words[part + 1 : begins + 1]):
        return part, _PARTS_OF_AN_HOUR[words[part]]
    return begins, _number(words[begins], 60)


def _number(word: str, minutes: int = 1) -> int | None:
    number = int(word[:4]) if word.isascii() and word.isdigit() else _NUMBERS.get(word)
    return None if number is None else number * minutes


def _is_asked(stretch: Stretch, hit: Hit, *, question_is_enough: bool = False) -> bool:
    """Say whether a thing that is named is asked for, and not remembered, offered or ruled out.

    question_is_enough: any question asks it, also one that is not put as a request ("did you ...").
    """
    hits = stretch.hits
    if any(_is_just_before(other, hit) for kind in (asking.NOT, asking.OFFER) for other in hits[kind]):
        return False
    if any(other.first < hit.first <= other.last for other in hits[asking.BEHIND]):
        return False
    cues = [*hits[asking.HARD], *hits[asking.CUE], *hits[asking.SOFT]]
    latest_cue = max((cue.first for cue in cues if cue.first < hit.last), default=-1)
    past = [one.first for one in hits[asking.PAST] if not any(cue.first < one.first < cue.last for cue in cues)]
    behind = max((first for first in past if first <= hit.first), default=-1)
    if behind >= 0 and latest_cue <= behind:
        return False
    is_request = question_is_enough or not hits[asking.PLAIN_QUESTION]
    if latest_cue >= 0 or (stretch.is_question and is_request):
        return True
    is_imperative = any(one.first == hit.first for one in hits[asking.IMPERATIVE])
    return is_imperative or any(cue.first >= hit.last for cue in hits[asking.SOFT])


def _is_just_before(other: Hit, hit: Hit) -> bool:
    return other.first < hit.last and hit.first - other.last <= _NEAR_WORDS and other.first <= hit.first


def _small_matter(stretch: Stretch, tokens: Tokens) -> Matter | None:
    """Return whether a sentence asks a question, names a detail of an ask, or wishes something; or none of these."""
    hits, first, last = stretch.hits, stretch.first, stretch.last
    kind_words = [*hits[asking.COURTESY], *hits[asking.OFFER], *_small_talk(stretch, tokens)]
    cues = [cue for cue in hits[asking.HARD] if not any(_overlap(cue, other) for other in kind_words)]
    cues += [cue for cue in hits[asking.CUE] if _is_plea(cue, hits)]
    if kind_words and not any(cue.first >= kind_words[0].last for cue in cues):
        return None
    if last - first <= 1:
        is_open = tokens.texts[first] in _SINGLE_WORDS if last > first else False
        return Matter.QUESTION if stretch.is_question and is_open else None
    if stretch.is_question or cues:
        return Matter.DETAIL if hits[asking.LOGISTICS] else Matter.QUESTION
    wishes = hits[asking.SOFT] and any(wish.first > hits[asking.SOFT][0].first for wish in hits[asking.WISH])
    return Matter.WISH if wishes or hits[asking.INDIRECT] or _open_ended(stretch) else None


def _small_talk(stretch: Stretch, tokens: Tokens) -> list[Hit]:
    """Return "how is ..." where the sentence asks how it goes, and nothing that would be told."""
    ends = [hit for hit in stretch.hits.get(asking.SMALL_TALK_END, ()) if hit.last == stretch.last]
    return ends + [hit for hit in stretch.hits.get(asking.SMALL_TALK, ()) if not _tells(hit, stretch, tokens)]


def _tells(hit: Hit, stretch: Stretch, tokens: Tokens) -> bool:
    rest = tokens.texts[hit.last : stretch.last]
    if tokens.texts[hit.first + 1] == "did":
        return _WENT.isdisjoint(rest)
    return any(word.endswith(("ing", "ed")) and word not in _SMALL_TALK_VERBS for word in rest)


def _is_plea(cue: Hit, hits: Hits) -> bool:
    """Say whether a "please" is followed by something to do."""
    return cue.last - cue.first == 1 and any(one.first == cue.last for one in hits[asking.DIRECTED])


def _overlap(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


# What cannot be answered in a line


_INTERROGATIVES = frozenset({"what", "how", "why", "which", "when", "where", "who", "whom", "what's", "who's"})
_MOST_INTERROGATIVES = 2  # words: three questions in one need a letter as the answer


def unclear_in(stretches: Sequence[Stretch], tokens: Tokens) -> tuple[int, int] | None:
    """Return the first ask that cannot be answered in a line: open-ended, without a time, or many in one."""
    for stretch in stretches:
        hits = stretch.hits
        if not hits:
            continue
        unclear = _open_ended(stretch)
        if hits.get(asking.VAGUE_TIME) and not hits.get(asking.CLEAR_TIME):
            is_time = any(ask.matter is Matter.TIME for ask in _sized(stretch, tokens, has_units=True))
            unclear += hits[asking.VAGUE_TIME] if is_time else []
        if unclear:
            first = min(unclear, key=lambda hit: (hit.first, -hit.last))
            return tokens.starts[first.first], tokens.ends[first.last - 1]
        if stretch.is_question and _interrogatives(stretch, tokens) > _MOST_INTERROGATIVES:
            return stretch.start, stretch.end
    return None


def _open_ended(stretch: Stretch) -> list[Hit]:
    """Return what is asked that has no end: "any advice", "tell me everything"."""
    open_ended = list(stretch.hits.get(asking.OPEN_ENDED, ()))
    open_ended += [hit for hit in stretch.hits.get(asking.OPEN_END, ()) if hit.last == stretch.last]
    return [hit for hit in open_ended if _is_asked(stretch, hit, question_is_enough=True)]


def _interrogatives(stretch: Stretch, tokens: Tokens) -> int:
    return sum(word in _INTERROGATIVES for word in tokens.texts[stretch.first : stretch.last])
