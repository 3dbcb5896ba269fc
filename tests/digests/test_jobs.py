from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from starlette.testclient import TestClient

from comity.database import Database
from comity.digests import jobs as digest_jobs
from tests.a_mail_server import MailServer
from tests.conftest import Clock, SignUp
from tests.digests.conftest import Morning
from tests.people import add_contact, log, posted

pytestmark = pytest.mark.both_databases

TUESDAY = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)  # half past seven in Berlin


@pytest.fixture
def owner(client: TestClient) -> TestClient:
    """Somebody in Berlin who wants a digest at half past seven, with one promise to keep."""
    want(client)
    contact = add_contact(client)
    body = {"contact_id": contact["id"], "by": "me", "what": "Send the <b>slides</b> & more", "due_on": "2026-03-03"}
    posted(client, "/v1/promises", body)
    return client


def want(client: TestClient, **values: Any) -> None:
    response = client.patch("/v1/me", json={"digest_at": "07:30", "timezone": "Europe/Berlin"} | values)
    assert response.status_code == 200, response.text


def digest(client: TestClient) -> Any:
    return client.get("/v1/me/digest").json()


def parts(mail: EmailMessage) -> tuple[str, str]:
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    return plain.get_content(), html.get_content()


class TestADigest:
    def test_goes_to_its_owner_in_their_morning(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        assert digest(owner)["next_at"] == "2026-03-03T06:30:00Z"
        clock.now = TUESDAY - timedelta(minutes=1)
        assert morning() == 0
        clock.advance(minutes=1)

        assert morning() == 1
        assert morning() == 0

        (mail,) = server.received
        assert mail["To"] == owner.get("/v1/me").json()["email"]
        assert mail["Subject"] == "One thing for Tuesday, 3 March"
        found = digest(owner)
        assert (found["last"]["status"], found["last"]["day"]) == ("sent", "2026-03-03")
        assert found["next_at"] == "2026-03-04T06:30:00Z"
        (job,) = owner.get("/v1/me/jobs").json()["items"]
        assert (job["kind"], job["status"], job["progress"]["done"]) == ("digest", "sent", 1)

    def test_says_what_there_is_in_text_and_in_html(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        clock.now = TUESDAY
        morning()

        text, html = parts(server.received[0])
        assert "Sam" in text
        assert "Send the <b>slides</b> & more" in text
        assert "<b>slides" not in html
        assert "Send the &lt;b&gt;slides&lt;/b&gt; &amp; more" in html
        assert "https://comity.example.org/people/" in html
        assert "<img" not in html
        assert "src=" not in html

    def test_is_held_up_by_none_that_fails(
        self,
        owner: TestClient,
        stranger: TestClient,
        clock: Clock,
        morning: Morning,
        server: MailServer,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        want(stranger)
        contact = add_contact(stranger)
        posted(stranger, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": "2026-03-03T12:00:00Z"})
        first = min(owner.get("/v1/me").json()["id"], stranger.get("/v1/me").json()["id"])
        contents = digest_jobs.contents_of

        def fail_first(session: Any, *, account_id: str, **more: Any) -> Any:
            if account_id == first:
                raise ZeroDivisionError
            return contents(session, account_id=account_id, **more)

        monkeypatch.setattr(digest_jobs, "contents_of", fail_first)
        clock.now = TUESDAY

        with pytest.raises(ZeroDivisionError):
            morning()

        assert len(server.received) == 1

    def test_is_not_sent_where_there_is_nothing_to_say(
        self, client: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(client)
        clock.now = TUESDAY

        assert morning() == 1

        assert server.received == []
        assert digest(client)["last"]["status"] == "empty"

    def test_is_not_sent_unasked(self, client: TestClient, clock: Clock, morning: Morning) -> None:
        add_contact(client)
        clock.advance(days=3)

        assert morning() == 0
        assert digest(client) == {"digest_at": None, "next_at": None, "goes_by": "log", "last": None}

    def test_ends_when_it_is_turned_off(
        self, owner: TestClient, database: Database, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(owner, digest_at=None)
        clock.now = TUESDAY

        assert morning() == 0
        assert digest(owner)["next_at"] is None

    def test_leaves_out_whom_one_is_never_to_approach(
        self, client: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(client)
        for name in ("Ana Reis", "Sam Okafor"):
            contact = add_contact(client, name)
            posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": "2026-03-03T12:00:00Z"})
            path = f"/v1/contacts/{contact['id']}"
            if name == "Ana Reis":
                client.patch(path, json={"do_not_contact": True})
        clock.now = TUESDAY

        morning()

        text, _ = parts(server.received[0])
        assert "Ana" not in text
        assert "Sam" in text

    def test_holds_the_week_once(self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer) -> None:
        sam = add_contact(owner, "Ana Reis", birthday="--03-05")
        log(owner, sam, "2026-03-01T10:00:00Z", "call", "mutual", duration_minutes=20)
        posted(owner, "/v1/follow-ups", {"contact_id": sam["id"], "due_at": "2026-03-12T12:00:00Z"})
        for day in range(7):
            clock.now = TUESDAY + timedelta(days=day)
            morning()

        weekly = [parts(mail)[0] for mail in server.received if "THE WEEK" in parts(mail)[0]]
        assert len(weekly) == 2  # the first mail, and Monday's
        assert "Birthday of Ana Reis on Thursday 5 March." in weekly[0]
        assert "One touch with one person." in weekly[0]
        assert "One follow-up due." in weekly[1]

    def test_counts_in_its_week_nothing_of_people_who_are_gone(
        self, client: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(client)
        for name in ("Sam Okafor", "Ana Reis", "Ines Costa"):
            contact = add_contact(client, name, birthday="--03-05" if name == "Sam Okafor" else None)
            for due_at in ("2026-02-27T12:00:00Z", "2026-03-06T12:00:00Z"):
                made = posted(client, "/v1/follow-ups", {"contact_id": contact["id"], "due_at": due_at})
                if due_at < "2026-03-01":
                    posted(client, f"/v1/follow-ups/{made['id']}/complete", {})
            promise = {"contact_id": contact["id"], "by": "me", "what": "Send the slides", "status": "kept"}
            posted(client, "/v1/promises", promise | {"made_at": "2026-02-20T09:00:00Z"})
            if name == "Ana Reis":
                client.delete(f"/v1/contacts/{contact['id']}")
            if name == "Ines Costa":
                client.patch(f"/v1/contacts/{contact['id']}", json={"do_not_contact": True})
        clock.now = TUESDAY

        morning()

        text, _ = parts(server.received[0])
        week = text[text.index("THE WEEK BEHIND") :]
        assert "Two touches with two people." in week
        assert "Two follow-ups done." in week
        assert "Two promises of yours kept." in week
        assert "One follow-up due." in week

    def test_speaks_of_their_promise_on_its_day_and_when_it_is_to_be_checked(
        self, client: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(client)
        body = {"contact_id": add_contact(client)["id"], "by": "them", "what": "the contract"}
        posted(client, "/v1/promises", body | {"due_on": "2026-03-03"})
        days = [TUESDAY + timedelta(days=day) for day in range(8)]

        for clock.now in days:
            morning()

        told = [mail["Subject"].partition(" for ")[2] for mail in server.received if "contract" in parts(mail)[0]]
        assert told == ["Tuesday, 3 March", "Tuesday, 10 March"]

    def test_speaks_of_what_is_overdue_when_its_step_opens(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        for day in range(7):
            clock.now = TUESDAY + timedelta(days=day)
            morning()
            steps = owner.get("/v1/next-steps").json()["items"]
            assert bool(steps) == (clock.now.weekday() < 5)

        assert [mail["Subject"].split()[3] for mail in server.received] == [
            "Tuesday,",
            "Wednesday,",
            "Thursday,",
            "Friday,",
            "Monday,",
        ]

    def test_is_silent_about_what_the_owner_put_off(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        clock.now = TUESDAY - timedelta(hours=18)
        (step,) = owner.get("/v1/next-steps").json()["items"]
        posted(owner, f"/v1/next-steps/{step['id']}/snooze", {"until": "2026-03-05T08:00:00Z"})

        for day in range(3):
            clock.now = TUESDAY + timedelta(days=day)
            morning()

        slides = [mail["Subject"] for mail in server.received if "slides" in parts(mail)[0]]
        assert slides == ["One thing for Thursday, 5 March"]

    def test_says_at_which_hour_something_is_due(
        self, client: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        want(client)
        contact = add_contact(client)
        planned = {"contact_id": contact["id"], "due_at": "2026-03-03T13:00:00Z", "note": "About the move."}
        posted(client, "/v1/follow-ups", planned)
        clock.now = TUESDAY

        morning()

        text, _ = parts(server.received[0])
        assert "DUE TODAY\r\n- Follow up: Sam Okafor\r\n  At 14:00. About the move.\r\n" in text
        assert "Introduce yourself" not in text

    def test_keeps_accounts_apart(
        self, owner: TestClient, sign_up: SignUp, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        other = sign_up("Stran Ger")
        want(other)
        add_contact(other, "Ines Costa")
        clock.now = TUESDAY

        assert morning() == 2

        by_owner = {mail["To"]: parts(mail)[0] for mail in server.received}
        assert "Ines" not in by_owner[owner.get("/v1/me").json()["email"]]
        assert other.get("/v1/me/jobs").json()["items"][0]["id"] != owner.get("/v1/me/jobs").json()["items"][0]["id"]


class TestAMailServerThatIsAway:
    def test_is_asked_again(self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer) -> None:
        clock.now, server.refusals["DATA"] = TUESDAY, "451 later"
        morning()
        assert (
            digest(owner)["last"] | {"status": "queued", "attempts": 1, "reason": "The mail server answered 451."}
            == (digest(owner)["last"])
        )
        del server.refusals["DATA"]
        clock.advance(minutes=5)

        morning()

        assert (len(server.received), digest(owner)["last"]["status"]) == (1, "sent")

    def test_for_48_hours_ends_in_one_digest(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        clock.now, server.refusals["DATA"] = TUESDAY, "451 later"
        for _ in range(48):
            morning()
            clock.advance(hours=1)
        del server.refusals["DATA"]

        for _ in range(3):
            morning()

        assert len(server.received) == 1
        statuses = [job["status"] for job in owner.get("/v1/me/jobs").json()["items"]]
        assert statuses == ["sent", "failed", "failed"]

    def test_may_refuse_for_good(self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer) -> None:
        clock.now, server.refusals["RCPT"] = TUESDAY, "550 nobody here"

        morning()

        last = digest(owner)["last"]
        assert (last["status"], last["reason"]) == ("failed", "The mail server answered 550.")

    def test_may_have_taken_a_mail_of_which_we_know_nothing(
        self, owner: TestClient, clock: Clock, morning: Morning, server: MailServer
    ) -> None:
        clock.now, server.hangs_up_after_data = TUESDAY, True
        morning()
        server.hangs_up_after_data = False

        morning()

        assert len({mail["Message-ID"] for mail in server.received}) == 1


class TestAWorkerThatWasAway:
    @pytest.mark.promise("P6")
    @pytest.mark.parametrize("hours", [1, 11, 13, 23, 48, 148])
    def test_sends_one_digest_and_no_flood_when_it_is_back(
        self,
        owner: TestClient,
        clock: Clock,
        morning: Morning,
        server: MailServer,
        hours: int,
        figure: Callable[[str], None],
    ) -> None:
        late = timedelta(hours=hours) % timedelta(days=1)
        clock.now = TUESDAY + timedelta(hours=hours)
        next_morning = clock.now - late + timedelta(days=1)

        for _ in range(3):
            morning()

        at_once = len(server.received)
        assert at_once == (1 if late < timedelta(hours=12) else 0)  # later than that the next morning is nearer
        clock.now = next_morning
        for _ in range(3):
            morning()
        assert len(server.received) == at_once + 1
        figure(f"back after {hours} h: {at_once} at once, 1 the next morning")
