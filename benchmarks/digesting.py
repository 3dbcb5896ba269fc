"""The same morning hour's mail: 2,000 accounts with 50 follow-ups due each get their digest, by the worker.

Beside the bare claim of those follow-ups: a digest is looked up, written and sent one by one, so it is much dearer. It
is a Wednesday; the week's summary went out on Monday.
"""

import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from benchmarks.data import NOW
from benchmarks.databases import Place
from benchmarks.sweeping import ACCOUNTS, Cost, claims_alone, cost_since, filled, used_by_now
from comity.accounts.models import Account
from comity.database import Database
from comity.digests.models import Digest, DigestTime
from comity.digests.schemas import DigestStatus
from comity.digests.sweep import sweep
from comity.follow_ups import due
from comity.mail import Post
from comity.worker import Worker

DIGEST_AT = "10:00"  # the accounts live in UTC
STARTS_WITHIN_SECONDS, LOOKED_AT_EVERY_SECONDS = 10, 0.5
MOST_TIMES_THE_CLAIM = 40.0


@dataclass(frozen=True, slots=True)
class Digested:
    """What it cost to claim the follow-ups alone, and to send the digests in which they stand."""

    claim: Cost
    digests: Cost

    @property
    def times(self) -> float:
        """How many times the claim's processor time the digests take."""
        return self.digests.cpu / self.claim.cpu


def measure_digests(place: Place) -> Digested:
    """Claim the follow-ups, then let them come due and have a worker put the digests of that morning into a folder."""
    store = filled(place)
    claim = claims_alone(place, store)
    with store.write() as session:
        _want_digests(session)
    due.sweep(store, now=NOW)
    with TemporaryDirectory(prefix="comity-benchmark-") as folder:
        post = Post.by(smtp_url="", folder=Path(folder), sender="", public_url="https://comity.example.org")
        worker = Worker(store, lambda: NOW, post=post)
        worker.start()
        time.sleep(STARTS_WITHIN_SECONDS)
        before = used_by_now(place)
        sweep(store, now=NOW)
        while _waiting(store):
            time.sleep(LOOKED_AT_EVERY_SECONDS)
        digests = cost_since(before, place)
        worker.stop()
        sent = len(list(Path(folder).iterdir()))
    store.dispose()
    if sent != ACCOUNTS:
        raise RuntimeError(f"{sent} digests were sent, to {ACCOUNTS} accounts")
    return Digested(claim, digests)


def _want_digests(session: Session) -> None:
    session.execute(update(Account).values(digest_at=DIGEST_AT))
    account_ids = session.scalars(select(Account.id)).all()
    at, monday = NOW - timedelta(minutes=1), NOW - timedelta(days=NOW.weekday())
    before = {"day": monday.date(), "created_at": monday, "settled_at": monday, "status": DigestStatus.SENT}
    session.execute(insert(DigestTime), [{"account_id": one, "at": at} for one in account_ids])
    session.execute(insert(Digest), [{"account_id": one, "weekly": True} | before for one in account_ids])


def _waiting(store: Database) -> int:
    with store.read() as session:
        settled = select(func.count()).where(Digest.day == NOW.date(), Digest.status != DigestStatus.QUEUED)
        return ACCOUNTS - (session.scalar(settled) or 0)
