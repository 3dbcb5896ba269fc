"""Warm introductions: the ways to a contact over at most three hops, and who may be asked (playbook §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from comity.coach import goals
from comity.coach.history import Circumstances, Connector, Goal, Person, Touch
from comity.coach.relationship import AskMade, Relationship, fold
from comity.coach.rest import disinterest_until, let_go_until
from comity.coach.step import Via
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import AskSize, TieKind, TrustStage


@dataclass(frozen=True, slots=True)
class Agreement:
    """The chance that a connector agrees to introduce the owner, by its factors, each 0..1.

    responsiveness: they answer. trust: they do such a favour, by effective stage. reciprocity: 1, less where they have
    given more than they got. warmth: 1 for a warm tie, less for a cold one.
    """

    responsiveness: float
    trust: float
    reciprocity: float
    warmth: float

    @property
    def chance(self) -> float:
        """The product."""
        return self.responsiveness * self.trust * self.reciprocity * self.warmth


@dataclass(frozen=True, slots=True)
class Load:
    """What the owner asks of a connector already. recent_asks: above a question, within the last 30 days."""

    open_asks: int
    recent_asks: int
    last_asked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way: from whom (None: the owner) to whom, and the chance that it is taken (0..1)."""

    from_contact_id: str | None
    to_contact_id: str
    full_name: str
    chance: float
    tie_kind: TieKind | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a contact over a connector, with the chance that every hop is taken: their product, 0..1.

    balance: the owner's reciprocity with the connector.
    """

    connector: Connector
    hops: tuple[Hop, ...]
    agreement: Agreement
    load: Load
    balance: float
    probability: float

    @property
    def via(self) -> Via:
        """The way as a step tells it: contact ids from the connector to the contact."""
        person = self.connector.history.person
        path = tuple(hop.to_contact_id for hop in self.hops)
        return Via(person.id, person.full_name, path, self.probability)

    @property
    def between(self) -> frozenset[str]:
        """Everybody between the owner and the contact."""
        return frozenset(hop.to_contact_id for hop in self.hops[:-1])


@dataclass(frozen=True, slots=True)
class NotNow:
    """A connector who may not be asked now, and why in a sentence.

    later: close enough, so that time alone will do. open_asks: the asks that wait for their answer.
    """

    connector: Connector
    why: str
    later: bool
    open_asks: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Every usable way, the likeliest first, and who may not be asked now."""

    ways: tuple[Way, ...]
    not_now: tuple[NotNow, ...]

    @property
    def best(self) -> Way | None:
        """The likeliest way."""
        return self.ways[0] if self.ways else None

    @property
    def later(self) -> list[NotNow]:
        """Who may be asked when some time has passed."""
        return [one for one in self.not_now if one.later and not one.connector.history.person.do_not_contact]


def ways_to(
    person: Person, circumstances: Circumstances, *, as_of: datetime, today: date, limits: Thresholds = DEFAULTS
) -> Found:
    """Return the ways to a person over the connectors of the circumstances.

    as_of: aware. today: the owner's day. Strength is the product of each hop's chance: the connector's agreement, then
    the strengths of the ties. Nobody is gone around: a way over somebody whom the owner is close enough to ask does
    not begin with another. Source: playbook §7.
    """
    ways: list[Way] = []
    not_now: list[NotNow] = []
    known: dict[str, Relationship] = {}
    for connector in circumstances.connectors:
        identity = connector.history.person.id
        if identity not in known:
            known[identity] = fold(connector.history, owner=circumstances.owner, as_of=as_of, limits=limits)
        active = goals.concerning(connector.history.person, circumstances.goals, today=today)
        against = what_stands_against(connector.history.person, known[identity], active, limits)
        if against is None:
            ways.append(_way(person, connector, known[identity], limits))
        elif all(other.connector.history.person.id != identity for other in not_now):
            open_asks = tuple(ask.touch for ask in known[identity].asks if ask.is_open)
            not_now.append(NotNow(connector, against, _is_close(known[identity]), open_asks))
    close = {identity for identity, relationship in known.items() if _is_close(relationship)}
    ways = [way for way in ways if not any(one.contact_id in close for one in way.connector.beyond)]
    ways.sort(key=lambda way: (-way.probability, len(way.hops), way.via.path))
    return Found(tuple(ways), tuple(not_now))


