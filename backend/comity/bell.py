"""Wakes the worker when there is something to do, so that it need not look again and again while there is not."""

import threading
import time

BUSY_SECONDS = 0.5  # after a ring more work is likely: it is looked for often
GLANCE_SECONDS = 0.02


class Bell:
    """Rung by whoever enqueues a job, and by a job that ends."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._rung_at = 0.0
        self._rings = 0

    def ring(self) -> None:
        """Wake everybody who waits."""
        with self._changed:
            self._rings += 1
            self._rung_at = time.monotonic()
            self._changed.notify_all()

    def wait(self, seconds: float, seen: int) -> int:
        """Return the rings so far: when there are more than were seen, or after so many seconds.

        Soon, where it was rung a moment ago.
        """
        with self._changed:
            is_busy = time.monotonic() - self._rung_at < BUSY_SECONDS
            self._changed.wait_for(lambda: self._rings != seen, min(seconds, GLANCE_SECONDS) if is_busy else seconds)
            return self._rings


class Waking:
    """A stop event whose waiting ends at a ring too: `wait` then answers False, as after its time."""

    def __init__(self, bell: Bell, *stops: threading.Event) -> None:
        self._bell = bell
        self._stops = stops
        self._seen = 0

    def is_set(self) -> bool:
        """Whether to stop."""
        return any(stop.is_set() for stop in self._stops)

    def wait(self, timeout: float) -> bool:
        """Wait for a ring, or for so many seconds; return whether to stop."""
        if not self.is_set():
            self._seen = self._bell.wait(timeout, self._seen)
        return self.is_set()


BELL = Bell()  # one in a process, as there is one worker
