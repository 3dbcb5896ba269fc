"""Reads what the log says of introductions: who was asked for one, and which were made."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, select, text
from sqlalchemy.orm import Session

from comity.coach.history import LoggedIntroduction
from comity.coach.introduction_log import IntroductionLog
from comity.coach.spellings import folded
from comity.coach.words import AskSize, Direction, Kind, Purpose
from comity.contacts.models import Contact
from comity.database import UtcDateTime
from comity.interactions.models import ABOUT_INTRODUCTIONS, Interaction, InteractionContact
from comity.prepared import Prepared, among
from comity.relationships.told import words_where

LOOKS_BACK_DAYS = 180  # an introduction that comes later than half a year after the ask is another one

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
ENTRIES = Prepared(
    select(
        Interaction.id,
        Interaction.occurred_at,
        Interaction.kind,
        Interaction.direction,
        Interaction.purpose,
        Interaction.ask_size,
        Interaction.about_contact_id,
        InteractionContact.contact_id,
        Contact.full_name,
        words_where(Interaction.about_contact_id.is_(None)).label("text"),
    )
    .join(
        InteractionContact,
        and_(
            InteractionContact.account_id == Interaction.account_id, InteractionContact.interaction_id == Interaction.id
        ),
    )
    .join(Contact, and_(Contact.account_id == Interaction.account_id, Contact.id == InteractionContact.contact_id))
    .where(
        Interaction.account_id == ACCOUNT_ID,
        text(f"({ABOUT_INTRODUCTIONS})"),
        Interaction.occurred_at >= bindparam("since", type_=UtcDateTime),
        Interaction.occurred_at <= bindparam("until", type_=UtcDateTime),
    )
    .order_by(Interaction.occurred_at, Interaction.id)
)
ASKED = (
    select(InteractionContact.contact_id)
    .join(
        Interaction,
        and_(
            Interaction.account_id == InteractionContact.account_id, Interaction.id == InteractionContact.interaction_id
        ),
    )
    .where(
        Interaction.account_id == ACCOUNT_ID,
        text(f"({ABOUT_INTRODUCTIONS})"),
        among(Interaction.about_contact_id, "contact_ids"),
    )
)  # who was ever asked for an introduction to any of these


def introductions(
    session: Session, *, account_id: str, as_of: datetime, looks_back_days: int = LOOKS_BACK_DAYS
) -> IntroductionLog:
    """Return what was asked and made in the half year before `as_of`."""
    since = as_of - timedelta(days=looks_back_days)
    rows = ENTRIES.all(session, account_id=account_id, since=since, until=as_of)
    return IntroductionLog(_gathered(rows), {row.contact_id: row.full_name for row in rows})


def _gathered(rows: Iterable[Any]) -> list[LoggedIntroduction]:
    found: dict[str, LoggedIntroduction] = {}
    for row in rows:
        entry = found.get(row.id) or _entry(row)
        found[row.id] = replace(entry, contact_ids=entry.contact_ids | {row.contact_id})
    return list(found.values())


def _entry(row: Any) -> LoggedIntroduction:
    is_one = row.kind == Kind.INTRODUCTION
    wants_one = row.purpose == Purpose.INTRODUCTION_REQUEST or row.ask_size == AskSize.INTRODUCTION
    return LoggedIntroduction(
        id=row.id,
        at=row.occurred_at,
        contact_ids=frozenset(),
        about_contact_id=row.about_contact_id,
        asks=wants_one and not is_one and row.direction != Direction.INBOUND,
        made=is_one and row.direction != Direction.OUTBOUND,
        text=folded(row.text),
    )
