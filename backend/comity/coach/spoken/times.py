"""Parts of a day and hours: "morning", "at 3 pm", "at 15:30", "noon"."""

from collections.abc import Sequence
from datetime import time

from comity.coach.spoken.numbers import text_at
from comity.coach.spoken.text import Word

PARTS = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "evening",
    "tonight": "evening",
}
NAMED = {"noon": time(12), "midday": time(12)}
NOON, DAY_HOURS, HOUR_MINUTES = 12, 24, 60


def part_at(words: Sequence[Word], begins: int, after: int) -> tuple[str | None, time | None, int] | None:
    """Return part of the day, hour and the place after them, said with a day that stands from `begins` to `after`."""
    part = PARTS.get(text_at(words, begins)) if after == begins + 1 else None
    led = after + (text_at(words, after) in {"in", "at"}) + (text_at(words, after + 1) == "the")
    if text_at(words, led) in PARTS:
        part, after = PARTS[text_at(words, led)], led + 1
    elif part is None and text_at(words, after) == "am" and not text_at(words, after + 1).isalpha():
        part, after = "morning", after + 1
    hour = hour_at(words, after)
    if hour is not None:
        return part, hour[0], hour[1]
    return (part, None, after) if part else None


def hour_at(words: Sequence[Word], place: int) -> tuple[time, int] | None:
    """Return an hour and the place after it: "at 3 pm", "at 15:30", "3pm", "at noon"."""
    is_led = text_at(words, place) in {"at", "@"}
    begins = place + is_led
    if text_at(words, begins) in NAMED:
        return NAMED[text_at(words, begins)], begins + 1
    digits = text_at(words, begins)
    if not (digits.isdigit() and digits.isascii() and len(digits) <= 2):
        return None
    minutes, after = _minutes(words, begins + 1)
    half, after = _half(words, after)
    hour = int(digits) % NOON + (NOON if half == "p" else 0) if half else int(digits)
    if not (half or minutes is not None or is_led) or hour >= DAY_HOURS or (minutes or 0) >= HOUR_MINUTES:
        return None
    return time(hour, minutes or 0), after


def _minutes(words: Sequence[Word], place: int) -> tuple[int | None, int]:
    digits = text_at(words, place + 1)
    if text_at(words, place) in {":", "."} and digits.isdigit() and digits.isascii() and len(digits) == 2:
        return int(digits), place + 2
    return None, place


def _half(words: Sequence[Word], place: int) -> tuple[str | None, int]:
    text = text_at(words, place)
    if text in {"am", "pm"}:
        return text[0], place + 1
    if text in {"a", "p"} and text_at(words, place + 1) == "." and text_at(words, place + 2) == "m":
        return text, place + 3 + (text_at(words, place + 3) == ".")
    return None, place
