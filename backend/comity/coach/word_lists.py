"""Long lists of words, written as text."""


def each(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def either(text: str) -> tuple[str, ...]:
    """Return what stands between the bars of a text."""
    return tuple(text.split("|"))
