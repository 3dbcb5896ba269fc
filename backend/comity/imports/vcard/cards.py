"""One card, one person."""

from collections.abc import Iterator
from typing import BinaryIO

from comity.contacts.folding import fold
from comity.imports.countries import country_code
from comity.imports.records import LONGEST_NAME, LONGEST_NOTES, FoundPerson, Refusal
from comity.imports.values import (
    Sieve,
    birthday,
    clean,
    clean_lines,
    email_address,
    phone_number,
    tag_name,
    web_address,
    words,
)
from comity.imports.vcard.content_lines import BrokenLine, ContentLine, parts, read_content_lines, unescaped

MOST_LINES = 2_000
NOT_A_PERSON = frozenset({"group", "org", "location", "application", "device"})
NOT_TO_TALK_TO = ("fax", "pager", "assistant", "modem")
GROUPS_OF_GOOGLE = frozenset({"mycontacts", "starred"})


class Card:
    """The properties of one card while it is read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.properties: list[ContentLine] = []
        self.broken: list[BrokenLine] = []
        self.inner_cards = 0

    def add(self, entry: ContentLine | BrokenLine) -> None:
        """Take a line in; of a card without measure only so many."""
        if self.is_too_long():
            return
        if isinstance(entry, BrokenLine):
            self.broken.append(entry)
        else:
            self.properties.append(entry)

    def is_too_long(self) -> bool:
        """Whether it has more lines than anybody's card."""
        return len(self.properties) + len(self.broken) > MOST_LINES

    def may_hold_another(self) -> bool:
        """Whether a BEGIN within this card belongs to a card within it: that of an agent (2.1), or a deeper one."""
        last = self.properties[-1] if self.properties else None
        return self.inner_cards > 0 or (last is not None and last.name == "AGENT" and not last.value.strip())

    def all(self, *names: str) -> list[ContentLine]:
        """The properties with one of these names, in the order of the names."""
        return [line for name in names for line in self.properties if line.name == name and not line.is_binary]

    def text(self, *names: str) -> str:
        """The first of these properties that says something, as one line."""
        return next((text for line in self.all(*names) if (text := clean(unescaped(line.value)))), "")

    def label(self, line: ContentLine) -> str:
        """What the address book calls this property: its types and its own label, in lower case."""
        labels = [other.value for other in self.all("X-ABLABEL") if line.group and other.group == line.group]
        return " ".join([*line.types, *labels]).lower()


def read_cards(file: BinaryIO) -> Iterator[FoundPerson | Refusal]:
    """Every card of the file as a person, or the reason why it is none."""
    for card in _cards(read_content_lines(file)):
        yield card if isinstance(card, Refusal) else _person(card)


def _cards(entries: Iterator[ContentLine | BrokenLine]) -> Iterator[Card | Refusal]:
    is_stray = False
    for entry in entries:
        mark = _mark(entry)
        if mark == "BEGIN":
            yield from _cards_from(entry.line, entries)
        elif not mark and not is_stray:
            yield Refusal(entry.line, "outside_card", "The line stands outside of any card.")
        is_stray = not mark


def _cards_from(line: int, entries: Iterator[ContentLine | BrokenLine]) -> Iterator[Card | Refusal]:
    """The card that begins on this line; before it ends another one may begin."""
    card = Card(line)
    for entry in entries:
        mark = _mark(entry)
        if mark == "END" and not card.inner_cards:
            yield card
            return
        if mark == "BEGIN" and not card.may_hold_another():
            yield _unended(card)
            card = Card(entry.line)
        elif mark:
            card.inner_cards += 1 if mark == "BEGIN" else -1
        elif not card.inner_cards:
            card.add(entry)
    yield _unended(card)


def _mark(entry: ContentLine | BrokenLine) -> str:
    """BEGIN or END of a card; empty for all else."""
    if isinstance(entry, ContentLine) and entry.name in {"BEGIN", "END"} and entry.value.strip().upper() == "VCARD":
        return entry.name
    return ""


def _unended(card: Card) -> Refusal:
    return Refusal(card.line, "no_end", "The card does not end: the file may be cut off.", card.text("FN", "N")[:60])


def _person(card: Card) -> FoundPerson | Refusal:
    name = _name(card)
    if refusal := _refusal(card, name):
        return refusal
    sieve = Sieve()
    place, country = _place(card, sieve)
    return FoundPerson(
        card.line,
        name,
        emails=sieve.several("email", (unescaped(line.value) for line in card.all("EMAIL")), email_address),
        phones=_phones(card, sieve),
        company=sieve.one("company", _company(card), words),
        title=sieve.one("title", card.text("TITLE", "ROLE"), words),
        location=place,
        country=country,
        profile_url=_profile_url(card, sieve),
        tags=_tags(card, sieve),
        birthday=_birthday(card, sieve),
        notes=_notes(card, sieve),
        in_address_book=True,
        left_out=(*sieve.left_out, *_not_read(card)),
    )


