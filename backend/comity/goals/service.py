"""What can be done with goals."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from comity.contacts.service import require_contacts
from comity.database import find_owned, new_id
from comity.errors import NotFound
from comity.etags import check_match
from comity.goals.models import Goal
from comity.goals.schemas import GoalIn
from comity.outbox import Happened, publish


class GoalNotFound(NotFound):
    """There is no such goal."""


class GoalsChanged(Happened):
    """A goal came, changed or went; it may concern any contact."""


def create_goal(session: Session, *, account_id: str, body: GoalIn, now: datetime) -> Goal:
    """Note what the owner is after.

    Raises ContactNotFound.
    """
    require_contacts(session, account_id=account_id, contact_ids=body.contact_ids)
    goal = Goal(id=new_id(), account_id=account_id, created_at=now, **body.model_dump())
    session.add(goal)
    publish(session, GoalsChanged(account_id, (), now))
    return goal


def get_goal(session: Session, *, account_id: str, goal_id: str, lock: bool = False) -> Goal:
    """Return a goal.

    Raises GoalNotFound.
    """
    return find_owned(session, Goal, account_id=account_id, row_id=goal_id, missing=GoalNotFound, lock=lock)


def update_goal(
    session: Session, *, account_id: str, goal_id: str, values: Mapping[str, Any], if_match: str | None, now: datetime
) -> Goal:
    """Change a goal. It may go on naming people who were deleted since: without a name it would concern everybody.

    Raises GoalNotFound, ContactNotFound, Stale.
    """
    goal = get_goal(session, account_id=account_id, goal_id=goal_id, lock=True)
    check_match(if_match, goal.version)
    newly_named = set(values.get("contact_ids", ())) - set(goal.contact_ids)
    require_contacts(session, account_id=account_id, contact_ids=list(newly_named))
    for name, value in values.items():
        setattr(goal, name, value)
    publish(session, GoalsChanged(account_id, (), now))
    return goal


def delete_goal(session: Session, *, account_id: str, goal_id: str, if_match: str | None, now: datetime) -> None:
    """Give a goal up.

    Raises GoalNotFound, Stale.
    """
    goal = get_goal(session, account_id=account_id, goal_id=goal_id, lock=True)
    check_match(if_match, goal.version)
    session.delete(goal)
    publish(session, GoalsChanged(account_id, (), now))
