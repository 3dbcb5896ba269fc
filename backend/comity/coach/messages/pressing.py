"""Where a message presses: guilt, urgency, and reminders that repeat."""

from collections.abc import Iterator

from comity.coach.messages.letter import Letter
from comity.coach.messages.message import Reader
from comity.coach.messages.patterns import Hit
from comity.coach.messages.tokens import tokens_of
from comity.coach.messages.wording import CHECKING, NO, PRESSURE, WORDING

_NEAR_WORDS = 4  # words: as far as a "no" reaches ("there is no rush, nothing urgent")


def pressing(letter: Letter, reader: Reader) -> Iterator[tuple[int, int]]:
    """Yield the spans that press. One "just checking" is none yet; a second is, here or after an earlier message."""
    reminders = []
    for _, hits in letter.wording:
        yield from (letter.span(hit) for hit in _apart([hit for hit in hits if _presses(hit, hits)]))
        reminders += _apart([hit for hit in hits if hit.kind == CHECKING])[:1]
    if reminders and (len(reminders) > 1 or any(_reminds(body) for body in reader.earlier)):
        yield letter.span(reminders[-1])


def _presses(hit: Hit, hits: list[Hit]) -> bool:
    if hit.kind != PRESSURE:
        return False
    return not any(no.kind == NO and no.last <= hit.first and hit.first - no.last < _NEAR_WORDS for no in hits)


def _apart(hits: list[Hit]) -> list[Hit]:
    """Leave out what lies within another phrase."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _reminds(body: str) -> bool:
    return any(hit.kind == CHECKING for hit in WORDING.find(tokens_of(body).texts))
