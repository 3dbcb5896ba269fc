"""A feed as a calendar, by RFC 5545. Contacts are named and never invited: no entry has an attendee."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from comity.coach.days import DAY
from comity.coach.words import Party

FORMAT = 1  # raised when entries look different, so that calendars fetch them again
TAKES = timedelta(minutes=15)
ON_TIME, IN_THE_MORNING, AN_HOUR_BEFORE = timedelta(), timedelta(hours=9), timedelta(hours=-1)
YEARLY_SINCE = 2000  # a leap year; a birthday without a year, or an older one, is shown from then on
LEAP_DAY_OF_THE_YEAR = 60  # 29 February, and 1 March in other years
ASKED_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar holds; rows as they were selected. timezone: the owner's."""

    timezone: str
    follow_ups: Sequence[Any]
    promises: Sequence[Any]
    birthdays: Sequence[Any]
    events: Sequence[Any]

    @property
    def etag(self) -> str:
        """The strong ETag: the same rows are written in the same way."""
        parts = (self.follow_ups, self.promises, self.birthdays, self.events)
        said = repr((FORMAT, self.timezone, [[tuple(row) for row in part] for part in parts]))
        return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'

    def written(self, public_url: str) -> bytes:
        """Return the calendar. public_url: where the links of its entries lead; empty: there are none."""
        calendar = Calendar()
        calendar.add("prodid", "-//Comity//Comity//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", "Comity")
        calendar.add("refresh-interval", ASKED_AGAIN, parameters={"VALUE": "DURATION"})
        for entry in self._entries(public_url):
            calendar.add_component(entry)
        calendar.add_missing_timezones()
        written: bytes = calendar.to_ical()
        return written

    def _entries(self, public_url: str) -> Iterator[Entry]:
        zone = ZoneInfo(self.timezone)
        for row in self.follow_ups:
            begins = row.due_at.astimezone(zone)
            doing = row.action.replace("_", " ").capitalize()
            entry = _entry("follow-up", row.id, f"{doing}: {row.full_name}", row.created_at, begins, begins + TAKES)
            yield _told(entry, row.note, _page(public_url, row.contact_id), ON_TIME)
        for row in self.promises:
            said = f"You promised {row.full_name}" if row.by == Party.ME else f"{row.full_name} promised you"
            entry = _entry("promise", row.id, f"{said}: {row.what}", row.made_at, row.due_on, row.due_on + DAY)
            yield _told(entry, "", _page(public_url, row.contact_id), IN_THE_MORNING)
        for row in self.birthdays:
            begins, rule = _yearly(row.birthday)
            title = f"Birthday of {row.full_name}"
            entry = _entry("birthday", row.id, title, row.created_at, begins, begins + DAY)
            entry.add("rrule", rule)
            yield _told(entry, "", _page(public_url, row.id), IN_THE_MORNING)
        for row in self.events:
            begins, ends = row.starts_at.astimezone(zone), row.ends_at.astimezone(zone)
            entry = _entry("event", row.id, row.name, row.created_at, begins, ends)
            if row.place:
                entry.add("location", row.place)
            page = f"{public_url}/events/{row.id}" if public_url else ""
            yield _told(entry, "", row.url or page, AN_HOUR_BEFORE)


def _entry(kind: str, row_id: str, title: str, made_at: datetime, begins: date, ends: date) -> Entry:
    """Return an entry. Its stamp is the row's, so that an unchanged calendar has the same bytes."""
    entry = Entry()
    entry.add("uid", f"{kind}-{row_id}@comity")
    entry.add("dtstamp", made_at)
    entry.add("summary", title)
    entry.add("dtstart", begins)
    entry.add("dtend", ends)
    entry.add("transp", "OPAQUE" if kind == "event" else "TRANSPARENT")
    return entry


def _told(entry: Entry, note: str, url: str, when: timedelta) -> Entry:
    if note:
        entry.add("description", note)
    if url:
        entry.add("url", url)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry["summary"])
    alarm.add("trigger", when)
    entry.add_component(alarm)
    return entry


def _yearly(birthday: str) -> tuple[date, dict[str, Any]]:
    """Return the first birthday that is shown, and how it comes back."""
    year, month, day = birthday[:-6], int(birthday[-5:-3]), int(birthday[-2:])
    since = YEARLY_SINCE if year == "-" else max(YEARLY_SINCE, int(year))
    rule: dict[str, Any] = {"freq": "yearly"}
    if (month, day) == (2, 29):
        return date(since, month, day), rule | {"byyearday": LEAP_DAY_OF_THE_YEAR}
    return date(since, month, day), rule


def _page(public_url: str, contact_id: str) -> str:
    return f"{public_url}/people/{contact_id}" if public_url else ""
