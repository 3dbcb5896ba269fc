"""A week of one owner's life, half hour by half hour: what Comity does while nobody looks, and that it says one thing.

Spring, in Berlin: a flight to New York and back, a night that lacks an hour, two days away.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi import FastAPI
from icalendar import Calendar
from starlette.testclient import TestClient

from comity.coach import phrases
from comity.database import Database
from comity.jobs import Tools
from comity.mail import Post
from tests.a_mail_server import mail_server
from tests.conftest import Clock
from tests.integrations.senders import connect, happened, log_of, tell
from tests.living import Life
from tests.people import Json, add_contact, log, next_step, posted

ARRIVES = datetime(2026, 3, 22, 18, tzinfo=UTC)
DEPARTS = datetime(2026, 4, 1, 12, tzinfo=UTC)
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Sam,Okafor,https://www.linkedin.com/in/sam,sam@example.com,Northwind,Designer,20 Mar 2026
Ana,Reis,https://www.linkedin.com/in/ana,ana@example.com,Contoso,CTO,01 Feb 2024
Ines,Costa,https://www.linkedin.com/in/ines,ines@example.com,Fabrikam,Editor,03 May 2019
"""
OTHERS: tuple[Json, ...] = (
    {"full_name": "Kim Novak", "timezone": "America/New_York", "country": "US"},
    {"full_name": "Lee Wong", "timezone": "Asia/Tokyo", "country": "JP", "birthday": "--03-27"},
    {"full_name": "Noa Peled", "timezone": "Asia/Jerusalem", "country": "IL"},
)


@pytest.fixture
def life(app: FastAPI, database: Database, clock: Clock) -> Iterator[Life]:
    with mail_server() as server:
        post = Post.by(
            smtp_url=server.url, folder=None, sender="comity@example.org", public_url="https://comity.example"
        )
        yield Life(database, clock, Tools(database, clock, post, app.state.egress, app.state.vault), server)


