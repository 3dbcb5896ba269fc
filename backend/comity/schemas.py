"""The shapes that every feature's bodies share: strict input, honest text, sane instants, pages and problems."""

import unicodedata
from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from typing_extensions import TypedDict

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
LINE_BREAKS = {"\n", "\r", "\t"}
ZONES = frozenset(available_timezones()) - {"localtime", "posixrules", "Factory"}


class Schema(BaseModel):
    """What a client sends: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, ser_json_inf_nan="constants")


class Out(BaseModel):
    """What a client gets: read from a row's attributes."""

    model_config = ConfigDict(from_attributes=True)


class ProblemError(BaseModel):
    """One fault of a body: where, what, and the playbook's rule where one refused."""

    pointer: str
    detail: str
    rule: str | None = None


class ProblemDetails(BaseModel):
    """RFC 9457: what went wrong."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemError]
    request_id: str


class Place(TypedDict):
    """Where a page of a list ends; opaque to clients."""

    sort: str
    values: list[Any]


def _printable(text: str, *, allowed: set[str]) -> str:
    for character in text:
        if character not in allowed and unicodedata.category(character) in {"Cc", "Cs"}:
            raise ValueError("holds a control character")
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    text = _printable(text, allowed=set())
    if not any(unicodedata.category(character)[0] not in "CZM" for character in text):
        raise ValueError("holds nothing that can be read")
    return text


def _one_line_or_empty(text: str) -> str:
    return _one_line(text) if text else text


def _paragraphs(text: str) -> str:
    return _printable(text, allowed=LINE_BREAKS)


def _known_zone(name: str) -> str:
    if name not in ZONES:
        raise ValueError("is not an IANA time zone")
    ZoneInfo(name)
    return name


def _sane(instant: datetime) -> datetime:
    try:
        instant = instant.astimezone(UTC)
    except OverflowError:
        raise ValueError("is out of range") from None
    if not EARLIEST <= instant <= LATEST:
        raise ValueError(f"must lie between {EARLIEST.year} and {LATEST.year}")
    return instant


def _sane_day(day: date) -> date:
    if not EARLIEST.date() <= day <= LATEST.date():
        raise ValueError(f"must lie between {EARLIEST.year} and {LATEST.year}")
    return day


Name = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_one_line_or_empty)]
Text = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_paragraphs)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[0-9a-z_.\-]+$")]
Instant = Annotated[AwareDatetime, AfterValidator(_sane)]
Day = Annotated[date, AfterValidator(_sane_day)]
TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_zone)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Importance = Annotated[int, Field(ge=1, le=5)]
