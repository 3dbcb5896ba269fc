"""Calendars as programs write them, and as strangers do."""

import io
import time
from datetime import UTC, datetime
from typing import Any

import pytest

from comity.events.matching import Guest
from comity.imports.ical.events import read_events
from comity.imports.records import FileOwner, FoundEvent, Refusal

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
OWNER = FileOwner("Mia Owner", email="mia@example.com", timezone="Europe/Berlin")
SUMMER = "20260706T090000"


def calendar(*lines: str, before: tuple[str, ...] = ()) -> bytes:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *before, *lines, "END:VCALENDAR", ""]).encode()


def vevent(*lines: str, uid: str = "a@b", name: str = "DataConf", start: str = f"DTSTART:{SUMMER}Z") -> tuple[str, ...]:
    head = [f"UID:{uid}"] if uid else []
    return (
        "BEGIN:VEVENT",
        *head,
        *([f"SUMMARY:{name}"] if name else []),
        *([start] if start else []),
        *lines,
        "END:VEVENT",
    )


def records(content: bytes) -> list[FoundEvent | Refusal]:
    return list(read_events(io.BytesIO(content), OWNER, NOW))


def event(*lines: str, before: tuple[str, ...] = (), **given: Any) -> FoundEvent:
    (only,) = records(calendar(*vevent(*lines, **given), before=before))
    assert isinstance(only, FoundEvent), only
    return only


def refusal(*lines: str, before: tuple[str, ...] = (), **given: Any) -> Refusal:
    (only,) = records(calendar(*vevent(*lines, **given), before=before))
    assert isinstance(only, Refusal), only
    return only


def zone(name: str, offset: str, rule: str = "") -> tuple[str, ...]:
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        *([rule] if rule else []),
        "END:STANDARD",
        "END:VTIMEZONE",
    )


