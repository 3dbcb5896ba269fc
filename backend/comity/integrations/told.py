"""What a provider's event says, as plain values: what every mapping makes of its provider's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from comity.imports.values import clean, clean_lines
from comity.interactions.schemas import InteractionIn
from comity.problems import pointer_to

LONGEST_LINE = 300
LONGEST_NAME = 200
LONGEST_TEXT = 20_000
NOBODY = "nobody"  # stands for the contacts while an interaction is checked; who they are is found out later
BLANK_LINES = re.compile(r"\n{3,}")

Payload = Mapping[str, Any]
Model = TypeVar("Model", bound=BaseModel)


class Malformed(Exception):
    """An event cannot be understood. The message says why, without an echo of what was sent."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who took part. handle: how the provider tells them, where it gives no address."""

    name: str = ""
    email: str = ""
    phone: str = ""
    handle: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, or is planned.

    interaction: without its contacts; None takes it out again. about: what it is about at the sender, so that a later
    word changes the interaction instead of adding one; replaces: what that stands instead of. said_at: when the sender
    said it; what was said later counts. adds: it adds people and length to what is known instead.
    """

    people: tuple[Person, ...]
    interaction: InteractionIn | None
    about: str | None = None
    replaces: str | None = None
    said_at: datetime | None = None
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing in it to log."""

    reason: str


def interaction(**values: Any) -> InteractionIn:
    """Check the fields of an interaction.

    Raises Malformed.
    """
    return interaction_of(values)


def interaction_of(values: Payload, *, within: str = "") -> InteractionIn:
    """Check the fields of an interaction, as they were told. within: where they stand.

    Raises Malformed.
    """
    return checked(InteractionIn, {"contact_ids": [NOBODY], **values}, within=within)


def checked(model: type[Model], value: Any, *, within: str = "") -> Model:
    """Check a value against a schema.

    Raises Malformed.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        place = within + pointer_to(*fault["loc"])
        raise Malformed(f"{place or 'It'}: {fault['msg'].removeprefix('Value error, ')}.") from None


def part(payload: Payload, name: str) -> Payload:
    """Return an object within an object.

    Raises Malformed where there is none.
    """
    found = payload.get(name)
    if not isinstance(found, dict):
        raise Malformed(f"/{name} is no object.")
    return found


def inner(payload: Payload, *names: str) -> Any:
    """Return what lies at the end of a path, None where the path ends before."""
    found: Any = payload
    for name in names:
        if not isinstance(found, dict):
            return None
        found = found.get(name)
    return found


def items(payload: Payload, name: str) -> list[Payload]:
    """Return the objects of a list, none where there is no list."""
    found = payload.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def line(value: Any, *, longest: int = LONGEST_LINE) -> str:
    """Return a value as one line; empty where it is no text."""
    return clean(value)[:longest].strip() if isinstance(value, str) else ""


def paragraphs(value: Any) -> str | None:
    """Return a value as text of several lines; None where there is nothing in it."""
    if not isinstance(value, str):
        return None
    return BLANK_LINES.sub("\n\n", clean_lines(value))[:LONGEST_TEXT].strip() or None


def key(payload: Payload, name: str) -> str:
    """Return what names a thing at the sender.

    Raises Malformed.
    """
    found = line(payload.get(name))
    if not found:
        raise Malformed(f"/{name} is missing.")
    return found


def instant(value: Any) -> datetime | None:
    """Return an instant as most programs write it; None where it is none."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def minutes(begins: datetime | None, ends: datetime | None) -> int | None:
    """Return how long something takes; None where that is not known."""
    if begins is None or ends is None or ends < begins:
        return None
    return round((ends - begins).total_seconds() / 60)


def person(*, name: Any = "", email: Any = "", phone: Any = "", handle: Any = "") -> Person:
    """Return somebody as a provider tells them."""
    address = line(email, longest=254).lower()
    return Person(
        name=line(name, longest=LONGEST_NAME),
        email=address if address.count("@") == 1 and " " not in address else "",
        phone=line(phone, longest=50),
        handle=line(handle),
    )
