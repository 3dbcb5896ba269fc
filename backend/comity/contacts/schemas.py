"""Bodies of `/v1/contacts`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints

from comity.coach.words import Observance, OccasionKind, Seniority
from comity.schemas import (
    BusyPeriod,
    Country,
    Day,
    Flag,
    Importance,
    KeepInTouch,
    Line,
    Name,
    Out,
    Schema,
    Text,
    TimeZone,
    WebAddress,
    patch_of,
)

LEAP_YEAR = 2000


def _birthday(text: str) -> str:
    """Accept YYYY-MM-DD, or --MM-DD where the year is unknown."""
    day = date.fromisoformat(f"{LEAP_YEAR}{text[1:]}" if text.startswith("--") else text)
    if day.year < 1850 or day.year > 2100:
        raise ValueError("must be a year of a living person")
    return text


Email = Annotated[str, StringConstraints(min_length=3, max_length=254, pattern=r"^[^@\s<>:;,]+@[^@\s<>:;,]+$")]
Birthday = Annotated[str, StringConstraints(pattern=r"^(\d{4}|-)-\d{2}-\d{2}$"), AfterValidator(_birthday)]
Lines = Annotated[list[Name], Field(max_length=100)]


class Occasion(Schema):
    """Something to congratulate on."""

    kind: OccasionKind
    on: Day
    note: Line = ""


class ContactIn(Schema):
    """A contact as a client writes it."""

    full_name: Name
    emails: Annotated[list[Email], Field(max_length=20)] = []
    phones: Annotated[list[Annotated[Name, StringConstraints(max_length=50)]], Field(max_length=20)] = []
    company: Line | None = None
    title: Line | None = None
    seniority: Seniority | None = None
    field: Line | None = None
    location: Line | None = None
    country: Country | None = None
    timezone: TimeZone | None = None
    observances: Annotated[list[Observance], Field(max_length=7)] = []
    profile_url: WebAddress | None = None
    tags: Annotated[list[Annotated[Name, StringConstraints(max_length=60)]], Field(max_length=50)] = []
    importance: Importance = 3
    birthday: Birthday | None = None
    job_started_on: Day | None = None
    org_trouble_on: Day | None = None
    occasions: Annotated[list[Occasion], Field(max_length=50)] = []
    connected_on: Day | None = None
    needs: Lines = []
    how_met: Line | None = None
    interests: Lines = []
    schools: Lines = []
    employers: Lines = []
    notes: Text | None = None
    do_not_contact: Flag = False
    busy_periods: Annotated[list[BusyPeriod], Field(max_length=50)] = []
    keep_in_touch: KeepInTouch | None = None


if TYPE_CHECKING:

    class ContactPatch(ContactIn):
        """A merge patch of a contact."""
else:
    ContactPatch = patch_of(ContactIn)


class ContactOut(Out):
    """A contact with all that is known."""

    id: str
    version: int
    created_at: datetime
    updated_at: datetime
    full_name: str
    emails: list[str]
    phones: list[str]
    company: str | None
    title: str | None
    seniority: Seniority | None
    field: str | None
    location: str | None
    country: str | None
    timezone: str | None
    observances: list[Observance]
    profile_url: str | None
    tags: list[str]
    importance: int
    birthday: str | None
    job_started_on: date | None
    org_trouble_on: date | None
    occasions: list[dict[str, Any]]
    connected_on: date | None
    needs: list[str]
    how_met: str | None
    interests: list[str]
    schools: list[str]
    employers: list[str]
    notes: str | None
    do_not_contact: bool
    busy_periods: list[dict[str, Any]]
    keep_in_touch: KeepInTouch | None
    inferred: list[Literal["seniority", "field", "timezone"]]
