"""How long pure code takes, by the processor: what else a busy machine does tells nothing of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float, what: object = "") -> Iterator[None]:
    """Fail where the block takes longer in this thread. what: named in the failure."""
    started = time.thread_time()
    yield
    took = time.thread_time() - started
    assert took < seconds, f"{what} took {took:.2f} s of the processor"
