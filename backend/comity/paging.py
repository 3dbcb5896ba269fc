"""Lists by keyset: a cursor is the place of the last row, so pages neither skip nor repeat while rows come and go."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import to_json
from sqlalchemy import ColumnElement, Integer, Select, bindparam, tuple_
from sqlalchemy.orm import QueryableAttribute, Session

from comity.errors import Refused

LARGEST_PAGE = 200
LONGEST_CURSOR = 2000

Item = TypeVar("Item")

LimitDep = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]
CursorDep = Annotated[str | None, Query(max_length=LONGEST_CURSOR)]
Limit = Annotated[int, Field(ge=1, le=LARGEST_PAGE)]
Cursor = Annotated[str, StringConstraints(max_length=LONGEST_CURSOR)] | None


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
    place = place_of(order, cursor=cursor, limit=limit)
    rows = session.execute(part_of(query, order, is_first=cursor is None), place).all()
    return page_of(rows, order, limit=limit)


def part_of(query: Select[*tuple[Any, ...]], order: Order, *, is_first: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for one page and one row more. `place_of` gives the values that it is bound to."""
    if not is_first:
        names = (f"after_{number}" for number in range(len(order.columns)))
        place = tuple_(*(bindparam(name, type_=column.type) for name, column in zip(names, order.columns, strict=True)))
        here = tuple_(*order.columns)
        query = query.where(here < place if order.descending else here > place)
    directions = [column.desc() if order.descending else column.asc() for column in order.columns]
    return query.order_by(*directions).limit(bindparam("rows", type_=Integer))


def place_of(order: Order, *, cursor: str | None, limit: int) -> dict[str, Any]:
    """Return where a page begins and how many rows to look for.

    Raises Refused if the cursor is not one of ours.
    """
    after = read_cursor(cursor, order.shape) or ()
    return {f"after_{number}": value for number, value in enumerate(after)} | {"rows": limit + 1}


def page_of(rows: Sequence[Any], order: Order, *, limit: int) -> dict[str, Any]:
    """Return the page that these rows are: one row more than fits says that there is a next page."""
    if len(rows) <= limit:
        return {"items": rows, "next_cursor": None}
    last = [getattr(rows[limit - 1], str(column.key)) for column in order.columns]
    return {"items": rows[:limit], "next_cursor": write_cursor(last)}


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