class Week:
    """The owner's deeds by the clock, and what they see."""

    def __init__(self, client: TestClient, hooks: TestClient, clock: Clock, life: Life) -> None:
        self.client = client
        self.hooks = hooks
        self.clock = clock
        self.life = life
        self.people: dict[str, Json] = {}
        self.integration = connect(client)
        self.calendar = ""
        self.mails: list[str] = []
        self.deeds = {
            "Mon 23 10:00": self.hears_from_sam,
            "Mon 23 16:00": self.talks_with_ana,
            "Tue 24 09:30": self.answers_sam,
            "Tue 24 10:00": self.thanks_ana,
            "Wed 25 09:30": self.snoozes_lee,
            "Wed 25 15:00": self.writes_to_kim,
            "Thu 26 09:30": self.writes_to_lee,
            "Thu 26 09:00": self.keeps_promise,
            "Thu 26 10:00": lambda: self.travels("America/New_York"),
            "Fri 27 10:00": self.skips_kim,
            "Sat 28 10:00": lambda: self.travels("Europe/Berlin"),
            "Sun 29 11:00": self.keeps_promise,
            "Sun 29 20:00": self.goes_away,
        }

    # What there is at the beginning

    def settle_in(self) -> None:
        wanted = {"timezone": "Europe/Berlin", "digest_at": "07:30", "quiet_hours": {"from": "21:00", "until": "07:00"}}
        assert self.client.patch("/v1/me", json=wanted | {"daily_touches": 4}).status_code == 200
        self.calendar = self.client.post("/v1/me/calendar").json()["path"]
        file = {"file": ("Connections.csv", CONNECTIONS.encode())}
        assert self.client.post("/v1/imports", files=file, data={"apply": "true"}).status_code == 202
        self.life.work()
        self.people = {one["full_name"].split()[0]: one for one in self.client.get("/v1/contacts").json()["items"]}
        for one in self.people.values():
            self.client.patch(f"/v1/contacts/{one['id']}", json={"country": "DE", "timezone": "Europe/Berlin"})
        for one in OTHERS:
            self.people[one["full_name"].split()[0]] = add_contact(self.client, **one)
        self.plan("Ana", due_at="2026-03-24T08:00:00Z", note="Ask how the move went.")
        self.plan("Ines", due="on Saturday", action="share_value")
        self.plan("Kim", due_at="2026-03-25T08:00:00Z", action="reconnect", recurrence={"every": 2, "unit": "day"})
        self.plan("Lee", due_at="2026-03-25T01:00:00Z", action="share_value")
        self.plan("Sam", due_at="2026-03-29T01:30:00Z", note="Half past two, which this night lacks.")
        self.promise("Ana", "me", "the slides", due_on="2026-03-24")
        self.promise("Noa", "me", "the photos", due_on="2026-03-29")
        self.promise("Ines", "them", "the contract", due_on="2026-03-04", made_at="2026-03-01T09:00:00Z")
        asked = {"purpose": "promise_check", "expects_reply": False}
        log(self.client, self.people["Ines"], "2026-03-11T09:00:00Z", "email", "outbound", **asked)

    def plan(self, name: str, **more: Any) -> None:
        posted(self.client, "/v1/follow-ups", {"contact_id": self.people[name]["id"], **more})

    def promise(self, name: str, by: str, what: str, **more: str) -> None:
        posted(self.client, "/v1/promises", {"contact_id": self.people[name]["id"], "by": by, "what": what, **more})

    # What happens in it

    def live(self) -> None:
        for now in self.life.goes_on_to(DEPARTS):
            for mail in self.life.mails[len(self.mails) :]:
                self.reads(mail)
            if deed := self.deeds.pop(f"{self.local(now):%a %d %H:%M}", None):
                deed()
                self.life.work()
                self.sees_one_thing()

    def hears_from_sam(self) -> None:
        what = happened({"email": "sam@example.com"}, occurred_at=self.now, expects_reply=True)
        assert tell(self.hooks, self.integration, what, at=self.clock()).status_code == 202
        self.life.work()
        assert next_step(self.client, self.people["Sam"])["action"] == "reply"

    def talks_with_ana(self) -> None:
        call = log(self.client, self.people["Ana"], self.now, "call", "mutual", duration_minutes=30, assessed=True)
        assert "The follow-up of 24 March 2026 is done." in [effect["text"] for effect in call["effects"]]

    def answers_sam(self) -> None:
        log(self.client, self.people["Sam"], self.now, "email", "outbound", expects_reply=False)

    def thanks_ana(self) -> None:
        thanks = log(self.client, self.people["Ana"], self.now, "email", "outbound", purpose="thanks")
        assert "Thank: the follow-up of 23 March 2026 is done." in [effect["text"] for effect in thanks["effects"]]

    def snoozes_lee(self) -> None:
        (planned,) = self.open_ones("Lee")
        posted(self.client, f"/v1/follow-ups/{planned['id']}/snooze", {"until": "on Thursday"})

    def writes_to_kim(self) -> None:
        said = log(self.client, self.people["Kim"], self.now, "email", "outbound")
        texts = [effect["text"] for effect in said["effects"]]
        assert "The follow-up of 25 March 2026 is done. The next one is due on 27 March 2026." in texts

    def writes_to_lee(self) -> None:
        (planned,) = self.open_ones("Lee")
        path = f"/v1/follow-ups/{planned['id']}"
        posted(self.client, f"{path}/complete", {})
        posted(self.client, f"{path}/reopen", {})
        assert [one["id"] for one in self.open_ones("Lee")] == [planned["id"]]
        posted(self.client, f"{path}/complete", {})

    def keeps_promise(self) -> None:
        (step,) = [one for one in self.today() if one["action"] == "deliver_promise"]
        posted(self.client, f"/v1/next-steps/{step['id']}/done", {})

    def travels(self, timezone: str) -> None:
        assert self.client.patch("/v1/me", json={"timezone": timezone}).status_code == 200

    def skips_kim(self) -> None:
        planned = next(one for one in self.open_ones("Kim") if one["recurrence"])
        skipped = posted(self.client, f"/v1/follow-ups/{planned['id']}/skip", {})
        assert skipped["next"]["occurrence"] == planned["occurrence"] + 1

    def goes_away(self) -> None:
        posted(self.client, "/v1/follow-ups/shift", {"from": "2026-03-30", "until": "2026-03-31"})

    # What the owner sees

    @property
    def now(self) -> str:
        return self.clock().isoformat()

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.client.get("/v1/me").json()["timezone"]))

    def name_of(self, contact_id: str) -> str:
        return next(name for name, one in self.people.items() if one["id"] == contact_id)

    def rings(self) -> list[tuple[str, str]]:
        found = sorted((at, self.name_of(one.contact_id)) for at, one in self.life.rings)
        return [(f"{at:%a %d %H:%M}", name) for at, name in found]

    def today(self) -> list[Json]:
        items: list[Json] = self.client.get("/v1/next-steps").json()["items"]
        return items

    def agenda(self) -> list[Json]:
        query = {"status": "open", "sort": "due"}
        items: list[Json] = self.client.get("/v1/follow-ups", params=query).json()["items"]
        return items

    def open_ones(self, name: str) -> list[Json]:
        return [one for one in self.agenda() if one["contact_id"] == self.people[name]["id"]]

    def sees_one_thing(self) -> None:
        """Hold that the list, the same list asked for by its instant, the agenda and the calendar agree."""
        then = self.client.get("/v1/next-steps", params={"as_of": self.now}).json()["items"]
        assert [one["id"] for one in then] == [one["id"] for one in self.today()]
        planned = {one["id"]: datetime.fromisoformat(one["due_at"]) for one in self.agenda()}
        due = {one["id"]: self.local(planned[one["id"]]).date() for one in self.agenda()}
        for step in self.today():
            about = {evidence.get("follow_up_id") for reason in step["reasons"] for evidence in reason["evidence"]}
            assert all(due[one] <= self.local(self.clock()).date() for one in about - {None})
        feed = Calendar.from_ical(self.hooks.get(self.calendar, headers={"Authorization": ""}).content)
        shown = {str(entry["uid"]): entry["dtstart"].dt for entry in feed.walk("VEVENT")}
        wanted = {f"follow-up-{one['id']}@comity": planned[one["id"]] for one in self.agenda() if not _of_promise(one)}
        assert {uid: at for uid, at in shown.items() if uid.startswith("follow-up-")} == wanted

    def reads(self, mail: EmailMessage) -> None:
        """Hold that a mail says what the list and the agenda say."""
        self.sees_one_thing()
        sections = _sections(mail)
        day = self.local(self.clock()).date()
        steps = self.today()
        assert sections.get("TODAY", []) == [step["headline"] for step in steps]
        days = {one["id"]: self.local(datetime.fromisoformat(one["due_at"])).date() for one in self.agenda()}
        by_hand = [one for one in self.agenda() if one["origin"] == "hand"]
        told = " ".join(line for title, lines in sections.items() if "WEEK" not in title for line in lines)
        for one in by_hand:
            assert (self.name_of(one["contact_id"]) in told) >= (days[one["id"]] == day)
        for line in sections.get("DUE TODAY", []):
            (owed,) = [one for one in by_hand if days[one["id"]] == day and self.name_of(one["contact_id"]) in line]
            assert not [
                step for step in steps if step["contact"]["id"] == owed["contact_id"] and not step["obligation"]
            ]
        number = sum(len(lines) for title, lines in sections.items() if "WEEK" not in title)
        assert mail["Subject"] == f"{phrases.sentence(phrases.counted(number, 'thing'))} for {day:%A, %-d %B}"
        self.mails.append(f"{mail['Subject']} ({', '.join(title.lower() for title in sections)})")


