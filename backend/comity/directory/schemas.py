"""What the list of contacts and a timeline look like."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel
from typing_extensions import TypedDict

from comity.coach.words import Direction, Kind, Party, Seniority, TrustStage
from comity.interactions.schemas import InteractionOut
from comity.promises.schemas import PromiseOut
from comity.schemas import Out


class ContactRow(TypedDict):
    """A contact in the list: who they are and how warm the tie is (0..1)."""

    id: str
    full_name: str
    company: str | None
    title: str | None
    seniority: Seniority | None
    field: str | None
    location: str | None
    tags: list[str]
    importance: int
    do_not_contact: bool
    connected_on: date | None
    trust_stage: TrustStage
    warmth: float
    last_contact_at: datetime | None
    next_action: str | None


class ContactPage(TypedDict):
    """A part of the list."""

    items: list[ContactRow]
    next_cursor: str | None


class EventOnTimeline(BaseModel):
    """An event that the contact attends."""

    id: str
    name: str
    starts_at: datetime
    ends_at: datetime
    place: str | None


class Moment(Out):
    """One thing on the timeline. Exactly one of the last three is set."""

    id: str
    at: datetime
    type: Literal["interaction", "ask", "note", "promise", "event"]
    title: str
    kind: Kind | None
    direction: Direction | None
    by: Party | None
    interaction: InteractionOut | None
    promise: PromiseOut | None
    event: EventOnTimeline | None
