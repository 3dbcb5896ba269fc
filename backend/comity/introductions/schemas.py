"""What warm ways look like."""

from datetime import datetime

from comity.coach.acquaintances import Suggestion
from comity.coach.bridges import Bridge
from comity.coach.introduction_wording import Wording
from comity.coach.introductions import NotNow, Way
from comity.coach.requests import Request
from comity.coach.words import BridgeKind, RequestStatus, SharedBy, TieKind
from comity.introductions.told import Introductions
from comity.schemas import Id, Out, Schema


class HopOut(Out):
    """One step of a way, and the chance that it is taken (0..1). from_contact_id null: from you."""

    from_contact_id: str | None
    to_contact_id: str
    full_name: str
    chance: float
    tie_kind: TieKind | None


class AgreementOut(Out):
    """What the chance of the first hop is made of, each 0..1; their product is that chance."""

    responsiveness: float
    trust: float
    reciprocity: float
    warmth: float


class LoadOut(Out):
    """What you ask of the connector already. recent_asks: above a question, in the last 30 days."""

    open_asks: int
    recent_asks: int
    last_asked_at: datetime | None


class WordingOut(Out):
    """A message to the connector that is easy to decline, and a paragraph that they can forward as it stands."""

    subject: str
    body: str
    blurb: str


class WayOut(Out):
    """A way over a connector, who is to be asked. path: from the connector to the contact; probability: of all hops.

    balance: what you gave the connector less what you took. disjoint: nobody on it is on a better way.
    """

    contact_id: str
    full_name: str
    path: list[str]
    probability: float
    hops: list[HopOut]
    agreement: AgreementOut
    load: LoadOut
    balance: float
    disjoint: bool
    wording: WordingOut


class NotNowOut(Out):
    """A connector who may be asked later, and why not now."""

    contact_id: str
    full_name: str
    why: str


class BridgeOut(Out):
    """Somebody to get to know first, and why."""

    contact_id: str
    full_name: str
    kind: BridgeKind
    text: str


class RequestOut(Out):
    """An introduction that you asked for: from asked to made to thanked."""

    interaction_id: str
    connector_id: str
    full_name: str
    status: RequestStatus
    asked_at: datetime
    answered_at: datetime | None
    made_at: datetime | None
    thanked_at: datetime | None


class WhoOut(Out):
    """Whom the ways lead to."""

    id: str
    full_name: str


class IntroductionsOut(Out):
    """The best few ways, the likeliest first; where there is none, whom to get to know first (`bridges`, `advice`).

    behind_wall: too senior to be written to without an introduction.
    """

    contact: WhoOut
    behind_wall: bool
    items: list[WayOut]
    next_cursor: None
    not_now: list[NotNowOut]
    bridges: list[BridgeOut]
    advice: str
    requests: list[RequestOut]


def introductions_out(told: Introductions) -> IntroductionsOut:
    """Return the ways as a client sees them."""
    items: list[WayOut] = []
    seen: set[str] = set()
    for way, words in told.ways:
        items.append(_way_out(way, words, disjoint=not way.between & seen))
        seen |= way.between
    return IntroductionsOut(
        contact=WhoOut.model_validate(told.person),
        behind_wall=told.behind_wall,
        items=items,
        next_cursor=None,
        not_now=[_not_now_out(one) for one in told.not_now],
        bridges=[_bridge_out(one) for one in told.bridges],
        advice=told.advice,
        requests=[_request_out(one, told.names) for one in told.requests],
    )


def _way_out(way: Way, words: Wording, *, disjoint: bool) -> WayOut:
    via = way.via
    return WayOut(
        contact_id=via.contact_id,
        full_name=via.full_name,
        path=list(via.path),
        probability=way.probability,
        hops=[HopOut.model_validate(hop) for hop in way.hops],
        agreement=AgreementOut.model_validate(way.agreement),
        load=LoadOut.model_validate(way.load),
        balance=way.balance,
        disjoint=disjoint,
        wording=WordingOut.model_validate(words),
    )


def _not_now_out(one: NotNow) -> NotNowOut:
    person = one.connector.history.person
    return NotNowOut(contact_id=person.id, full_name=person.full_name, why=one.why)


def _bridge_out(one: Bridge) -> BridgeOut:
    return BridgeOut.model_validate(one)


def _request_out(one: Request, names: dict[str, str]) -> RequestOut:
    values = {name: getattr(one, name) for name in Request.__dataclass_fields__}
    return RequestOut.model_validate(values | {"full_name": names[one.connector_id]})


class PersonOut(Out):
    """One of the two."""

    id: str
    full_name: str


class WhyOut(Out):
    """What shows the tie."""

    shared_by: SharedBy
    text: str


class PairIn(Schema):
    """Two of the owner's contacts, in any order."""

    from_contact_id: Id
    to_contact_id: Id

    @property
    def ids(self) -> tuple[str, str]:
        """The two."""
        return self.from_contact_id, self.to_contact_id


class TieSuggestionOut(Out):
    """Two people who probably know each other. The first four fields are what `POST /v1/ties` takes to tie them."""

    from_contact_id: str
    to_contact_id: str
    kind: TieKind
    strength: float
    people: list[PersonOut]
    why: list[WhyOut]


def suggestion_out(one: Suggestion) -> TieSuggestionOut:
    """Return a suggestion as a client sees it."""
    return TieSuggestionOut(
        from_contact_id=one.one.contact_id,
        to_contact_id=one.other.contact_id,
        kind=one.kind,
        strength=one.likelihood,
        people=[PersonOut(id=it.contact_id, full_name=it.full_name) for it in (one.one, one.other)],
        why=[WhyOut.model_validate(reason) for reason in one.why],
    )
