"""Suggests ties that the data shows; nothing is added before the owner says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.coach.acquaintances import Suggestion, suggestions
from comity.contacts.service import require_contacts
from comity.introductions.groups import groups
from comity.paging import read_cursor, write_cursor
from comity.prepared import Prepared, among
from comity.ties.models import Tie

PLACE: TypeAdapter[tuple[float, str, str]] = TypeAdapter(tuple[float, str, str])
AT_ONCE = 500  # pairs whose ties are looked up together
TIED = Prepared(
    select(Tie.from_contact_id, Tie.to_contact_id).where(
        Tie.account_id == bindparam("account_id"),
        among(Tie.from_contact_id, "contact_ids"),
        among(Tie.to_contact_id, "contact_ids"),
    )
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A page of suggestions, and where the next one begins."""

    items: Sequence[Suggestion]
    next_cursor: str | None


def suggest_ties(
    session: Session, *, account_id: str, contact_id: str | None, cursor: str | None, limit: int
) -> Suggested:
    """Return who probably knows whom and has no tie yet, the likeliest first.

    Raises ContactNotFound; Refused if the cursor is not one of ours.
    """
    after = read_cursor(cursor, PLACE)
    if contact_id is not None:
        require_contacts(session, account_id=account_id, contact_ids=[contact_id])
    found = suggestions(groups(session, account_id=account_id, of=contact_id), of=contact_id)
    rest = [one for one in found if after is None or _place(one) > _key(after)]
    page: list[Suggestion] = []
    for start in range(0, len(rest), AT_ONCE):
        page += _untied(session, account_id, rest[start : start + AT_ONCE])
        if len(page) > limit:
            break
    last = page[limit - 1] if len(page) > limit else None
    place = [last.likelihood, last.one.contact_id, last.other.contact_id] if last else None
    return Suggested(page[:limit], write_cursor(place) if place else None)


def _place(one: Suggestion) -> tuple[float, str, str]:
    return _key((one.likelihood, one.one.contact_id, one.other.contact_id))


def _key(place: tuple[float, str, str]) -> tuple[float, str, str]:
    return -place[0], place[1], place[2]


def _untied(session: Session, account_id: str, some: Sequence[Suggestion]) -> list[Suggestion]:
    ids = list({member.contact_id for one in some for member in (one.one, one.other)})
    rows = TIED.all(session, account_id=account_id, contact_ids=ids)
    tied = {frozenset((row.from_contact_id, row.to_contact_id)) for row in rows}
    return [one for one in some if frozenset((one.one.contact_id, one.other.contact_id)) not in tied]
