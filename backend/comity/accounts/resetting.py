"""A forgotten password: a link by mail, good once and for an hour.

What is asked is written down and answered in the same way whether or not there is such an account; whose it is, and
whether there is anybody to write to, is looked up by the job.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from comity.accounts import credentials, throttles
from comity.accounts.credentials import SECRET_BYTES, digest
from comity.accounts.models import Account, ResetRequest, ResetToken
from comity.accounts.service import Visitor
from comity.database import new_id
from comity.errors import Conflict, Refused
from comity.jobs import OUTSIDE, Tools, enqueue, job
from comity.mail import Mail, MailError, Post

SEND = "accounts.reset.v1"
LIVES = timedelta(hours=1)
PAUSES_SECONDS = (30, 120, 600)  # before the next try; after that a link would not be worth having


class MailNotSet(Conflict):
    """This Comity sends no mail, so it cannot send a link."""


class LinkNotGood(Refused):
    """This link is no longer good: ask for another one."""


def ask(session: Session, post: Post, visitor: Visitor, *, email: str, now: datetime) -> None:
    """Note that somebody forgot a password, and have the link sent.

    Raises MailNotSet, TooMany.
    """
    if not post.reaches_people or not post.public_url:
        raise MailNotSet("Whoever runs it sets COMITY_SMTP_URL and COMITY_PUBLIC_URL.")
    throttles.count_reset(session, email=email, address=visitor.address, now=now)
    account_id = session.scalars(select(Account.id).where(Account.email == email)).one_or_none()
    request = ResetRequest(id=new_id(), account_id=account_id, asked_at=now)
    session.add(request)
    session.flush()
    enqueue(session, SEND, job_id=f"{SEND}:{request.id}", queue=OUTSIDE, request_id=request.id)


@job(SEND)
def send_link(tools: Tools, *, request_id: str, attempts: int = 0) -> None:
    """Send the link, if there is anybody to send it to.

    Each try has a token of its own, and all are good until one is used.
    """
    now, secret = tools.clock(), secrets.token_urlsafe(SECRET_BYTES)
    with tools.database.write() as session:
        request = session.get(ResetRequest, request_id)
        account = session.get(Account, request.account_id) if request and request.account_id else None
        if account is None or request is None or now >= request.asked_at + LIVES:
            session.execute(delete(ResetRequest).where(ResetRequest.id == request_id))
            return
        email = account.email
        session.execute(delete(ResetToken).where(ResetToken.expires_at <= now))
        session.add(ResetToken(hash=digest(secret), account_id=account.id, expires_at=now + LIVES))
    again = False
    try:
        tools.post.send(_letter(f"{request_id}-{attempts}", email, f"{tools.post.public_url}/reset#{secret}"), now)
    except MailError as error:
        again = error.again and attempts < len(PAUSES_SECONDS)
    with tools.database.write() as session:
        if again:
            name = f"{SEND}:{request_id}:{attempts + 1}"
            pause = float(PAUSES_SECONDS[attempts])
            values = {"request_id": request_id, "attempts": attempts + 1}
            enqueue(session, SEND, job_id=name, delay_seconds=pause, queue=OUTSIDE, **values)
        else:
            session.execute(delete(ResetRequest).where(ResetRequest.id == request_id))


def _letter(key: str, to: str, link: str) -> Mail:
    return Mail(
        key,
        to,
        "Set a new password",
        "Somebody, perhaps you, asked to set a new password for Comity. This link is good once, for an hour:\n\n"
        f"{link}\n\nIf it was not you, do nothing: your password stays as it is.\n",
    )


def check_link(session: Session, *, secret: str, now: datetime) -> None:
    """Hold that a link is good, before any work is done for it.

    Raises LinkNotGood.
    """
    good = select(ResetToken.hash).where(ResetToken.hash == digest(secret), ResetToken.expires_at > now)
    if session.scalars(good).one_or_none() is None:
        raise LinkNotGood


def use_link(session: Session, *, secret: str, password_hash: str, now: datetime) -> None:
    """Set the password. The link is used up, and every session and token had for the old password ends.

    Of any number who use it at once, one succeeds. Raises LinkNotGood.
    """
    used = delete(ResetToken).where(ResetToken.hash == digest(secret), ResetToken.expires_at > now)
    account_id = session.scalars(used.returning(ResetToken.account_id)).one_or_none()
    if account_id is None:
        raise LinkNotGood
    account = session.get_one(Account, account_id, with_for_update=True)
    account.password_hash = password_hash
    credentials.end_reset_links(session, account_id=account_id)
    credentials.end_what_the_password_opened(session, account_id=account_id, except_id="")
