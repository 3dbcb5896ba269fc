"""Who asks: reads the bearer token or the session cookie of a request, looked up on every request."""

import hashlib
from datetime import datetime
from urllib.parse import urlsplit

from fastapi import Request
from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.accounts.models import Credential
from comity.errors import Forbidden, Unauthenticated
from comity.web import SAFE_METHODS, SignedIn

BEARER = "bearer "


class ForeignOrigin(Forbidden):
    """This request came from another site."""


def digest(secret: str) -> str:
    """Return what is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def cookie_name(*, secure: bool) -> str:
    """Return the session cookie's name; browsers bind `__Host-` to this host and https."""
    return "__Host-comity" if secure else "comity"


def authenticate(session: Session, request: Request, *, now: datetime) -> SignedIn:
    """Return who asks.

    Raises Unauthenticated, ForeignOrigin.
    """
    secret, is_cookie = _secret(request)
    columns = (Credential.account_id, Credential.id, Credential.scopes, Credential.expires_at)
    row = session.execute(select(*columns).where(Credential.hash == digest(secret))).one_or_none()
    if row is None or (row.expires_at is not None and row.expires_at <= now):
        raise Unauthenticated
    if is_cookie and request.method not in SAFE_METHODS:
        _refuse_other_sites(request)
    return SignedIn(row.account_id, row.id, frozenset(row.scopes))


def _secret(request: Request) -> tuple[str, bool]:
    header = request.headers.get("Authorization", "")
    if header.lower().startswith(BEARER):
        return header[len(BEARER) :].strip(), False
    secret = request.cookies.get(cookie_name(secure=request.app.state.settings.secure_cookies))
    if not secret:
        raise Unauthenticated
    return secret, True


def _refuse_other_sites(request: Request) -> None:
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        return
    origin = request.headers.get("Origin")
    public_url = request.app.state.settings.public_url
    own = public_url or f"{request.url.scheme}://{request.headers.get('Host', '')}"
    if origin is None or urlsplit(origin)[:2] != urlsplit(own)[:2]:
        raise ForeignOrigin
