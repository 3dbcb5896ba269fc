"""Signatures that others have published, held against ours."""

import base64
from datetime import UTC, datetime

import pytest

from comity.integrations.providers import PROVIDERS
from comity.integrations.signing import Delivery
from tests.integrations.senders import sign

# standardwebhooks.com's own example, and Slack's from "Verifying requests from Slack"
STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
STANDARD_BODY = b'{"test": 2432232314}'
STANDARD_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
SLACK_BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name="
    b"foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F"
    b"hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id="
    b"398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
SLACK_SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def delivery(headers: dict[str, str], body: bytes, stamp: int) -> Delivery:
    at = datetime.fromtimestamp(stamp, UTC)
    return Delivery({name.lower(): [value] for name, value in headers.items()}, {}, body, at)


class TestPublishedSignatures:
    @pytest.mark.parametrize(
        "signatures", [STANDARD_SIGNATURE, f"v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,x {STANDARD_SIGNATURE}"]
    )
    def test_of_standard_webhooks(self, signatures: str) -> None:
        headers = {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330"}
        sent = delivery(headers | {"webhook-signature": signatures}, STANDARD_BODY, 1614265330)

        assert PROVIDERS["generic"].verify(sent, [STANDARD_SECRET])
        assert not PROVIDERS["generic"].verify(sent, [f"whsec_{base64.b64encode(b'x' * 24).decode()}"])

    def test_of_slack(self) -> None:
        headers = {"X-Slack-Request-Timestamp": "1531420618", "X-Slack-Signature": SLACK_SIGNATURE}

        assert PROVIDERS["slack"].verify(delivery(headers, SLACK_BODY, 1531420618), [SLACK_SECRET])


class TestRepeatedHeaders:
    @pytest.mark.parametrize("kind", PROVIDERS)
    def test_count_as_none(self, kind: str) -> None:
        at = datetime(2026, 3, 2, tzinfo=UTC)
        secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        hook = sign(kind, secret, b"{}", at=at)
        once = {name.lower(): [value] for name, value in hook.headers.items()}

        assert PROVIDERS[kind].verify(Delivery(once, {}, b"{}", at), [secret])
        for name, values in once.items():
            assert not PROVIDERS[kind].verify(Delivery(once | {name: values * 2}, {}, b"{}", at), [secret])