def disjoint(ways: Iterable[Way], most: int) -> list[Way]:
    """Return the best few ways with nobody in common; where there are too few of them, others over other connectors.

    ways: the likeliest first. One connector is asked once, so a second way over the same one is no other way.
    """
    ways = list(ways)
    chosen: list[Way] = []
    for way in ways:
        if not any(way.between & other.between for other in chosen):
            chosen.append(way)
    asked = {way.via.contact_id for way in chosen}
    for way in ways:
        if len(chosen) < most and way.via.contact_id not in asked:
            chosen.append(way)
            asked.add(way.via.contact_id)
    return sorted(chosen[:most], key=lambda way: -way.probability)


def what_stands_against(
    person: Person, relationship: Relationship, active: Iterable[Goal], limits: Thresholds
) -> str | None:
    """Return why an introduction may not be asked of somebody now, or None if it may.

    Allowed from rapport up; not at rest; not do-not-contact; no ask open, none above a question in the last 30 days.
    Coldness and the balance only lower the strength. active: the goals that concern them. Source: playbook §7.
    """
    if person.do_not_contact:
        return "You decided not to contact them."
    if not _is_close(relationship):
        return "An introduction is too large an ask for them now: it needs rapport."
    if let_go_until(relationship, person, active, limits) or disinterest_until(relationship, limits):
        return "They are left in peace for now."
    rested = relationship.as_of - timedelta(days=limits.connector_rest_days)
    if any(ask.is_open for ask in relationship.asks):
        return "An ask of yours is still open with them."
    if any(_is_recent(ask, rested) for ask in relationship.asks):
        return f"You asked them for something within the last {limits.connector_rest_days} days."
    return None


def agreement(relationship: Relationship, limits: Thresholds = DEFAULTS) -> Agreement:
    """Return the chance that somebody agrees: they answer, they trust the owner, it is their turn; 0 below rapport."""
    willing = {
        TrustStage.RAPPORT: limits.agrees_at_rapport,
        TrustStage.TRUSTED: limits.agrees_when_trusted,
        TrustStage.ALLY: limits.agrees_as_ally,
    }
    return Agreement(
        responsiveness=relationship.responsiveness.mean,
        trust=willing.get(relationship.effective_stage, 0.0),
        reciprocity=limits.agrees_when_owed if relationship.reciprocity <= limits.owing else 1.0,
        warmth=limits.agrees_when_cold + (1 - limits.agrees_when_cold) * relationship.warmth,
    )


def readiness(
    person: Person, relationship: Relationship, active: Iterable[Goal], limits: Thresholds = DEFAULTS
) -> float:
    """Return how readily somebody would introduce the owner, 0..1: by it those are found whom a way may lead over.

    The chance that they agree; a hundredth of it while something stands against asking; less yet for an acquaintance,
    0 for a stranger.
    """
    if person.do_not_contact or relationship.trust_stage is TrustStage.STRANGER:
        return 0.0
    chance = agreement(relationship, limits).chance
    if chance == 0.0:
        return limits.closeness_of_acquaintance * limits.readiness_at_rest * relationship.responsiveness.mean
    is_free = what_stands_against(person, relationship, active, limits) is None
    return chance if is_free else chance * limits.readiness_at_rest


def _way(person: Person, connector: Connector, relationship: Relationship, limits: Thresholds) -> Way:
    first = agreement(relationship, limits)
    hops = _hops(person, connector, first.chance)
    probability = 1.0
    for hop in hops:
        probability *= hop.chance
    return Way(connector, hops, first, _load(relationship, limits), relationship.reciprocity, probability)


def _hops(person: Person, connector: Connector, agrees: float) -> tuple[Hop, ...]:
    asked = connector.history.person
    hops = [Hop(None, asked.id, asked.full_name, agrees)]
    before, strength, kind = asked.id, connector.tie_strength, connector.tie_kind
    for other in connector.beyond:
        hops.append(Hop(before, other.contact_id, other.full_name, strength, kind))
        before, strength, kind = other.contact_id, other.tie_strength, other.tie_kind
    return (*hops, Hop(before, person.id, person.full_name, strength, kind))


def _load(relationship: Relationship, limits: Thresholds) -> Load:
    rested = relationship.as_of - timedelta(days=limits.connector_rest_days)
    asked_at = [ask.touch.occurred_at for ask in relationship.asks if ask.touch.ask_size > AskSize.QUESTION]
    return Load(
        open_asks=sum(ask.is_open for ask in relationship.asks),
        recent_asks=sum(_is_recent(ask, rested) for ask in relationship.asks),
        last_asked_at=max(asked_at, default=None),
    )


def _is_close(relationship: Relationship) -> bool:
    return relationship.max_ask >= AskSize.INTRODUCTION


def _is_recent(ask: AskMade, rested: datetime) -> bool:
    return ask.touch.ask_size > AskSize.QUESTION and ask.touch.occurred_at > rested
