"""The list of contacts: columns, never entities; one page by keyset in any of its orders."""

import math
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter
from sqlalchemy import Double, String, and_, bindparam, func, literal, select, type_coerce
from sqlalchemy.orm import Session

from comity.coach.days import day_number
from comity.coach.words import Seniority, TrustStage
from comity.contacts.folding import fold, fold_company
from comity.contacts.models import SEPARATOR, Contact
from comity.database import UtcDateTime
from comity.directory.schemas import ContactPage, ContactRow
from comity.paging import Cursor, Limit, Order, page_of, part_of, place_of
from comity.parameters import Parameters
from comity.prepared import Prepared
from comity.relationships.models import RelationshipRow
from comity.schemas import Instant

Sort = Literal["name", "warmth", "importance", "last_contact"]
Words = Annotated[str, StringConstraints(max_length=256)]

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


TODAY = bindparam("today", type_=Double)
COLD = func.coalesce((TODAY - RelationshipRow.last_day) * RelationshipRow.rate, COLDEST).label("place")
LATEST = func.coalesce(RelationshipRow.last_contact_at, literal(NEVER, UtcDateTime), type_=UtcDateTime).label("place")
ORDERS: dict[Sort, Order] = {
    "name": Order((Contact.sort_name, Contact.id), TypeAdapter(tuple[str, str])),
    "importance": Order((Contact.importance.label("place"), Contact.id), TypeAdapter(tuple[int, str]), descending=True),
    "warmth": Order((COLD, Contact.id), TypeAdapter(tuple[float, str])),
    "last_contact": Order((LATEST, Contact.id), TypeAdapter(tuple[Instant, str]), descending=True),
}
CONDITIONS: dict[str, Any] = {
    "tag": type_coerce(Contact.tags, String).like(bindparam("tag"), escape="/"),
    "company": Contact.company_key == bindparam("company"),
    "field": func.lower(Contact.field) == bindparam("field"),
    "seniority": Contact.seniority == bindparam("seniority"),
    "trust_stage": RelationshipRow.trust_stage == bindparam("trust_stage"),
}


class Asked(Parameters):
    """What the list may be asked. q: words, each of which stands somewhere in name, company, title, mail or tags."""

    q: Annotated[Words | None, Field(description="Words, each of which must be found.")] = None
    tag: Words | None = None
    company: Words | None = None
    field: Words | None = None
    seniority: Seniority | None = None
    trust_stage: TrustStage | None = None
    sort: Sort = "name"
    cursor: Cursor = None
    limit: Limit = 50

    def conditions(self) -> Iterator[tuple[str, str]]:
        """Yield what is looked for, by the names of `CONDITIONS`; words as `word_0`, `word_1`."""
        for number, word in enumerate(fold(self.q or "").split()):
            yield f"word_{number}", _containing(word)
        if self.tag is not None:
            yield "tag", _containing(f"{SEPARATOR}{self.tag}{SEPARATOR}")
        if self.company is not None:
            yield "company", fold_company(self.company)
        if self.field is not None:
            yield "field", self.field.lower()
        if self.seniority is not None:
            yield "seniority", self.seniority
        if self.trust_stage is not None:
            yield "trust_stage", self.trust_stage


def list_contacts(session: Session, *, account_id: str, asked: Asked, now: datetime) -> ContactPage:
    """Return one page of contacts.

    Raises Refused if the cursor is not one of ours.
    """
    today = math.floor(day_number(now))  # one day for all pages, or rows would move between them
    wanted = dict(asked.conditions())
    order = ORDERS[asked.sort]
    values = wanted | place_of(order, cursor=asked.cursor, limit=asked.limit)
    query = _query(asked.sort, tuple(wanted), asked.cursor is None)
    page = page_of(query.all(session, account_id=account_id, today=today, **values), order, limit=asked.limit)
    return {"items": [_shown(row, today) for row in page["items"]], "next_cursor": page["next_cursor"]}


@lru_cache(maxsize=200)
def _query(sort: Sort, wanted: tuple[str, ...], is_first: bool) -> Prepared:
    """Return the query for this kind of page; what is looked for is bound to it later."""
    order = ORDERS[sort]
    place = [column for column in order.columns if column.key == "place"]
    row = RelationshipRow
    query = (
        select(*SHOWN, *place)
        .join(row, and_(row.account_id == Contact.account_id, row.contact_id == Contact.id))
        .where(Contact.account_id == bindparam("account_id"), Contact.deleted_at.is_(None), *map(_condition, wanted))
    )
    return Prepared(part_of(query, order, is_first=is_first))


def _condition(name: str) -> Any:
    if name in CONDITIONS:
        return CONDITIONS[name]
    return Contact.search_text.like(bindparam(name), escape="/")


def _containing(text: str) -> str:
    """Return the pattern of whatever holds this text."""
    escaped = text.replace("/", "//").replace("%", "/%").replace("_", "/_")
    return f"%{escaped}%"


def _shown(row: Any, today: int) -> ContactRow:
    """Return a row as the list shows it. By place, in the order of `SHOWN`: pages are long."""
    # fmt: off
    (
        contact_id, full_name, company, title, seniority, field, location, tags, importance, do_not_contact,
        connected_on, _, trust_stage, last_day, rate, last_contact_at, action, *_,
    ) = row
    # fmt: on
    return {
        "id": contact_id,
        "full_name": full_name,
        "company": company,
        "title": title,
        "seniority": seniority,
        "field": field,
        "location": location,
        "tags": tags,
        "importance": importance,
        "do_not_contact": do_not_contact,
        "connected_on": connected_on,
        "trust_stage": trust_stage,
        "warmth": _warmth(last_day, rate, today),
        "last_contact_at": last_contact_at,
        "next_action": action,
    }


def _warmth(last_day: float | None, rate: float, today: int) -> float:
    if last_day is None:
        return 0.0
    return math.exp((last_day - today) * rate) if last_day < today else 1.0
