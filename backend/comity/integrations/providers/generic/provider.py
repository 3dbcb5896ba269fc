"""Any program."""

from comity.integrations.provider import Provider
from comity.integrations.providers.generic.mapping import read
from comity.integrations.providers.generic.signature import make_secret, secret_fault, verify

GENERIC = Provider(
    kind="generic",
    label="Any program",
    what="A script, a shop, a phone system: whatever can post JSON tells what happened.",
    steps=(
        "Keep the secret where your program can read it.",
        "Let it post an interaction as JSON to the address, signed as Standard Webhooks say.",
    ),
    replay="signed time, five minutes; `webhook-id` counts once",
    verify=verify,
    event_id=lambda delivery, _payload: delivery.header("webhook-id"),
    read=read,
    make_secret=make_secret,
    secret_fault=secret_fault,
)
