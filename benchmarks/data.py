"""Builds an account of any size: a thousand people with twenty interactions each, then copies of them.

The first thousand are made one by one and folded by the coach; the others are copied by the database itself, in whose
rows only the ids differ. So a hundred thousand contacts with two million interactions take seconds, and every derived
row is what the coach made of that log.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.orm import Session

from comity.accounts import credentials
from comity.accounts.models import Account, CredentialKind
from comity.accounts.schemas import TokenIn
from comity.coach.words import AskSize, Channel, Direction, Kind, Purpose, Signal
from comity.commonalities.models import ContactGround
from comity.commonalities.noting import note
from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn
from comity.contacts.service import ContactChanged, settled
from comity.database import Base, Database
from comity.goals.models import Goal
from comity.integrations.schemas import IntegrationIn
from comity.integrations.service import create_integration
from comity.interactions.models import Interaction, InteractionContact
from comity.relationships.models import RelationshipRow
from comity.relationships.service import refold_many
from comity.vault import Vault

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)  # a Wednesday: most windows are open
SECRET_KEY = "YmVuY2htYXJrcyBsb2NrIHdpdGggdGhpcyBvbmUga2U="
MADE_ONE_BY_ONE = 1_000
TOUCHES = 20
COPY = "copy{:04d}-"  # begins every id, so that a copy differs from its original in these characters alone
FIRST_COPY = COPY.format(0)
COPIED: tuple[Table, ...] = tuple(
    Base.metadata.tables[model.__tablename__]
    for model in (Contact, ContactGround, Interaction, InteractionContact, RelationshipRow)
)

FIRST_NAMES = ("Alex", "Bela", "Chidi", "Dana", "Emre", "Fatima", "Goran", "Hana", "Ines", "Jonas", "Kofi", "Lena")
LAST_NAMES = ("Abara", "Berg", "Costa", "Diallo", "Egli", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kaya")
COMPANIES = ("Northwind", "Siemens AG", "Blue Harbor", "Quanta Labs", "Tide & Co", "Alpine Health", "Meridian")
TITLES = ("Software Engineer", "Head of Product", "Student", "VP Marketing", "Data Scientist", "Recruiter", "CEO")
PLACES = (("Berlin", "DE"), ("Paris", "FR"), ("London", "GB"), ("New York", "US"), ("Zurich", "CH"), (None, None))


@dataclass(frozen=True, slots=True)
class Made:
    """An account and how to be let in."""

    account_id: str
    token: str
    contact_ids: tuple[str, ...]
    integration_id: str
    hook_secret: str


def fill(url: str, *, contacts: int) -> Made:
    """Build an account and let the database know its own size, as it comes to in time."""
    store = Database(url)
    made = build(store, contacts=contacts)
    with store.writer.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    store.dispose()
    return made


def build(database: Database, *, contacts: int) -> Made:
    """Fill an empty database with one account. contacts: a multiple of 1,000, or less than that."""
    with database.write() as session:
        account_id, token = _account(session)
        integration_id, hook_secret = _integration(session, account_id)
        originals = [f"{FIRST_COPY}contact-{number:04d}" for number in range(min(contacts, MADE_ONE_BY_ONE))]
        if originals:
            _make(session, account_id, originals)
    copies = max(1, contacts // MADE_ONE_BY_ONE)
    for number in range(1, copies):
        with database.write() as session:
            _copy(session.connection(), number)
    everybody = (one.replace(FIRST_COPY, COPY.format(number)) for number in range(copies) for one in originals)
    return Made(account_id, token, tuple(everybody), integration_id, hook_secret)


def _make(session: Session, account_id: str, contact_ids: Sequence[str]) -> None:
    """Make people one by one, with their logs, and let the coach fold them."""
    dice = random.Random(len(contact_ids))
    session.execute(insert(Contact), [_contact(account_id, one, dice) for one in contact_ids])
    note(session, ContactChanged(account_id, tuple(contact_ids), NOW))
    touches = [touch for contact_id in contact_ids for touch in _touches(account_id, contact_id, dice)]
    touches[TOUCHES - 1] = _question_of_monday(*touches[TOUCHES - 1])
    session.execute(insert(Interaction), [values for values, _ in touches])
    session.execute(insert(InteractionContact), [link for _, link in touches])
    refold_many(session, account_id=account_id, contact_ids=contact_ids, now=NOW)


def _account(session: Session) -> tuple[str, str]:
    account = Account(
        email="owner@example.com",
        password_hash="none",
        full_name="Robin Vale",
        created_at=NOW,
        timezone="Europe/Berlin",
        daily_touches=12,  # more than there are obligations, so that people are ranked
        background={"schools": ["ETH Zurich"], "employers": ["Northwind"]},
    )
    session.add(account)
    session.flush()
    body = TokenIn(name="benchmark", scopes=["read", "write"])
    kind = CredentialKind.PERSONAL_TOKEN
    credential, token = credentials.create_token(session, account_id=account.id, kind=kind, body=body, now=NOW)
    credential.last_used_at = NOW
    session.add(
        Goal(
            account_id=account.id,
            created_at=NOW,
            title="Find a position in research",
            ask_size=AskSize.INTRODUCTION,
            urgency="normal",
            companies=["Quanta Labs"],
            fields=[],
            contact_ids=[],
            ends_on=None,
        )
    )
    session.flush()
    return account.id, token


def _integration(session: Session, account_id: str) -> tuple[str, str]:
    vault = Vault([SECRET_KEY], data_dir=Path("/nowhere"))
    body = IntegrationIn(kind="generic", name="benchmark")
    made, secret = create_integration(session, vault, account_id=account_id, body=body, now=NOW)
    return made.id, secret


def _contact(account_id: str, contact_id: str, dice: random.Random) -> dict[str, Any]:
    name = f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}"
    location, country = dice.choice(PLACES)
    body = ContactIn(
        full_name=name,
        emails=[f"{name.replace(' ', '.').lower()}@example.com"],
        company=dice.choice(COMPANIES),
        title=dice.choice(TITLES),
        location=location,
        country=country,
        tags=dice.sample(["friend", "work", "school", "mentor"], dice.randrange(3)),
        importance=dice.choice((2, 3, 3, 3, 4, 5)),
        connected_on=date(2019, 1, 1) + timedelta(days=dice.randrange(2_500)),
    )
    fields = settled(body.model_dump(mode="python", by_alias=True), guessed=frozenset())
    return {"id": contact_id, "account_id": account_id, "created_at": NOW, "updated_at": NOW} | fields


def _touches(account_id: str, contact_id: str, dice: random.Random) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield a log that goes to and fro: words in pairs, now and then a conversation, silent for a while since."""
    silent_days = dice.randrange(20, 400)
    spacing = dice.randrange(5, 60)
    for number in range(TOUCHES):
        days = silent_days + spacing * (TOUCHES - number)
        occurred_at = NOW - timedelta(days=days, minutes=dice.randrange(600))
        values = _blank_touch(account_id) | _said(number, dice)
        values |= {"id": f"{contact_id}-touch-{number:02d}", "created_at": NOW, "occurred_at": occurred_at}
        link = {"account_id": account_id, "contact_id": contact_id, "occurred_at": occurred_at}
        yield values, link | {"interaction_id": values["id"]}


