"""`/v1/auth`: registering, signing in and out, passwords and sessions."""

from typing import Any

from fastapi import Depends, Request, Response

from comity.accounts import credentials, service
from comity.accounts.checking import checked, hashed, visitor_of
from comity.accounts.credentials import SessionNotFound
from comity.accounts.models import Account
from comity.accounts.schemas import (
    AccountOut,
    LoginIn,
    PasswordIn,
    RegisterIn,
    SessionOut,
    SignInForTokenIn,
    TokenCreated,
)
from comity.accounts.service import EmailTaken, RegistrationClosed, WrongPassword
from comity.accounts.signed_in import ForeignOrigin, give_cookie, refuse_other_sites, take_cookie
from comity.errors import TooMany
from comity.paging import CursorDep, LimitDep, Page
from comity.web import (
    AdminDep,
    NowDep,
    ReadSession,
    SecretRoute,
    SignedInDep,
    WriteSession,
    in_transaction,
    new_router,
    problems,
)

router = new_router(tag="auth", prefix="/v1/auth", route_class=SecretRoute)
FROM_HERE = [Depends(refuse_other_sites)]


@router.post(
    "/register",
    status_code=201,
    response_model=AccountOut,
    dependencies=FROM_HERE,
    responses=problems(RegistrationClosed, ForeignOrigin, EmailTaken, TooMany),
)
async def register(body: RegisterIn, request: Request, response: Response, now: NowDep) -> Account:
    """Open an account and sign this browser in."""
    settings, visitor = request.app.state.settings, visitor_of(request)
    await in_transaction(request, service.begin_registration, settings, visitor, now=now)
    password_hash = await hashed(request, body.password)
    account, secret = await in_transaction(
        request, service.register, settings, visitor, body, password_hash=password_hash, now=now
    )
    give_cookie(request, response, secret)
    return account


@router.post(
    "/login",
    response_model=AccountOut,
    dependencies=FROM_HERE,
    responses=problems(WrongPassword, ForeignOrigin, TooMany),
)
async def login(body: LoginIn, request: Request, response: Response, now: NowDep) -> Account:
    """Sign this browser in."""
    guess = await checked(request, email=body.email, password=body.password, now=now)
    account, secret = await in_transaction(request, service.sign_in, guess, visitor_of(request), now=now)
    give_cookie(request, response, secret)
    return account


@router.post("/token", status_code=201, dependencies=FROM_HERE, responses=problems(WrongPassword, TooMany))
async def sign_in_for_token(body: SignInForTokenIn, request: Request, now: NowDep) -> TokenCreated:
    """Give an app or a script a token for a password; it is shown this once."""
    guess = await checked(request, email=body.email, password=body.password, now=now)
    credential, secret = await in_transaction(
        request, service.sign_in_for_token, guess, visitor_of(request), body, now=now
    )
    return TokenCreated.of(credential, secret)


@router.post("/logout", status_code=204)
def logout(request: Request, response: Response, session: WriteSession, signed_in: SignedInDep) -> None:
    """End the session or token that asks."""
    credentials.end_credential(session, signed_in.credential_id)
    take_cookie(request, response)


@router.post("/password", status_code=204, responses=problems(WrongPassword, TooMany))
async def change_password(body: PasswordIn, request: Request, signed_in: AdminDep, now: NowDep) -> None:
    """Change the password; every other session, and every token had for the old password, ends."""
    email = await in_transaction(request, service.get_email, signed_in.account_id)
    guess = await checked(request, email=email, password=body.current_password, now=now)
    password_hash = await hashed(request, body.new_password)
    await in_transaction(
        request,
        service.change_password,
        guess,
        password_hash=password_hash,
        credential_id=signed_in.credential_id,
    )


@router.get("/sessions", response_model=Page[SessionOut])
def list_sessions(
    session: ReadSession, signed_in: AdminDep, now: NowDep, limit: LimitDep = 50, cursor: CursorDep = None
) -> dict[str, Any]:
    """List the browsers that are signed in, newest first."""
    return credentials.list_sessions(
        session,
        account_id=signed_in.account_id,
        current_id=signed_in.credential_id,
        cursor=cursor,
        limit=limit,
        now=now,
    )


@router.delete("/sessions", status_code=204)
def end_sessions(session: WriteSession, signed_in: AdminDep) -> None:
    """Sign every browser out."""
    credentials.end_sessions(session, account_id=signed_in.account_id)


@router.delete("/sessions/{session_id}", status_code=204, responses=problems(SessionNotFound))
def end_session(session_id: str, session: WriteSession, signed_in: AdminDep) -> None:
    """Sign one browser out."""
    credentials.end_session(session, account_id=signed_in.account_id, session_id=session_id)
