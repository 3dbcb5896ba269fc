"""What can be done with ties."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.service import require_contacts
from comity.database import find_owned, new_id
from comity.errors import Conflict, NotFound, Refused
from comity.etags import check_match
from comity.outbox import Happened, publish
from comity.ties.models import Tie
from comity.ties.schemas import TieIn


class TieNotFound(NotFound):
    """There is no such tie."""


class TieExists(Conflict):
    """These two have a tie already."""


class TieToOneself(Refused):
    """A tie joins two different people."""


class TieChanged(Happened):
    """A tie came, changed or went."""


def create_tie(session: Session, *, account_id: str, body: TieIn, now: datetime) -> Tie:
    """Note that two people know each other.

    Raises ContactNotFound, TieToOneself, TieExists.
    """
    if body.from_contact_id == body.to_contact_id:
        raise TieToOneself(pointer="/to_contact_id")
    require_contacts(session, account_id=account_id, contact_ids=_ends(body.from_contact_id, body.to_contact_id))
    same = {"from_contact_id": body.from_contact_id, "to_contact_id": body.to_contact_id}
    if session.scalars(select(Tie.id).filter_by(account_id=account_id, **same)).first():
        raise TieExists
    tie = Tie(id=new_id(), account_id=account_id, created_at=now, **body.model_dump())
    session.add(tie)
    _tell(session, tie, now)
    return tie


def get_tie(session: Session, *, account_id: str, tie_id: str, lock: bool = False) -> Tie:
    """Return a tie.

    Raises TieNotFound.
    """
    return find_owned(session, Tie, account_id=account_id, row_id=tie_id, missing=TieNotFound, lock=lock)


def update_tie(
    session: Session, *, account_id: str, tie_id: str, values: Mapping[str, Any], if_match: str | None, now: datetime
) -> Tie:
    """Change kind or strength.

    Raises TieNotFound, Stale.
    """
    tie = get_tie(session, account_id=account_id, tie_id=tie_id, lock=True)
    check_match(if_match, tie.version)
    for name, value in values.items():
        setattr(tie, name, value)
    _tell(session, tie, now)
    return tie


def delete_tie(session: Session, *, account_id: str, tie_id: str, if_match: str | None, now: datetime) -> None:
    """Forget a tie.

    Raises TieNotFound, Stale.
    """
    tie = get_tie(session, account_id=account_id, tie_id=tie_id, lock=True)
    check_match(if_match, tie.version)
    session.delete(tie)
    _tell(session, tie, now)


def _tell(session: Session, tie: Tie, now: datetime) -> None:
    publish(session, TieChanged(tie.account_id, _ends(tie.from_contact_id, tie.to_contact_id), now))


def _ends(*contact_ids: str | None) -> tuple[str, ...]:
    return tuple(contact_id for contact_id in contact_ids if contact_id is not None)
