"""The list of contacts: columns, never entities; one page by keyset in any of its orders."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Row, String, and_, func, literal, select, type_coerce
from sqlalchemy.orm import Session

from comity.contacts.folding import fold, fold_company
from comity.contacts.models import SEPARATOR, Contact
from comity.database import UtcDateTime
from comity.directory.schemas import ContactPage
from comity.paging import Order, paginate
from comity.relationships.models import RelationshipRow
from comity.relationships.ranking import day_number
from comity.schemas import Instant

Sort = Literal["name", "warmth", "importance", "last_contact"]

COLDEST = 1e9  # never in exchange: behind every tie that ever was warm
NEVER = datetime.fromisoformat("1900-01-01T00:00:00+00:00")
SHOWN = (
    Contact.id,
    Contact.full_name,
    Contact.company,
    Contact.title,
    Contact.seniority,
    Contact.field,
    Contact.location,
    Contact.tags,
    Contact.importance,
    Contact.do_not_contact,
    Contact.connected_on,
    Contact.sort_name,
    RelationshipRow.trust_stage,
    RelationshipRow.last_day,
    RelationshipRow.rate,
    RelationshipRow.last_contact_at,
    RelationshipRow.action,
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows the list. q: words, each of which must stand somewhere in name, company, title, mail or tags."""

    q: str | None = None
    tag: str | None = None
    company: str | None = None
    field: str | None = None
    seniority: str | None = None
    trust_stage: str | None = None


def list_contacts(
    session: Session, *, account_id: str, filters: Filters, sort: Sort, cursor: str | None, limit: int, now: datetime
) -> ContactPage:
    """Return one page of contacts.

    Raises Refused if the cursor is not one of ours.
    """
    today = math.floor(day_number(now))  # one day for all pages, or rows would move between them
    order = _order(sort, today)
    query = (
        select(*SHOWN, *(column for column in order.columns if column.key not in {"id", "sort_name"}))
        .join(
            RelationshipRow,
            and_(RelationshipRow.account_id == Contact.account_id, RelationshipRow.contact_id == Contact.id),
        )
        .where(Contact.account_id == account_id, Contact.deleted_at.is_(None), *_conditions(filters))
    )
    page = paginate(session, query, order, cursor=cursor, limit=limit)
    return {"items": [_shown(row, today) for row in page["items"]], "next_cursor": page["next_cursor"]}


def _order(sort: Sort, today: int) -> Order:
    row = RelationshipRow
    match sort:
        case "name":
            return Order((Contact.sort_name, Contact.id), TypeAdapter(tuple[str, str]))
        case "importance":
            return Order((Contact.importance.label("place"), Contact.id), TypeAdapter(tuple[int, str]), descending=True)
        case "warmth":
            cold = func.coalesce((float(today) - row.last_day) * row.rate, COLDEST).label("place")
            return Order((cold, Contact.id), TypeAdapter(tuple[float, str]))
        case "last_contact":
            latest = func.coalesce(row.last_contact_at, literal(NEVER, UtcDateTime), type_=UtcDateTime).label("place")
            return Order((latest, Contact.id), TypeAdapter(tuple[Instant, str]), descending=True)


def _conditions(filters: Filters) -> list[Any]:
    conditions: list[Any] = [
        Contact.search_text.contains(word, autoescape=True) for word in fold(filters.q or "").split()
    ]
    if filters.tag is not None:
        tags = type_coerce(Contact.tags, String)
        conditions.append(tags.contains(f"{SEPARATOR}{filters.tag}{SEPARATOR}", autoescape=True))
    if filters.company is not None:
        conditions.append(Contact.company_key == fold_company(filters.company))
    if filters.field is not None:
        conditions.append(func.lower(Contact.field) == filters.field.lower())
    if filters.seniority is not None:
        conditions.append(Contact.seniority == filters.seniority)
    if filters.trust_stage is not None:
        conditions.append(RelationshipRow.trust_stage == filters.trust_stage)
    return conditions


def _shown(row: Row[Any], today: int) -> Any:
    values = dict(row._mapping)
    last_day, rate = values.pop("last_day"), values.pop("rate")
    values["warmth"] = 0.0 if last_day is None else min(1.0, math.exp(-max(0.0, today - last_day) * rate))
    values["next_action"] = values.pop("action")
    return values
