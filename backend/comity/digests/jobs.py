"""What the worker does for digests: it looks at what there is to say when it is said, and hands the mail over."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.digests.contents import contents_of
from comity.digests.letter import letter
from comity.digests.models import Digest
from comity.digests.schemas import DigestStatus
from comity.digests.sweep import SEND, have_sent
from comity.jobs import Tools, in_turn, job
from comity.mail import MailError
from comity.prepared import Prepared

PAUSES_MINUTES = (1, 5, 15, 30, 60)  # before the next try; the last one again and again
TOO_LATE = timedelta(hours=18)  # then the day is over, and the next digest holds what this one held
TURNED_OFF = "The digest was turned off."
OVERTAKEN = "It could not be sent in time; the next one holds what it held."
WAITING = Prepared(
    select(
        *(Digest.id, Digest.account_id, Digest.day, Digest.created_at, Digest.attempts),
        *(Account.email, Account.timezone, Account.digest_at),
    )
    .join(Account, Account.id == Digest.account_id)
    .where(
        Digest.account_id == bindparam("account_id"),
        Digest.id == bindparam("digest_id"),
        Digest.status == DigestStatus.QUEUED,
    )
)
NEWER = Prepared(
    select(Digest.id).where(Digest.account_id == bindparam("account_id"), Digest.day > bindparam("day")).limit(1)
)


@job(SEND)
def send_digests(tools: Tools, *, digests: list[list[str]]) -> None:
    """Send digests, each by its account's id and its own."""
    in_turn(lambda one: send_digest(tools, account_id=one[0], digest_id=one[1]), digests)


def send_digest(tools: Tools, *, account_id: str, digest_id: str) -> None:
    """Send a digest, once as far as mail allows: a repeated one has the same Message-ID.

    Where the mail server does not take it, it is tried again until its day is over.
    """
    now, contents = tools.clock(), None
    with tools.database.read() as session:
        digest = _waiting(session, account_id, digest_id)
        if digest is None:
            return
        refusal = _refusal(session, digest, now)
        if refusal is None:
            contents = contents_of(session, account_id=account_id, day=digest.day, timezone=digest.timezone, now=now)
    if contents is None and digest.attempts:  # what it was to say this morning is nothing for today any more
        refusal = refusal or OVERTAKEN
    settled: dict[str, Any] = {"status": DigestStatus.EMPTY, "settled_at": now}
    if refusal:
        settled |= {"status": DigestStatus.FAILED, "reason": refusal}
    if contents:
        mail = letter(contents, key=digest.id, to=digest.email, public_url=tools.post.public_url)
        try:
            tools.post.send(mail, now)
            settled |= {"status": DigestStatus.SENT, "weekly": contents.week is not None, "reason": None}
        except MailError as error:
            settled = _failure(digest, error, now)
    with tools.database.write() as session:
        waits = (Digest.id == digest_id) & (Digest.status == DigestStatus.QUEUED)
        session.execute(update(Digest).where(waits).values(**settled))
        if settled["status"] == DigestStatus.QUEUED:
            _try_later(session, digest)


def _waiting(session: Session, account_id: str, digest_id: str) -> Any:
    return WAITING.first(session, account_id=account_id, digest_id=digest_id)


def _refusal(session: Session, digest: Any, now: datetime) -> str | None:
    """Return why a digest is not sent any more."""
    if digest.digest_at is None:
        return TURNED_OFF
    newer = NEWER.first(session, account_id=digest.account_id, day=digest.day)
    is_late = now - digest.created_at > TOO_LATE or newer is not None
    return OVERTAKEN if is_late else None


def _failure(digest: Any, error: MailError, now: datetime) -> dict[str, Any]:
    told = {"reason": str(error), "attempts": digest.attempts + 1}
    if error.again:
        return told | {"status": DigestStatus.QUEUED}
    return told | {"status": DigestStatus.FAILED, "settled_at": now}


def _try_later(session: Session, digest: Any) -> None:
    pause = PAUSES_MINUTES[min(digest.attempts, len(PAUSES_MINUTES) - 1)]
    have_sent(
        session,
        [(digest.account_id, digest.id)],
        job_id=f"{SEND}:{digest.id}:{digest.attempts + 1}",
        delay_seconds=60.0 * pause,
    )
