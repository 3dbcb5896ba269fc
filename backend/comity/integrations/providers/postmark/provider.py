"""Postmark signs nothing: it sends a password, as Basic authentication or in the address."""

import base64
from collections.abc import Sequence
from urllib.parse import quote, urlsplit, urlunsplit

from comity.integrations.provider import Provider
from comity.integrations.providers.postmark.mapping import event_id, kept, read
from comity.integrations.signing import Delivery, is_among

USER = "comity"
IN_ADDRESS = "secret"
LARGEST_MAIL_BYTES = 40 << 20


def verify(delivery: Delivery, secrets: Sequence[str]) -> bool:
    """Whether it came with one of these secrets."""
    expected = [f"Basic {base64.b64encode(f'{USER}:{secret}'.encode()).decode()}" for secret in secrets]
    by_head = is_among(expected, [delivery.header("authorization")])
    return by_head | is_among(secrets, [delivery.query.get(IN_ADDRESS, "")])


def address(url: str, secret: str) -> str:
    """Return the address with its password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{USER}:{quote(secret, safe='')}@{parts.netloc}"))


POSTMARK = Provider(
    kind="postmark",
    label="Postmark",
    what="Mail to a mailbox of Postmark's: theirs, or yours with the mailbox in copy.",
    steps=(
        "In Postmark open the inbound stream of a server, and its settings.",
        "Give it the address as webhook; it holds the password.",
        "Let answers be forwarded to the mailbox that Postmark shows, or put it in blind copy.",
    ),
    replay="no signature: a password over https; `MessageID` counts once",
    verify=verify,
    event_id=lambda _delivery, payload: event_id(payload),
    read=read,
    address=address,
    largest_body=LARGEST_MAIL_BYTES,
    kept=kept,
)
