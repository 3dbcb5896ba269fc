"""Bodies of `/v1/events`."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from comity.contacts.schemas import Email
from comity.schemas import Flag, Id, Instant, Line, Name, Out, Schema, WebAddress, patch_of


class SessionIn(Schema):
    """A part of an event: a talk, a breakout, something informal."""

    title: Name
    kind: Line = ""
    starts_at: Instant | None = None
    attended: Flag | None = None


class EventIn(Schema):
    """An event. Without `ends_at` it ends when it starts."""

    name: Name
    starts_at: Instant
    ends_at: Instant | None = None
    place: Line | None = None
    url: WebAddress | None = None
    attending: Flag = True
    sessions: Annotated[list[SessionIn], Field(max_length=200)] = []


if TYPE_CHECKING:

    class EventPatch(EventIn):
        """A merge patch of an event."""
else:
    EventPatch = patch_of(EventIn)


class EventSessionOut(Out):
    """A part of an event. attended: null where nobody said."""

    title: str
    kind: str
    starts_at: datetime | None
    attended: bool | None


class EventOut(Out):
    """An event."""

    id: str
    version: int
    created_at: datetime
    name: str
    starts_at: datetime
    ends_at: datetime
    place: str | None
    url: str | None
    attending: bool
    sessions: list[EventSessionOut]


class AttendeeIn(Schema):
    """Somebody who will be there: a contact, or a name that is matched to one or added."""

    contact_id: Id | None = None
    full_name: Name | None = None
    email: Email | None = None
    company: Line | None = None
    title: Line | None = None

    @model_validator(mode="after")
    def _one_way_to_say_who(self) -> Self:
        if (self.contact_id is None) == (self.full_name is None):
            raise ValueError("say who: either contact_id or full_name")
        return self


class AttendeeOut(Out):
    """An attendee. `added`: a new contact was made of them."""

    event_id: str
    contact_id: str
    full_name: str
    company: str | None
    title: str | None
    added: bool


class EventSuggestionOut(Out):
    """Somebody on the list who is no attendee yet. `likely_contact_id`: who of the contacts they may well be."""

    id: str
    event_id: str
    full_name: str
    email: str | None
    company: str | None
    title: str | None
    likely_contact_id: str | None


class AcceptIn(Schema):
    """Who they are, where it is one of the contacts; else they are matched or added."""

    contact_id: Id | None = None
