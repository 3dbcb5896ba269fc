"""The stored follow-ups that a step stands for: what the owner decides about the step holds for them too.

They are the one that was planned by hand, or those that the coach planned for the same reason.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from comity.coach.step import NextStep
from comity.contacts.service import ContactNotFound
from comity.follow_ups import service as follow_ups
from comity.follow_ups.models import FollowUp
from comity.follow_ups.put_back import as_it_stands, put_back
from comity.follow_ups.schemas import FollowUpStatus
from comity.follow_ups.service import NothingToReopen
from comity.follow_ups.settling import FollowUpNotFound


def put_off(
    session: Session, step: NextStep, *, account_id: str, contact_id: str, until: datetime, now: datetime
) -> list[dict[str, Any]]:
    """Put them off; return how each stood, and how it stands."""
    kept = []
    for follow_up in _of(session, step, account_id, contact_id):
        before = as_it_stands(follow_up)
        follow_ups.snooze(session, account_id=account_id, follow_up_id=follow_up.id, until=until.isoformat(), now=now)
        kept.append({"id": follow_up.id, "before": before, "after": as_it_stands(follow_up)})
    return kept


def leave_out(session: Session, step: NextStep, *, account_id: str, contact_id: str, now: datetime) -> list[str]:
    """Skip them; return their ids."""
    ids = [follow_up.id for follow_up in _of(session, step, account_id, contact_id)]
    for follow_up_id in ids:
        follow_ups.skip(session, account_id=account_id, follow_up_id=follow_up_id, now=now)
    return ids


def bring_back(session: Session, kept: Iterable[dict[str, Any]], *, account_id: str, now: datetime) -> None:
    """Take back that they were put off, save those that were moved, closed or deleted since."""
    for one in kept:
        with suppress(FollowUpNotFound, ContactNotFound):
            follow_up = follow_ups.get_follow_up(session, account_id=account_id, follow_up_id=one["id"])
            if as_it_stands(follow_up) == one["after"]:
                put_back(session, account_id=account_id, follow_up_id=one["id"], before=one["before"], now=now)


def open_again(session: Session, follow_up_ids: Iterable[str], *, account_id: str, now: datetime) -> None:
    """Take back that they were left out, save those that were done, reopened or deleted since."""
    for follow_up_id in follow_up_ids:
        with suppress(FollowUpNotFound, NothingToReopen):
            follow_up = follow_ups.get_follow_up(session, account_id=account_id, follow_up_id=follow_up_id)
            if follow_up.status == FollowUpStatus.SKIPPED:
                follow_ups.reopen(session, account_id=account_id, follow_up_id=follow_up_id, now=now)


def _of(session: Session, step: NextStep, account_id: str, contact_id: str) -> Sequence[FollowUp]:
    """Return the open ones that the step's first reason speaks of, or that were planned by it, for the same action."""
    if not step.reasons:
        return []
    reason = step.reasons[0]
    ids = [one.id for one in reason.evidence]
    by_hand = FollowUp.id.in_(one.id for one in reason.evidence if one.kind == "follow_up")
    planned = (FollowUp.origin == reason.rule) & FollowUp.cause.in_(ids) & (FollowUp.action == step.action)
    query = select(FollowUp).filter_by(account_id=account_id, contact_id=contact_id, status=FollowUpStatus.OPEN)
    return session.scalars(query.where(or_(by_hand, planned)).order_by(FollowUp.id)).all()
