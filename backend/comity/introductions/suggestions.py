"""Suggests ties that the data shows; none is added before the owner says so, and what they deny is not asked again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity.coach.acquaintances import Suggestion, suggestions
from comity.contacts.service import require_contacts
from comity.introductions.groups import groups
from comity.introductions.models import NoTie
from comity.paging import read_cursor, write_cursor
from comity.prepared import Prepared, among
from comity.ties.models import Tie
from comity.ties.service import TieToOneself

PLACE: TypeAdapter[tuple[float, str, str]] = TypeAdapter(tuple[float, str, str])
AT_ONCE = 500  # pairs whose ties are looked up together
TIED = Prepared(
    select(Tie.from_contact_id, Tie.to_contact_id).where(
        Tie.account_id == bindparam("account_id"),
        among(Tie.from_contact_id, "contact_ids"),
        among(Tie.to_contact_id, "contact_ids"),
    )
)
DENIED = Prepared(
    select(NoTie.one_contact_id, NoTie.other_contact_id).where(
        NoTie.account_id == bindparam("account_id"),
        among(NoTie.one_contact_id, "contact_ids"),
        among(NoTie.other_contact_id, "contact_ids"),
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
    """Return who probably knows whom, has no tie yet, and was not denied to: the likeliest first.

    Raises ContactNotFound; Refused if the cursor is not one of ours.
    """
    after = read_cursor(cursor, PLACE)
    if contact_id is not None:
        require_contacts(session, account_id=account_id, contact_ids=[contact_id])
    found = suggestions(groups(session, account_id=account_id, of=contact_id), of=contact_id)
    rest = [one for one in found if after is None or _place(one) > _key(after)]
    page: list[Suggestion] = []
    for start in range(0, len(rest), AT_ONCE):
        page += _unsettled(session, account_id, rest[start : start + AT_ONCE])
        if len(page) > limit:
            break
    last = page[limit - 1] if len(page) > limit else None
    place = [last.likelihood, last.one.contact_id, last.other.contact_id] if last else None
    return Suggested(page[:limit], write_cursor(place) if place else None)


def dismiss(session: Session, *, account_id: str, pair: tuple[str, str], now: datetime) -> None:
    """Note that two contacts do not know each other; said twice it is said once.

    Raises ContactNotFound, TieToOneself.
    """
    one, other = _in_order(session, account_id, pair)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = {"account_id": account_id, "one_contact_id": one, "other_contact_id": other, "said_at": now}
    session.execute(insert(NoTie).values(row).on_conflict_do_nothing())


def reopen(session: Session, *, account_id: str, pair: tuple[str, str]) -> None:
    """Take back that two contacts do not know each other; where nobody said so, nothing is taken back.

    Raises ContactNotFound, TieToOneself.
    """
    one, other = _in_order(session, account_id, pair)
    session.execute(delete(NoTie).filter_by(account_id=account_id, one_contact_id=one, other_contact_id=other))


def _in_order(session: Session, account_id: str, pair: tuple[str, str]) -> list[str]:
    if pair[0] == pair[1]:
        raise TieToOneself(pointer="/to_contact_id")
    require_contacts(session, account_id=account_id, contact_ids=pair)
    return sorted(pair)


def _place(one: Suggestion) -> tuple[float, str, str]:
    return _key((one.likelihood, one.one.contact_id, one.other.contact_id))


def _key(place: tuple[float, str, str]) -> tuple[float, str, str]:
    return -place[0], place[1], place[2]


def _unsettled(session: Session, account_id: str, some: Sequence[Suggestion]) -> list[Suggestion]:
    ids = list({member.contact_id for one in some for member in (one.one, one.other)})
    rows = [*TIED.all(session, account_id=account_id, contact_ids=ids)]
    rows += DENIED.all(session, account_id=account_id, contact_ids=ids)
    settled = {frozenset(row) for row in rows}
    return [one for one in some if frozenset((one.one.contact_id, one.other.contact_id)) not in settled]
