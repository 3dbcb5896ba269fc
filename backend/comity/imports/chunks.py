"""The records of an import, a thousand at a time: what was read, what became of each, and what undoes it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from pydantic_core import from_json, to_json
from sqlalchemy import insert
from sqlalchemy.orm import Session

from comity.events.matching import Guest
from comity.imports.models import Import, ImportChunk
from comity.imports.records import (
    FoundEvent,
    FoundGuest,
    FoundMessage,
    FoundPerson,
    Outcome,
    Participant,
    Record,
    Refusal,
)

RECORDS_AT_ONCE = 1_000
LISTS = ("emails", "phones", "tags")
CHARACTERS_AT_ONCE = 1_000_000  # of message texts and guests, so that a chunk of long ones stays small
CHARACTERS_A_GUEST = 100

Entry = dict[str, Any]
"""One record: `line`, `file`, `label`, and `person`, `message`, `event` or `guest` until it is applied; then `outcome`,
with `code` and `reason` where it was not taken over, `contact_id`, `interaction_id`, `event_id`, and in `undo` (of an
event `undo_event`) what was there before."""


def in_chunks(records: Iterable[Record]) -> Iterator[list[Entry]]:
    """The records as entries, some at a time; no chunk holds records of two files."""
    for _, of_one_file in groupby(records, key=lambda record: record.file):
        yield from _in_chunks(of_one_file)


def _in_chunks(records: Iterable[Record]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    characters = 0
    for record in records:
        chunk.append(entry_of(record))
        characters += _length(record)
        if len(chunk) >= RECORDS_AT_ONCE or characters > CHARACTERS_AT_ONCE:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _length(record: Record) -> int:
    """About how many characters the long part of a record has."""
    if isinstance(record, FoundEvent):
        return len(record.guests) * CHARACTERS_A_GUEST
    return len(record.body) if isinstance(record, FoundMessage) else 0


def entry_of(record: Record) -> Entry:
    """A record as it is kept."""
    if isinstance(record, Refusal):
        outcome = Outcome.SKIPPED if record.deliberate else Outcome.REFUSED
        return {**record._asdict(), "outcome": outcome}
    entry: Entry = {"line": record.line, "file": record.file, "left_out": record.left_out}
    if isinstance(record, FoundPerson):
        return entry | {"label": record.full_name, "person": _told(record)}
    if isinstance(record, FoundGuest):
        return entry | {"label": record.guest.full_name, "guest": record.guest}
    if isinstance(record, FoundEvent):
        return entry | {"label": record.name, "event": record._asdict()}
    return entry | {"label": record.people[0].name or record.people[0].profile_url, "message": _told(record)}


def _told(record: FoundPerson | FoundMessage) -> dict[str, Any]:
    return {name: value for name, value in zip(record._fields, record, strict=True) if value}


def person_of(entry: Entry) -> FoundPerson:
    """The person that an entry keeps."""
    kept: dict[str, Any] = entry["person"]
    day = kept.get("connected_on")
    lists = {name: tuple(kept[name]) for name in LISTS if name in kept}
    return FoundPerson(**kept | lists | {"connected_on": date.fromisoformat(day) if isinstance(day, str) else day})


def message_of(entry: Entry) -> FoundMessage:
    """The message that an entry keeps."""
    kept = entry["message"]
    return FoundMessage(**kept)._replace(
        sent_at=_instant(kept["sent_at"]),
        people=tuple(Participant(*person) for person in kept["people"]),
    )


def event_of(entry: Entry) -> FoundEvent:
    """The event that an entry keeps."""
    kept = FoundEvent(**entry["event"])
    return kept._replace(
        starts_at=_instant(kept.starts_at),
        ends_at=_instant(kept.ends_at),
        guests=tuple(Guest(*guest) for guest in kept.guests),
        left_out=tuple(kept.left_out),
    )


def guest_of(entry: Entry) -> Guest:
    """The guest that an entry keeps."""
    return Guest(*entry["guest"])


def _instant(kept: datetime | str) -> datetime:
    return (datetime.fromisoformat(kept) if isinstance(kept, str) else kept).astimezone(UTC)


def write_chunk(session: Session, import_: Import, number: int, entries: Sequence[Entry]) -> None:
    """Keep a new chunk, and count what is told of it so far."""
    counts = _counts(entries)
    values = {"account_id": import_.account_id, "import_id": import_.id, "number": number}
    session.execute(insert(ImportChunk).values(entries=to_json(entries), **values, **counts))
    import_.total += len(entries)
    for outcome, count in counts.items():
        setattr(import_, outcome, getattr(import_, outcome) + count)


def rewrite_chunk(import_: Import, chunk: ImportChunk, entries: Sequence[Entry]) -> None:
    """Keep what became of a chunk, and count that instead of what was expected."""
    counts = _counts(entries)
    for outcome, count in counts.items():
        setattr(import_, outcome, getattr(import_, outcome) + count - getattr(chunk, outcome))
        setattr(chunk, outcome, count)
    keep_entries(chunk, entries)


def keep_entries(chunk: ImportChunk, entries: Sequence[Entry]) -> None:
    """Keep other entries in a chunk."""
    chunk.entries = to_json(entries)


def read_chunk(session: Session, import_: Import, number: int) -> ImportChunk | None:
    """The chunk with this number."""
    return session.get(ImportChunk, (import_.account_id, import_.id, number))


def entries_of(chunk: ImportChunk) -> list[Entry]:
    """The entries of a chunk."""
    entries: list[Entry] = from_json(chunk.entries)
    return entries


def _counts(entries: Iterable[Entry]) -> dict[str, int]:
    told = Counter(entry["outcome"] for entry in entries if "outcome" in entry)
    return {outcome.value: told[outcome] for outcome in Outcome}
