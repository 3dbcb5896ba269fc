"""How often somebody may try: exact, because counted in the database before the try is made."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from comity.accounts.models import Attempt, KnownAddress
from comity.database import serialize
from comity.errors import TooMany

SIGN_IN, REGISTRATION, RESET = "sign_in", "registration", "reset"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many within a time."""

    most: int
    within: timedelta


HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FROM_ONE_ADDRESS = Limit(100, HOUR)
FROM_ONE_ADDRESS_AT_ONE_ACCOUNT = Limit(10, timedelta(minutes=15))
FROM_STRANGERS_AT_ONE_ACCOUNT = Limit(25, DAY)
FROM_STRANGERS_BEYOND_THAT = Limit(1, HOUR)
"""25 a day and then one an hour: never 50 a day, and an owner at a new address waits an hour at most."""

RESETS_FROM_ONE_ADDRESS = Limit(20, HOUR)
RESETS_OF_ONE_ACCOUNT = Limit(4, HOUR)  # whoever asks: nobody fills a stranger's inbox

KNOWN_FOR = timedelta(days=90)
IPV6_HOUSEHOLD_BITS = 64


def count_registration(session: Session, *, address: str, most: int, now: datetime) -> None:
    """Count one registration from an address.

    Raises TooMany.
    """
    _begin(session, f"attempts from {address}", now=now)
    _hold(session, Limit(most, HOUR), _tries(REGISTRATION, address=address), now=now)
    session.add(Attempt(what=REGISTRATION, subject="", address=address, is_stranger=True, at=now))


def count_reset(session: Session, *, email: str, address: str, now: datetime) -> None:
    """Count one who asks for a new password, whether or not there is such an account.

    Raises TooMany.
    """
    subject = hashlib.sha256(email.encode()).hexdigest()
    _begin(session, f"attempts from {address}", f"attempts at {subject}", now=now)
    _hold(session, RESETS_FROM_ONE_ADDRESS, _tries(RESET, address=address), now=now)
    _hold(session, RESETS_OF_ONE_ACCOUNT, _tries(RESET, subject=subject), now=now)
    session.add(Attempt(what=RESET, subject=subject, address=address, is_stranger=True, at=now))


def count_guess(session: Session, *, email: str, account_id: str | None, address: str, now: datetime) -> str:
    """Count one guess at a password as a failure, until `forget_guess` says that it was right. Return its id.

    Raises TooMany.
    """
    subject = hashlib.sha256(email.encode()).hexdigest()
    _begin(session, f"attempts from {address}", f"attempts at {subject}", now=now)
    is_stranger = session.get(KnownAddress, (account_id, address)) is None
    _hold(session, FROM_ONE_ADDRESS, _tries(SIGN_IN, address=address), now=now)
    _hold(session, FROM_ONE_ADDRESS_AT_ONE_ACCOUNT, _tries(SIGN_IN, address=address, subject=subject), now=now)
    if is_stranger:
        tries = _tries(SIGN_IN, subject=subject, is_stranger=True)
        _hold(session, FROM_STRANGERS_AT_ONE_ACCOUNT, tries, now=now, slower=FROM_STRANGERS_BEYOND_THAT)
    attempt = Attempt(what=SIGN_IN, subject=subject, address=address, is_stranger=is_stranger, at=now)
    session.add(attempt)
    session.flush()
    return attempt.id


def forget_guess(session: Session, attempt_id: str) -> None:
    """The guess was right: only failures count."""
    session.execute(delete(Attempt).where(Attempt.id == attempt_id))


def remember_address(session: Session, *, account_id: str, address: str, now: datetime) -> None:
    """The owner has been here."""
    session.execute(delete(KnownAddress).where(KnownAddress.seen_at < now - KNOWN_FOR))
    session.merge(KnownAddress(account_id=account_id, address=address, seen_at=now))


def household(host: str) -> str:
    """Return what counts as one address: an IPv6 customer has a whole /64."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_HOUSEHOLD_BITS), strict=False))
    return str(address)


def _begin(session: Session, *names: str, now: datetime) -> None:
    for name in names:
        serialize(session, name)
    session.execute(delete(Attempt).where(Attempt.at < now - DAY))


def _tries(what: str, **values: str | bool) -> list[ColumnElement[bool]]:
    return [getattr(Attempt, name) == value for name, value in {"what": what, **values}.items()]


def _hold(
    session: Session, limit: Limit, tries: list[ColumnElement[bool]], *, now: datetime, slower: Limit | None = None
) -> None:
    """Hold a limit. `slower` is the pace that is still allowed once it is reached."""
    wait = _wait(session, limit, tries, now=now)
    if wait and slower:
        wait = min(wait, _wait(session, slower, tries, now=now))
    if wait:
        raise TooMany(ceil(wait.total_seconds()))


def _wait(session: Session, limit: Limit, tries: list[ColumnElement[bool]], *, now: datetime) -> timedelta:
    """Return how long until one more fits."""
    recent = select(Attempt.at).where(*tries, Attempt.at > now - limit.within).order_by(Attempt.at.desc())
    oldest = session.scalar(recent.offset(limit.most - 1).limit(1))
    return oldest + limit.within - now if oldest else timedelta()
