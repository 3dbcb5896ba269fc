"""The JSON by which any program tells an interaction; docs/webhooks-in.md shows it.

`{"type": "interaction", "timestamp": ..., "data": {"people": [...], "about": ..., and the fields of an interaction}}`,
or `{"type": "interaction.removed", "data": {"about": ...}}`, which takes back what was told about that before.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from comity.contacts.schemas import Email
from comity.integrations.told import Malformed, Nothing, Payload, Person, Told, checked, interaction_of
from comity.schemas import Instant, Line, Name, Schema

MOST_PEOPLE = 50
OURS = ("contact_ids", "event_id", "promise_id", "about_contact_id", "trust_stage")  # of which no other program knows


class Somebody(Schema):
    """Who took part: by address, by phone, or by full name."""

    name: Name | None = None
    email: Email | None = None
    phone: Annotated[Name, Field(max_length=50)] | None = None
    company: Line | None = None

    @model_validator(mode="after")
    def _told(self) -> Self:
        if not (self.name or self.email or self.phone):
            raise ValueError("has no name, no email and no phone")
        return self


class What(Schema):
    """What is told, and of what type."""

    type: Literal["interaction", "interaction.removed"]
    timestamp: Instant | None = None
    data: dict[str, object]


class Happened(Schema):
    """What happened, with whom. What else there is are the fields of an interaction."""

    model_config = ConfigDict(extra="allow")

    people: Annotated[list[Somebody], Field(min_length=1, max_length=MOST_PEOPLE)]
    about: Line | None = None


class Removed(Schema):
    """What did not happen after all."""

    about: Name


def read(payload: Payload, own: frozenset[str]) -> Told | Nothing:
    """Return what it says.

    Raises Malformed.
    """
    what = checked(What, payload)
    if what.type == "interaction.removed":
        removed = checked(Removed, what.data, within="/data")
        return Told((), None, about=removed.about, said_at=what.timestamp)
    happened = checked(Happened, what.data, within="/data")
    fields = happened.model_extra or {}
    for name in OURS:
        if name in fields:
            raise Malformed(f"/data/{name} is not for hooks.")
    people = tuple(
        Person(one.name or "", (one.email or "").lower(), one.phone or "", company=one.company or "")
        for one in happened.people
    )
    return Told(people, interaction_of(fields, within="/data"), about=happened.about or None, said_at=what.timestamp)
