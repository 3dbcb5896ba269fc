"""When a delivery is tried again, and when no longer: plain values in and out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256

MINUTE, HOUR = 60, 3600
PAUSES = (5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR)  # seconds
JITTER_SHARE = 0.2  # either way, so that what failed together does not come back together
LONGEST_ASKED_SECONDS = 24 * HOUR  # a receiver may ask for no longer rest
ASKS_FOR_REST = frozenset({429, 503})
GONE = 410


@dataclass(frozen=True, slots=True)
class Next:
    """What comes after a try: it is done, it is parked, or it is tried again after so many seconds."""

    delivered: bool = False
    gone: bool = False
    seconds: float | None = None


def after(delivery_id: str, *, tries: int, answered: int | None, retry_after: str, now: datetime) -> Next:
    """Return what comes next.

    tries: how many have ended, with this one. answered: the status, None where no answer came. retry_after: the header
    of that name.
    """
    if answered is not None and 200 <= answered < 300:
        return Next(delivered=True)
    if answered == GONE:
        return Next(gone=True)
    if tries > len(PAUSES):
        return Next()
    seconds = PAUSES[tries - 1] * (1 + JITTER_SHARE * _lot(delivery_id, tries))
    if answered in ASKS_FOR_REST:
        seconds = max(seconds, min(_seconds_asked(retry_after, now), LONGEST_ASKED_SECONDS))
    return Next(seconds=seconds)


def _lot(delivery_id: str, tries: int) -> float:
    """Return -1 to 1, evenly spread over deliveries and tries, and always the same for one of them."""
    drawn = int.from_bytes(sha256(f"{delivery_id} {tries}".encode()).digest()[:4])
    return drawn / 0xFFFFFFFF * 2 - 1


def _seconds_asked(retry_after: str, now: datetime) -> float:
    """Return how long a receiver asks us to wait: seconds or a date, 0 where it says neither."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:12])
    try:
        at = parsedate_to_datetime(retry_after)
    except ValueError:
        return 0.0
    return ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now) / timedelta(seconds=1)
