"""Sets of words, written as a line of text."""


def each(words: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(words.split())
