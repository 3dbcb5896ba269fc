"""Follow-ups come due: each occurrence, which is a follow-up at one `due_at`, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from comity.contacts.models import Contact
from comity.database import Database
from comity.follow_ups.models import WAITS, FollowUp
from comity.jobs import Tools, breathe, job
from comity.outbox import CameAbout, publish
from comity.prepared import Prepared, among

SWEEP = "follow-ups.sweep.v1"
CLAIMED_AT_ONCE = 1_000  # in one transaction: a larger one gains nothing, and lets others wait for longer
OUT_OF_REACH = Prepared(
    select(Contact.id).where(
        among(Contact.id, "contact_ids"), Contact.deleted_at.is_not(None) | Contact.do_not_contact.is_(True)
    )
)


class Due(NamedTuple):
    """One occurrence. Its `follow_up_id` and `due_at` together are its identity, for whoever tells of it."""

    account_id: str
    contact_id: str
    follow_up_id: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpsDue(CameAbout):
    """These have come due: at most a thousand, of any accounts, an account's together and in order.

    Those with contacts who were deleted, or are never to be approached, are left out.
    """

    occurrences: Sequence[Due]


@job(SWEEP)
def sweep_now(tools: Tools) -> None:
    """Sweep by the present clock."""
    sweep(tools.database, now=tools.clock())


def sweep(database: Database, *, now: datetime) -> int:
    """Let everything come due that is, each batch in its own transaction; return how many occurrences."""
    swept = 0
    while True:
        with database.write() as session:
            claimed = claim(session, now=now)
        swept += claimed
        if claimed < CLAIMED_AT_ONCE:
            return swept
        breathe()


def claim(session: Session, *, now: datetime) -> int:
    """Claim the longest due, and say in the same transaction that they have come due; return how many were claimed.

    What somebody else is writing is left to the next sweep.
    """
    table: Any = FollowUp.__table__
    claimed = (
        update(table)
        .where(table.c.id.in_(longest_due(now).with_for_update(skip_locked=True).scalar_subquery()), WAITS)
        .values(fired_for=table.c.due_at)
        .returning(table.c.account_id, table.c.contact_id, table.c.id, table.c.due_at)
    )
    found = sorted(Due(*row) for row in session.execute(claimed))
    if found:
        gone = {row.id for row in OUT_OF_REACH.all(session, contact_ids=list({due.contact_id for due in found}))}
        publish(session, FollowUpsDue(now, [due for due in found if due.contact_id not in gone]))
    return len(found)


def longest_due(now: datetime) -> Select[str]:
    """Return the query for the ids of those that wait to come due; it reads nothing else, however many there are."""
    return select(FollowUp.id).where(WAITS, FollowUp.due_at <= now).order_by(FollowUp.due_at).limit(CLAIMED_AT_ONCE)
