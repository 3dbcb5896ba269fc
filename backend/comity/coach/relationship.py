"""The fold over the log: what one relationship is at one instant (playbook §2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.coach import ladder
from comity.coach.correspondence import State
from comity.coach.days import day_number, is_younger, start_of
from comity.coach.exchanges import DayOfExchange, by_day, half_life_of, warmth_of
from comity.coach.favours import balance, favours_of, fresh_gives
from comity.coach.history import History, Owner, Person, Touch
from comity.coach.promises import PromiseState, state_of
from comity.coach.reply_chance import ReplyChance, reply_chance
from comity.coach.responsiveness import Responsiveness, responsiveness_of, rungs_above
from comity.coach.step import Evidence, evidence_of
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.touches import in_order, momentum_of, silence_over_at
from comity.coach.trust import Record, effective, stage_of
from comity.coach.walk import Walk
from comity.coach.words import (
    AskOutcome,
    AskSize,
    Ball,
    Party,
    PromiseStatus,
    Purpose,
    Seniority,
    TieKind,
    TrustStage,
)

_CLOSE_TIES = frozenset({TieKind.FRIEND, TieKind.FAMILY})


@dataclass(frozen=True, slots=True)
class AskMade:
    """An ask of the owner and what became of it.

    settled_at: when they answered, else when it was made. offer_since: they offered something after it.
    """

    touch: Touch
    outcome: AskOutcome | None
    settled_at: datetime
    is_open: bool
    offer_since: bool


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a relationship is at `as_of`. Planned conversations are no part of it: the fold never looks ahead.

    warmth: 0..1. reliability: 0..1, None while they have neither kept nor broken a promise. momentum: -3..+3.
    exchanges: on different days of the owner's. met: in any way; mere_connection: only by an accepted connection.
    last_met_at: the youngest proof of having met; None where it is undated.
    behind_wall: too senior to be written to without a warm introduction.
    owed: their words that wait for the owner's answer. waiting: the owner's last touch that waits for theirs.
    stopped_at: when a second silence had lasted its whole window. pressing: a touch now would come after two silences
    that are still remembered; pressed: how many such touches there were.
    reply_chance: that a touch now is answered within a week (playbook §9); correspondence: what it is read from, on a
    later day too. openings, revived: see `Correspondence`.
    gives_at: the gives of the last days that no take has followed; fresh_gives: what they weigh in the balance.
    """

    as_of: datetime
    trust_stage: TrustStage
    effective_stage: TrustStage
    max_ask: AskSize
    warmth: float
    half_life_days: float
    responsiveness: Responsiveness
    reply_chance: ReplyChance
    correspondence: State
    openings: int
    revived: int
    ball: Ball
    unanswered: int
    reciprocity: float
    reliability: float | None
    momentum: int
    first_reciprocated_at: datetime | None
    last_reciprocated_at: datetime | None
    evidence: tuple[Evidence, ...]
    met: bool
    mere_connection: bool
    last_met_at: datetime | None
    cold: bool
    behind_wall: bool
    exchanges: int
    promises: tuple[PromiseState, ...]
    asks: tuple[AskMade, ...]
    conversations: tuple[Touch, ...]
    outbound: tuple[Touch, ...]
    last_assessed: Touch | None
    last_word_at: datetime | None
    gives_at: tuple[datetime, ...]
    fresh_gives: float
    owed: tuple[Touch, ...]
    waiting: Touch | None
    stopped_at: datetime | None
    pressing: bool
    pressed: int
    has_answered: bool

    @property
    def last_outbound(self) -> Touch | None:
        """The owner's last touch."""
        return self.outbound[-1] if self.outbound else None

    def has_spoken_since(self, moment: datetime, purpose: Purpose | None = None) -> bool:
        """Say whether the owner wrote or spoke to them since a moment, for a purpose if one is given."""
        return any(
            touch.occurred_at >= moment and (purpose is None or touch.purpose is purpose)
            for touch in (*self.outbound, *self.conversations)
        )

    @property
    def last_conversation(self) -> Touch | None:
        """The last time both spoke."""
        return self.conversations[-1] if self.conversations else None


