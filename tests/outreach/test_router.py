from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.conftest import SignUp
from tests.people import add_contact, log, posted

PROFILE = "https://www.linkedin.com/in/robin-vale"
GOOD = (
    "Hi Sam,\n\nYour talk on drift changed how we set our alerts. Would you have 15 minutes for a call next week? "
    f"If not, no worries at all.\n\nBest,\nRobin\n{PROFILE}"
)
MORNING = "2026-03-03T10:00:00Z"  # a Tuesday
Json = dict[str, Any]


@pytest.fixture
def owner(sign_up: SignUp) -> TestClient:
    """A client of an owner with a profile, and with a background to share."""
    client = sign_up(profile_url=PROFILE)
    client.put("/v1/me/background", json={"schools": ["Delft University of Technology"]})
    return client


def check(client: TestClient, **given: Any) -> Json:
    body = {"channel": "email", "subject": "Your talk at DataConf", "body": GOOD, "as_of": MORNING, **given}
    found: Json = posted(client, "/v1/outreach/check", body)
    return found


def rules(found: Json, *, above: str = "") -> list[str]:
    return [one["rule"] for one in found["findings"] if not above or one["severity"] != above]


class TestCheckMessage:
    @pytest.mark.both_databases
    def test_lets_a_good_message_go(self, owner: TestClient) -> None:
        sam = add_contact(owner, schools=["Delft University of Technology"])

        found = check(owner, contact_id=sam["id"])

        assert found["verdict"] == "ready"
        assert (found["ask_size"], found["max_ask"], found["first_touch"]) == ("short_call", "short_call", True)
        assert found["counts"] == {"sentences": 3, "words": 26, "characters": len(GOOD)}
        assert found["limits"] == {"sentences": 4, "words": 100, "characters": None}
        assert rules(found) == ["message.no-common-ground"]

    def test_gives_the_edit_where_one_is_plainly_right(self, owner: TestClient) -> None:
        sam = add_contact(owner)
        body = "Hi Sarah,\n\nyour talk at [Event] was good."

        found = check(owner, contact_id=sam["id"], body=body)

        residue = [one for one in found["findings"] if one["rule"] == "message.template-residue"]
        edits = {body[one["start"] : one["end"]]: one["replacement"] for one in residue}
        assert edits == {"Sarah": {"start": 3, "end": 8, "text": "Sam"}, "[Event]": None}

    def test_counts_code_points_of_what_was_sent(self, owner: TestClient) -> None:
        body = " \n👩‍👩‍👧 Hi Sam,\r\n\r\nCafe\u0301 talk at [Company] was good.  "

        found = check(owner, body=body)

        (residue,) = [one for one in found["findings"] if one["rule"] == "message.template-residue"]
        assert body[residue["start"] : residue["end"]] == "[Company]"

    def test_takes_somebody_unknown_for_a_stranger(self, owner: TestClient) -> None:
        found = check(owner)

        assert (found["max_ask"], found["first_touch"], found["verdict"]) == ("short_call", True, "ready")

    def test_allows_what_the_log_allows(self, owner: TestClient) -> None:
        sam = add_contact(owner)
        for day in ("2025-12-01", "2026-02-20"):
            log(owner, sam, f"{day}T10:00:00Z", "call", "mutual", duration_minutes=30, signals=["laughter"])
        body = "Hi Sam,\n\nYou know Ana Reis well. Would you introduce me to her?\n\nRobin"

        found = check(owner, contact_id=sam["id"], body=body, subject="Ana Reis", attachments=["notes.pdf"])

        assert (found["verdict"], found["max_ask"], found["ask_size"]) == ("ready", "introduction", "introduction")
        assert not found["first_touch"]

    def test_holds_an_ask_above_trust(self, owner: TestClient) -> None:
        sam = add_contact(owner)

        found = check(owner, contact_id=sam["id"], ask_size="referral")

        assert found["verdict"] == "hold"
        assert rules(found) == ["message.ask-above-trust"]

    def test_warns_of_a_busy_season_where_something_is_asked(self, owner: TestClient) -> None:
        sam = add_contact(owner, field="accounting", country="US", timezone="UTC")
        thanks = f"Hi Sam,\n\nThank you for your article on late filings.\n\nRobin\n{PROFILE}"

        assert rules(check(owner, contact_id=sam["id"])) == ["message.bad-time"]
        assert rules(check(owner, contact_id=sam["id"], body=thanks)) == []

    def test_warns_of_the_night_and_the_weekend_there(self, owner: TestClient) -> None:
        sam = add_contact(owner, country="JP")

        assert rules(check(owner, contact_id=sam["id"], as_of="2026-03-03T18:00:00Z")) == ["message.bad-time"]
        assert rules(check(owner, contact_id=sam["id"], as_of="2026-03-07T03:00:00Z")) == ["message.bad-time"]
        assert rules(check(owner, contact_id=sam["id"], as_of="2026-03-03T03:00:00Z")) == []

    @pytest.mark.both_databases
    def test_compares_with_what_went_to_others_within_ninety_days(self, owner: TestClient) -> None:
        sam, ana = add_contact(owner), add_contact(owner, "Ana Reis")
        log(owner, ana, "2026-02-20T10:00:00Z", "email", "outbound", body=GOOD.replace("Hi Sam", "Hi Ana"))
        log(owner, sam, "2026-02-21T10:00:00Z", "email", "outbound", body="Hi Sam, welcome to the city.")

        found = check(owner, contact_id=sam["id"])
        later = check(owner, contact_id=sam["id"], as_of="2026-06-02T10:00:00Z")

        assert "message.same-as-others" in rules(found)
        assert "Ana Reis" in next(one["why"] for one in found["findings"] if one["rule"] == "message.same-as-others")
        assert "message.same-as-others" not in rules(later)

    def test_does_not_compare_with_what_went_to_the_same_person(self, owner: TestClient) -> None:
        sam, ana = add_contact(owner), add_contact(owner, "Ana Reis")
        body = {"contact_ids": [sam["id"], ana["id"]], "kind": "email", "direction": "outbound", "body": GOOD}
        posted(owner, "/v1/interactions", body | {"occurred_at": "2026-02-20T10:00:00Z"})

        assert "message.same-as-others" not in rules(check(owner, contact_id=sam["id"]))

    def test_does_not_compare_with_another_accounts_messages(self, owner: TestClient, stranger: TestClient) -> None:
        ana = add_contact(stranger, "Ana Reis")
        log(stranger, ana, "2026-02-20T10:00:00Z", "email", "outbound", body=GOOD)

        assert rules(check(owner)) == []

    def test_hears_a_reminder_that_repeats(self, owner: TestClient) -> None:
        sam = add_contact(owner)
        reminder = "Hi Sam,\n\nJust checking in about your slides.\n\nRobin"

        before = check(owner, contact_id=sam["id"], body=reminder)
        log(owner, sam, "2026-02-20T10:00:00Z", "email", "outbound", body=reminder)
        after = check(owner, contact_id=sam["id"], body=reminder)

        assert "message.pressure" not in rules(before)
        assert "message.pressure" in rules(after)

    def test_holds_what_goes_to_somebody_not_to_be_contacted(self, owner: TestClient) -> None:
        sam = add_contact(owner, do_not_contact=True)

        found = check(owner, contact_id=sam["id"])

        assert found["verdict"] == "hold"
        assert "contact.do-not" in rules(found)

    def test_lets_longer_messages_go_to_a_connection_on_linkedin(self, owner: TestClient) -> None:
        stranger, friend = add_contact(owner), add_contact(owner, "Ana Reis", connected_on="2026-01-05")
        note = "Hello! " + "Your talk on drift was good. " * 11

        strict = check(owner, contact_id=stranger["id"], channel="linkedin", subject=None, body=note)
        free = check(owner, contact_id=friend["id"], channel="linkedin", subject=None, body=note)

        assert (strict["limits"]["characters"], free["limits"]["characters"]) == (300, None)

    def test_hides_another_accounts_contact(self, owner: TestClient, stranger: TestClient) -> None:
        sam = add_contact(owner)

        response = stranger.post("/v1/outreach/check", json={"contact_id": sam["id"], "channel": "email", "body": ""})

        assert (response.status_code, response.json()["type"]) == (404, "/problems/contact-not-found")

    @pytest.mark.parametrize("body", ["a\x00b", "x" * 50_001, None, 5])
    def test_refuses_what_is_no_text(self, owner: TestClient, body: object) -> None:
        response = owner.post("/v1/outreach/check", json={"channel": "email", "body": body})

        assert response.status_code == 422

    def test_stores_nothing(self, owner: TestClient) -> None:
        sam = add_contact(owner)

        check(owner, contact_id=sam["id"])

        assert owner.get("/v1/interactions").json()["items"] == []
