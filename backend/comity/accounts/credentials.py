"""Credentials: sessions and tokens, given once, looked up on every request, ended by deleting a row."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from comity.accounts.models import Credential, CredentialKind, ResetToken
from comity.accounts.schemas import TokenIn
from comity.errors import NotFound
from comity.paging import Order, paginate

TOKEN_PREFIX = "comity_"  # noqa: S105
SECRET_BYTES = 32
SESSION_LIVES = timedelta(days=90)
ALL_SCOPES = ("read", "write", "hooks", "admin")
LONGEST_NAME = 200

TOKEN_KINDS = (CredentialKind.APP_TOKEN, CredentialKind.PERSONAL_TOKEN)
NEWEST_FIRST = Order((Credential.id,), TypeAdapter(tuple[str]), descending=True)


class SessionNotFound(NotFound):
    """There is no such session."""


class TokenNotFound(NotFound):
    """There is no such token."""


def digest(secret: str) -> str:
    """Return what is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def open_session(session: Session, *, account_id: str, user_agent: str, now: datetime) -> str:
    """Sign a browser in. Return the cookie's secret."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    _keep(
        session,
        secret,
        account_id=account_id,
        kind=CredentialKind.SESSION,
        name="".join(filter(str.isprintable, user_agent))[:LONGEST_NAME],
        scopes=list(ALL_SCOPES),
        expires_at=now + SESSION_LIVES,
        now=now,
    )
    return secret


def create_token(
    session: Session, *, account_id: str, kind: CredentialKind, body: TokenIn, now: datetime
) -> tuple[Credential, str]:
    """Make a token. Return its row and its secret."""
    secret = TOKEN_PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    credential = _keep(
        session,
        secret,
        account_id=account_id,
        kind=kind,
        name=body.name,
        scopes=[scope for scope in ALL_SCOPES if scope in body.scopes],
        expires_at=now + timedelta(days=body.expires_in_days) if body.expires_in_days else None,
        now=now,
    )
    return credential, secret


def _keep(session: Session, secret: str, *, now: datetime, **values: Any) -> Credential:
    credential = Credential(hash=digest(secret), last_four=secret[-4:], created_at=now, **values)
    session.add(credential)
    session.flush()
    return credential


def list_sessions(
    session: Session, *, account_id: str, current_id: str, cursor: str | None, limit: int, now: datetime
) -> dict[str, Any]:
    """Return a page of the browsers that are signed in."""
    columns = (
        Credential.id,
        Credential.name.label("user_agent"),
        Credential.created_at,
        Credential.expires_at,
        Credential.last_used_at,
        (Credential.id == current_id).label("current"),
    )
    query = select(*columns).where(*_of(account_id, CredentialKind.SESSION), Credential.expires_at > now)
    return paginate(session, query, NEWEST_FIRST, cursor=cursor, limit=limit)


def list_tokens(session: Session, *, account_id: str, cursor: str | None, limit: int) -> dict[str, Any]:
    """Return a page of the account's tokens."""
    columns = (
        Credential.id,
        Credential.name,
        Credential.kind,
        Credential.scopes,
        Credential.last_four,
        Credential.created_at,
        Credential.expires_at,
        Credential.last_used_at,
    )
    query = select(*columns).where(*_of(account_id, *TOKEN_KINDS))
    return paginate(session, query, NEWEST_FIRST, cursor=cursor, limit=limit)


def end_session(session: Session, *, account_id: str, session_id: str) -> None:
    """Sign one browser out.

    Raises SessionNotFound.
    """
    if not _end(session, *_of(account_id, CredentialKind.SESSION), Credential.id == session_id):
        raise SessionNotFound


def end_sessions(session: Session, *, account_id: str) -> None:
    """Sign every browser out."""
    _end(session, *_of(account_id, CredentialKind.SESSION))


def end_what_the_password_opened(session: Session, *, account_id: str, except_id: str) -> None:
    """End every session and app token but one."""
    _end(session, *_of(account_id, CredentialKind.SESSION, CredentialKind.APP_TOKEN), Credential.id != except_id)


def end_reset_links(session: Session, *, account_id: str) -> None:
    """End every link that sets a new password."""
    session.execute(delete(ResetToken).where(ResetToken.account_id == account_id))


def end_credential(session: Session, credential_id: str) -> None:
    """End whatever this is."""
    _end(session, Credential.id == credential_id)


def revoke_token(session: Session, *, account_id: str, token_id: str) -> None:
    """End one token.

    Raises TokenNotFound.
    """
    if not _end(session, *_of(account_id, *TOKEN_KINDS), Credential.id == token_id):
        raise TokenNotFound


def _of(account_id: str, *kinds: CredentialKind) -> tuple[ColumnElement[bool], ...]:
    return Credential.account_id == account_id, Credential.kind.in_(kinds)


def _end(session: Session, *which: ColumnElement[bool]) -> bool:
    return bool(session.execute(delete(Credential).where(*which).returning(Credential.id)).all())
