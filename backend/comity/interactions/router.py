"""`/v1/interactions`."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Response
from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.contacts.service import ContactNotFound
from comity.errors import Stale
from comity.etags import etag
from comity.hot_posts import hot_post
from comity.interactions import service
from comity.interactions.models import Interaction, InteractionContact
from comity.interactions.schemas import InteractionIn, InteractionOut, InteractionPatch, shown
from comity.interactions.service import (
    InteractionNotFound,
    OnlyNotesCorrect,
    OutcomeWithoutGoal,
    ReferenceNotFound,
    TooManyGoals,
)
from comity.paging import CursorDep, LimitDep, Order, Page, paginate
from comity.schemas import Instant, changes
from comity.web import (
    AccountDep,
    IfMatchDep,
    NowDep,
    ReadSession,
    WriteSession,
    answer,
    new_router,
    problems,
    tagged,
)

router = new_router(tag="interactions")
INTERACTION = TypeAdapter(InteractionOut)
LATEST_FIRST = Order((Interaction.occurred_at, Interaction.id), TypeAdapter(tuple[Instant, str]), descending=True)
REFUSALS = (ContactNotFound, ReferenceNotFound, TooManyGoals, OutcomeWithoutGoal, OnlyNotesCorrect)


@router.get("/interactions", response_model=Page[InteractionOut])
def list_interactions(
    session: ReadSession,
    account_id: AccountDep,
    contact_id: Annotated[str | None, Query(description="Only those with this contact.")] = None,
    event_id: Annotated[str | None, Query(description="Only those at or about this event.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List the log, latest first."""
    query = select(*Interaction.__table__.columns).where(Interaction.account_id == account_id)
    if contact_id is not None:
        theirs = select(InteractionContact.interaction_id).filter_by(account_id=account_id, contact_id=contact_id)
        query = query.where(Interaction.id.in_(theirs))
    if event_id is not None:
        query = query.where(Interaction.event_id == event_id)
    page = paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)
    people = service.contacts_of(session, account_id=account_id, interaction_ids=[row.id for row in page["items"]])
    return page | {"items": [shown(row, people[row.id], []) for row in page["items"]]}


@hot_post(
    router, "/interactions", takes=InteractionIn, answers=InteractionOut, scopes=("write", "hooks"), errors=REFUSALS
)
def log_interaction(session: Session, account_id: str, body: InteractionIn, now: datetime) -> Response:
    """Log what happened; `effects` says what moved because of it."""
    logged = service.log_interaction(session, account_id=account_id, body=body, now=now)
    row = logged.interaction
    out = shown(row, logged.contact_ids, logged.effects)
    return answer(INTERACTION, out, status=201, headers={"ETag": etag(row.version)})


@router.get("/interactions/{interaction_id}", response_model=InteractionOut, responses=problems(InteractionNotFound))
def get_interaction(
    interaction_id: str, session: ReadSession, account_id: AccountDep, response: Response
) -> InteractionOut:
    """Read one interaction."""
    interaction = service.get_interaction(session, account_id=account_id, interaction_id=interaction_id)
    people = service.contacts_of(session, account_id=account_id, interaction_ids=[interaction_id])
    return shown(tagged(interaction, response), people[interaction_id], [])


@router.patch(
    "/interactions/{interaction_id}",
    response_model=InteractionOut,
    responses=problems(InteractionNotFound, Stale, *REFUSALS),
)
def update_interaction(
    interaction_id: str,
    body: InteractionPatch,
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> InteractionOut:
    """Correct the log (JSON merge patch); everything that follows from it is corrected too."""
    logged = service.update_interaction(
        session,
        account_id=account_id,
        interaction_id=interaction_id,
        values=changes(body, InteractionIn),
        if_match=if_match,
        now=now,
    )
    return _shown(logged, response)


@router.delete("/interactions/{interaction_id}", status_code=204, responses=problems(InteractionNotFound, Stale))
def delete_interaction(
    interaction_id: str, session: WriteSession, account_id: AccountDep, now: NowDep, if_match: IfMatchDep = None
) -> None:
    """Take it out of the log."""
    service.delete_interaction(
        session, account_id=account_id, interaction_id=interaction_id, if_match=if_match, now=now
    )


def _shown(logged: service.Logged, response: Response) -> InteractionOut:
    return shown(tagged(logged.interaction, response), logged.contact_ids, logged.effects)
