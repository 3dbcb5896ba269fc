"""LinkedIn's `messages.csv`: who wrote to whom, told from the owner's side."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import BinaryIO, NamedTuple

from comity.imports.linkedin.owner import Conversation, Owner, find_owner
from comity.imports.records import LONGEST_NAME, FileOwner, FoundMessage, Participant, Refusal
from comity.imports.table import Row, Table, find_table, read_rows
from comity.imports.values import YEARS, clean, clean_lines, web_address

UNWANTED_FOLDERS = {"sponsored": "advertisement", "spam": "spam"}
CLOSED_ACCOUNT = "LinkedIn Member"
LONGEST_SUBJECT = 300
LONGEST_BODY = 20_000


class Cells(NamedTuple):
    """One row; the fields are named like LinkedIn's columns, save `sender` and `recipients`."""

    conversation_id: str
    sender: str
    sender_profile_url: str
    recipients: str
    recipient_profile_urls: str
    date: str
    subject: str
    content: str
    folder: str
    conversation_title: str
    is_message_draft: str


COLUMN_NAMES = [{"sender": "from", "recipients": "to"}.get(field, field.replace("_", " ")) for field in Cells._fields]


class Letter(NamedTuple):
    """One row before it is told on whose side it was written."""

    line: int
    conversation: str
    sender: Participant
    recipients: tuple[Participant, ...]
    sent_at: datetime
    subject: str
    content: str


def is_header(names: Sequence[str]) -> bool:
    """Whether a row with these names heads a list of messages."""
    return {"conversation id", "from", "to", "date"} <= set(names)


def find_messages(file: BinaryIO) -> Table | None:
    """The layout, or None where the file holds no messages."""
    return find_table(file, is_header)


def read_messages(file: BinaryIO, table: Table, told: FileOwner) -> Iterator[FoundMessage | Refusal]:
    """Every message, in the order of the file, which is read twice: first to learn who of its people is the owner."""
    owner = find_owner(_conversations(file, table), told)
    for letter in _letters(file, table):
        yield _message(letter, owner) if isinstance(letter, Letter) else letter


def _conversations(file: BinaryIO, table: Table) -> Iterator[Conversation]:
    for letter in _letters(file, table):
        if isinstance(letter, Letter):
            yield letter.conversation, (letter.sender, *letter.recipients)


def _letters(file: BinaryIO, table: Table) -> Iterator[Letter | Refusal]:
    pick = table.picker(COLUMN_NAMES)
    for row in read_rows(file, table):
        yield _letter(row.line, Cells(*pick(row))) if isinstance(row, Row) else row


def _letter(line: int, cells: Cells) -> Letter | Refusal:
    sender = _participant(cells.sender, cells.sender_profile_url)
    if unwanted := _unwanted(line, sender, cells):
        return unwanted
    sent_at = _instant(cells.date.strip())
    if sent_at is None:
        return Refusal(line, "no_date", f"{cells.date[:40]!r} is no moment at which a message was sent.", sender.name)
    return Letter(
        line,
        cells.conversation_id.strip(),
        sender,
        _recipients(cells.recipients, cells.recipient_profile_urls),
        sent_at,
        clean(cells.subject),
        clean_lines(cells.content),
    )


def _unwanted(line: int, sender: Participant, cells: Cells) -> Refusal | None:
    kind = UNWANTED_FOLDERS.get(cells.folder.strip().lower())
    if kind or cells.conversation_title.strip().lower().startswith("sponsored"):
        kind = kind or "advertisement"
        return Refusal(line, kind, f"LinkedIn marks this message as {kind}.", sender.name, deliberate=True)
    if cells.is_message_draft.strip().lower() in {"yes", "true", "1"}:
        return Refusal(line, "draft", "The message was never sent.", sender.name, deliberate=True)
    if not sender.profile_url and sender.name in {"", CLOSED_ACCOUNT}:
        return Refusal(line, "unknown_sender", "The sender's account is closed or hidden.", sender.name)
    return None


def _participant(name: str, url: str) -> Participant:
    return Participant(clean(name)[:LONGEST_NAME], web_address(clean(url)) or "" if url else "")


def _recipients(names: str, urls: str) -> tuple[Participant, ...]:
    """Pair names with links. A single recipient's name may hold a comma (`Jane Doe, PhD`)."""
    links = [link for link in urls.split(",") if link.strip()]
    if len(links) <= 1:
        one = _participant(names, links[0] if links else "")
        return (one,) if one.name or one.profile_url else ()
    named = names.split(",")
    if len(named) != len(links):
        named = [""] * len(links)
    return tuple(map(_participant, named, links))


def _instant(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.removesuffix(" UTC"))
    except ValueError:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return moment.astimezone(UTC) if moment.year in YEARS else None


def _message(letter: Letter, owner: Owner) -> FoundMessage | Refusal:
    line, sender = letter.line, letter.sender
    if not owner.is_known():
        why = "It is not known which side is you: put your profile address under Settings, then import this again."
        return Refusal(line, "unknown_owner", why, sender.name)
    outbound = owner.is_(sender)
    others = tuple(person for person in letter.recipients if not owner.is_(person))
    people = others if outbound else (sender,)
    if not people:
        return Refusal(line, "no_recipient", "The message went to nobody but yourself.", sender.name, deliberate=True)
    return FoundMessage(
        line,
        key=_key(letter),
        thread=f"linkedin:{letter.conversation}"[:200],
        direction="outbound" if outbound else "inbound",
        sent_at=letter.sent_at,
        people=people,
        subject=letter.subject[:LONGEST_SUBJECT],
        body=letter.content[:LONGEST_BODY],
        in_group=len(others) + (not outbound) > 1,
        left_out=("message: the end of a very long text was cut off",) if len(letter.content) > LONGEST_BODY else (),
    )


def _key(letter: Letter) -> str:
    """The message's fingerprint. Its people are no part of it: they rename themselves between two exports."""
    told_apart_by = f"{letter.conversation}\0{letter.sent_at.isoformat()}\0{letter.content}"
    return blake2b(told_apart_by.encode(), digest_size=16).hexdigest()
