"""Asks, as the words show them: who asked for what, and how large it is."""

from collections.abc import Iterator
from enum import Enum, auto

from comity.coach.reading.around import elided_subject, is_denied, subject_before
from comity.coach.reading.ask_sizes import size_of
from comity.coach.reading.clauses import clause_end, span_of, without
from comity.coach.reading.shown import ReadAsk, Span
from comity.coach.reading.speakers import FIRST, SUBJECTS, Speakers, other
from comity.coach.reading.vocabulary import CLASSES, DEEDS
from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.phrases import Found, PhraseBook
from comity.coach.spoken.text import Sentence
from comity.coach.word_lists import each
from comity.coach.words import Party


class _Says(Enum):
    """How an ask is made: told of, or put to the reader."""

    TOLD = auto()
    PUT = auto()


_BOOK = PhraseBook(
    {
        _Says.TOLD: (
            "asked|asks|asking|begged|urged <object>|<name>? to *",
            "asked|asks|asking <object>|<name>? for *",
            "asked|asks|asking <object>|<name>? if|whether <subject>|we <can> *",
            "asked|asks|asking <object>|<name>? a|one favour|favor",
            "wants|wanted|needs|needed|like|likes|liked me|us to *",
            "wants|wanted|needs|needed *1 introduction|intro|referral|reference *",
            "wants|wanted|needs|needed my|our",
            "like|love *1 introduction|intro|referral|reference to|from|with|for",
            "wondered|wonders|wondering if|whether <subject>|we can|could|will|would|might *",
            "requested|requests *",
            "proposed|proposes|suggested|suggests a|another|some? coffee|lunch|dinner|breakfast|drink|beer|walk *",
            "proposed|proposes|suggested|suggests a|another|some? *1 coffee|lunch|call|chat|meeting",
            "inquired|enquired if|whether *",
        ),
        _Says.PUT: (
            "could|can|would|will you <adverb>? please? <deed>",
            "could|would|can you <adverb>? please? *",
            "do you mind *",
            "would you be able|open|willing|up|free|available|interested|so|kind *",
            "are you *1 free|available|open|around|able|willing",
            "do|would you have time|minutes|a|any|15|20|30|some|half",
            "please <deed>",
            "is there any|a chance|way",
            "any chance of|you|we|that|for",
            "if|whether you could|can|would|might|were *",
            "appreciate it? if you",
            "appreciate a|an|your|any *",
            "may|can|could|might i|we *1 ask|pick|borrow|get|have|call|see|meet|visit|invite",
            "may|can|could we <deed>|meet|talk|speak|chat",
            "looking for an|a|some|your|advice|help",
            "let me|us know if|when|whether|what|how",
            "i would love|like|appreciate your|a|an|some *",
            "i would love|like to ask|meet|have|get|hear|pick|invite|talk|speak|discuss|schedule|chat",
        ),
    },
    CLASSES | {"<can>": each("can could will would might may had have know knew")},
)


_REPORTS = frozenset({"will", "would", "to"})  # "she would let me know if ..." is what she said


def asks_in(text: str, sentence: Sentence, speakers: Speakers) -> list[ReadAsk]:
    """Return the asks of a sentence; one that is denied is none. Source: playbook §1, the ask ladder."""
    return [_ask(text, sentence, found, by) for found, by in _put(sentence, speakers)]


def _put(sentence: Sentence, speakers: Speakers) -> Iterator[tuple[Found[_Says], Party]]:
    after = 0
    if (demanded := _demanded(sentence)) is not None:
        yield demanded, speakers.first
        after = clause_end(sentence, 0)
    for found in _BOOK.find(sentence):
        by = speakers.first if found.label is _Says.PUT else _teller(sentence, found, speakers)
        told_of = found.label is _Says.PUT and text_at(sentence, found.first - 1) in _REPORTS
        if found.first >= after and by is not None and not told_of and not is_denied(sentence, found.first):
            yield found, by
            after = clause_end(sentence, found.last - 1)


def _demanded(sentence: Sentence) -> Found[_Says] | None:
    """Return the ask of a sentence that begins with a deed for the one who writes: "Send me the deck"."""
    if text_at(sentence, 0) in DEEDS and any(word.text in {"me", "us"} for word in sentence[1:4]):
        return Found(_Says.PUT, 0, 1)
    return None


def _teller(sentence: Sentence, found: Found[_Says], speakers: Speakers) -> Party | None:
    """Return who asked: the subject, else, in "asked her for", the side that is not the object."""
    inner = sentence[found.first + 1 : found.last]
    objects = [word for word in inner[:1] if word.text not in {"for", "to", "if", "whether"}]
    asked = next((party for party in map(speakers.party, objects) if party is not None), None)
    subject = subject_before(sentence, found.first) or elided_subject(sentence, found.first)
    if subject is not None:
        return speakers.first if subject.text == "we" else speakers.party(subject)
    if asked is not None:
        return other(asked)
    doer = next((word for word in inner if word.text in SUBJECTS), None)
    if doer is not None and text_at(sentence, found.first + 1) in {"if", "whether"}:
        doing = speakers.party(doer)
        return other(doing) if doing else None
    return speakers.first


def _ask(text: str, sentence: Sentence, found: Found[_Says], by: Party) -> ReadAsk:
    end = clause_end(sentence, found.last - 1)
    begins = _what_begins(sentence, found)
    span = span_of(sentence, found.first, end)
    what = without(text, Span(sentence[begins].start, span.end), ())
    return ReadAsk(by, size_of(sentence[found.first : end]), what, span)


def _what_begins(sentence: Sentence, found: Found[_Says]) -> int:
    """Return where what is asked for begins: after the words that only ask."""
    place = found.last - 1
    return place if sentence[place].text not in FIRST | {"you"} else min(found.last, len(sentence) - 1)
