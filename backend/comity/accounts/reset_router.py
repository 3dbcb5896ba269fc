"""`/v1/auth/reset`: a new password for a forgotten one."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import StringConstraints

from comity.accounts import resetting
from comity.accounts.checking import hashed, visitor_of
from comity.accounts.resetting import LinkNotGood, MailNotSet
from comity.accounts.schemas import Email, NewPassword
from comity.accounts.signed_in import ForeignOrigin, refuse_other_sites
from comity.errors import TooMany
from comity.schemas import Schema
from comity.web import NowDep, SecretRoute, in_transaction, new_router, problems

router = new_router(tag="auth", prefix="/v1/auth/reset", route_class=SecretRoute)
FROM_HERE = [Depends(refuse_other_sites)]
LONGEST_TOKEN = 100


class ResetIn(Schema):
    """Who forgot a password."""

    email: Email


class NewPasswordIn(Schema):
    """What a link brings, and the new password. token: what stands behind the # of the link."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TOKEN)]
    new_password: NewPassword


@router.post("", status_code=202, dependencies=FROM_HERE, responses=problems(MailNotSet, ForeignOrigin, TooMany))
async def ask_for_reset(body: ResetIn, request: Request, now: NowDep) -> None:
    """Have a link sent, if there is such an account; the answer is the same either way."""
    post, visitor = request.app.state.settings.post, visitor_of(request)
    await in_transaction(request, resetting.ask, post, visitor, email=body.email, now=now)


@router.post("/confirm", status_code=204, dependencies=FROM_HERE, responses=problems(LinkNotGood, ForeignOrigin))
async def confirm_reset(body: NewPasswordIn, request: Request, now: NowDep) -> None:
    """Set a new password by a link, which is good once and for an hour; everybody who is signed in is signed out."""
    await in_transaction(request, resetting.check_link, secret=body.token, now=now)
    password_hash = await hashed(request, body.new_password)
    await in_transaction(request, resetting.use_link, secret=body.token, password_hash=password_hash, now=now)
