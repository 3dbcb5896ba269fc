"""Who else is on an invitation: people, not rooms, without the owner and without those who said no."""

from collections.abc import Iterator
from urllib.parse import unquote

from comity.contacts.folding import fold
from comity.events.matching import Guest
from comity.imports.ical.components import Component
from comity.imports.records import LONGEST_NAME, FileOwner
from comity.imports.values import Sieve, clean, email_address
from comity.imports.vcard.content_lines import ContentLine

MOST_GUESTS = 500  # of one event
NOT_PEOPLE = frozenset({"ROOM", "RESOURCE", "GROUP"})
MAILTO = "mailto:"


def guests_of(component: Component, owner: FileOwner) -> tuple[tuple[Guest, ...], tuple[str, ...]]:
    """Return who is on the list beside the owner, each once, and what of it was left out."""
    sieve = Sieve()
    found: dict[str, Guest] = {}
    for line in _coming(component):
        guest = _guest(line, sieve)
        if guest is not None and not _is_owner(guest, owner):
            found.setdefault(guest.key, guest)
    guests = tuple(found.values())
    if len(guests) > MOST_GUESTS:
        sieve.leave_out("attendees", f"{len(guests) - MOST_GUESTS} more than {MOST_GUESTS}")
    return guests[:MOST_GUESTS], sieve.left_out


def is_declined(component: Component, owner: FileOwner) -> bool:
    """Whether the owner said that they do not come."""
    return any(
        _is_owner(guest, owner)
        for line in component.all("ATTENDEE")
        if _parameter(line, "PARTSTAT") == "DECLINED" and (guest := _guest(line, Sieve()))
    )


def _coming(component: Component) -> Iterator[ContentLine]:
    """The attendees who did not decline, and whoever invites."""
    for line in (*component.all("ATTENDEE"), *component.all("ORGANIZER")):
        if _parameter(line, "CUTYPE") not in NOT_PEOPLE and _parameter(line, "PARTSTAT") != "DECLINED":
            yield line


def _guest(line: ContentLine, sieve: Sieve) -> Guest | None:
    name = clean(line.parameters.get("CN", "").strip("'"))
    email = _email(line, sieve) or email_address(name)
    name = name or email or ""
    if not name or len(name) > LONGEST_NAME:
        sieve.leave_out("attendee", name or line.value)
        return None
    return Guest(name, email)


def _email(line: ContentLine, sieve: Sieve) -> str | None:
    """The address. What is escaped in it may be a line break that smuggles in more headers: then it is none."""
    written = line.value.strip()
    is_mail = written.lower().startswith(MAILTO)
    address = unquote(written[len(MAILTO) :].partition("?")[0]) if is_mail else line.parameters.get("EMAIL", "")
    if not address:
        return None
    email = email_address(address) if address.isprintable() else None
    if email is None:
        sieve.leave_out("attendee's address", clean(written))
    return email


def _is_owner(guest: Guest, owner: FileOwner) -> bool:
    if owner.email and guest.email:
        return fold(guest.email) == fold(owner.email)
    return bool(owner.full_name) and fold(guest.full_name) == fold(owner.full_name)


def _parameter(line: ContentLine, name: str) -> str:
    return line.parameters.get(name, "").strip().upper()
