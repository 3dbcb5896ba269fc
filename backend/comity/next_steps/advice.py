"""Asks the coach about one contact: the next step, or an ask in mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.coach.ask_check import AskCheck, check_ask
from comity.coach.choose import choose
from comity.coach.history import Person
from comity.coach.rank import index, value
from comity.coach.relationship import Relationship, fold
from comity.coach.step import NextStep
from comity.coach.words import AskSize
from comity.contacts.models import Contact
from comity.contacts.service import ContactNotFound
from comity.next_steps.schemas import StepContact, StepOut, step_contact, step_id, step_out
from comity.relationships.gathering import Gathered


@dataclass(frozen=True, slots=True)
class Advised:
    """A step, whom it concerns (nobody yet: both None), and how much a touch now is worth."""

    person: Person | None
    relationship: Relationship | None
    step: NextStep
    index: float

    @property
    def step_id(self) -> str:
        """The step's stable id."""
        return step_id(self.person.id if self.person else None, self.step)


def advise(
    session: Session, *, account_id: str, contact_id: str, as_of: datetime, want: AskSize | None = None
) -> Advised:
    """Return the one next step for a contact.

    Raises ContactNotFound.
    """
    return advise_from(_gathered(session, account_id, contact_id, as_of), contact_id, as_of=as_of, want=want)


def check(session: Session, *, account_id: str, contact_id: str, ask_size: AskSize, as_of: datetime) -> AskCheck:
    """Say whether an ask is allowed now.

    Raises ContactNotFound.
    """
    gathered = _gathered(session, account_id, contact_id, as_of)
    circumstances = gathered.circumstances(contact_id)
    return check_ask(gathered.histories[contact_id], circumstances, as_of=as_of, ask_size=ask_size)


def advise_from(gathered: Gathered, contact_id: str, *, as_of: datetime, want: AskSize | None = None) -> Advised:
    """Return the one next step for a contact whose history was gathered."""
    history = gathered.histories[contact_id]
    relationship = fold(history, owner=gathered.owner, as_of=as_of)
    step = choose(history, gathered.circumstances(contact_id), as_of=as_of, want=want)
    worth = value(
        history.person, gathered.goals, gathered.owner.background, as_of=as_of, timezone=gathered.owner.timezone
    )
    return Advised(history.person, relationship, step, index(relationship, value=worth))


def shown(session: Session, *, account_id: str, advised: Sequence[Advised]) -> list[StepOut]:
    """Return steps as a client sees them."""
    ids = [one.person.id for one in advised if one.person is not None]
    query = select(Contact.id, Contact.title).where(Contact.account_id == account_id, Contact.id.in_(ids))
    titles = {row.id: row.title for row in session.execute(query)}
    return [step_out(one.step, contact=_contact(one, titles), priority=one.index) for one in advised]


def _gathered(session: Session, account_id: str, contact_id: str, as_of: datetime) -> Gathered:
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    return gathered


def _contact(one: Advised, titles: dict[str, str | None]) -> StepContact | None:
    if one.person is None or one.relationship is None:
        return None
    return step_contact(one.person, title=titles.get(one.person.id), trust_stage=one.relationship.trust_stage)
