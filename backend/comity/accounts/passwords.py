"""Passwords: slow to check on purpose, equally slow whether or not there is such an account."""

from functools import cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

MEMORY_KIBIBYTES = 19 * 1024
AT_ONCE = 2
"""How many may be hashed at the same time: each takes 19 MiB and a core."""

_hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=MEMORY_KIBIBYTES, parallelism=1),))


def hash_password(password: str) -> str:
    """Return what is stored of a password."""
    return _hasher.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Whether this is the password; without a stored one the answer takes as long and is no."""
    return _hasher.verify(password, stored or _nobodys()) and stored is not None


@cache
def _nobodys() -> str:
    return hash_password("nobody's")
