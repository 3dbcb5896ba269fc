"""Writes a made-up network: the people and their past in bulk, what hangs on services through them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from comity.contacts.models import Contact, ContactKey
from comity.contacts.service import key_rows, settled
from comity.database import Base, new_id
from comity.events.models import Attendee
from comity.events.service import create_event
from comity.follow_ups.service import create_follow_up
from comity.goals.service import create_goal
from comity.interactions.models import Interaction, InteractionContact
from comity.promises.models import Promise
from comity.sample.bodies import Calendar, contact_of, event_of, follow_up_of, goal_of, interaction_of, promise_of
from comity.sample.people import Person
from comity.sample.telling import Aim, Bond, Gathering, Story
from comity.ties.models import Tie

SOURCE = "sample"


@dataclass(frozen=True, slots=True)
class Making:
    """One network in the making. contact_ids, event_ids: by name, as they come to be."""

    session: Session
    account_id: str
    calendar: Calendar
    contact_ids: dict[str, str] = field(default_factory=dict)
    event_ids: dict[str, str] = field(default_factory=dict)
    goal_ids: list[str] = field(default_factory=list)

    def write_people(self, everybody: Iterable[Person], stories: Mapping[str, Story]) -> None:
        """Write the contacts."""
        now = self.calendar.now
        rows, keys = [], []
        for person in everybody:
            contact_id = self.contact_ids[person.full_name] = new_id()
            body = contact_of(person, stories[person.full_name], self.calendar)
            values = settled(body.model_dump(by_alias=True), guessed=frozenset())
            rows.append(
                {"id": contact_id, "account_id": self.account_id, "created_at": now, "updated_at": now} | values
            )
            keys += key_rows(self.account_id, contact_id, values)
        self._insert(Contact, rows)
        self._insert(ContactKey, keys)

    def write_gatherings(self, gatherings: Iterable[Gathering]) -> None:
        """Write the events and who attends them."""
        attendees = []
        for gathering in gatherings:
            body = event_of(gathering, self.calendar)
            event = create_event(self.session, account_id=self.account_id, body=body, now=self.calendar.now)
            self.event_ids[gathering.name] = event.id
            attendees += [{"event_id": event.id, "contact_id": self.contact_ids[one]} for one in gathering.attendees]
        self._insert(Attendee, [{"account_id": self.account_id} | attendee for attendee in attendees])

    def write_aims(self, aims: Iterable[Aim]) -> None:
        """Write the goals."""
        for aim in aims:
            body = goal_of(aim, contact_ids=self.contact_ids, calendar=self.calendar)
            goal = create_goal(self.session, account_id=self.account_id, body=body, now=self.calendar.now)
            self.goal_ids.append(goal.id)

    def write_log(self, stories: Iterable[Story]) -> int:
        """Write what happened, and return how much."""
        rows, links = [], []
        for story in stories:
            for moment in story.moments:
                contact_id = self.contact_ids[story.full_name]
                body = interaction_of(moment, contact_id=contact_id, event_ids=self.event_ids, calendar=self.calendar)
                row = self._owned() | body.model_dump(exclude={"contact_ids"})
                rows.append(row | {"created_at": self.calendar.now, "source": SOURCE})
                links.append(
                    {
                        "account_id": self.account_id,
                        "interaction_id": row["id"],
                        "contact_id": contact_id,
                        "occurred_at": row["occurred_at"],
                    }
                )
        self._insert(Interaction, rows)
        self._insert(InteractionContact, links)
        return len(rows)

    def write_vows(self, stories: Iterable[Story]) -> int:
        """Write the promises, and return how many."""
        rows = [
            self._owned()
            | promise_of(vow, contact_id=self.contact_ids[story.full_name], calendar=self.calendar).model_dump()
            for story in stories
            for vow in story.vows
        ]
        self._insert(Promise, rows)
        return len(rows)

    def write_bonds(self, bonds: Iterable[Bond]) -> int:
        """Write who knows whom, and return how many do."""
        rows = [
            self._owned()
            | {
                "created_at": self.calendar.now,
                "from_contact_id": self.contact_ids[bond.one] if bond.one else None,
                "to_contact_id": self.contact_ids[bond.other],
                "kind": bond.kind,
                "strength": bond.strength,
            }
            for bond in bonds
        ]
        self._insert(Tie, rows)
        return len(rows)

    def schedule_plans(self, stories: Iterable[Story]) -> int:
        """Schedule the follow-ups, and return how many."""
        planned = [(story.full_name, story.plan) for story in stories if story.plan]
        for full_name, plan in planned:
            body = follow_up_of(plan, contact_id=self.contact_ids[full_name], calendar=self.calendar)
            create_follow_up(self.session, account_id=self.account_id, body=body, now=self.calendar.now)
        return len(planned)

    def _owned(self) -> dict[str, Any]:
        return {"id": new_id(), "account_id": self.account_id}

    def _insert(self, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
        self.session.execute(insert(model), rows)
