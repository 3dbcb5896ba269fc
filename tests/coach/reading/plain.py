"""Reads a text on one Wednesday, and shows what was found by the words that show it."""

from datetime import date

from comity.coach.history import Background
from comity.coach.reading.common_ground import Known
from comity.coach.reading.read import Reading
from comity.coach.reading.read import read as read_whole
from comity.coach.reading.shown import Span
from comity.coach.reading.speakers import Speakers
from comity.coach.words import Direction

WEDNESDAY = date(2026, 3, 4)


def read(
    text: str, *, direction: Direction | None = None, name: str | None = None, **background: tuple[str, ...]
) -> Reading:
    return read_whole(
        text, today=WEDNESDAY, speakers=Speakers(direction, name), known=Known.of(Background(**background))
    )


def quoted(text: str, span: Span) -> str:
    return text[span.start : span.end]
