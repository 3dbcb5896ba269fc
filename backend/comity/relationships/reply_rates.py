"""Counts each owner's own rates: how often openings are answered (playbook §9), and how often pressing closes a door.

They take all rows of an account and hardly move within a day, so they are counted at night, not with each interaction.
"""

from sqlalchemy import and_, func, select, update
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.coach.pressing import closing_rate_of
from comity.coach.reply_chance import rate_of
from comity.contacts.models import Contact
from comity.database import Database
from comity.jobs import Tools, breathe, job
from comity.relationships.models import RelationshipRow

COUNT = "relationships.reply-rates.v1"


@job(COUNT)
def count_now(tools: Tools) -> None:
    """Count the rates of every account."""
    count_reply_rates(tools.database)


def count_reply_rates(database: Database) -> None:
    """Count the rates of every account, each in its own transaction."""
    with database.read() as session:
        account_ids = session.scalars(select(Account.id)).all()
    for account_id in account_ids:
        with database.write() as session:
            count_reply_rate(session, account_id=account_id)
        breathe()


def count_reply_rate(session: Session, *, account_id: str) -> None:
    """Count the rates of one account, over all its contacts."""
    row = RelationshipRow
    sums = select(func.sum(row.openings), func.sum(row.revived), func.sum(row.pressed))
    openings, revived, pressed = session.execute(sums.where(row.account_id == account_id)).one()
    lost = (
        select(func.count())
        .select_from(row)
        .join(Contact, and_(Contact.account_id == row.account_id, Contact.id == row.contact_id))
        .where(row.account_id == account_id, row.pressed > 0, Contact.do_not_contact)
    )
    rates = {
        "reply_rate": rate_of(openings=openings or 0, revived=revived or 0),
        "closing_rate": closing_rate_of(pressed=pressed or 0, closed=session.scalars(lost).one()),
    }
    session.execute(update(Account).where(Account.id == account_id).values(rates))
