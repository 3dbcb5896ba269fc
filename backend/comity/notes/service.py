"""Reads a text for the owner; nothing is kept."""

from datetime import datetime

from sqlalchemy.orm import Session

from comity.accounts.service import get_account
from comity.coach.days import day_at
from comity.coach.history import Background
from comity.coach.reading.common_ground import Known
from comity.coach.reading.read import Reading, read
from comity.coach.reading.speakers import Speakers
from comity.contacts.service import get_contact
from comity.notes.schemas import NoteIn


def read_note(session: Session, *, account_id: str, body: NoteIn, as_of: datetime) -> Reading:
    """Return what a text shows, days counted from the owner's day.

    Raises ContactNotFound.
    """
    owner = get_account(session, account_id)
    contact = get_contact(session, account_id=account_id, contact_id=body.contact_id) if body.contact_id else None
    background = {name: tuple(owner.background.get(name, ())) for name in Background.__dataclass_fields__}
    return read(
        body.text,
        today=day_at(as_of, owner.timezone),
        speakers=Speakers(body.direction, contact.full_name if contact else None),
        known=Known.of(Background(**background)),
    )