class TestReadEvents:
    def test_reads_an_invitation(self) -> None:
        found = event(
            "DTEND:20260706T170000Z",
            "LOCATION:Hall 3\\, Utrecht",
            "URL:https://dataconf.example/2026",
            'ATTENDEE;CN="Okafor, Sam";PARTSTAT=ACCEPTED:mailto:sam@example.com',
            "ATTENDEE;CN=M=C3=BCller;PARTSTAT=NEEDS-ACTION:MAILTO:mueller@example.com",
            "ATTENDEE;CN=Ayşe Öztürk:mailto:ayse@example.com",
            "ORGANIZER;CN=Ben Ito:mailto:ben@example.com",
        )

        assert (found.name, found.place, found.url) == ("DataConf", "Hall 3, Utrecht", "https://dataconf.example/2026")
        assert (found.starts_at.hour, found.ends_at.hour, found.attending) == (9, 17, True)
        assert [guest.full_name for guest in found.guests] == ["Okafor, Sam", "M=C3=BCller", "Ayşe Öztürk", "Ben Ito"]
        assert found.guests[0].email == "sam@example.com"

    def test_leaves_out_rooms_the_owner_and_those_who_declined(self) -> None:
        found = event(
            "ATTENDEE;CUTYPE=ROOM;CN=Hall 3:mailto:hall@example.com",
            "ATTENDEE;CN=Me:mailto:MIA@example.com",
            "ATTENDEE;PARTSTAT=DECLINED;CN=Ana Reis:mailto:ana@example.com",
            "ATTENDEE;CN=Sam Okafor:mailto:sam@example.com",
            "ATTENDEE;CN=Sam Okafor:mailto:sam@example.com",
            "ATTENDEE:mailto:mei@example.com",
        )

        assert found.guests == (Guest("Sam Okafor", "sam@example.com"), Guest("mei@example.com", "mei@example.com"))

    @pytest.mark.parametrize(
        ("lines", "attending"),
        [
            (("ATTENDEE;PARTSTAT=DECLINED:mailto:mia@example.com",), False),
            (("ATTENDEE;PARTSTAT=ACCEPTED:mailto:mia@example.com",), True),
            (("TRANSP:TRANSPARENT",), False),
            (("TRANSP:TRANSPARENT", "LOCATION:Utrecht"), True),
        ],
    )
    def test_tells_whether_the_owner_goes(self, lines: tuple[str, ...], attending: bool) -> None:
        assert event(*lines).attending is attending

    @pytest.mark.parametrize(
        ("lines", "attending"),
        [
            ((), False),  # New Year, somebody's birthday
            (("LOCATION:Utrecht",), True),
            (("ATTENDEE:mailto:ana@example.com",), True),
            (("DTEND;VALUE=DATE:20260330",), True),  # of several days: a conference
        ],
    )
    def test_takes_a_day_that_names_nobody_and_nowhere_for_no_gathering(
        self, lines: tuple[str, ...], attending: bool
    ) -> None:
        assert event(*lines, start="DTSTART;VALUE=DATE:20260328").attending is attending

    @pytest.mark.parametrize(
        ("start", "hour"),
        [
            (f"DTSTART:{SUMMER}Z", 9),
            (f"DTSTART:{SUMMER}", 7),  # floating: the owner's zone
            (f"DTSTART;TZID=America/New_York:{SUMMER}", 13),
            (f'DTSTART;TZID="Eastern Standard Time":{SUMMER}', 13),
            (f"DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:{SUMMER}", 13),
        ],
    )
    def test_knows_the_zones_of_other_programs(self, start: str, hour: int) -> None:
        assert event(start=start).starts_at == datetime(2026, 7, 6, hour, tzinfo=UTC)

    def test_takes_whole_days_as_the_owners(self) -> None:
        found = event("DTEND;VALUE=DATE:20260330", start="DTSTART;VALUE=DATE:20260328")

        assert (found.starts_at, found.ends_at) == (
            datetime(2026, 3, 27, 23, tzinfo=UTC),
            datetime(2026, 3, 29, 22, tzinfo=UTC),  # the clocks change in that night
        )

    def test_believes_a_zone_of_the_files_own_and_no_lie_about_a_known_one(self) -> None:
        own = event(start=f"DTSTART;TZID=Ours:{SUMMER}", before=zone("Ours", "+0530"))
        lie = event(start=f"DTSTART;TZID=Europe/Berlin:{SUMMER}", before=zone("Europe/Berlin", "+0900"))

        assert own.starts_at == datetime(2026, 7, 6, 3, 30, tzinfo=UTC)
        assert lie.starts_at == datetime(2026, 7, 6, 7, tzinfo=UTC)

    def test_forgets_a_zone_with_its_file(self) -> None:
        event(start=f"DTSTART;TZID=Ours:{SUMMER}", before=zone("Ours", "+0530"))

        assert refusal(start=f"DTSTART;TZID=Ours:{SUMMER}").code == "unknown_zone"

    def test_gives_each_time_of_a_series_a_key_of_its_own(self) -> None:
        guest = "ATTENDEE;CN=Sam Okafor:mailto:sam@example.com"
        weekly = vevent("RRULE:FREQ=WEEKLY;COUNT=3", guest, start="DTSTART;TZID=Europe/Berlin:20260323T180000")
        moved = vevent(
            "RECURRENCE-ID;TZID=Europe/Berlin:20260330T180000", name="Later", start="DTSTART:20260330T190000Z"
        )

        found = records(calendar(*weekly, *moved))

        assert [(one.name, one.key, one.starts_at.hour) for one in found if isinstance(one, FoundEvent)] == [
            ("DataConf", "ical:a@b|20260323T170000", 17),
            ("DataConf", "ical:a@b|20260406T160000", 16),
            ("Later", "ical:a@b|20260330T160000", 19),
        ]

    def test_takes_a_routine_without_guests_for_no_event_to_go_to(self) -> None:
        found = records(calendar(*vevent("RRULE:FREQ=WEEKLY;COUNT=3", start="DTSTART:20260309T090000Z")))

        assert [one.attending for one in found if isinstance(one, FoundEvent)] == [False] * 3

    def test_keeps_the_key_whatever_the_words(self) -> None:
        assert event(name="DataConf").key == event(name="DataConf 2026", start="DTSTART:20260707T090000Z").key
        assert event(uid="").key == event(uid="").key != event(uid="", name="Other").key
        assert len(event(uid="x" * 5_000).key) < 60

    @pytest.mark.parametrize(
        ("lines", "given", "code"),
        [
            (("DTEND:20260706T080000Z",), {}, "ends_before_it_starts"),
            (("DURATION:-P99999W",), {}, "ends_before_it_starts"),
            (("DURATION:P99999W",), {}, "too_long"),
            (("DURATION:P" + "9" * 5_000 + "W",), {}, "unreadable_time"),
            (("DURATION:tomorrow",), {}, "unreadable_time"),
            ((), {"start": ""}, "no_start"),
            ((), {"start": "DTSTART:someday"}, "unreadable_time"),
            ((), {"start": "DTSTART:20260230T090000Z"}, "unreadable_time"),
            ((), {"start": "DTSTART:00010101T000000Z"}, "out_of_range"),
            ((), {"start": "DTSTART;TZID=Asia/Tokyo:99991231T235959"}, "out_of_range"),
            ((), {"start": "DTSTART;VALUE=DATE:99991231"}, "out_of_range"),
            ((), {"start": f"DTSTART;TZID=Middle/Earth:{SUMMER}"}, "unknown_zone"),
            ((), {"start": f"DTSTART;TZID=../../etc/passwd:{SUMMER}"}, "unknown_zone"),
            ((), {"start": f"DTSTART;TZID=America:{SUMMER}"}, "unknown_zone"),
            ((), {"name": ""}, "no_name"),
            (("RRULE:FREQ=SECONDLY",), {}, "repeats"),
            (("RRULE:FREQ=DAILY;INTERVAL=0",), {}, "repeats"),
            (tuple(f"RDATE:2026070{one % 9 + 1}T090000Z" for one in range(3_000)), {}, "event_too_long"),
            (("X-NOTE:" + "x" * 70_000,), {}, "line_too_long"),
            ((";".join(["X-NOTE", *["A=B"] * 200]) + ":x",), {}, "too_many_parameters"),
        ],
    )
    def test_refuses_with_a_reason(self, lines: tuple[str, ...], given: dict[str, str], code: str) -> None:
        found = refusal(*lines, **given)

        assert (found.code, found.deliberate, bool(found.reason)) == (code, False, True)

    @pytest.mark.parametrize("method", ["CANCEL", "REPLY", "COUNTER"])
    def test_leaves_alone_what_answers_or_cancels(self, method: str) -> None:
        found = refusal(before=(f"METHOD:{method}",))

        assert (found.code, found.deliberate) == ("not_an_invitation", True)

    def test_neither_fetches_nor_runs_nor_keeps_what_hangs_on_an_event(self) -> None:
        found = event(
            "ATTACH:file:///etc/passwd",
            "ATTACH:http://169.254.169.254/latest",
            "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 1_000,
            "X-ALT-DESC;FMTTYPE=text/html:<script>alert(1)</script>",
            "URL:javascript:alert(1)",
            "BEGIN:VALARM",
            "ACTION:PROCEDURE",
            "SUMMARY:not this",
            "ATTACH:file:///bin/sh",
            "END:VALARM",
        )

        assert (found.name, found.url) == ("DataConf", None)
        assert any("neither fetched nor kept" in one for one in found.left_out)

    @pytest.mark.parametrize(
        "address",
        [
            "mailto:sam@example.com%0D%0ABcc:all@example.com",
            "mailto:sam%40example.com%00",
            "mailto:",
            "urn:uuid:1",
            "x",
        ],
    )
    def test_takes_no_address_that_smuggles(self, address: str) -> None:
        (guest,) = event(f"ATTENDEE;CN=Sam Okafor:{address}").guests

        assert guest == Guest("Sam Okafor")

    def test_drops_the_rest_of_a_mail_link(self) -> None:
        (guest,) = event("ATTENDEE;CN=Sam Okafor:mailto:sam@example.com?bcc=all@example.com").guests

        assert guest.email == "sam@example.com"

    def test_counts_so_many_guests_and_no_more(self) -> None:
        found = event(*(f"ATTENDEE;CN=Guest {one}:mailto:g{one}@example.com" for one in range(700)))

        assert len(found.guests) == 500
        assert any("200 more" in one for one in found.left_out)

    @pytest.mark.parametrize("ends", [0, 16_000])
    def test_reads_sixteen_thousand_nested_events_without_depth(self, ends: int) -> None:
        started = time.process_time()

        found = records(calendar(*["BEGIN:VEVENT"] * 16_000, *["END:VEVENT"] * ends))

        assert {one.code for one in found if isinstance(one, Refusal)} <= {"no_end", "no_name"}
        assert len(found) == 16_000
        assert time.process_time() - started < 2

    def test_skips_deeply_nested_components_of_other_kinds(self) -> None:
        found = event(*["BEGIN:VALARM"] * 5_000, *["END:VALARM"] * 5_000)

        assert found.name == "DataConf"

    def test_runs_no_long_rule_of_a_zone(self) -> None:
        started = time.process_time()

        found = refusal(
            start=f"DTSTART;TZID=Ours:{SUMMER}",
            before=zone("Ours", "+0100", "RRULE:FREQ=SECONDLY;UNTIL=99991231T000000Z"),
        )

        assert found.code == "unknown_zone"
        assert time.process_time() - started < 1

    @pytest.mark.parametrize("cut", [10, 60, 150])
    def test_says_so_where_the_file_is_cut_off(self, cut: int) -> None:
        found = records(calendar(*vevent("LOCATION:" + "x" * 100))[:cut])

        assert all(isinstance(one, Refusal) and one.code in {"no_end", "no_start"} for one in found)

    def test_reads_utf_16_and_folded_umlauts(self) -> None:
        content = calendar(*vevent(name="Jahrestagung für Ärzte"))
        place = content.index("ü".encode()) + 1
        folded = content[:place] + b"\r\n " + content[place:]

        names = [one.name for found in (folded, content.decode().encode("utf-16")) for one in records(found)]  # type: ignore[union-attr]

        assert names == ["Jahrestagung für Ärzte"] * 2

    def test_tells_other_things_of_a_calendar_from_events(self) -> None:
        found = records(calendar("BEGIN:VTODO", "SUMMARY:Call Sam", "END:VTODO", *vevent()))

        assert [type(one) for one in found] == [Refusal, FoundEvent]
        assert isinstance(found[0], Refusal)
        assert (found[0].code, found[0].deliberate, found[0].line) == ("not_an_event", True, 3)
