"""Days in sentences: said at once, or marked so that they are right on the day on which the sentence is read.

A step is chosen once and shown for weeks. "Three days ago" would be false tomorrow, so a sentence that is kept carries
the day itself between two marks, and whoever shows it says the day then.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from comity.coach import phrases
from comity.coach.step import NextStep, Reason

_OPENS, _CLOSES = "\ue000", "\ue001"  # for private use: no keyboard has them
_MARK = re.compile(f"{_OPENS}([a-z]+) ([0-9-]{{10}}){_CLOSES}")

_WAYS: dict[str, Callable[[date, date], str]] = {
    "on": phrases.on,
    "ago": lambda day, today: phrases.ago((today - day).days),
    "days": lambda day, today: phrases.sentence(phrases.counted((today - day).days, "day")),
    "is": lambda day, today: "was" if day < today else "is",
    "has": lambda day, today: "had" if day < today else "has",
}


def said(way: str, day: date, today: date) -> str:
    """Return a day as people say it today.

    way: `on` "6 March", `ago` "nine days ago", `days` "Nine days" since it, `is` and `has` in the tense that fits.
    """
    return _WAYS[way](day, today)


def marked(way: str, day: date) -> str:
    """Return a day to be said later, by `told`."""
    return f"{_OPENS}{way} {day.isoformat()}{_CLOSES}"


def told(text: str, today: date) -> str:
    """Return a sentence with its marked days said as of today. What only looks like a mark stays as it is."""
    return _MARK.sub(lambda found: _said_or_left(found, today), text) if _OPENS in text else text


def step_told(step: NextStep, today: date) -> NextStep:
    """Return a kept step as it reads today."""
    return replace(
        step,
        reasons=tuple(_reason_told(reason, today) for reason in step.reasons),
        cautions=tuple(_reason_told(reason, today) for reason in step.cautions),
        alternatives=tuple(step_told(other, today) for other in step.alternatives),
    )


def _reason_told(reason: Reason, today: date) -> Reason:
    return Reason(reason.rule, told(reason.text, today), reason.evidence) if _OPENS in reason.text else reason


def _said_or_left(found: re.Match[str], today: date) -> str:
    way, day = found.groups()
    try:
        return said(way, date.fromisoformat(day), today)
    except (KeyError, ValueError):  # somebody wrote it themselves
        return found.group()
