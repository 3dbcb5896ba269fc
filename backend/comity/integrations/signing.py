"""What providers' signatures have in common: one delivery, its stamp, and comparing in constant time."""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=5)
STAMP = re.compile(r"[0-9]{1,11}")


@dataclass(frozen=True, slots=True)
class Delivery:
    """What arrived. headers: by lower-case name, each with its values; at: by the server's clock."""

    headers: Mapping[str, Sequence[str]]
    query: Mapping[str, str]
    body: bytes
    at: datetime

    def header(self, name: str) -> str:
        """Return the one value of a header; empty where it is missing, or stands there twice."""
        values = self.headers.get(name, ())
        return values[0] if len(values) == 1 else ""


def is_fresh(stamp: str, at: datetime, *, window: timedelta = WINDOW) -> bool:
    """Whether a stamp in whole seconds lies within the window around an instant."""
    if not STAMP.fullmatch(stamp):
        return False
    return abs(int(at.timestamp()) - int(stamp)) <= window.total_seconds()


def sha256_hex(secret: str, text: bytes) -> str:
    """Return an HMAC-SHA256 in hex."""
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()


def sha256_base64(secret: bytes, text: bytes) -> str:
    """Return an HMAC-SHA256 in base64."""
    return base64.b64encode(hmac.digest(secret, text, "sha256")).decode()


def is_among(expected: Iterable[str], given: Sequence[str]) -> bool:
    """Whether one of the expected signatures was given. Each is held against each, so that time tells nothing."""
    found = False
    for signature in expected:
        for one in given:
            found |= hmac.compare_digest(signature.encode(), one.encode("utf-8", "surrogateescape"))
    return found
