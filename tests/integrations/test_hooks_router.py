"""What a sender meets: one refusal for every fault of a signature, and one effect for every event."""

import hmac
import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from starlette.testclient import TestClient

from comity.database import Database
from comity.integrations.models import HookEvent
from tests.conftest import MONDAY, Clock
from tests.integrations import bodies
from tests.integrations.senders import (
    SAM,
    SIGN,
    Connected,
    Hook,
    apply_all,
    connect,
    deliver,
    happened,
    inbox,
    log_of,
    sign,
    tell,
)
from tests.people import add_contact
from tests.promised import Figure

GENERIC_BODY = json.dumps(happened(SAM)).encode()


def count(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(HookEvent)) or 0


def refusal(client: TestClient) -> bytes:
    """What somebody hears who signed nothing, for an integration that there is not."""
    response = client.post("/v1/hooks/01m85cfrw8r4tgx27s7e1pcwrq", content=b"{}")
    assert response.status_code == 401
    return bytes(response.content)


class TestReceiveHook:
    @pytest.mark.both_databases
    def test_keeps_an_event_once(self, client: TestClient, database: Database) -> None:
        to = connect(client)

        first, second = (tell(client, to, happened(SAM), event_id="one") for _ in range(2))

        assert (first.status_code, first.json()["duplicate"], first.json()["status"]) == (202, False, "received")
        assert (second.status_code, second.json()["duplicate"]) == (200, True)
        assert first.json()["id"] == second.json()["id"]
        assert count(database) == 1

    @pytest.mark.both_databases
    def test_records_another_event_under_the_same_id(self, client: TestClient) -> None:
        to = connect(client)
        tell(client, to, happened(SAM), event_id="one")

        answers = [tell(client, to, happened(SAM, subject="Dinner?"), event_id="one") for _ in range(2)]

        assert [answer.status_code for answer in answers] == [409, 409]
        assert [(one["status"], one["code"]) for one in inbox(client, to)] == [
            ("rejected", "event-id-reused"),
            ("received", ""),
        ]

    @pytest.mark.parametrize(
        "body",
        [b"[]", b"{}", b"null", b'"x"', b"", b"a=1&b=2", b"[" * 100_000, b'{"type": "interaction", "data": NaN}']
        + [
            json.dumps(body).encode()
            for body in (
                {"type": "other", "data": {}},
                happened(),
                happened({}),
                happened({"email": "sam"}),
                happened(SAM, kind="shout"),
                happened(SAM, occurred_at="yesterday"),
                happened(SAM, contact_ids=["x"]),
                happened(SAM, unknown=1),
                happened(SAM, subject="\u0000"),
                {"type": "interaction.removed", "data": {}},
            )
        ],
    )
    def test_shows_in_the_inbox_what_it_cannot_understand(self, client: TestClient, body: bytes) -> None:
        to = connect(client)

        response = deliver(client, to, sign("generic", to.secret, body))

        assert response.status_code == 422
        (event,) = inbox(client, to)
        assert (event["status"], event["code"]) == ("rejected", "malformed")
        assert event["reason"] == response.json()["detail"]

    def test_says_where_the_fault_stands(self, client: TestClient) -> None:
        to = connect(client)

        response = tell(client, to, happened(SAM, kind="shout"))

        assert response.json()["detail"].startswith("/data/kind: ")

    def test_refuses_what_is_too_large_before_anything_is_hashed(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        to = connect(client)
        largest = 256 << 10
        padded = json.dumps(happened(SAM, body="")).encode()
        whole = padded.replace(b'"body": ""', b'"body": "' + b"x" * 10_000 + b'"')
        fits = whole + b" " * (largest - len(whole))

        assert deliver(client, to, sign("generic", to.secret, fits)).status_code == 202

        monkeypatch.setattr("hmac.digest", lambda *_: pytest.fail("it was hashed"))
        assert deliver(client, to, Hook(fits + b" ", {})).status_code == 413


def by_hand(
    event_id: str | None = "evt_1", stamp: str | None = None, signature: str | None = None, **more: str
) -> dict[str, str | None]:
    return {"webhook-id": event_id, "webhook-timestamp": stamp, "webhook-signature": signature, **more}


class TestConcurrency:
    @pytest.mark.promise("P8")
    @pytest.mark.both_databases
    def test_makes_a_hundred_copies_at_once_one_effect(
        self, client: TestClient, database: Database, clock: Clock
    ) -> None:
        add_contact(client, emails=["sam@example.com"])
        to = connect(client)
        hook = sign("generic", to.secret, GENERIC_BODY, event_id="one")

        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: deliver(client, to, hook), range(100)))
        apply_all(database, clock)

        assert sorted(answer.status_code for answer in answers) == [200] * 99 + [202]
        assert sum(answer.json()["duplicate"] for answer in answers) == 99
        assert len(log_of(client)) == 1


