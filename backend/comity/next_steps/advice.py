"""Asks the coach about one contact: the next step, or an ask in mind."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from comity.coach.ask_check import AskCheck, check_ask
from comity.coach.choose import choose_in
from comity.coach.rank import index, is_newcomer, value
from comity.coach.situation import Situation, situate
from comity.coach.step import NextStep
from comity.coach.words import AskSize
from comity.contacts.service import ContactNotFound
from comity.next_steps.schemas import StepContact, StepOut, step_contact, step_id, step_out
from comity.relationships.gathering import Gathered


@dataclass(frozen=True)
class Advised:
    """A step, whom it concerns (None: nobody yet), and how much a touch now is worth.

    is_newcomer: never in exchange and not connected either.
    """

    contact: StepContact | None
    step: NextStep
    index: float
    is_newcomer: bool

    @cached_property
    def step_id(self) -> str:
        """The step's stable id."""
        return step_id(self.contact.id if self.contact else None, self.step)


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
    history, circumstances = gathered.histories[contact_id], gathered.circumstances(contact_id)
    return advise_in(gathered, situate(history, circumstances, as_of=as_of, want=want))


def advise_in(gathered: Gathered, situation: Situation, *, looks_ahead: bool = True) -> Advised:
    """Return the one next step in a situation. looks_ahead: see `choose_in`."""
    person, relationship = situation.person, situation.relationship
    return Advised(
        step_contact(person, title=gathered.titles[person.id], trust_stage=relationship.trust_stage),
        choose_in(situation, looks_ahead=looks_ahead),
        index_in(gathered, situation),
        is_newcomer=is_newcomer(relationship, person),
    )


def index_in(gathered: Gathered, situation: Situation) -> float:
    """Return what a touch now is worth in a situation."""
    owner = gathered.owner
    worth = value(situation.person, gathered.goals, owner.background, as_of=situation.as_of, timezone=owner.timezone)
    return index(situation.relationship, value=worth)


def shown(advised: Advised) -> StepOut:
    """Return a step as a client sees it."""
    return step_out(advised.step, contact=advised.contact, priority=advised.index)


def _gathered(session: Session, account_id: str, contact_id: str, as_of: datetime) -> Gathered:
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    return gathered
