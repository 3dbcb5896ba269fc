"""Makes the network up, and takes it away."""

from datetime import datetime
from random import Random

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.contacts.models import Contact
from comity.contacts.service import ContactChanged
from comity.database import serialize
from comity.errors import Conflict, NotFound
from comity.events.models import Event
from comity.goals.models import Goal
from comity.goals.service import GoalsChanged
from comity.interactions.service import delete_orphans_of
from comity.next_steps.models import Decision
from comity.outbox import publish
from comity.sample.arcs import stories_of_the_others
from comity.sample.bodies import Calendar
from comity.sample.gatherings import AIMS, BONDS, GATHERINGS
from comity.sample.making import Making
from comity.sample.models import SampleNetwork
from comity.sample.people import EVERYBODY
from comity.sample.schemas import SampleNetworkOut
from comity.sample.stories.owed import OWED
from comity.sample.stories.quiet import QUIET
from comity.sample.stories.welcome import WELCOME
from comity.sample.telling import Story

SEED = 120  # any number: the same people with the same past, whenever they are made up


class SampleNetworkExists(Conflict):
    """The sample network is there already."""


class SampleNetworkNotFound(NotFound):
    """There is no sample network."""


def create_sample_network(session: Session, *, account_id: str, now: datetime) -> SampleNetworkOut:
    """Make up 120 contacts with two years of history, up to now.

    Raises SampleNetworkExists.
    """
    if _made(session, account_id) is not None:
        raise SampleNetworkExists
    chance = Random(SEED)  # noqa: S311
    timezone = session.scalars(select(Account.timezone).where(Account.id == account_id)).one()
    making = Making(session, account_id, Calendar(now, timezone, chance))
    counts = _make(making, _stories(chance))
    session.add(_record(making))
    publish(session, ContactChanged(account_id, tuple(making.contact_ids.values()), now))
    return counts


def remove_sample_network(session: Session, *, account_id: str, now: datetime) -> None:
    """Take away what was made up, with what the owner did with it since.

    Raises SampleNetworkNotFound.
    """
    made = _made(session, account_id)
    if made is None:
        raise SampleNetworkNotFound
    delete_orphans_of(session, account_id=account_id, contact_ids=made.contact_ids)
    for column, ids in (
        (Decision.contact_id, made.contact_ids),
        (Contact.id, made.contact_ids),
        (Event.id, made.event_ids),
        (Goal.id, made.goal_ids),
    ):
        table = column.class_
        session.execute(delete(table).where(table.account_id == account_id, column.in_(ids)))
    session.delete(made)
    publish(session, GoalsChanged(account_id, (), now))


def _made(session: Session, account_id: str) -> SampleNetwork | None:
    """Return what was made up; until this transaction ends, nobody else makes up or takes away."""
    serialize(session, f"sample network of {account_id}")
    return session.get(SampleNetwork, account_id)


def _stories(chance: Random) -> dict[str, Story]:
    """Return everybody's story by name."""
    told = {story.full_name: story for story in (*OWED, *WELCOME, *QUIET)}
    return told | {story.full_name: story for story in stories_of_the_others(chance, told=told.keys())}


def _make(making: Making, stories: dict[str, Story]) -> SampleNetworkOut:
    making.write_people(EVERYBODY, stories)
    making.write_gatherings(GATHERINGS)
    making.write_aims(AIMS)
    return SampleNetworkOut(
        contacts=len(making.contact_ids),
        interactions=making.write_log(stories.values()),
        promises=making.write_vows(stories.values()),
        ties=making.write_bonds(BONDS),
        follow_ups=making.schedule_plans(stories.values()),
        events=len(making.event_ids),
        goals=len(making.goal_ids),
    )


def _record(making: Making) -> SampleNetwork:
    return SampleNetwork(
        account_id=making.account_id,
        created_at=making.calendar.now,
        contact_ids=[*making.contact_ids.values()],
        event_ids=[*making.event_ids.values()],
        goal_ids=making.goal_ids,
    )