class TestSignatures:
    """Of the generic kind, one fault at a time."""

    @pytest.fixture
    def to(self, client: TestClient) -> Connected:
        return connect(client)

    @pytest.fixture
    def good(self, to: Connected) -> Hook:
        return sign("generic", to.secret, GENERIC_BODY, event_id="evt_1")

    @pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
    def test_need_every_header(self, client: TestClient, to: Connected, good: Hook, name: str) -> None:
        without = {key: value for key, value in good.headers.items() if key != name}

        for headers in (without, good.headers | {name: ""}):
            assert deliver(client, to, Hook(good.body, headers)).content == refusal(client)

    @pytest.mark.parametrize(
        "wrong",
        [
            lambda value: "v1,",
            lambda value: value[:-5],
            lambda value: value.replace("v1,", "v2,"),
            lambda value: value.replace("v1,", ""),
            lambda value: value.rstrip("="),
            lambda value: value.replace("v1,", "v1="),
            lambda value: f"{value}x",
            lambda value: value.upper(),
            lambda value: "v1," + value[3:].replace("+", "-").replace("/", "_").rstrip("="),
        ],
    )
    def test_are_taken_to_the_letter(self, client: TestClient, to: Connected, good: Hook, wrong: Any) -> None:
        headers = good.headers | {"webhook-signature": wrong(good.headers["webhook-signature"])}

        assert deliver(client, to, Hook(good.body, headers)).content == refusal(client)

    @pytest.mark.parametrize("event_id", ["a.b", "x" * 256, "a b", "é"])
    def test_name_an_event_in_a_way_that_is_unmistakable(
        self, client: TestClient, to: Connected, event_id: str
    ) -> None:
        hook = sign("generic", to.secret, GENERIC_BODY, event_id=event_id)
        sent = Hook(hook.body, {name: value.encode("utf-8") for name, value in hook.headers.items()})  # type: ignore[misc]

        assert deliver(client, to, sent).content == refusal(client)

    @pytest.mark.parametrize("stamp", ["soon", "1.5e9", "-1", str(2**63), "1772442000.0", "1772442000000", " ", "+1"])
    def test_have_a_time_in_seconds(self, client: TestClient, to: Connected, stamp: str) -> None:
        hook = SIGN["generic"](to.secret, GENERIC_BODY, stamp, "evt_1")

        assert deliver(client, to, hook).content == refusal(client)

    @pytest.mark.parametrize(("kind", "minutes"), [("generic", 5), ("slack", 5), ("zoom", 5), ("calendly", 3)])
    def test_grow_old(self, client: TestClient, kind: str, minutes: int) -> None:
        to = connect(client, kind)
        window = timedelta(minutes=minutes)
        body = json.dumps(bodies.ANY[kind]).encode()

        for away in (window, -window):
            assert deliver(client, to, sign(kind, to.secret, body, at=MONDAY + away)).status_code in {200, 202}
            late = away + timedelta(seconds=1 if away > timedelta(0) else -1)
            assert deliver(client, to, sign(kind, to.secret, body, at=MONDAY + late)).content == refusal(client)

    def test_may_be_many_of_which_one_is_good(self, client: TestClient, to: Connected, good: Hook) -> None:
        signatures = " ".join(["v1,bm90aGluZw==", "v2,x"] * 49 + [good.headers["webhook-signature"]])

        assert deliver(client, to, Hook(good.body, good.headers | {"webhook-signature": signatures})).status_code == 202

    def test_stand_in_headers_of_any_case(self, client: TestClient, to: Connected, good: Hook) -> None:
        assert deliver(client, to, Hook(good.body, {k.upper(): v for k, v in good.headers.items()})).status_code == 202

    @pytest.mark.parametrize("body", [GENERIC_BODY + b" ", GENERIC_BODY.replace(b": ", b":"), b"", b"\x1f\x8b"])
    def test_are_of_these_very_bytes(self, client: TestClient, to: Connected, good: Hook, body: bytes) -> None:
        assert deliver(client, to, Hook(body, good.headers)).content == refusal(client)

    def test_are_made_with_the_secret_of_this_integration(self, client: TestClient, to: Connected) -> None:
        other = connect(client)

        assert deliver(client, to, sign("generic", other.secret, GENERIC_BODY)).content == refusal(client)

    def test_do_not_count_where_it_is_disabled_or_gone(self, client: TestClient, to: Connected) -> None:
        client.patch(f"/v1/integrations/{to.id}", json={"enabled": False})
        assert deliver(client, to, sign("generic", to.secret, GENERIC_BODY)).content == refusal(client)

        client.patch(f"/v1/integrations/{to.id}", json={"enabled": True})
        assert deliver(client, to, sign("generic", to.secret, GENERIC_BODY)).status_code == 202

        client.delete(f"/v1/integrations/{to.id}")
        assert deliver(client, to, sign("generic", to.secret, GENERIC_BODY)).content == refusal(client)

    @pytest.mark.parametrize("address", ["x", "x" * 500, "%00", "a%00b", "%ff", "01m85cfrw8r4tgx27s7e1pcwr"])
    def test_open_no_address_that_there_is_not(self, client: TestClient, address: str) -> None:
        assert client.post(f"/v1/hooks/{address}", content=b"{}").content == refusal(client)

    def test_say_nothing_of_a_session(self, client: TestClient, to: Connected) -> None:
        response = client.post(f"/v1/hooks/{to.id}", content=GENERIC_BODY)  # with a token that may do everything

        assert response.content == refusal(client)

    @pytest.mark.both_databases
    def test_count_for_the_old_secret_for_a_while(self, client: TestClient, to: Connected, clock: Clock) -> None:
        rotated = client.post(f"/v1/integrations/{to.id}/rotate", json={"overlap_hours": 2}).json()
        new = to._replace(secret=rotated["secret"])

        def answers() -> list[int]:
            return [tell(client, one, happened(SAM), at=clock.now).status_code for one in (to, new)]

        assert answers() == [202, 202]
        clock.advance(hours=2, seconds=-1)
        assert answers() == [202, 202]
        clock.advance(seconds=1)
        assert answers() == [401, 202]

    @pytest.mark.promise("P9")
    def test_drop_nothing_while_secrets_are_rotated(
        self, client: TestClient, to: Connected, size: str, figure: Figure
    ) -> None:
        known, deliveries = [to], {"short": 200, "long": 1_000}[size]
        for number in range(deliveries // 2):
            if number % 10 == 9:
                made = client.post(f"/v1/integrations/{to.id}/rotate", json={}).json()
                known.append(to._replace(secret=made["secret"]))
            assert tell(client, known[-1], happened(SAM)).status_code == 202
            assert tell(client, random.choice(known[-5:]), happened(SAM)).status_code == 202
        figure(f"{deliveries:,} deliveries, {len(known) - 1} rotations: none refused")

    @pytest.mark.promise("P7")
    @pytest.mark.parametrize("kind", SIGN)
    def test_refuse_every_change_alike(self, client: TestClient, kind: str, size: str, figure: Figure) -> None:
        changes = {"short": 50, "long": 1_700}[size]
        to = connect(client, kind)
        body = json.dumps(bodies.ANY[kind]).encode()
        dice = random.Random(kind)
        refused = refusal(client)
        for number, hook in zip(range(changes), mutations(kind, to, body, dice), strict=False):
            response = deliver(client, to, hook)
            assert (response.status_code, response.content) == (401, refused), (number, hook)
            if number % 50 == 0:
                assert deliver(client, to, sign(kind, to.secret, body)).status_code in {200, 202}
        figure(f"{changes:,} changes of one byte refused alike, every control accepted")


def mutations(kind: str, to: Connected, body: bytes, dice: random.Random) -> Iterator[Hook]:
    """Yield hooks of which one byte was changed, in the body or in a header."""
    while True:
        good = sign(kind, to.secret, body, event_id="evt_1")
        if kind != "postmark" and dice.random() < 0.5:  # Postmark signs no body
            place = dice.randrange(len(body))
            changed = body[:place] + bytes([body[place] ^ dice.randrange(1, 256)]) + body[place + 1 :]
            yield Hook(changed, good.headers)
            continue
        name = dice.choice(list(good.headers))
        value = good.headers[name]
        place = dice.randrange(len(value))
        other = chr(dice.choice([code for code in range(33, 127) if code != ord(value[place])]))
        yield Hook(good.body, good.headers | {name: value[:place] + other + value[place + 1 :]})


class TestLargeMail:
    """Only Postmark may send more than is usual, and only with its password."""

    def mail(self, megabytes: int) -> bytes:
        attachment = {"Name": "a.bin", "Content": "QUJD" * (megabytes * (1 << 18)), "ContentLength": 3}
        return json.dumps(bodies.POSTMARK | {"Attachments": [attachment]}).encode()

    def test_leaves_its_attachments_behind(self, client: TestClient, database: Database) -> None:
        to = connect(client, "postmark")

        response = deliver(client, to, sign("postmark", to.secret, self.mail(8)))

        assert response.status_code == 202
        with database.read() as session:
            kept = session.scalars(select(HookEvent.body)).one() or b""
        assert len(kept) < 4_000
        assert b"QUJD" not in kept
        assert json.loads(kept)["StrippedTextReply"] == bodies.POSTMARK["StrippedTextReply"]

    def test_has_an_end(self, client: TestClient) -> None:
        to = connect(client, "postmark")

        assert deliver(client, to, sign("postmark", to.secret, self.mail(41))).status_code == 413
        assert deliver(client, to, sign("postmark", "another", self.mail(1))).status_code == 413
        many = json.dumps(bodies.POSTMARK | {"Headers": [{"Name": "x", "Value": "y" * 1000}] * 3000}).encode()
        assert deliver(client, to, sign("postmark", to.secret, many)).status_code == 413

    def test_may_have_its_password_in_the_address(self, client: TestClient) -> None:
        to = connect(client, "postmark")
        body = json.dumps(bodies.POSTMARK).encode()

        assert deliver(client, to, Hook(body, {}, {"secret": to.secret})).status_code == 202
        assert deliver(client, to, Hook(body, {}, {"secret": f"{to.secret}x"})).content == refusal(client)


class TestChallenges:
    def test_of_slack(self, client: TestClient, database: Database) -> None:
        to = connect(client, "slack")
        question = {
            "type": "url_verification",
            "token": "x",
            "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7",
        }

        answer = tell(client, to, question)

        assert (answer.status_code, answer.json()) == (200, {"challenge": question["challenge"]})
        assert count(database) == 0
        assert deliver(client, to, Hook(json.dumps(question).encode(), {})).content == refusal(client)

    def test_of_zoom(self, client: TestClient, database: Database) -> None:
        to = connect(client, "zoom")
        question = {
            "event": "endpoint.url_validation",
            "event_ts": 1,
            "payload": {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"},
        }

        answer = tell(client, to, question)

        assert answer.status_code == 200
        assert answer.json() == {
            "plainToken": "qgg8vlvZRS6UYooatFL8Aw",
            "encryptedToken": hmac.new(to.secret.encode(), b"qgg8vlvZRS6UYooatFL8Aw", "sha256").hexdigest(),
        }
        assert count(database) == 0