def fold(history: History, *, owner: Owner, as_of: datetime, limits: Thresholds = DEFAULTS) -> Relationship:
    """Fold the log of one contact into the relationship as it stood at `as_of`.

    history: in any order; what happened after `as_of` is ignored. as_of: aware. Source: playbook §2.
    """
    person = history.person
    past = in_order(touch for touch in history.touches if touch.occurred_at <= as_of)
    walk = Walk(as_of=as_of, limits=limits).over(past)
    promises = _promises_at(history, walk, owner, limits)
    days = by_day(walk.exchanges, owner.timezone)
    half_life = half_life_of(days, limits)
    last_exchange = walk.exchanges[-1][0] if walk.exchanges else None
    warmth = warmth_of(last_exchange, half_life, as_of)
    stage = stage_of(_record(days, walk, promises), walk.corrections, as_of=as_of, limits=limits)
    proof = last_exchange or (walk.corrections[-1].occurred_at if walk.corrections else None)
    current = effective(stage, last_proof_at=proof, half_life_days=half_life, as_of=as_of, limits=limits)
    rungs = rungs_above(person.seniority, owner.seniority)
    behind_wall = _behind_wall(person, stage, rungs, walk, limits)
    favours = favours_of(walk, promises)
    fresh = fresh_gives(favours, walk.shared, as_of, limits)
    met_at = _last_met_at(person, walk, last_exchange, owner.timezone)
    met_before = bool(person.how_met) or person.met_by_import or person.owner_tie in _CLOSE_TIES
    met = met_before or met_at is not None
    met_lately = met_at is not None and is_younger(met_at, limits.cooling_days, as_of)
    seen = walk.correspondence.at(day_number(as_of))
    return Relationship(
        as_of=as_of,
        trust_stage=stage,
        effective_stage=current,
        max_ask=ladder.max_ask(current, behind_wall=behind_wall, talks=walk.conversations, as_of=as_of, limits=limits),
        warmth=warmth,
        half_life_days=half_life,
        responsiveness=responsiveness_of(walk.replies, stage=stage, rungs=rungs, as_of=as_of, limits=limits),
        reply_chance=reply_chance(seen, owner_rate=owner.reply_rate),
        correspondence=walk.correspondence.state(),
        openings=walk.correspondence.openings,
        revived=walk.correspondence.revived,
        ball=_ball(walk, promises, limits),
        unanswered=len(walk.row),
        reciprocity=balance(favours, as_of, limits),
        reliability=_reliability(promises),
        momentum=momentum_of(walk.assessed[-1]) if walk.assessed else 0,
        first_reciprocated_at=walk.exchanges[0][0] if walk.exchanges else None,
        last_reciprocated_at=last_exchange,
        evidence=_evidence(walk) or _facts(person),
        met=met,
        mere_connection=met and not (met_before or walk.conversations or walk.exchanges or walk.corrections),
        last_met_at=met_at,
        cold=met and not met_lately and warmth < limits.warmth_target,
        behind_wall=behind_wall,
        exchanges=len(days),
        promises=promises,
        asks=_asks_made(walk, promises, limits),
        conversations=tuple(walk.conversations),
        outbound=tuple(walk.outbound),
        last_assessed=walk.assessed[-1] if walk.assessed else None,
        last_word_at=walk.last_word.occurred_at if walk.last_word else None,
        gives_at=tuple(sorted(at for at, _ in fresh)),
        fresh_gives=balance(fresh, as_of, limits),
        owed=tuple(walk.owed),
        waiting=walk.row[-1] if walk.row else None,
        stopped_at=walk.stopped_at,
        pressing=walk.is_pressing(as_of),
        pressed=walk.pressed,
        has_answered=walk.has_answered,
    )


