"""Taking back that a follow-up was put off: it is wanted when it was before."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from comity.contacts.service import get_contact
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import fit, owner_of
from comity.follow_ups.schemas import FollowUpStatus
from comity.follow_ups.settling import FollowUpChanged, find
from comity.outbox import publish

INSTANTS = ("wanted_at", "rhythm_at")


def as_it_stands(follow_up: FollowUp) -> dict[str, Any]:
    """Return when a follow-up is wanted, and by whom, as JSON."""
    instants = {name: getattr(follow_up, name) for name in INSTANTS}
    return {name: at and at.isoformat() for name, at in instants.items()} | {
        "understood": follow_up.understood,
        "is_moved_by_owner": follow_up.is_moved_by_owner,
    }


def put_back(session: Session, *, account_id: str, follow_up_id: str, before: dict[str, Any], now: datetime) -> None:
    """Want a follow-up when it was wanted `before` (see `as_it_stands`), if it is still open.

    Raises FollowUpNotFound, ContactNotFound.
    """
    follow_up = find(session, account_id=account_id, follow_up_id=follow_up_id, lock=True)
    if follow_up.status != FollowUpStatus.OPEN:
        return
    for name in INSTANTS:
        setattr(follow_up, name, before[name] and datetime.fromisoformat(before[name]))
    follow_up.understood, follow_up.is_moved_by_owner = before["understood"], before["is_moved_by_owner"]
    contact = get_contact(session, account_id=account_id, contact_id=follow_up.contact_id)
    fit(follow_up, contact, owner_of(session, account_id))
    publish(session, FollowUpChanged(account_id, (follow_up.contact_id,), now))