def _blank_touch(account_id: str) -> dict[str, Any]:
    unset = ("duration_minutes", "body", "ask_outcome", "gave", "received", "purpose", "expects_reply", "event_id")
    none: dict[str, Any] = dict.fromkeys(
        (*unset, "promise_id", "about_contact_id", "thread_id", "trust_stage", "external_key")
    )
    return none | {
        "account_id": account_id,
        "version": 1,
        "source": "hand",
        "assessed": True,
        "ask_size": AskSize.NONE,
        "goals": [],
        "signals": [],
        "subject": "How are you?",
    }


def _said(number: int, dice: random.Random) -> dict[str, Any]:
    if number % 7 == 6:
        return {
            "kind": Kind.VIDEO_CALL,
            "direction": Direction.MUTUAL,
            "channel": Channel.VIDEO,
            "summary": "We spoke about the team and what is next.",
            "duration_minutes": dice.randrange(15, 60),
            "signals": dice.sample([Signal.LAUGHTER, Signal.CANDID, Signal.ASKED_QUESTIONS], dice.randrange(3)),
        }
    theirs = number % 2 == 1
    return {
        "kind": Kind.EMAIL,
        "direction": Direction.INBOUND if theirs else Direction.OUTBOUND,
        "channel": Channel.EMAIL,
        "summary": None,
        "purpose": None if theirs else Purpose.SMALL_TALK,
        "expects_reply": False if theirs else None,
    }


def _question_of_monday(values: dict[str, Any], link: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Make a person's last word one that the owner owes an answer to: one obligation in a thousand contacts."""
    asked_at = {"occurred_at": NOW - timedelta(days=2)}
    return values | asked_at | {"direction": Direction.INBOUND, "expects_reply": True}, link | asked_at


def _copy(connection: Connection, number: int) -> None:
    """Copy the first thousand, with everything that hangs on them, under other ids."""
    for table in COPIED:
        ids = [column for column in table.columns if column.name in {"id", "contact_id", "interaction_id"}]
        values = [
            func.replace(column, FIRST_COPY, COPY.format(number)) if column in ids else column
            for column in table.columns
        ]
        originals = select(*values).where(ids[0].startswith(FIRST_COPY))
        connection.execute(insert(table).from_select(table.columns.keys(), originals))
