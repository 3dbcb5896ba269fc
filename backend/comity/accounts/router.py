"""`/v1/me`: the account, as its owner sees and changes it."""

from typing import Any

from fastapi import Response

from comity.accounts import service
from comity.accounts.models import Account
from comity.accounts.schemas import AccountIn, AccountOut, AccountPatch, Background, KeepInTouchByTag
from comity.accounts.service import EmailTaken
from comity.errors import Stale
from comity.schemas import changes
from comity.web import (
    AccountDep,
    AdminDep,
    IfMatchDep,
    NowDep,
    ReadSession,
    ScopeMissing,
    SignedInDep,
    WriteSession,
    new_router,
    problems,
    tagged,
)

router = new_router(tag="me", prefix="/v1/me")


@router.get("", response_model=AccountOut)
def get_me(session: ReadSession, account_id: AccountDep, response: Response) -> Account:
    """Read the account."""
    return tagged(service.get_account(session, account_id), response)


@router.patch("", response_model=AccountOut, responses=problems(EmailTaken, Stale, ScopeMissing))
def change_me(
    body: AccountPatch,
    session: WriteSession,
    account_id: AccountDep,
    signed_in: SignedInDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> Account:
    """Change some of it (JSON merge patch); the e-mail address, by which one signs in, needs the scope admin."""
    values = changes(body, AccountIn)
    if "email" in values and "admin" not in signed_in.scopes:
        raise ScopeMissing("It needs the scope admin.")
    account = service.change_account(session, account_id=account_id, values=values, if_match=if_match, now=now)
    return tagged(account, response)


@router.delete("", status_code=204, responses=problems(Stale))
def delete_me(session: WriteSession, signed_in: AdminDep, if_match: IfMatchDep = None) -> None:
    """Remove the account and everything in it, for good."""
    service.delete_account(session, account_id=signed_in.account_id, if_match=if_match)


@router.get("/background", response_model=Background)
def get_background(session: ReadSession, account_id: AccountDep) -> dict[str, Any]:
    """Read the owner's half of every commonality."""
    return service.get_account(session, account_id).background


@router.get("/keep-in-touch", response_model=KeepInTouchByTag)
def get_keep_in_touch(session: ReadSession, account_id: AccountDep) -> dict[str, Any]:
    """Read how often the owner wants to be in touch with those who bear a tag."""
    by_tag = service.get_account(session, account_id).keep_in_touch
    return {"tags": [{"tag": tag, **interval} for tag, interval in by_tag.items()]}


@router.put("/keep-in-touch")
def set_keep_in_touch(
    body: KeepInTouchByTag, session: WriteSession, account_id: AccountDep, now: NowDep
) -> KeepInTouchByTag:
    """Replace how often the owner wants to be in touch with those who bear a tag."""
    by_tag = {one.tag: one.model_dump(exclude={"tag"}) for one in body.tags}
    service.change_keep_in_touch(session, account_id=account_id, by_tag=by_tag, now=now)
    return body


@router.put("/background")
def set_background(body: Background, session: WriteSession, account_id: AccountDep, now: NowDep) -> Background:
    """Replace the owner's half of every commonality."""
    service.change_background(session, account_id=account_id, background=body.model_dump(), now=now)
    return body
