"""What a provider is to Comity: how it signs, what its events say, and how one connects it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.integrations.signing import Delivery
from comity.integrations.told import Nothing, Payload, Told

USUAL_BODY_BYTES = 256 << 10
SECRET_BYTES = 32
SHORTEST_SECRET = 8


def make_secret() -> str:
    """Return a secret for those who take any text."""
    return secrets.token_urlsafe(SECRET_BYTES)


def secret_fault(secret: str) -> str | None:
    """Return what is wrong with a secret that was given."""
    return f"It has fewer than {SHORTEST_SECRET} characters." if len(secret) < SHORTEST_SECRET else None


def address(url: str, secret: str) -> str:
    """Return the address to give to the sender: it holds no secret where there is a signature."""
    return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A kind of integration.

    verify: whether one of these secrets signed a delivery, in constant time. event_id: what names an event at the
    sender; raises Malformed. read: what it says; `own` are the owner's addresses, folded; raises Malformed. challenge:
    the answer to a question that proves the address, None where it is none. steps: how one connects it. replay: what
    protects from a delivery that is sent again by somebody else. largest_body: more than is usual only where `verify`
    does without the body. kept: what of an event is kept, where it is not all. gives_secret: the provider makes the
    secret, not we.
    """

    kind: str
    label: str
    what: str
    steps: Sequence[str]
    replay: str
    verify: Callable[[Delivery, Sequence[str]], bool]
    event_id: Callable[[Delivery, Payload], str]
    read: Callable[[Payload, frozenset[str]], Told | Nothing]
    challenge: Callable[[Payload, str], dict[str, Any] | None] = field(default=lambda _payload, _secret: None)
    largest_body: int = USUAL_BODY_BYTES
    kept: Callable[[Payload], dict[str, Any]] | None = None
    gives_secret: bool = False
    make_secret: Callable[[], str] = make_secret
    secret_fault: Callable[[str], str | None] = secret_fault
    address: Callable[[str, str], str] = address
