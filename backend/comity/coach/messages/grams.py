"""Whether nearly the same message went to somebody else."""

from collections import Counter
from collections.abc import Iterable, Sequence

from comity.coach.messages.letter import Letter
from comity.coach.messages.message import SentBefore
from comity.coach.messages.tokens import tokens_of
from comity.coach.thresholds import Thresholds


def most_alike(letter: Letter, others: Iterable[SentBefore], limits: Thresholds) -> SentBefore | None:
    """Return the first other message in which enough of this one's runs of words stand, or None.

    Cost: most others fall away by words that they lack; of the rest no more is read than `compared_characters`.
    """
    words = [word for one in letter.said for word in _words(letter, one.start, one.end)]
    runs = _runs(words, limits.run_words)
    if not runs:
        return None
    rare_first = sorted(Counter(words).items(), key=lambda pair: (pair[1], -len(pair[0])))
    most_missing = (1 - limits.same_share) * len(runs) + limits.run_words - 1
    room = limits.compared_characters
    for other in others:
        room -= len(other.body)
        if room < 0:
            return None
        if (
            _may_be_alike(rare_first, other.body, most_missing)
            and _share(runs, other.body, limits) >= limits.same_share
        ):
            return other
    return None


def _words(letter: Letter, start: int, end: int) -> Sequence[str]:
    first, last = letter.tokens.between(start, end)
    return letter.tokens.texts[first:last]


def _runs(words: Sequence[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]


def _may_be_alike(rare_first: Iterable[tuple[str, int]], body: str, most_missing: float) -> bool:
    """Say whether few enough words are missing: each place where one is costs at least a run."""
    text = body.casefold().replace("’", "'")
    missing = 0
    for word, times in rare_first:
        if word not in text:
            missing += times
            if missing > most_missing:
                return False
    return True


def _share(runs: Sequence[tuple[str, ...]], body: str, limits: Thresholds) -> float:
    theirs = set(_runs(tokens_of(body).texts, limits.run_words))
    return sum(run in theirs for run in runs) / len(runs)
