"""What a reader finds in a file, as plain values: people, messages, and what could not be read."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from comity.events.matching import Guest

LONGEST_NAME = 200
LONGEST_WORDS = 300  # a company, a title, a place
LONGEST_TAG = 60
LONGEST_URL = 300
LONGEST_EMAIL = 254
LONGEST_PHONE = 50
LONGEST_NOTES = 20_000
LONGEST_FIELD = 32 * 1024
LONGEST_LINE = 64 * 1024
MOST_ADDRESSES = 20  # emails, and phones
MOST_TAGS = 50
MOST_RECORDS = 200_000


class FoundPerson(NamedTuple):
    """One person, as a file tells it.

    line: where the record begins, counted from 1. birthday: `YYYY-MM-DD`, or `--MM-DD` without a year.
    in_address_book: the file is somebody's own address book, so the two have met.
    left_out: what stood in the record and could not be taken over, with why.
    """

    line: int
    full_name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    company: str | None = None
    title: str | None = None
    location: str | None = None
    country: str | None = None
    profile_url: str | None = None
    tags: tuple[str, ...] = ()
    birthday: str | None = None
    connected_on: date | None = None
    notes: str | None = None
    in_address_book: bool = False
    left_out: tuple[str, ...] = ()
    file: str = ""


class Participant(NamedTuple):
    """Somebody in a conversation. Either may be empty, not both."""

    name: str
    profile_url: str


class FoundMessage(NamedTuple):
    """One message between the owner and others.

    key: the same message gives the same key in every export. people: for an inbound message its sender, for an
    outbound one whom it reached. in_group: more than two took part in the conversation.
    """

    line: int
    key: str
    thread: str
    direction: Literal["inbound", "outbound"]
    sent_at: datetime
    people: tuple[Participant, ...]
    subject: str = ""
    body: str = ""
    in_group: bool = False
    left_out: tuple[str, ...] = ()
    file: str = ""


class FoundEvent(NamedTuple):
    """One event of a calendar.

    key: the same event gives the same key in every file. attending: the owner goes, as far as the file says.
    is_cancelled: it does not take place. guests: who else is on its list. revision: greater where the file is newer.
    """

    line: int
    key: str
    name: str
    starts_at: datetime
    ends_at: datetime
    place: str | None = None
    url: str | None = None
    attending: bool = True
    is_cancelled: bool = False
    guests: tuple[Guest, ...] = ()
    revision: str = ""
    left_out: tuple[str, ...] = ()
    file: str = ""


class FoundGuest(NamedTuple):
    """Somebody on a list of attendees."""

    line: int
    guest: Guest
    left_out: tuple[str, ...] = ()
    file: str = ""


class Refusal(NamedTuple):
    """A record that was not taken over, and why.

    deliberate: it could be read and does not belong here (an advertisement, a draft), so it is no fault of the file.
    """

    line: int
    code: str
    reason: str
    label: str = ""
    deliberate: bool = False
    file: str = ""


Record = FoundPerson | FoundMessage | FoundEvent | FoundGuest | Refusal


class FileOwner(NamedTuple):
    """Whom the file belongs to, as far as the account says; empty where it does not."""

    full_name: str = ""
    profile_url: str = ""
    email: str = ""
    timezone: str = "UTC"


class Outcome(StrEnum):
    """What becomes of a record."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REFUSED = "refused"
