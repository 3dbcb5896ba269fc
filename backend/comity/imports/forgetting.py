"""What imports keep of somebody who was erased: hashes, so that no file brings them back, and nothing else."""

from collections.abc import Collection

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from comity.contacts.folding import keys_of
from comity.contacts.models import Contact
from comity.contacts.service import ContactErased
from comity.imports.chunks import Entry, entries_of, keep_entries
from comity.imports.known import RECOGNISED_BY, hash_of, telling
from comity.imports.models import ErasedPerson, ImportChunk
from comity.outbox import Effect


def forget(session: Session, erased: ContactErased) -> list[Effect]:
    """React to an erasure."""
    _remember_hashes(session, erased.account_id, erased.contact_ids)
    chunks = select(ImportChunk.number, ImportChunk.import_id).where(ImportChunk.account_id == erased.account_id)
    for number, import_id in session.execute(chunks).all():
        _scrub(session, (erased.account_id, import_id, number), erased.contact_ids)
    return []


def _remember_hashes(session: Session, account_id: str, contact_ids: Collection[str]) -> None:
    columns = [getattr(Contact, name) for name in RECOGNISED_BY]
    rows = session.execute(select(*columns).where(Contact.account_id == account_id, Contact.id.in_(contact_ids)))
    hashes = {hash_of(account_id, key) for row in rows for key in telling(keys_of(**row._mapping))}
    hashes -= set(session.scalars(select(ErasedPerson.key_hash).where(ErasedPerson.account_id == account_id)))
    if hashes:
        session.execute(insert(ErasedPerson), [{"account_id": account_id, "key_hash": each} for each in sorted(hashes)])


def _scrub(session: Session, place: tuple[str, str, int], contact_ids: Collection[str]) -> None:
    """Take what names them out of one chunk."""
    chunk = session.get_one(ImportChunk, place)
    if any(contact_id.encode() in chunk.entries for contact_id in contact_ids):
        keep_entries(chunk, [_without(entry, contact_ids) for entry in entries_of(chunk)])
        session.flush()
    session.expunge(chunk)


def _without(entry: Entry, contact_ids: Collection[str]) -> Entry:
    if entry.get("contact_id") not in contact_ids:
        return entry
    return {"line": entry["line"], "file": entry["file"], "label": "", "outcome": entry["outcome"], "code": "erased"}
