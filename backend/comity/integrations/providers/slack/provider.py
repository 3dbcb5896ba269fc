"""Slack signs its version, the time and the body."""

from collections.abc import Sequence

from comity.integrations.provider import Provider
from comity.integrations.providers.slack.mapping import challenge, read
from comity.integrations.signing import Delivery, is_among, is_fresh, sha256_hex
from comity.integrations.told import line


def verify(delivery: Delivery, secrets: Sequence[str]) -> bool:
    """Whether one of these secrets signed it, within five minutes."""
    stamp = delivery.header("x-slack-request-timestamp")
    text = f"v0:{stamp}:".encode("latin-1", "replace") + delivery.body
    expected = [f"v0={sha256_hex(secret, text)}" for secret in secrets]
    return is_fresh(stamp, delivery.at) & is_among(expected, [delivery.header("x-slack-signature")])


SLACK = Provider(
    kind="slack",
    label="Slack",
    what="Direct messages, yours and theirs, stand in the log.",
    steps=(
        "Make a Slack app, and copy its signing secret from Basic information to here.",
        "Under Event subscriptions give it the address; Slack asks at once whether it answers.",
        "Subscribe on behalf of users to message.im, and install the app for yourself.",
        "Say once, in the inbox, who the other one of a conversation is.",
    ),
    replay="signed time, five minutes; `event_id` counts once",
    verify=verify,
    event_id=lambda _delivery, payload: line(payload.get("event_id")),
    read=read,
    challenge=challenge,
    gives_secret=True,
)
