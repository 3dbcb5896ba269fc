"""How often the owner wants to be in touch: with one person, or with all who bear a tag."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from comity.coach.history import History, Interval
from comity.coach.words import Kind


def interval_of(own: Interval | None, tags: Iterable[str], by_tag: Mapping[str, Interval]) -> Interval | None:
    """Return the interval that counts: their own, else the shortest of their tags', else None."""
    if own is not None:
        return own
    found = [by_tag[tag] for tag in tags if tag in by_tag]
    return min(found, key=lambda one: (one.longest_days, one.ideal_days), default=None)


def last_word_at(history: History, as_of: datetime) -> datetime | None:
    """Return when there was the last word or talk with somebody, whoever sent it; None where there was none."""
    words = (touch for touch in history.touches if touch.kind is not Kind.NOTE and touch.occurred_at <= as_of)
    return max((touch.occurred_at for touch in words), default=None)
