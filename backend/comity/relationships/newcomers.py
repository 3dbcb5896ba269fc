"""Many people at once: each gets a row that lets them compete for today, and is folded when their turn comes.

To choose a step for each of thirty thousand new connections takes half a minute, to say what a tie to each is worth
takes a second; and nobody looks at more than a few of them today.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity.coach.history import History, Owner, Person
from comity.coach.rank import Ranking, ranking, value
from comity.coach.relationship import fold
from comity.coach.words import Seniority, TrustStage
from comity.contacts.models import Contact
from comity.outbox import Effect, Happened
from comity.prepared import Prepared, PreparedInsert, among
from comity.relationships.gathering import goals_of, owner_of
from comity.relationships.models import RelationshipRow
from comity.relationships.told import place_name

TOLD = tuple(
    getattr(Contact, name)
    for name in [
        "id",
        "full_name",
        "company",
        "seniority",
        "field",
        "location",
        "tags",
        "country",
        "timezone",
        "observances",
        "importance",
        "connected_on",
    ]
)
PEOPLE = Prepared(select(*TOLD).where(Contact.account_id == bindparam("account_id"), among(Contact.id, "contact_ids")))


def _insert(dialect: str) -> Any:
    """Write the rows of those who are new; of those who are known only the turn comes."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(RelationshipRow)
    turn = {name: statement.excluded[name] for name in ("opens_at", "next_change_at")}
    return statement.on_conflict_do_update(index_elements=["account_id", "contact_id"], set_=turn)


EXPECT = PreparedInsert(_insert)


def expect(session: Session, happened: Happened) -> list[Effect]:
    """React to many contacts that came or changed: keep a row for each, to be folded anew from now on."""
    owner = owner_of(session, happened.account_id)
    goals = goals_of(session, happened.account_id)
    strangers = _strangers(owner, happened.at)
    rows = []
    for found in PEOPLE.all(session, account_id=happened.account_id, contact_ids=list(happened.contact_ids)):
        person = _person(found)
        worth = value(person, goals, owner.background, as_of=happened.at, timezone=owner.timezone)
        place = place_name(person.timezone, person.country, found.observances)
        rows.append(_row(happened, person, strangers(person.seniority), worth, place))
    EXPECT.add(session, *rows)
    return []


def _person(found: Any) -> Person:
    return Person(
        id=found.id,
        full_name=found.full_name,
        company=found.company,
        seniority=Seniority(found.seniority) if found.seniority else None,
        field=found.field,
        location=found.location,
        tags=tuple(found.tags),
        country=found.country,
        timezone=found.timezone,
        importance=found.importance,
        connected_on=found.connected_on,
    )


def _strangers(owner: Owner, as_of: datetime) -> Callable[[Seniority | None], Ranking]:
    """What the tie to somebody is worth with whom nothing happened yet: it depends on their rung alone."""

    @cache
    def of(seniority: Seniority | None) -> Ranking:
        nobody = History(Person(id="", full_name="", seniority=seniority))
        return ranking(fold(nobody, owner=owner, as_of=as_of), value=1.0)

    return of


def _row(happened: Happened, person: Person, stranger: Ranking, worth: float, place: str) -> dict[str, Any]:
    return {
        "account_id": happened.account_id,
        "contact_id": person.id,
        "folded_at": happened.at,
        "trust_stage": TrustStage.STRANGER.value,
        "action": None,
        "headline": "",
        "step": None,
        "ceiling": stranger.ceiling * worth,
        "rate": stranger.rate,
        "last_day": None,
        "last_contact_at": None,
        "correspondence": None,
        "openings": 0,
        "revived": 0,
        "pressed": 0,
        "opens_at": happened.at,
        "due_at": None,
        "next_change_at": happened.at,
        "place": place,
        "readiness": 0.0,
    }
