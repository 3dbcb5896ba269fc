"""Whether a sentence carries an intent: it wants something done, or says that it will be.

A linear model over words and phrases of up to three words: the weights are few, stand in a table, and the phrase that
weighed most is what is shown.
"""

from collections.abc import Iterator
from math import exp

from comity.coach.reading.intent_weights import BIAS, WEIGHTS
from comity.coach.reading.shown import ReadIntent, Span
from comity.coach.reading.vocabulary import DEEDS
from comity.coach.spoken.names import MONTHS, WEEKDAYS
from comity.coach.spoken.text import Sentence, Word

LONGEST_PHRASE = 3  # words: longer ones are too rare to be weighed
FROM = 0.5  # probability: as likely as not
BEGIN, END = "^", "<end>"
NUMBER, NAME, DEED, DAY, SIGN = "#", "<name>", "<deed>", "<day>", "<sign>"
_SIGNS = frozenset("?!.,:")
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "today", "tonight", "tomorrow"}) - {"may", "march"}


def intent_of(sentence: Sentence) -> ReadIntent | None:
    """Return the intent of a sentence with its probability (0..1), or None where it more likely carries none.

    Source: playbook §1, asks and promises; weights: see the table.
    """
    weighed = {phrase: place for phrase, place in phrases_of(sentence) if phrase in WEIGHTS}
    probability = 1 / (1 + exp(-(BIAS + sum(WEIGHTS[phrase] for phrase in weighed))))
    if probability < FROM:
        return None
    whole = Span(sentence[0].start, sentence[-1].end)
    heaviest = max(weighed, key=lambda phrase: WEIGHTS[phrase], default=None)
    span = whole if heaviest is None else _span(sentence, heaviest, weighed[heaviest])
    return ReadIntent(probability, span, whole)


def phrases_of(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """Yield what may be weighed: phrases of one to three words, with the place of their first word.

    A number is `#`, a name `<name>`, a weekday or month `<day>`, a rare sign `<sign>`; a deed stands for itself and
    once more as `<deed>`; the beginning of a sentence is `^`, at place -1, its end `<end>`.
    """
    words = [BEGIN, *(_plain(word, is_first=place == 0) for place, word in enumerate(sentence)), END]
    deeds = [DEED if word in DEEDS else word for word in words]
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST_PHRASE, len(words)) + 1):
            yield " ".join(words[first:last]), first - 1
            if DEED in deeds[first:last]:
                yield " ".join(deeds[first:last]), first - 1


def _plain(word: Word, *, is_first: bool) -> str:
    """Return the word as it is weighed. is_first: every word has a capital there, names or not."""
    if word.text in _DAYS:
        return DAY
    if word.is_sign:
        return word.text if word.text in _SIGNS else SIGN
    if word.text.isdigit():
        return NUMBER
    return NAME if word.is_name and not is_first else word.text


def _span(sentence: Sentence, phrase: str, place: int) -> Span:
    first, last = max(place, 0), min(place + len(phrase.split()), len(sentence))
    return Span(sentence[min(first, last - 1)].start, sentence[last - 1].end)
