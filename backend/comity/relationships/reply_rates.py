"""Counts each owner's own reply rate, which the chance of a reply to an opening rests on (playbook §9).

It takes all rows of an account and hardly moves within a day, so it is counted at night and not with each interaction.
"""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.coach.reply_chance import rate_of
from comity.database import Database
from comity.jobs import Tools, breathe, job
from comity.relationships.models import RelationshipRow

COUNT = "relationships.reply-rates.v1"


@job(COUNT)
def count_now(tools: Tools) -> None:
    """Count the rate of every account."""
    count_reply_rates(tools.database)


def count_reply_rates(database: Database) -> None:
    """Count the rate of every account, each in its own transaction."""
    with database.read() as session:
        account_ids = session.scalars(select(Account.id)).all()
    for account_id in account_ids:
        with database.write() as session:
            count_reply_rate(session, account_id=account_id)
        breathe()


def count_reply_rate(session: Session, *, account_id: str) -> None:
    """Count the rate of one account: the share of the openings of all its correspondences that were answered."""
    row = RelationshipRow
    sums = select(func.sum(row.openings), func.sum(row.revived)).where(row.account_id == account_id)
    openings, revived = session.execute(sums).one()
    rate = rate_of(openings=openings or 0, revived=revived or 0)
    session.execute(update(Account).where(Account.id == account_id).values(reply_rate=rate))
