"""`/v1/goals`."""

from typing import Any

from fastapi import Response
from pydantic import TypeAdapter
from sqlalchemy import select

from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.goals import service
from comity.goals.models import Goal
from comity.goals.schemas import GoalIn, GoalOut, GoalPatch
from comity.goals.service import GoalNotFound
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import changes
from comity.web import AccountDep, IfMatchDep, NowDep, ReadSession, WriteSession, new_router, problems, tagged

router = new_router(tag="goals")
NEWEST_FIRST = Order((Goal.id,), TypeAdapter(tuple[str]), descending=True)


@router.get("/goals", response_model=Page[GoalOut])
def list_goals(
    session: ReadSession,
    account_id: AccountDep,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List goals, newest first."""
    query = select(*Goal.__table__.columns).where(Goal.account_id == account_id)
    return paginate(session, query, NEWEST_FIRST, cursor=cursor, limit=limit)


@router.post("/goals", status_code=201, response_model=GoalOut, responses=problems(ContactNotFound))
def create_goal(body: GoalIn, session: WriteSession, account_id: AccountDep, now: NowDep, response: Response) -> Goal:
    """Note what you are after."""
    return tagged(service.create_goal(session, account_id=account_id, body=body, now=now), response)


@router.get("/goals/{goal_id}", response_model=GoalOut, responses=problems(GoalNotFound))
def get_goal(goal_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> Goal:
    """Read one goal."""
    return tagged(service.get_goal(session, account_id=account_id, goal_id=goal_id), response)


@router.patch("/goals/{goal_id}", response_model=GoalOut, responses=problems(GoalNotFound, ContactNotFound, Stale))
def update_goal(
    goal_id: str,
    body: GoalPatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> Goal:
    """Change a goal (JSON merge patch)."""
    values = changes(body, GoalIn)
    goal = service.update_goal(
        session, account_id=account_id, goal_id=goal_id, values=values, if_match=if_match, now=now
    )
    return tagged(goal, response)


@router.delete("/goals/{goal_id}", status_code=204, responses=problems(GoalNotFound, Stale))
def delete_goal(
    goal_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Give a goal up."""
    service.delete_goal(session, account_id=account_id, goal_id=goal_id, if_match=if_match, now=now)
