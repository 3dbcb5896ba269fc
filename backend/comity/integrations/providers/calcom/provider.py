"""Cal.com signs the body alone: no time stands in what is signed."""

from collections.abc import Sequence

from comity.integrations.provider import Provider
from comity.integrations.providers.calcom.mapping import event_id, read
from comity.integrations.signing import Delivery, is_among, sha256_hex


def verify(delivery: Delivery, secrets: Sequence[str]) -> bool:
    """Whether one of these secrets signed it. Without a secret Cal.com does not sign: that is refused."""
    given = delivery.header("x-cal-signature-256")
    return is_among([sha256_hex(secret, delivery.body) for secret in secrets], [given])


CALCOM = Provider(
    kind="calcom",
    label="Cal.com",
    what="Bookings become planned conversations; moved and cancelled ones follow.",
    steps=(
        "In Cal.com open Settings, Developer, Webhooks, and add one.",
        "Give it the address and the secret.",
        "Choose the triggers Booking created, rescheduled and cancelled.",
    ),
    replay="no signed time; trigger, booking and time of sending count once, and an older word changes nothing",
    verify=verify,
    event_id=lambda _delivery, payload: event_id(payload),
    read=read,
)
