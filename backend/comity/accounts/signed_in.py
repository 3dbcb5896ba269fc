"""Who asks: reads the bearer token or the session cookie of a request, looked up on every request."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request, Response
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.accounts.credentials import SESSION_LIVES, TOKEN_PREFIX, digest
from comity.accounts.models import Credential, CredentialKind
from comity.errors import Forbidden, Unauthenticated
from comity.prepared import Prepared
from comity.web import SAFE_METHODS, SignedIn

BEARER = "bearer "
USE_NOTED_EVERY = timedelta(hours=1)
CREDENTIAL = Prepared(
    select(
        Credential.account_id,
        Credential.id,
        Credential.kind,
        Credential.scopes,
        Credential.expires_at,
        Credential.last_used_at,
    ).where(Credential.hash == bindparam("hash"))
)


class ForeignOrigin(Forbidden):
    """This request came from another site."""


def authenticate(session: Session, request: Request, *, now: datetime) -> SignedIn:
    """Return who asks. A token in the head comes before a cookie.

    Raises Unauthenticated, ForeignOrigin.
    """
    header = request.headers.get("Authorization", "")
    if header.lower().startswith(BEARER):
        found = _token(session, header[len(BEARER) :].strip())
    else:
        found = _browser_session(session, request)
    if found is None or (found.expires_at is not None and found.expires_at <= now):
        raise Unauthenticated
    if found.last_used_at is None or found.last_used_at < now - USE_NOTED_EVERY:
        request.state.unnoted_use = (found.id, now)
    return SignedIn(found.account_id, found.id, frozenset(found.scopes))


def _token(session: Session, secret: str) -> Any:
    if not secret.startswith(TOKEN_PREFIX):
        return None
    return _find(session, secret)


def _browser_session(session: Session, request: Request) -> Any:
    secret = request.cookies.get(_cookie_name(secure=request.app.state.settings.secure_cookies))
    if not secret:
        return None
    found = _find(session, secret)
    if found is None or found.kind != CredentialKind.SESSION:
        return None
    if request.method not in SAFE_METHODS:
        _refuse_forgeries(request)
    return found


def _refuse_forgeries(request: Request) -> None:
    """Refuse what another site makes a browser send; where the browser says whose page it is, its word counts."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is None:
        _check_origin(request, request.headers.get("Origin"))
    elif site != "same-origin":
        raise ForeignOrigin


def _find(session: Session, secret: str) -> Any:
    return CREDENTIAL.first(session, hash=digest(secret))


def refuse_other_sites(request: Request) -> None:
    """Refuse what a page of another site sends; scripts and apps say nothing of a site.

    Raises ForeignOrigin.
    """
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        raise ForeignOrigin
    if "Origin" in request.headers:
        _check_origin(request, request.headers["Origin"])


def _check_origin(request: Request, origin: str | None) -> None:
    own = request.app.state.settings.public_url or f"{request.url.scheme}://{request.headers.get('Host', '')}"
    if origin is None or urlsplit(origin)[:2] != urlsplit(own)[:2]:
        raise ForeignOrigin


def give_cookie(request: Request, response: Response, secret: str) -> None:
    """Let the browser keep the secret where no script can read it."""
    secure = request.app.state.settings.secure_cookies
    response.set_cookie(
        _cookie_name(secure=secure),
        secret,
        max_age=int(SESSION_LIVES.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=secure,
    )


def take_cookie(request: Request, response: Response) -> None:
    """Let the browser forget it."""
    secure = request.app.state.settings.secure_cookies
    response.delete_cookie(_cookie_name(secure=secure), httponly=True, samesite="lax", secure=secure)


def _cookie_name(*, secure: bool) -> str:
    """Return the session cookie's name; browsers bind `__Host-` to this host and https."""
    return "__Host-comity" if secure else "comity"
