"""`/v1/contacts/{id}/next-step`, `/v1/next-steps` and `/v1/asks/check`."""

from typing import Annotated, Any

from fastapi import Request, Response
from pydantic import Field, TypeAdapter

from comity.coach.words import AskSize
from comity.contacts.service import ContactNotFound
from comity.interactions.router import REFUSALS
from comity.interactions.schemas import shown as shown_interaction
from comity.next_steps import advice, service
from comity.next_steps.decisions import done_since
from comity.next_steps.models import Decision
from comity.next_steps.schemas import (
    AskCheckOut,
    AskIn,
    DecisionOut,
    DismissIn,
    DoneIn,
    DoneOut,
    DoneToday,
    SnoozeIn,
    StepOut,
    Today,
    ask_check_out,
)
from comity.next_steps.service import NothingToReopen, SnoozeInThePast, StepHasChanged, StepNotFound
from comity.next_steps.shown import note_shown
from comity.next_steps.todays_list import day_of, minutes_for, next_opening, steps_of
from comity.paging import LARGEST_PAGE
from comity.web import AccountDep, AsOfQuery, NowDep, WriteSession, answer, hot_read, new_router, problems, reading

router = new_router(tag="next-steps")
TODAY = TypeAdapter(Today)
STEP = TypeAdapter(StepOut)


FewSteps = Annotated[int, Field(ge=0, le=LARGEST_PAGE)]


class StepQuery(AsOfQuery):
    """What may be asked about one contact's next step."""

    want: AskSize | None = None


class TodayQuery(AsOfQuery):
    """What may be asked about today's list."""

    limit: Annotated[Annotated[int, Field(ge=0, le=LARGEST_PAGE)] | None, Field(description="Of the ranked part.")] = (
        None
    )


@hot_read(router, "/contacts/{contact_id}/next-step", answers=StepOut, asks=StepQuery, errors=[ContactNotFound])
def get_next_step(request: Request, contact_id: str) -> Response:
    """Say the one next step for a contact, at any instant; with `want`, the path to that ask."""
    asked = StepQuery.of(request)
    as_of = asked.instant(request)
    with reading(request) as (session, account_id):
        advised = advice.advise(session, account_id=account_id, contact_id=contact_id, as_of=as_of, want=asked.want)
        if asked.want is None and asked.as_of is None:
            note_shown(request, account_id, [advised], now=as_of)
        return answer(STEP, advice.shown(advised))


@hot_read(router, "/next-steps", answers=Today, asks=TodayQuery)
def get_today(request: Request) -> Response:
    """List today's next steps: obligations first, then where a touch is worth most, as far as there is room."""
    asked = TodayQuery.of(request)
    as_of = asked.instant(request)
    with reading(request) as (session, account_id):
        day = day_of(session, account_id=account_id, as_of=as_of, limit=asked.limit)
        done = done_since(session, account_id=account_id, start=day.begins, as_of=as_of)
        advised = steps_of(day, is_now=asked.as_of is None)
        if asked.as_of is None:
            note_shown(request, account_id, advised, now=as_of)
        return answer(
            TODAY,
            Today(
                items=[advice.shown(one) for one in advised],
                minutes=minutes_for(one.step for one in advised),
                done=[_done(one) for one in done],
                next_opens_at=None if advised else next_opening(day),
            ),
        )


@router.post(
    "/next-steps/{step_id}/done",
    responses=problems(StepNotFound, StepHasChanged, *REFUSALS),
)
def do_next_step(step_id: str, body: DoneIn, session: WriteSession, account_id: AccountDep, now: NowDep) -> DoneOut:
    """Say that a step was done; logs the given interaction, else a fitting one."""
    logged = service.do(session, account_id=account_id, identity=step_id, body=body, now=now)
    interaction = shown_interaction(logged.interaction, logged.contact_ids, logged.effects) if logged else None
    return DoneOut(step_id=step_id, interaction=interaction)


@router.post(
    "/next-steps/{step_id}/snooze",
    response_model=DecisionOut,
    responses=problems(StepNotFound, StepHasChanged, SnoozeInThePast),
)
def snooze_next_step(
    step_id: str, body: SnoozeIn, session: WriteSession, account_id: AccountDep, now: NowDep
) -> Decision:
    """Take a step off the list until a moment ahead; the follow-up that it stands for moves there."""
    return service.snooze(session, account_id=account_id, identity=step_id, until=body.until, now=now)


@router.post(
    "/next-steps/{step_id}/dismiss",
    response_model=DecisionOut,
    responses=problems(StepNotFound, StepHasChanged),
)
def dismiss_next_step(
    step_id: str, body: DismissIn, session: WriteSession, account_id: AccountDep, now: NowDep
) -> Decision:
    """Take a step off the list for good; the follow-up that it stands for is skipped."""
    return service.dismiss(session, account_id=account_id, identity=step_id, reason=body.reason, now=now)


@router.post("/next-steps/{step_id}/reopen", response_model=DecisionOut, responses=problems(NothingToReopen))
def reopen_next_step(step_id: str, session: WriteSession, account_id: AccountDep, now: NowDep) -> Decision:
    """Undo done, snooze or dismiss: what `done` logged goes out of the log, a follow-up is as it was before."""
    return service.reopen(session, account_id=account_id, identity=step_id, now=now)


@router.post("/asks/check", responses=problems(ContactNotFound))
def check_ask(body: AskIn, request: Request, now: NowDep) -> AskCheckOut:
    """Say whether an ask fits what trust allows now, what would instead, and what would open each closed rung."""
    with reading(request) as (session, account_id):
        found = advice.check(
            session,
            account_id=account_id,
            contact_id=body.contact_id,
            ask_size=body.ask_size,
            as_of=body.as_of or now,
        )
        return ask_check_out(found)


def _done(decision: Any) -> DoneToday:
    return DoneToday(
        id=decision.step_id,
        contact_id=decision.contact_id,
        action=decision.action,
        headline=decision.headline,
        decided_at=decision.decided_at,
    )
