"""The shapes that every feature's bodies share: strict input, honest text, sane instants, pages and problems."""

import re
import unicodedata
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Annotated, Any, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    create_model,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from comity.errors import Refused

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
LINE_BREAKS = {"\n", "\r", "\t"}
ZONES = frozenset(available_timezones()) - {"localtime", "posixrules", "Factory"}
UNLISTED_COUNTRIES = {"XK"}  # Kosovo: in everybody's address books, and not yet in ISO 3166

_WRITTEN_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:.*", re.ASCII)
_WRITTEN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Schema(BaseModel):
    """What a client sends: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, ser_json_inf_nan="constants")


def patch_of(model: type[Schema]) -> Any:
    """Return the JSON merge patch of a body: any field may be left out; null sets it back to its default."""
    fields: dict[str, Any] = {name: (_or_null(field), None) for name, field in model.model_fields.items()}
    return create_model(
        model.__name__.removesuffix("In") + "Patch", __base__=Schema, __module__=model.__module__, **fields
    )


def _or_null(field: FieldInfo) -> Any:
    annotation: Any = field.annotation
    return (Annotated[annotation, *field.metadata] if field.metadata else annotation) | None


def changes(patch: Schema, model: type[Schema]) -> dict[str, Any]:
    """Return what a merge patch sets, null already turned into the field's default.

    Raises Refused where null stands for a field that has none.
    """
    return {name: _value(patch, name, model) for name in patch.model_fields_set}


def _value(patch: Schema, name: str, model: type[Schema]) -> Any:
    value = getattr(patch, name)
    if value is not None:
        return value
    default = model.model_fields[name].get_default(call_default_factory=True, validated_data={})
    if default is PydanticUndefined:
        raise Refused("It cannot be empty.", pointer=f"/{name}")
    return default


class Out(BaseModel):
    """What a client gets: read from a row's attributes."""

    model_config = ConfigDict(from_attributes=True, serialize_by_alias=True)


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


def as_sent(text: str) -> str:
    """Return the very text, for what is answered with offsets into it.

    Raises ValueError where it holds a control character.
    """
    return _checked(text, allowed=LINE_BREAKS)


def _printable(text: str, *, allowed: set[str]) -> str:
    return unicodedata.normalize("NFC", _checked(text, allowed=allowed))


def _checked(text: str, *, allowed: set[str]) -> str:
    for character in text:
        if character not in allowed and unicodedata.category(character) in {"Cc", "Cs"}:
            raise ValueError("holds a control character")
    return text


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


def _countries() -> frozenset[str]:
    """Return the codes of ISO 3166, as the zone database lists them."""
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    codes = {line.partition("\t")[0] for line in table.splitlines() if not line.startswith("#")}
    return frozenset(codes | UNLISTED_COUNTRIES)


COUNTRIES = _countries()


def _known_country(code: str) -> str:
    if code not in COUNTRIES:
        raise ValueError("is no country of ISO 3166")
    return code


def _web_address(url: str) -> str:
    if not url:
        return url
    if not url.lower().startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    if " " in url or not _host(url):
        raise ValueError("is no web address")
    return url


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _number(value: object) -> object:
    if isinstance(value, bool | str):
        raise ValueError("must be a number")
    return value


def _written_instant(value: object) -> object:
    if not isinstance(value, datetime) and not (isinstance(value, str) and _WRITTEN_INSTANT.fullmatch(value.strip())):
        raise ValueError("must be an instant of RFC 3339, like 2026-03-01T09:00:00Z")
    return value


def _written_day(value: object) -> object:
    if type(value) is not date and not (isinstance(value, str) and _WRITTEN_DAY.fullmatch(value.strip())):
        raise ValueError("must be a day, like 2026-03-01")
    return value


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
WebAddress = Annotated[Line, AfterValidator(_web_address)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[0-9a-z_.\-]+$")]
Flag = Annotated[bool, Strict()]
Number = BeforeValidator(_number)  # neither a text nor true
Instant = Annotated[AwareDatetime, BeforeValidator(_written_instant), AfterValidator(_sane)]
Day = Annotated[date, BeforeValidator(_written_day), AfterValidator(_sane_day)]
TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_zone)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_known_country)]
Importance = Annotated[int, Field(ge=1, le=5), Number]


class KeepInTouch(Schema):
    """How often to be in touch, in days: past `ideal_days` a light touch is due, past `longest_days` it is owed."""

    ideal_days: Annotated[int, Field(ge=1, le=3650), Number]
    longest_days: Annotated[int, Field(ge=1, le=3650), Number]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.longest_days < self.ideal_days:
            raise ValueError("longest_days lies below ideal_days")
        return self


class BusyPeriod(Schema):
    """Days, both inclusive, on which somebody is away, or has no room for asks."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="until")
    why: Line = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("until lies before from")
        return self