def _refusal(card: Card, name: str) -> Refusal | None:
    too_large = next((broken for broken in card.broken if broken.too_large), None)
    if too_large:
        return Refusal(card.line, too_large.code, f"Line {too_large.line}: {too_large.reason}", name[:60])
    if card.is_too_long():
        return Refusal(card.line, "card_too_long", f"The card has more than {MOST_LINES} lines.", name[:60])
    kind = card.text("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind in NOT_A_PERSON or _is_a_company(card):
        return Refusal(card.line, "not_a_person", "The card is of a group or a company.", name[:60], deliberate=True)
    if not name:
        return Refusal(card.line, "no_name", "The card names nobody.")
    if len(name) > LONGEST_NAME:
        return Refusal(card.line, "name_too_long", f"The name is longer than {LONGEST_NAME} characters.", name[:60])
    return None


def _name(card: Card) -> str:
    return card.text("FN") or _name_of_parts(card) or card.text("NICKNAME") or _company(card) or card.text("EMAIL")


def _name_of_parts(card: Card) -> str:
    for line in card.all("N"):
        family, given, additional = (*parts(line.value), "", "", "")[:3]
        if name := clean(f"{given} {additional} {family}"):
            return name
    return ""


def _is_a_company(card: Card) -> bool:
    """Say whether a card is a company's: it says so, or has no other name than the company's."""
    if _name_of_parts(card) or card.text("NICKNAME"):
        return False
    is_marked = card.text("X-ABSHOWAS").upper() == "COMPANY"
    return is_marked or (bool(company := _company(card)) and card.text("FN") in {"", company})


def _company(card: Card) -> str:
    return next((company for line in card.all("ORG") if (company := clean(parts(line.value)[0]))), "")


def _phones(card: Card, sieve: Sieve) -> tuple[str, ...]:
    numbers = []
    for line in card.all("TEL"):
        number = unescaped(line.value).strip()
        if any(word in card.label(line) for word in NOT_TO_TALK_TO):
            sieve.leave_out("fax, pager or assistant", number)
        else:
            numbers.append(number)
    return sieve.several("phone", numbers, phone_number)


def _place(card: Card, sieve: Sieve) -> tuple[str | None, str | None]:
    """The first address with a town or a country, as place and country code."""
    for line in card.all("ADR"):
        *_, town, region, _, country = [clean(part) for part in (*parts(line.value), *[""] * 7)[:7]]
        code = country_code(fold(country))
        if place := ", ".join(filter(None, (town, region, "" if code else country))):
            return sieve.one("place", place, words), code
        if code:
            return None, code
    return None, None


def _profile_url(card: Card, sieve: Sieve) -> str | None:
    """The link to a professional profile. A home page is none."""
    for line in card.all("X-SOCIALPROFILE", "URL"):
        link = clean(unescaped(line.value))
        if "linkedin.com/" in link.lower():
            return sieve.one("link", link, web_address)
        sieve.leave_out("link", link)
    return None


def _tags(card: Card, sieve: Sieve) -> tuple[str, ...]:
    tags = [clean(tag) for line in card.all("CATEGORIES") for tag in parts(line.value, ",")]
    return sieve.several("tag", [tag for tag in tags if fold(tag) not in GROUPS_OF_GOOGLE], tag_name)


def _birthday(card: Card, sieve: Sieve) -> str | None:
    for line in card.all("BDAY"):
        if day := birthday(clean(line.value)):
            omitted = line.parameters.get("X-APPLE-OMIT-YEAR")
            return f"--{day[5:]}" if omitted and day.startswith(omitted) else day
    return sieve.one("birthday", card.text("BDAY"), birthday)


def _notes(card: Card, sieve: Sieve) -> str | None:
    notes = "\n\n".join(filter(None, (clean_lines(unescaped(line.value)) for line in card.all("NOTE"))))
    if len(notes) > LONGEST_NOTES:
        sieve.leave_out("end of the notes", notes[LONGEST_NOTES:])
    return notes[:LONGEST_NOTES] or None


def _not_read(card: Card) -> Iterator[str]:
    """What of the card was not looked at: pictures, which are never fetched nor kept, and broken lines."""
    for name in dict.fromkeys(line.name for line in card.properties if line.is_binary):
        yield f"{name.lower()}: pictures and other attachments are not taken over"
    for broken in card.broken[:10]:
        yield f"line {broken.line}: {broken.reason}"