def _promises_at(history: History, walk: Walk, owner: Owner, limits: Thresholds) -> tuple[PromiseState, ...]:
    made = [promise for promise in history.promises if promise.made_at <= walk.as_of]
    return tuple(
        state_of(promise, walk.checks, as_of=walk.as_of, timezone=owner.timezone, limits=limits)
        for promise in sorted(made, key=lambda promise: (promise.made_at, promise.id))
    )


def _record(days: Sequence[DayOfExchange], walk: Walk, promises: Iterable[PromiseState]) -> Record:
    lapses = [state.lapsed_at for state in promises if state.lapsed_at is not None]
    return Record(days, walk.conversations, walk.assessed, lapses)


def _behind_wall(person: Person, stage: TrustStage, rungs: int, walk: Walk, limits: Thresholds) -> bool:
    return stage is TrustStage.STRANGER and not walk.welcomed and stands_high(person.seniority, rungs, limits)


def stands_high(seniority: Seniority | None, rungs: int, limits: Thresholds = DEFAULTS) -> bool:
    """Say whether a wall stands before somebody as long as they are a stranger. rungs: how far above the owner."""
    return seniority is not None and seniority >= Seniority.DIRECTOR and rungs >= limits.wall_rungs


def _reliability(promises: Iterable[PromiseState]) -> float | None:
    theirs = [state.status for state in promises if state.promise.by is Party.THEM]
    kept = theirs.count(PromiseStatus.KEPT)
    judged = kept + theirs.count(PromiseStatus.LAPSED)
    return kept / judged if judged else None


def _last_met_at(person: Person, walk: Walk, last_exchange: datetime | None, timezone: str) -> datetime | None:
    """Return the youngest dated proof of having met."""
    proofs = [last_exchange] if last_exchange else []
    proofs += [touch.occurred_at for touch in (*walk.conversations[-1:], *walk.corrections[-1:])]
    if person.connected_on is not None:
        proofs.append(start_of(person.connected_on, timezone))
    return max((proof for proof in proofs if proof <= walk.as_of), default=None)


def _ball(walk: Walk, promises: Iterable[PromiseState], limits: Thresholds) -> Ball:
    promised = any(s.promise.by is Party.ME and s.status is PromiseStatus.OPEN for s in promises)
    if walk.owed or promised:
        return Ball.MINE
    if walk.row and walk.as_of < silence_over_at(walk.row[-1], len(walk.row), limits):
        return Ball.THEIRS
    return Ball.NOBODY


def _asks_made(walk: Walk, promises: Sequence[PromiseState], limits: Thresholds) -> tuple[AskMade, ...]:
    offers = [*walk.offers, *(s.promise.made_at for s in promises if s.promise.by is Party.THEM)]
    return tuple(
        AskMade(
            ask.touch,
            ask.outcome,
            ask.answered_at or ask.touch.occurred_at,
            is_open=ask.touch.ask_size > AskSize.QUESTION and ask.is_open(walk.as_of, limits),
            offer_since=any(at > ask.touch.occurred_at for at in offers),
        )
        for ask in walk.asks
    )


def _evidence(walk: Walk) -> tuple[Evidence, ...]:
    """Return what shaped the relationship: first and last exchange, last correction, last assessed, last unanswered."""
    touches = [touch for _, touch in (*walk.exchanges[:1], *walk.exchanges[-1:])]
    touches += [*walk.corrections[-1:], *walk.assessed[-1:], *walk.row[-1:]]
    return tuple(evidence_of(touch) for touch in {touch.id: touch for touch in in_order(touches)}.values())


def _facts(person: Person) -> tuple[Evidence, ...]:
    """Return the facts that say the two have met, where no interaction does."""
    facts = ("connected_on", "how_met", "met_by_import", "owner_tie")
    return tuple(Evidence(fact, person.id) for fact in facts if getattr(person, fact))
