"""Standard Webhooks: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; several where secrets are rotated."""

import base64
import binascii
import re
import secrets
from collections.abc import Sequence

from comity.integrations.signing import Delivery, is_among, is_fresh, sha256_base64

PREFIX = "whsec_"
KEY_BYTES = 32
SHORTEST_KEY, LONGEST_KEY = 24, 64  # bytes, says the specification
ID = re.compile(r"[!-\-/-~]{1,255}")  # printable, without the dot that parts what is signed
MOST_SIGNATURES = 100


def verify(delivery: Delivery, keys: Sequence[str]) -> bool:
    """Whether one of these secrets signed it, within five minutes."""
    event_id, stamp = delivery.header("webhook-id"), delivery.header("webhook-timestamp")
    given = delivery.header("webhook-signature").split(" ")[:MOST_SIGNATURES]
    text = f"{event_id}.{stamp}.".encode("latin-1", "replace") + delivery.body
    expected = [f"v1,{sha256_base64(key_of(secret), text)}" for secret in keys]
    return bool(ID.fullmatch(event_id)) & is_fresh(stamp, delivery.at) & is_among(expected, given)


def make_secret() -> str:
    """Return a new secret."""
    return PREFIX + base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def secret_fault(secret: str) -> str | None:
    """Return what is wrong with a secret that was given."""
    try:
        fits = secret.startswith(PREFIX) and SHORTEST_KEY <= len(key_of(secret)) <= LONGEST_KEY
    except binascii.Error:
        fits = False
    return None if fits else f"It is {PREFIX} and {SHORTEST_KEY} to {LONGEST_KEY} bytes in base64."


def key_of(secret: str) -> bytes:
    """Return the bytes that sign."""
    return base64.b64decode(secret.removeprefix(PREFIX).encode("ascii", "replace"), validate=True)
