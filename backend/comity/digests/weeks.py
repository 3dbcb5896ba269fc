"""The week's summary: what the last seven days brought, and what the next seven hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import distinct, exists, func, or_, select
from sqlalchemy.orm import Session

from comity.coach import phrases
from comity.coach.days import DAY, day_at, in_year, start_of
from comity.coach.words import Kind, Party, PromiseStatus
from comity.contacts.models import Contact
from comity.contacts.service import is_of_a_contact
from comity.events.models import Event
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpStatus
from comity.interactions.models import Interaction, InteractionContact
from comity.promises.models import Promise

WEEK = 7 * DAY
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Week:
    """Sentences, each about one kind of thing. behind: the last seven days; ahead: the next seven, today's included."""

    behind: tuple[str, ...]
    ahead: tuple[str, ...]


def week_of(session: Session, *, account_id: str, day: date, timezone: str) -> Week | None:
    """Return the summary as of a day, or None where there is nothing to say."""
    begins = start_of(day, timezone)
    since, until = start_of(day - WEEK, timezone), start_of(day + WEEK, timezone)
    behind = (
        _touches(session, account_id, since, begins),
        _done(session, account_id, since, begins),
        _kept(session, account_id, since, begins),
    )
    ahead = (
        _follow_ups(session, account_id, begins, until),
        *_events(session, account_id, begins, until, timezone),
        *_birthdays(session, account_id, day),
    )
    week = Week(tuple(filter(None, behind)), tuple(filter(None, ahead)))
    return week if week.behind or week.ahead else None


def _touches(session: Session, account_id: str, since: datetime, until: datetime) -> str:
    link = InteractionContact
    query = (
        select(func.count(distinct(Interaction.id)), func.count(distinct(link.contact_id)))
        .join(link, (link.account_id == Interaction.account_id) & (link.interaction_id == Interaction.id))
        .where(
            Interaction.account_id == account_id,
            Interaction.occurred_at >= since,
            Interaction.occurred_at < until,
            Interaction.kind != Kind.NOTE,
            is_of_a_contact(link),
        )
    )
    touches, people = session.execute(query).one()
    return _said(touches, "touch", f"with {phrases.counted(people, 'person', 'people')}", many="touches")


def _done(session: Session, account_id: str, since: datetime, until: datetime) -> str:
    is_done = FollowUp.status == FollowUpStatus.DONE
    done = _between(session, account_id, FollowUp.closed_at, since, until, is_done)
    return _said(done, "follow-up", "done")


def _kept(session: Session, account_id: str, since: datetime, until: datetime) -> str:
    is_mine, is_kept = Promise.by == Party.ME, Promise.status == PromiseStatus.KEPT
    kept = _between(session, account_id, Promise.resolved_at, since, until, is_mine, is_kept)
    return _said(kept, "promise", "of yours kept")


def _follow_ups(session: Session, account_id: str, since: datetime, until: datetime) -> str:
    is_open = FollowUp.status == FollowUpStatus.OPEN
    is_shut = exists().where(
        Contact.account_id == FollowUp.account_id, Contact.id == FollowUp.contact_id, Contact.do_not_contact.is_(True)
    )
    due = _between(session, account_id, FollowUp.due_at, since, until, is_open, ~is_shut)
    return _said(due, "follow-up", "due")


def _events(session: Session, account_id: str, since: datetime, until: datetime, timezone: str) -> Sequence[str]:
    query = select(Event.name, Event.starts_at).where(
        Event.account_id == account_id,
        Event.attending.is_(True),
        Event.starts_at >= since,
        Event.starts_at < until,
    )
    rows = session.execute(query.order_by(Event.starts_at, Event.id).limit(MOST_NAMED))
    return [f"{row.name} on {_weekday(day_at(row.starts_at, timezone))}." for row in rows]


def _birthdays(session: Session, account_id: str, day: date) -> Sequence[str]:
    """Return whose birthday it is; who was born on 29 February has it on 1 March in other years."""
    days = {f"{one:%m-%d}": one for one in (day + ahead * DAY for ahead in range(WEEK // DAY))}
    leap = in_year((2, 29), day.year)
    if f"{leap:%m-%d}" in days:
        days["02-29"] = leap
    query = select(Contact.full_name, Contact.birthday).where(
        Contact.account_id == account_id,
        Contact.deleted_at.is_(None),
        Contact.do_not_contact.is_(False),
        or_(*(Contact.birthday.endswith(f"-{ending}") for ending in days)),
    )
    rows: Sequence[Any] = session.execute(query.limit(MOST_NAMED)).all()
    found = sorted((days[row.birthday[-5:]], row.full_name) for row in rows)
    return [f"Birthday of {name} on {_weekday(one)}." for one, name in found]


def _between(session: Session, account_id: str, at: Any, since: datetime, until: datetime, *which: Any) -> int:
    """Count the rows about people who are there that something happened to between two instants.

    at: the column that says when.
    """
    model = at.class_
    query = select(func.count(model.id)).where(model.account_id == account_id, at >= since, at < until)
    query = query.where(is_of_a_contact(model), *which)
    return session.scalars(query).one()


def _said(number: int, one: str, what: str, *, many: str | None = None) -> str:
    return f"{phrases.sentence(phrases.counted(number, one, many))} {what}." if number else ""


def _weekday(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
