"""How often Python looks for objects that nobody holds any more."""

import gc

OBJECTS_BETWEEN_SEARCHES = 5_000  # with 100,000, what a long import leaves behind came to 40 MB before it was found


def search_seldom() -> None:
    """Let this process, now that it is loaded, search seldom, and never through what it is made of itself.

    At Python's usual pace searches take a fifth of the time of insights, and a sixth of an import's.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
