"""What can be done with a calendar feed."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from comity.accounts.credentials import SECRET_BYTES, digest
from comity.accounts.models import Account
from comity.calendar_feeds.feed import Feed
from comity.calendar_feeds.models import CalendarFeed
from comity.coach.words import PromiseStatus
from comity.contacts.models import Contact
from comity.errors import NotFound
from comity.events.models import Event
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpStatus
from comity.promises.models import Promise

LOOKS_BACK = timedelta(days=90)  # events that are over stay for a while
MOST_OF_A_KIND = 2_000


class CalendarNotFound(NotFound):
    """There is no such calendar."""


def make_feed(session: Session, *, account_id: str, now: datetime) -> tuple[CalendarFeed, str]:
    """Make the account's feed, or give it another secret: the old one ends. Return it with its secret."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    made = CalendarFeed(account_id=account_id, hash=digest(secret), last_four=secret[-4:], created_at=now)
    feed = session.merge(made)
    session.flush()
    return feed, secret


def get_feed(session: Session, *, account_id: str) -> CalendarFeed:
    """Return the account's feed.

    Raises CalendarNotFound.
    """
    feed = session.get(CalendarFeed, account_id)
    if feed is None:
        raise CalendarNotFound
    return feed


def end_feed(session: Session, *, account_id: str) -> None:
    """End it, at once.

    Raises CalendarNotFound.
    """
    session.delete(get_feed(session, account_id=account_id))


def read_feed(session: Session, *, secret: str, now: datetime) -> Feed:
    """Return what the feed with this secret holds.

    Raises CalendarNotFound.
    """
    query = (
        select(Account.id, Account.timezone)
        .join(CalendarFeed, CalendarFeed.account_id == Account.id)
        .where(CalendarFeed.hash == digest(secret))
    )
    owner = session.execute(query).one_or_none()
    if owner is None:
        raise CalendarNotFound
    return Feed(
        timezone=owner.timezone,
        follow_ups=_follow_ups(session, owner.id),
        promises=_promises(session, owner.id),
        birthdays=_birthdays(session, owner.id),
        events=_events(session, owner.id, now),
    )


def _follow_ups(session: Session, account_id: str) -> Sequence[Any]:
    query = _with_contact(FollowUp, FollowUp.due_at, FollowUp.action, FollowUp.note, FollowUp.created_at)
    query = query.where(
        FollowUp.account_id == account_id,
        FollowUp.status == FollowUpStatus.OPEN,
        FollowUp.origin.not_like("promise.%"),  # promises have entries of their own
    )
    return session.execute(query.order_by(FollowUp.due_at, FollowUp.id).limit(MOST_OF_A_KIND)).all()


def _promises(session: Session, account_id: str) -> Sequence[Any]:
    query = _with_contact(Promise, Promise.by, Promise.what, Promise.due_on, Promise.made_at).where(
        Promise.account_id == account_id, Promise.status == PromiseStatus.OPEN, Promise.due_on.is_not(None)
    )
    return session.execute(query.order_by(Promise.due_on, Promise.id).limit(MOST_OF_A_KIND)).all()


def _birthdays(session: Session, account_id: str) -> Sequence[Any]:
    query = select(Contact.id, Contact.full_name, Contact.birthday, Contact.created_at).where(
        Contact.account_id == account_id,
        Contact.birthday.is_not(None),
        Contact.deleted_at.is_(None),
        Contact.do_not_contact.is_(False),
    )
    return session.execute(query.order_by(Contact.importance.desc(), Contact.id).limit(MOST_OF_A_KIND)).all()


def _events(session: Session, account_id: str, now: datetime) -> Sequence[Any]:
    columns = (Event.id, Event.name, Event.starts_at, Event.ends_at, Event.place, Event.url, Event.created_at)
    query = select(*columns).where(
        Event.account_id == account_id, Event.attending.is_(True), Event.ends_at >= now - LOOKS_BACK
    )
    return session.execute(query.order_by(Event.starts_at, Event.id).limit(MOST_OF_A_KIND)).all()


def _with_contact(model: Any, *columns: Any) -> Any:
    theirs = and_(Contact.account_id == model.account_id, Contact.id == model.contact_id)
    return (
        select(model.id, model.contact_id, Contact.full_name, *columns)
        .join(Contact, theirs)
        .where(Contact.deleted_at.is_(None), Contact.do_not_contact.is_(False))
    )
