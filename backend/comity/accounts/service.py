"""What can be done with an account."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from comity.accounts import credentials, throttles
from comity.accounts.models import Account, Credential, CredentialKind
from comity.accounts.schemas import RegisterIn, TokenIn
from comity.database import serialize
from comity.errors import Conflict, Forbidden, Unauthenticated
from comity.etags import check_match
from comity.outbox import Happened, publish
from comity.settings import Registration, Settings

WHAT_THE_COACH_READS = frozenset({"seniority", "timezone"})
THEIR_MORNING = frozenset({"timezone", "quiet_hours", "digest_at"})
THEIR_TIME = frozenset({"timezone", "working_hours", "quiet_hours", "busy_periods"})


class RegistrationClosed(Forbidden):
    """Nobody can register here."""


class EmailTaken(Conflict):
    """There is an account with this e-mail address."""


class WrongPassword(Unauthenticated):
    """The e-mail address or the password is wrong."""


@dataclass(frozen=True, slots=True)
class AccountChanged(Happened):
    """An owner's rung, time zone or background changed: it moves every relationship of theirs."""


@dataclass(frozen=True, slots=True)
class OwnersTimeChanged(Happened):
    """An owner's zone, hours or days away changed. before: the zone until now."""

    before: str


@dataclass(frozen=True, slots=True)
class MorningChanged(Happened):
    """An owner's zone, quiet hours, or the hour of their digest changed."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """From where somebody comes, and with which program."""

    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess at a password, counted as a failure until it is accepted."""

    attempt_id: str
    account_id: str | None
    password_hash: str | None


def begin_registration(session: Session, settings: Settings, visitor: Visitor, *, now: datetime) -> None:
    """Count a registration before any work is done for it.

    Raises RegistrationClosed, TooMany.
    """
    _check_open(session, settings.registration)
    throttles.count_registration(session, address=visitor.address, most=settings.registrations_per_hour, now=now)


def register(
    session: Session, settings: Settings, visitor: Visitor, body: RegisterIn, *, password_hash: str, now: datetime
) -> tuple[Account, str]:
    """Open an account and sign its owner in. Return it with the session's secret.

    Where only the first account is allowed, or two ask for one e-mail address, one wins.
    Raises RegistrationClosed, EmailTaken.
    """
    if settings.registration == "first":
        serialize(session, "the first account")
    _check_open(session, settings.registration)
    account = open_account(session, email=body.email, password_hash=password_hash, full_name=body.full_name, now=now)
    return account, _open_session(session, account, visitor, now=now)


def open_account(session: Session, *, email: str, password_hash: str, full_name: str, now: datetime) -> Account:
    """Open an account, whoever may register.

    Raises EmailTaken.
    """
    account = Account(email=email, password_hash=password_hash, full_name=full_name, created_at=now, background={})
    session.add(account)
    _flush(session)
    return account


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError:
        raise EmailTaken(pointer="/email") from None


def _check_open(session: Session, registration: Registration) -> None:
    if registration == "closed":
        raise RegistrationClosed
    if registration == "first" and session.scalar(select(Account.id).limit(1)):
        raise RegistrationClosed("The first account exists already.")


def begin_guess(session: Session, visitor: Visitor, *, email: str, now: datetime) -> Guess:
    """Count a guess at a password before it is checked.

    Raises TooMany.
    """
    columns = select(Account.id, Account.password_hash).where(Account.email == email)
    account_id, password_hash = session.execute(columns).one_or_none() or (None, None)
    attempt_id = throttles.count_guess(session, email=email, account_id=account_id, address=visitor.address, now=now)
    return Guess(attempt_id, account_id, password_hash)


def sign_in(session: Session, guess: Guess, visitor: Visitor, *, now: datetime) -> tuple[Account, str]:
    """Sign a browser in. Return the account with the session's secret.

    Raises WrongPassword.
    """
    account = _accept(session, guess)
    return account, _open_session(session, account, visitor, now=now)


