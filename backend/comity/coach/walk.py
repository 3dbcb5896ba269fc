"""One walk over the log in time order: who answered whom, who waits, what was asked and given (playbook §1, §2)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from comity.coach.correspondence import Correspondence
from comity.coach.days import day_number
from comity.coach.history import Touch
from comity.coach.thresholds import Thresholds
from comity.coach.touches import NO_ANSWER_NEEDED, OFFERS, TALKS, THEIR_WORD, WELCOMES, WRITTEN, is_light
from comity.coach.words import AskOutcome, AskSize, Direction, Kind, Purpose

# This is the coach's hot loop, and looking a word up on its enum costs as much as a comparison; so each is named once.
_NOTE, _GIFT, _INTRODUCTION = Kind.NOTE, Kind.GIFT, Kind.INTRODUCTION
_OUTBOUND, _INBOUND, _MUTUAL = Direction.OUTBOUND, Direction.INBOUND, Direction.MUTUAL
_NO_ASK, _CHECK, _SHARE = AskSize.NONE, Purpose.PROMISE_CHECK, Purpose.SHARE


class Ask:
    """An ask of the owner, and what became of it.

    answered_at: when their word came; a bare outcome has no date but that of the touch that carries it.
    """

    __slots__ = ("answered_at", "outcome", "touch")

    def __init__(self, touch: Touch) -> None:
        self.touch = touch
        self.outcome = touch.ask_outcome
        self.answered_at: datetime | None = None

    def is_open(self, moment: datetime, limits: Thresholds) -> bool:
        """Say whether the ask still waits at `moment`."""
        if self.answered_at is not None or self.outcome not in {None, AskOutcome.OPEN}:
            return False
        return moment - self.touch.occurred_at < timedelta(days=limits.open_ask_days)


class Pending(NamedTuple):
    """A touch of the owner's without an answer. courtesy: it needs none by its nature, nor does the word it brings."""

    touch: Touch
    expects: bool
    courtesy: bool


