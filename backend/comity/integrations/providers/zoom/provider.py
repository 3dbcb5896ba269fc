"""Zoom signs its version, the time and the body."""

from collections.abc import Sequence

from comity.integrations.provider import Provider
from comity.integrations.providers.zoom.mapping import challenge, event_id, read
from comity.integrations.signing import Delivery, is_among, is_fresh, sha256_hex


def verify(delivery: Delivery, secrets: Sequence[str]) -> bool:
    """Whether one of these secrets signed it, within five minutes."""
    stamp = delivery.header("x-zm-request-timestamp")
    text = f"v0:{stamp}:".encode("latin-1", "replace") + delivery.body
    expected = [f"v0={sha256_hex(secret, text)}" for secret in secrets]
    return is_fresh(stamp, delivery.at) & is_among(expected, [delivery.header("x-zm-signature")])


ZOOM = Provider(
    kind="zoom",
    label="Zoom",
    what="Who was in your meetings, and how long.",
    steps=(
        "In Zoom's App Marketplace make a webhook-only app, and copy its secret token to here.",
        "Add an event subscription with the address, and let Zoom validate it.",
        "Choose the events Participant joined and Participant left meeting.",
    ),
    replay="signed time, five minutes; event, meeting, participant and time count once",
    verify=verify,
    event_id=lambda _delivery, payload: event_id(payload),
    read=read,
    challenge=challenge,
    gives_secret=True,
)
