"""Says how a date in words would be read, before anything is saved."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from comity.calendars import calendar_for
from comity.coach.history import History, Owner, Person
from comity.coach.welcome import Both, Move, asks_for, moved_most, welcome
from comity.coach.words import Action, AskSize
from comity.contacts.models import Contact
from comity.contacts.service import get_contact
from comity.follow_ups import wanted
from comity.follow_ups.moving import both_of, owner_of
from comity.follow_ups.schemas import ReadDateIn


@dataclass(frozen=True, slots=True)
class Read:
    """A date in words as it was read, and when a touch would go. first, last: the days that it names."""

    text: str
    understood: str
    wanted_at: datetime
    due_at: datetime
    moved_by: str | None
    moves: tuple[Move, ...]
    first: date
    last: date
    timezone: str


def read_date(session: Session, *, account_id: str, body: ReadDateIn, now: datetime) -> Read:
    """Read a date in words in the owner's zone.

    Raises ContactNotFound, DateNotUnderstood.
    """
    contact = get_contact(session, account_id=account_id, contact_id=body.contact_id) if body.contact_id else None
    found = wanted.read(session, body.text, account_id=account_id, contact=contact, now=now, pointer="/text")
    owner = owner_of(session, account_id)
    asks = asks_for(Action(body.action), AskSize(body.ask_size))
    due_at, moves = welcome(found.at, _both(contact, owner, around=found.first), asks=asks)
    return Read(
        text=body.text,
        understood=found.says,
        wanted_at=found.at,
        due_at=due_at,
        moved_by=moved_most(moves),
        moves=moves,
        first=found.first,
        last=found.last,
        timezone=owner.timezone,
    )


def _both(contact: Contact | None, owner: Owner, *, around: date) -> Both:
    """Return whose time it takes; of nobody in particular only the owner's zone is known."""
    if contact is not None:
        return both_of(contact, owner, around=around)
    calendar = calendar_for(
        country=None, observances=(), timezone=owner.timezone, owner_timezone=owner.timezone, around=around
    )
    return Both(History(Person(id="", full_name="")), calendar, owner)