class Walk:
    """What one pass over the touches finds out. A plain mutable record, because it is the hot loop of the coach.

    exchanges: (instant, the touch that completed it), in time order. replies: (instant of the owner's touch, answered
    within a week). owed: their words that wait for an answer. pending: the owner's touches without one. outbound: the
    owner's touches, their half of a mutual email or message among them.
    row: the owner's touches in a row that expect an answer and have none. stopped_at: when the second of them had been
    silent for its whole window. silences: every such row of two or more. answers: (the owner's touch that expected an
    answer, when that came). pressed: touches after two silences that were still remembered. correspondence: what the
    chance of a reply is read from; empty where nobody `estimates` it.
    """

    def __init__(self, *, as_of: datetime, limits: Thresholds, estimates: bool = True) -> None:
        self.limits = limits
        self.estimates = estimates
        self.answer_span = timedelta(days=limits.answer_days)
        self.courtesy_span = timedelta(days=limits.courtesy_days)
        self.import_span = timedelta(days=limits.import_expects_days)
        self.reply_span = timedelta(days=limits.answer_within_days)
        self.stop_span = timedelta(days=limits.second_silence_days)
        self.pressing_span = timedelta(days=limits.pressing_days)
        self.as_of = as_of
        self.exchanges: list[tuple[datetime, Touch]] = []
        self.conversations: list[Touch] = []
        self.assessed: list[Touch] = []
        self.corrections: list[Touch] = []
        self.outbound: list[Touch] = []
        self.checks: list[datetime] = []
        self.offers: list[datetime] = []
        self.asks: list[Ask] = []
        self.favours: list[tuple[datetime, int]] = []
        self.shared: list[datetime] = []
        self.replies: list[tuple[datetime, bool]] = []
        self.pressed = 0
        self.correspondence = Correspondence()
        self.owed: list[Touch] = []
        self.pending: list[Pending] = []
        self.row: list[Touch] = []
        self.silences: list[list[Touch]] = []
        self.answers: list[tuple[Touch, datetime]] = []
        self.stopped_at: datetime | None = None
        self.last_word: Touch | None = None
        self.has_answered = False
        self.has_written = False
        self.welcomed = False

    def over(self, touches: Iterable[Touch]) -> "Walk":
        """Walk over touches that are in time order and not after `as_of`."""
        for touch in touches:
            if touch.signals or touch.assessed:
                self._assess(touch)
            if touch.kind is _NOTE:
                if touch.trust_stage is not None:
                    self.corrections.append(touch)
                continue
            self._weigh(touch)
            if touch.direction is _OUTBOUND:
                self._sent(touch)
            else:
                self._received(touch)
        self._conclude()
        return self

    def _assess(self, touch: Touch) -> None:
        self.assessed.append(touch)
        if not OFFERS.isdisjoint(touch.signals):
            self.offers.append(touch.occurred_at)

    def _weigh(self, touch: Touch) -> None:
        """Note what was given and taken, and what opens a door."""
        gift = touch.kind is _GIFT
        if touch.gave or (gift and touch.direction is _OUTBOUND):
            self.favours.append((touch.occurred_at, 1))
        if touch.received or (gift and touch.direction is _INBOUND):
            self.favours.append((touch.occurred_at, -1))
        if touch.kind is _INTRODUCTION:
            self.welcomed = True
        if touch.purpose is _CHECK and touch.direction is not _INBOUND:
            self.checks.append(touch.occurred_at)

    def _sent(self, touch: Touch) -> None:
        if self._answers_them(touch):
            self.exchanges.append((touch.occurred_at, touch))
        courtesy = touch.kind in WRITTEN and self._is_courtesy(touch)
        expects = self._expects_answer(touch, courtesy=courtesy)
        self.owed.clear()
        self.outbound.append(touch)
        if self.estimates:
            self.correspondence.wrote(day_number(touch.occurred_at), expects=expects)
        if touch.purpose is _SHARE:
            self.shared.append(touch.occurred_at)
        self.has_written = self.has_written or touch.kind in WRITTEN
        self.pending.append(Pending(touch, expects, courtesy and not expects))
        if touch.ask_size is not _NO_ASK:
            self._ask(touch)
        if touch.ask_outcome in THEIR_WORD:
            self._spoke(touch)
        elif expects and not self._is_history(touch, self.as_of):
            self._join_row(touch)

    def _received(self, touch: Touch) -> None:
        """Take in an inbound or mutual touch: a word of theirs, unless it is a mutual gift or introduction."""
        mutual = touch.direction is _MUTUAL
        talk = mutual and touch.kind in TALKS
        if mutual and not talk and touch.kind not in WRITTEN:
            return
        latest = self._latest_pending(touch)
        answered = self._take_answers(touch)
        if mutual:
            answered = self._answers_them(touch) or answered
            self.owed.clear()
        if answered or (mutual and not (talk and is_light(touch, self.limits))):
            self.exchanges.append((touch.occurred_at, touch))
        self._spoke(touch)
        if talk:
            self.conversations.append(touch)
        self.welcomed = self.welcomed or not talk or not WELCOMES.isdisjoint(touch.signals)
        if not mutual:
            self._owe(touch, latest)
            return
        if not talk:
            self.has_written = True
            self.outbound.append(touch)
        if touch.ask_size is not _NO_ASK:
            self._ask(touch)

    def _spoke(self, touch: Touch) -> None:
        """End what a word of theirs ends: the row of silences, and asks that were open. It may carry their outcome."""
        self.row = []
        self.stopped_at = None
        self.last_word = touch
        if self.estimates:
            self.correspondence.heard(day_number(touch.occurred_at))
        for ask in reversed(self.asks):
            if ask.answered_at is not None:
                break
            ask.answered_at = touch.occurred_at
            if touch.ask_size is _NO_ASK and touch.ask_outcome in THEIR_WORD:
                ask.outcome = touch.ask_outcome
        if touch.direction is _OUTBOUND:
            self.welcomed = self.has_answered = True

    def _answers_them(self, touch: Touch) -> bool:
        return any(self._in_time(word, touch) and not self._is_history(word, touch.occurred_at) for word in self.owed)

    def _in_time(self, first: Touch, answer: Touch) -> bool:
        """Say whether a word in the other direction answers the first one."""
        if answer.occurred_at - first.occurred_at <= self.answer_span:
            return True
        return first.thread_id is not None and first.thread_id == answer.thread_id

    def _is_history(self, touch: Touch, moment: datetime) -> bool:
        """Say whether an imported word has stopped to expect an answer by `moment`, unless somebody said it does.

        The expectation ends with the fortnight, so an answer within it answers a word that still expected one.
        """
        return touch.imported and touch.expects_reply is None and moment - touch.occurred_at >= self.import_span

    def _is_courtesy(self, touch: Touch) -> bool:
        """Say whether a written word of the owner's needs no answer by its nature: a thank-you, or a short reply."""
        if touch.purpose in NO_ANSWER_NEEDED:
            return True
        if touch.ask_size is not _NO_ASK:
            return False
        return any(touch.occurred_at - word.occurred_at <= self.courtesy_span for word in self.owed)

    def _expects_answer(self, touch: Touch, *, courtesy: bool) -> bool:
        """Say whether an outbound touch expects an answer, by the playbook's default where nobody said."""
        if touch.expects_reply is not None:
            return touch.expects_reply
        return touch.kind in WRITTEN and not courtesy

    def _latest_pending(self, answer: Touch) -> Pending | None:
        """Return the owner's touch that a word of theirs answers: in the same thread, else the latest."""
        if answer.thread_id is not None:
            for pending in reversed(self.pending):
                if pending.touch.thread_id == answer.thread_id:
                    return pending
        return self.pending[-1] if self.pending else None

    def _take_answers(self, answer: Touch) -> bool:
        """Settle the owner's touches that this word answers; say whether there is one."""
        answered = False
        for pending in self.pending:
            answered = answered or self._in_time(pending.touch, answer)
            if pending.expects:
                asked_at = pending.touch.occurred_at
                self.replies.append((asked_at, answer.occurred_at - asked_at <= self.reply_span))
                self.answers.append((pending.touch, answer.occurred_at))
        self.pending.clear()
        self.has_answered = self.has_answered or answered
        return answered

    def _owe(self, touch: Touch, answers: Pending | None) -> None:
        """Put a word of theirs among those that wait for an answer, if it expects one."""
        expects = touch.expects_reply
        if expects is None:
            asks = touch.ask_size is not _NO_ASK
            expects = asks or (touch.kind in WRITTEN and not self._closes(touch, answers))
        if expects:
            self.owed.append(touch)

    def _closes(self, touch: Touch, answers: Pending | None) -> bool:
        """Say whether their word needs no answer: a courtesy itself, or the answer to one."""
        if touch.purpose in NO_ANSWER_NEEDED:
            return True
        if answers is None or not answers.courtesy:
            return False
        return touch.occurred_at - answers.touch.occurred_at <= self.courtesy_span

    def _join_row(self, touch: Touch) -> None:
        if len(self.row) >= 2 and touch.occurred_at - self.row[-1].occurred_at >= self.stop_span:
            self.stopped_at = self.row[-1].occurred_at + self.stop_span
        self.pressed += self.is_pressing(touch.occurred_at)
        self.row.append(touch)
        if len(self.row) == 2:
            self.silences.append(self.row)

    def is_pressing(self, moment: datetime) -> bool:
        """Say whether a touch at `moment` comes after two silences that are still remembered."""
        return len(self.row) >= 2 and moment - self.row[-2].occurred_at < self.pressing_span

    def _ask(self, touch: Touch) -> None:
        """Note an ask, unless it repeats one of the same size that is still open."""
        last = self.asks[-1] if self.asks else None
        repeats = last is not None and last.touch.ask_size is touch.ask_size
        if last is not None and repeats and last.is_open(touch.occurred_at, self.limits):
            last.outcome = touch.ask_outcome or last.outcome
            return
        self.asks.append(Ask(touch))

    def _conclude(self) -> None:
        """Settle what only the end of the log can tell."""
        for touch, expects, _ in self.pending:
            if touch.ask_outcome in THEIR_WORD:
                self.exchanges.append((touch.occurred_at, touch))
                self.replies.append((touch.occurred_at, True))
                self.answers.append((touch, touch.occurred_at))
            elif expects and self.as_of - touch.occurred_at >= self.reply_span:
                self.replies.append((touch.occurred_at, False))
        self.exchanges.sort(key=lambda exchange: exchange[0])
        if len(self.row) >= 2 and self.as_of - self.row[-1].occurred_at >= self.stop_span:
            self.stopped_at = self.row[-1].occurred_at + self.stop_span
        self.owed = [word for word in self.owed if not self._is_settled_import(word)]

    def _is_settled_import(self, word: Touch) -> bool:
        """Say whether an imported word is no debt: it is old, or the owner has never written to that person."""
        imported = word.imported and word.expects_reply is None
        return imported and (not self.has_written or self._is_history(word, self.as_of))
