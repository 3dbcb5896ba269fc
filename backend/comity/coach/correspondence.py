"""What passed between the owner and one contact, word by word, as far as the chance of a reply is read from it."""

from collections import deque
from collections.abc import Collection
from math import exp2
from typing import NamedTuple

ANSWERED_WITHIN = 7.0  # days: what "they answer" means, here and in the networks that the weights come from
SILENT = 14.0  # days: a touch after a fortnight without a word opens the correspondence anew
MEMORY_DAYS = 365.0  # days: half-life of answers as evidence, as of all that the coach remembers of people
MEMORY_TOUCHES = 10.0  # touches: the same by what came after, so that daily letters are outlived by later ones


class Evidence(NamedTuple):
    """What a correspondence shows at one instant. Spans in days.

    silence: since their last word, None if there was none. age: since the first word of either. heard: words of theirs.
    sent: touches of the owner's. row: those in a row that expect an answer and have none. asked, answered: touches
    whose week is over or that were answered, and those answered within it; old ones have faded.
    opening: a touch now would open the correspondence: neither has written for a fortnight, or ever.
    """

    silence: float | None = None
    age: float = 0.0
    heard: int = 0
    sent: int = 0
    row: int = 0
    asked: float = 0.0
    answered: float = 0.0
    opening: bool = True


class State(NamedTuple):
    """A correspondence as plain values: enough to say what it shows on a later day, as long as nobody writes.

    Instants are days, as fractions. first, last, last_heard: the first word of either, the last one, and theirs, None
    if there was none. heard, sent, row: as in `Evidence`. asked, answered: faded as they were at `at`. waiting: when
    those touches were that wait for an answer and whose week is not over.
    """

    first: float | None
    last: float | None
    last_heard: float | None
    heard: int
    sent: int
    row: int
    asked: float
    answered: float
    at: float
    waiting: tuple[float, ...]


class Correspondence:
    """Takes in words in time order, each at the same cost however long the log. Instants are days, as fractions.

    A plain mutable record, because the fold's hot loop feeds it.
    openings, revived: the owner's touches that opened the correspondence and whose week is over or that were answered,
    and those answered within it.
    """

    __slots__ = (
        "_answered",
        "_asked",
        "_at",
        "_first",
        "_heard",
        "_last",
        "_last_heard",
        "_opening",
        "_row",
        "_sent",
        "_waiting",
        "openings",
        "revived",
    )

    def __init__(self) -> None:
        self.openings = self.revived = 0
        self._heard = self._sent = self._row = 0
        self._asked = self._answered = self._at = 0.0  # faded, as they were at `_at`
        self._first: float | None = None
        self._last: float | None = None
        self._last_heard: float | None = None
        self._opening: float | None = None
        self._waiting: deque[float] = deque()

    @classmethod
    def as_it_was(cls, state: State) -> "Correspondence":
        """Return a correspondence as `state` gave it; only its openings, which are counted once, are not in there."""
        made = cls()
        made._first, made._last, made._last_heard = state.first, state.last, state.last_heard
        made._heard, made._sent, made._row = state.heard, state.sent, state.row
        made._asked, made._answered, made._at = state.asked, state.answered, state.at
        made._waiting.extend(state.waiting)
        return made

    def wrote(self, day: float, *, expects: bool = True) -> None:
        """Take in a touch of the owner's; where it expects no answer none is missed."""
        last = self._last
        if last is None:
            self._first = day
        self._last = day
        self._sent += 1
        if not expects:
            return
        if last is None or day - last >= SILENT:
            self.settle(day)
            self._opening = day
        self._row += 1
        self._waiting.append(day)

    def heard(self, day: float) -> None:
        """Take in a word of theirs: it answers all that waits and is not older than a week."""
        if self._last is None:
            self._first = day
        self._last = self._last_heard = day
        self._heard += 1
        self._row = 0
        if not self._waiting:
            return
        if day - self._waiting[0] > ANSWERED_WITHIN:
            self.settle(day)
        self._weigh(day, self._waiting, answered=True)
        self._waiting.clear()
        if self._opening is not None:
            self._opening = None
            self.openings += 1
            self.revived += 1

    def settle(self, day: float) -> None:
        """Count as unanswered what has waited for more than a week by `day`."""
        waiting = self._waiting
        if not waiting or day - waiting[0] <= ANSWERED_WITHIN:
            return
        over = []
        while waiting and day - waiting[0] > ANSWERED_WITHIN:
            over.append(waiting.popleft())
        self._weigh(day, over, answered=False)
        if self._opening is not None and self._opening <= over[-1]:
            self._opening = None
            self.openings += 1

    def at(self, day: float) -> Evidence:
        """Return what the correspondence shows at `day`, which is not before its last word."""
        self.settle(day)
        kept = exp2((self._at - day) / MEMORY_DAYS)
        return Evidence(
            silence=None if self._last_heard is None else day - self._last_heard,
            age=0.0 if self._first is None else day - self._first,
            heard=self._heard,
            sent=self._sent,
            row=self._row,
            asked=self._asked * kept,
            answered=self._answered * kept,
            opening=self._last is None or day - self._last >= SILENT,
        )

    def state(self) -> State:
        """Return it as plain values that can be kept."""
        return State(
            self._first,
            self._last,
            self._last_heard,
            self._heard,
            self._sent,
            self._row,
            self._asked,
            self._answered,
            self._at,
            tuple(self._waiting),
        )

    def _weigh(self, day: float, touches: Collection[float], *, answered: bool) -> None:
        """Add settled touches, in order, to the evidence: each faded by its age and by those after it."""
        count = len(touches)
        weight = 0.0
        for place, wrote in enumerate(touches, start=1):
            weight += exp2((wrote - day) / MEMORY_DAYS - (count - place) / MEMORY_TOUCHES)
        kept = exp2((self._at - day) / MEMORY_DAYS - count / MEMORY_TOUCHES)
        self._at = day
        self._asked = self._asked * kept + weight
        self._answered = self._answered * kept + weight * answered
