"""What imports keep of somebody who was erased: hashes, so that no file brings them back, and nothing else."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from comity.contacts.folding import fold, keys_of
from comity.contacts.models import Contact
from comity.contacts.service import ContactErased
from comity.events.matching import Guest
from comity.imports.chunks import Entry, entries_of, keep_entries
from comity.imports.known import RECOGNISED_BY, hash_of, telling
from comity.imports.models import ErasedPerson, ImportChunk
from comity.outbox import Effect

LISTED = ('"guest"', '"event"', '"event_id":"')  # what stands in a chunk of events, or of a list of attendees


class Erased(NamedTuple):
    """Who was erased: as contacts, and as they may stand on a list. names, emails: folded."""

    contact_ids: frozenset[str]
    names: frozenset[str]
    emails: frozenset[str]

    def has(self, guest: Guest) -> bool:
        """Whether a guest is one of them."""
        return fold(guest.full_name) in self.names or fold(guest.email or "") in self.emails


def forget(session: Session, erased: ContactErased) -> list[Effect]:
    """React to an erasure."""
    rows = _remember_hashes(session, erased.account_id, erased.contact_ids)
    gone = Erased(
        frozenset(erased.contact_ids),
        frozenset(fold(row.full_name) for row in rows),
        frozenset(fold(email) for row in rows for email in row.emails),
    )
    chunks = select(ImportChunk.number, ImportChunk.import_id).where(ImportChunk.account_id == erased.account_id)
    for number, import_id in session.execute(chunks).all():
        _scrub(session, (erased.account_id, import_id, number), gone)
    return []


def _remember_hashes(session: Session, account_id: str, contact_ids: Collection[str]) -> Sequence[Row[Any]]:
    columns = [getattr(Contact, name) for name in RECOGNISED_BY]
    mine = (Contact.account_id == account_id, Contact.id.in_(contact_ids))
    rows = session.execute(select(*columns).where(*mine)).all()
    hashes = {hash_of(account_id, key) for row in rows for key in telling(keys_of(**row._mapping))}
    hashes -= set(session.scalars(select(ErasedPerson.key_hash).where(ErasedPerson.account_id == account_id)))
    if hashes:
        session.execute(insert(ErasedPerson), [{"account_id": account_id, "key_hash": each} for each in sorted(hashes)])
    return rows


def _scrub(session: Session, place: tuple[str, str, int], gone: Erased) -> None:
    """Take what names them out of one chunk."""
    chunk = session.get_one(ImportChunk, place)
    if any(mark.encode() in chunk.entries for mark in (*LISTED, *gone.contact_ids)):
        keep_entries(chunk, [_without(entry, gone) for entry in entries_of(chunk)])
        session.flush()
    session.expunge(chunk)


def _without(entry: Entry, gone: Erased) -> Entry:
    """Return an entry without them: nothing of one that is theirs, an event without them among its guests.

    A guest who was suggested is nobody's, and theirs by the name.
    """
    if "event" in entry:
        guests = [guest for guest in entry["event"]["guests"] if not gone.has(Guest(*guest))]
        return entry | {"event": entry["event"] | {"guests": guests}}
    blank = {"line": entry["line"], "file": entry["file"], "label": "", "outcome": entry["outcome"], "code": "erased"}
    if entry.get("contact_id") in gone.contact_ids or ("guest" in entry and gone.has(Guest(*entry["guest"]))):
        return blank
    if entry.get("event_id") and fold(entry["label"]) in gone.names:
        return entry | {"label": ""}
    return entry
