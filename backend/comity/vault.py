"""Secrets that must be read again, as they lie in the database: locked with a key that lies elsewhere.

The keys are `COMITY_SECRET_KEYS`, or one that is made in the data folder when the first secret is locked. The first key
locks, every key opens; so a new one is put before the old one, and the old one goes when nothing is locked by it.
"""

import os
from base64 import urlsafe_b64decode
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from comity.errors import Unavailable

FILE_NAME = "secrets.key"
KEY_BYTES = 32
REMEMBERED = 4096
MOST_OLD_SECRETS = 10


class SecretUnreadable(Unavailable):
    """A secret was locked with a key that is not among COMITY_SECRET_KEYS."""


class Vault:
    """Locks and opens secrets. keys: as Fernet has them; without any, the data folder's own."""

    def __init__(self, keys: Sequence[str], *, data_dir: Path) -> None:
        self._keys = keys
        self._file = data_dir / FILE_NAME
        self.open = lru_cache(REMEMBERED)(self._open)  # deriving nothing, but a hook must not wait for it each time

    def lock(self, secret: str) -> str:
        """Return a secret as it may be stored."""
        return self._fernet.encrypt(secret.encode()).decode()

    def _open(self, locked: str) -> str:
        """Return a secret as it was.

        Raises SecretUnreadable.
        """
        try:
            return self._fernet.decrypt(locked.encode()).decode()
        except InvalidToken:
            raise SecretUnreadable from None

    @cached_property
    def _fernet(self) -> MultiFernet:
        return MultiFernet([Fernet(key) for key in self._keys or [self._own_key()]])

    def _own_key(self) -> str:
        """Return the data folder's key, made if there is none; of several who make one at once, one is first."""
        if not self._file.exists():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, prefix=FILE_NAME) as made:  # readable by its owner alone
                made.write(Fernet.generate_key())
                made.flush()
                os.fsync(made.fileno())
                with suppress(FileExistsError):
                    os.link(made.name, self._file)
        return self._file.read_text(encoding="ascii").strip()


def is_key(text: str) -> bool:
    """Whether a text is a key: 32 bytes in URL-safe base64."""
    try:
        return len(urlsafe_b64decode(text.encode("ascii"))) == KEY_BYTES
    except ValueError:
        return False


def rotated_out(
    locked: str, old_secrets: list[dict[str, str]], *, overlap: timedelta, now: datetime
) -> list[dict[str, str]]:
    """Return the old secrets as `{secret, until}`, with one more; none counts beyond the end of this overlap.

    An overlap of nothing is how a leaked secret is ended, be it one that was rotated out before.
    """
    ends = (now + overlap).astimezone(UTC)
    before = [old | {"until": min(ends, datetime.fromisoformat(old["until"])).isoformat()} for old in old_secrets]
    return counting([{"secret": locked, "until": ends.isoformat()}, *before], now)[:MOST_OLD_SECRETS]


def counting(old_secrets: list[dict[str, str]], now: datetime) -> list[dict[str, str]]:
    """Return those of the old secrets that still count."""
    return [old for old in old_secrets if datetime.fromisoformat(old["until"]) > now]
