"""Moves follow-ups to when they are welcome, and says which rules moved them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.calendars import busy_period_of, calendar_for
from comity.coach.history import DailyHours, History, Owner, Person
from comity.coach.welcome import Both, Move, asks_for, moved_most, welcome
from comity.coach.words import Action, AskSize
from comity.contacts.models import Contact
from comity.follow_ups.models import FollowUp
from comity.prepared import Prepared

FULFILS_AHEAD = timedelta(days=3)  # a touch that comes a little early has done what was planned
KEPT_BY_REFITS = frozenset({"follow-up.spread"})  # made when the owner came back; other moves follow from the moment
OWNERS_TIME = (Account.timezone, Account.working_hours, Account.quiet_hours, Account.busy_periods)
OWNER = Prepared(select(*OWNERS_TIME).where(Account.id == bindparam("account_id")))


def owner_of(session: Session, account_id: str) -> Owner:
    """Return the owner's zone, hours and days away."""
    return with_time(Owner(), OWNER.first(session, account_id=account_id))


def with_time(owner: Owner, row: Any) -> Owner:
    """Return an owner with the zone, hours and days away of a row of `OWNERS_TIME`."""
    return replace(
        owner,
        timezone=row.timezone,
        busy_periods=tuple(busy_period_of(one) for one in row.busy_periods),
        working_hours=_hours_of(row.working_hours),
        quiet_hours=_hours_of(row.quiet_hours),
    )


def both_of(contact: Contact, owner: Owner, *, around: date) -> Both:
    """Return whose time a touch with a contact takes. around: the day in whose years holidays are known."""
    calendar = calendar_for(
        country=contact.country,
        observances=tuple(contact.observances),
        timezone=contact.timezone,
        owner_timezone=owner.timezone,
        around=around,
    )
    return Both(History(person_of(contact)), calendar, owner)


def person_of(contact: Contact) -> Person:
    """Return what the timing rules look at of a contact."""
    return Person(
        id=contact.id,
        full_name=contact.full_name,
        field=contact.field,
        country=contact.country,
        job_started_on=contact.job_started_on,
        org_trouble_on=contact.org_trouble_on,
        busy_periods=tuple(busy_period_of(one) for one in contact.busy_periods),
    )


def fit(follow_up: FollowUp, contact: Contact, owner: Owner) -> None:
    """Move a follow-up from when it is wanted to the first welcome moment."""
    place(follow_up, contact, owner, at=follow_up.wanted_at, moves=())


def refit(follow_up: FollowUp, contact: Contact, owner: Owner) -> None:
    """Move it anew where the time of either side has changed; a place that it got in a shift it keeps."""
    kept = [move_of(one) for one in follow_up.moves if one["rule"] in KEPT_BY_REFITS]
    at = max([follow_up.wanted_at, *(move.to for move in kept)])
    place(follow_up, contact, owner, at=at, moves=kept)


def place(
    follow_up: FollowUp, contact: Contact, owner: Owner, *, at: datetime, moves: list[Move] | tuple[Move, ...]
) -> None:
    """Let it be due at the first welcome moment from `at` on. moves: what led there."""
    both = both_of(contact, owner, around=at.date())
    asks = asks_for(Action(follow_up.action), AskSize(follow_up.ask_size))
    due_at, more = welcome(at, both, asks=asks)
    every = (*moves, *more)
    follow_up.due_at = due_at
    follow_up.moves = [move_row(move) for move in every]
    follow_up.moved_by = moved_most(every)
    follow_up.fulfils_from = due_at - FULFILS_AHEAD


def move_row(move: Move) -> dict[str, str]:
    """Return a move as it is kept."""
    return {"rule": move.rule, "from": move.from_.isoformat(), "to": move.to.isoformat()}


def move_of(row: Mapping[str, Any]) -> Move:
    """Return a move that was kept."""
    return Move(row["rule"], datetime.fromisoformat(row["from"]), datetime.fromisoformat(row["to"]))


def _hours_of(hours: Mapping[str, str] | None) -> DailyHours | None:
    return DailyHours(time.fromisoformat(hours["from"]), time.fromisoformat(hours["until"])) if hours else None
