"""Lists by keyset: a cursor is the place of the last row, so pages neither skip nor repeat while rows come and go."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_json
from sqlalchemy import ColumnElement, Row, Select, literal, tuple_
from sqlalchemy.orm import QueryableAttribute, Session

from comity.errors import Refused

LARGEST_PAGE = 200
LONGEST_CURSOR = 2000

Item = TypeVar("Item")

LimitDep = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
CursorDep = Annotated[str | None, Query(max_length=LONGEST_CURSOR)]


class Page(BaseModel, Generic[Item]):
    """A part of a list, and where the next part begins."""

    items: list[Item]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is ordered. The last column is unique; `shape` reads a cursor's values back."""

    columns: tuple[QueryableAttribute[Any] | ColumnElement[Any], ...]
    shape: TypeAdapter[Any]
    descending: bool = False


def paginate(
    session: Session, query: Select[*tuple[Any, ...]], order: Order, *, cursor: str | None, limit: int
) -> dict[str, Any]:
    """Return one page of `query`, which selects every column of `order` under its own name.

    Raises Refused if the cursor is not one of ours.
    """
    after = read_cursor(cursor, order.shape)
    if after is not None:
        place = tuple_(*(literal(value, column.type) for value, column in zip(after, order.columns, strict=True)))
        here = tuple_(*order.columns)
        query = query.where(here < place if order.descending else here > place)
    directions = [column.desc() if order.descending else column.asc() for column in order.columns]
    rows = session.execute(query.order_by(*directions).limit(limit + 1)).all()
    return {"items": rows[:limit], "next_cursor": _cursor_after(rows, order, limit)}


def _cursor_after(rows: Sequence[Row[Any]], order: Order, limit: int) -> str | None:
    if len(rows) <= limit:
        return None
    last = rows[limit - 1]._mapping
    return write_cursor([last[str(column.key)] for column in order.columns])


def write_cursor(values: Sequence[Any]) -> str:
    """Return the opaque place of the last row of a page."""
    return base64.urlsafe_b64encode(to_json(list(values))).decode().rstrip("=")


def read_cursor(cursor: str | None, shape: TypeAdapter[Any]) -> Any:
    """Return the values of a cursor, checked against `shape`, or None without one.

    Raises Refused.
    """
    if cursor is None:
        return None
    try:
        return shape.validate_python(json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))))
    except (ValueError, RecursionError, binascii.Error, ValidationError):
        raise Refused("This cursor is not one of ours.", pointer="query/cursor") from None