def _of_promise(follow_up: Json) -> bool:
    return bool(follow_up["origin"].startswith("promise."))


def _sections(mail: EmailMessage) -> dict[str, list[str]]:
    """Return what a mail says, the lines of each of its sections."""
    plain = mail.get_body(("plain",))
    assert plain is not None
    blocks = plain.get_content().replace("\r\n", "\n").split("\n\n")[1:-1]
    return {block.split("\n")[0]: re.findall(r"^- (.*)$", block, re.MULTILINE) for block in blocks}


class TestAWeek:
    def test_is_told_by_list_agenda_mail_and_calendar_alike(
        self, client: TestClient, anonymous: TestClient, clock: Clock, life: Life
    ) -> None:
        clock.now = ARRIVES
        week = Week(client, anonymous, clock, life)
        week.settle_in()

        week.live()

        assert week.deeds == {}
        assert week.mails == [
            "Four things for Monday, 23 March (today, the week behind, the week ahead)",
            "Four things for Tuesday, 24 March (today)",
            "Four things for Wednesday, 25 March (today, due today)",
            "Three things for Thursday, 26 March (today, due today)",
            "Two things for Friday, 27 March (today, due today)",
            "One thing for Saturday, 28 March (today)",
            "Two things for Sunday, 29 March (today)",
            "Three things for Wednesday, 1 April (due today, the week behind, the week ahead)",
        ]
        assert week.rings() == [
            ("Mon 23 15:00", "Ana"),  # the thanks for the talk
            ("Tue 24 08:00", "Ana"),  # her promise, nine in Berlin; what was planned for it by hand is done
            ("Wed 25 06:00", "Lee"),  # quiet hours are over, in the afternoon of Tokyo
            ("Wed 25 13:00", "Kim"),  # nine in New York
            ("Thu 26 08:00", "Lee"),  # snoozed
            ("Fri 27 13:00", "Kim"),
            ("Sun 29 07:00", "Noa"),  # nine in Berlin, in a day of 23 hours; Jerusalem works on Sundays
            ("Wed 01 07:00", "Ines"),  # Saturday's, on the first day back
            ("Wed 01 07:00", "Sam"),  # Sunday's
        ]
        assert max(Counter((one.follow_up_id, one.due_at) for _, one in life.rings).values()) == 1
        assert [f"{at:%a %d}" for at, _ in life.lapses] == ["Wed 25"]
        (sams,) = [one for one in log_of(client) if one["source"].startswith("generic:")]
        assert sams["contact_ids"] == [week.people["Sam"]["id"]]
