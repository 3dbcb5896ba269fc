"""Who a message is about: I and my against you and your."""

from comity.coach.messages.letter import Letter

_MINE = frozenset({"i", "i'm", "i've", "i'd", "i'll", "im", "ive", "my", "mine", "myself"})
_THEIRS = frozenset(
    {"you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'd", "you'll", "u", "ur"}
)
_ENGLISH = frozenset({"the", "to", "and", "of", "a", "is", "for", "with", "you", "am", "have"})
_ENGLISH_LEAST = 2  # words: "i" means "and" elsewhere, and "my" means "we"


def balance(letter: Letter) -> tuple[int, int, tuple[int, int] | None]:
    """Return how many words are about the owner, how many about the reader, and the sentence with most of the first."""
    if len(letter.tokens.known & _ENGLISH) < _ENGLISH_LEAST:
        return 0, 0, None
    mine = theirs = most = 0
    span = None
    for sentence in letter.stretches:
        words = letter.tokens.texts[sentence.first : sentence.last]
        own, other = sum(word in _MINE for word in words), sum(word in _THEIRS for word in words)
        mine, theirs = mine + own, theirs + other
        if own - other > most:
            most, span = own - other, (sentence.start, sentence.end)
    return mine, theirs, span
