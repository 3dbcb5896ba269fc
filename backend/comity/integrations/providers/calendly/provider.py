"""Calendly signs the time and the body, and wants them no older than three minutes."""

from collections.abc import Sequence
from datetime import timedelta

from comity.integrations.provider import Provider
from comity.integrations.providers.calendly.mapping import event_id, read
from comity.integrations.signing import Delivery, is_among, is_fresh, sha256_hex

WINDOW = timedelta(minutes=3)


def verify(delivery: Delivery, secrets: Sequence[str]) -> bool:
    """Whether one of these secrets signed it, within three minutes: `t=...,v1=...`."""
    pairs = [part.partition("=") for part in delivery.header("calendly-webhook-signature").split(",")]
    stamps = [value for name, _, value in pairs if name == "t"]
    stamp = stamps[0] if len(stamps) == 1 else ""
    text = f"{stamp}.".encode("latin-1", "replace") + delivery.body
    given = [value for name, _, value in pairs if name == "v1"]
    expected = [sha256_hex(secret, text) for secret in secrets]
    return is_fresh(stamp, delivery.at, window=WINDOW) & is_among(expected, given)


CALENDLY = Provider(
    kind="calendly",
    label="Calendly",
    what="Bookings become planned conversations; moved and cancelled ones follow.",
    steps=(
        "Calendly takes hooks through its API, on a paid plan: make a personal access token there.",
        "Post to its /webhook_subscriptions with the address as url and the secret as signing_key.",
        "Subscribe to invitee.created and invitee.canceled.",
    ),
    replay="signed time, three minutes; event, invitee and time of sending count once",
    verify=verify,
    event_id=lambda _delivery, payload: event_id(payload),
    read=read,
)