def sign_in_for_token(
    session: Session, guess: Guess, visitor: Visitor, body: TokenIn, *, now: datetime
) -> tuple[Credential, str]:
    """Give an app or a script a token. Return it with its secret.

    Raises WrongPassword.
    """
    account = _accept(session, guess)
    throttles.remember_address(session, account_id=account.id, address=visitor.address, now=now)
    return credentials.create_token(session, account_id=account.id, kind=CredentialKind.APP_TOKEN, body=body, now=now)


def _accept(session: Session, guess: Guess) -> Account:
    """Return the account of a guess that was right, unless its password has changed since."""
    account = session.get(Account, guess.account_id, with_for_update=True) if guess.account_id else None
    if account is None or account.password_hash != guess.password_hash:
        raise WrongPassword
    throttles.forget_guess(session, guess.attempt_id)
    return account


def _open_session(session: Session, account: Account, visitor: Visitor, *, now: datetime) -> str:
    throttles.remember_address(session, account_id=account.id, address=visitor.address, now=now)
    return credentials.open_session(session, account_id=account.id, user_agent=visitor.user_agent, now=now)


def change_password(session: Session, guess: Guess, *, password_hash: str, credential_id: str) -> None:
    """Change the password; what the old one opened ends, but for the credential that asks.

    Raises WrongPassword.
    """
    account = _accept(session, guess)
    account.password_hash = password_hash
    credentials.end_reset_links(session, account_id=account.id)
    credentials.end_what_the_password_opened(session, account_id=account.id, except_id=credential_id)


def get_account(session: Session, account_id: str) -> Account:
    """Return an account that is signed in.

    Raises Unauthenticated if it has just been deleted.
    """
    account = session.get(Account, account_id)
    if account is None:
        raise Unauthenticated
    return account


def get_email(session: Session, account_id: str) -> str:
    """Return by which address an account signs in."""
    return get_account(session, account_id).email


def change_account(
    session: Session, *, account_id: str, values: dict[str, Any], if_match: str | None, now: datetime
) -> Account:
    """Change what an owner says of themselves.

    Raises Stale, EmailTaken.
    """
    account = _lock(session, account_id)
    check_match(if_match, account.version)
    moves = any(values[name] != getattr(account, name) for name in WHAT_THE_COACH_READS & values.keys())
    timezone, shifts = account.timezone, bool(THEIR_TIME & values.keys())
    if values.get("email", account.email) != account.email:
        credentials.end_reset_links(session, account_id=account_id)
    for name, value in values.items():
        setattr(account, name, value)
    _flush(session)
    if shifts:
        publish(session, OwnersTimeChanged(account_id, (), now, timezone))
    if THEIR_MORNING & values.keys():
        publish(session, MorningChanged(account_id, (), now))
    if moves:
        publish(session, AccountChanged(account_id, (), now))
    return account


def change_days_away(session: Session, *, account_id: str, periods: list[dict[str, Any]]) -> None:
    """Replace the days on which the owner is away. Who does it moves what is due then."""
    _lock(session, account_id).busy_periods = periods
    session.flush()


def change_background(session: Session, *, account_id: str, background: dict[str, list[str]], now: datetime) -> Account:
    """Replace the owner's half of every commonality."""
    account = _lock(session, account_id)
    account.background = background
    publish(session, AccountChanged(account_id, (), now))
    return account


def change_keep_in_touch(
    session: Session, *, account_id: str, by_tag: dict[str, dict[str, int]], now: datetime
) -> Account:
    """Replace how often the owner wants to be in touch with those who bear a tag."""
    account = _lock(session, account_id)
    account.keep_in_touch = by_tag
    publish(session, AccountChanged(account_id, (), now))
    return account


def delete_account(session: Session, *, account_id: str, if_match: str | None) -> None:
    """Remove an account and all that is its own; the database cascades.

    Raises Stale.
    """
    check_match(if_match, _lock(session, account_id).version)
    session.execute(delete(Account).where(Account.id == account_id))


def _lock(session: Session, account_id: str) -> Account:
    account = session.get(Account, account_id, with_for_update=True)
    if account is None:
        raise Unauthenticated
    return account
