"""Who asks, on the bare driver."""

import hashlib
from datetime import datetime

from benchmarks.floors.driver import Driver

CREDENTIAL = "SELECT account_id, scopes, expires_at, last_used_at FROM credentials WHERE hash = %(hash)s"


class NotLetIn(Exception):
    """The floors know one answer to a wrong token: none."""


def account_of(driver: Driver, authorization: str, now: datetime, *, scope: str = "read") -> str:
    """Return the account of a bearer token."""
    secret = authorization.removeprefix("Bearer ")
    ((account_id, scopes, expires_at, _),) = driver.rows(CREDENTIAL, hash=hashlib.sha256(secret.encode()).hexdigest())
    if scope not in driver.read_json(scopes) or (expires_at is not None and driver.instant(now) >= expires_at):
        raise NotLetIn
    found: str = account_id
    return found
