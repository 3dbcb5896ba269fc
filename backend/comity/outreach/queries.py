"""The selects behind a check: who sends, and what was sent before."""

from datetime import datetime, timedelta

from sqlalchemy import BindParameter, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session, aliased

from comity.accounts.models import Account
from comity.coach.drafts.facts import Myself
from comity.coach.messages.message import Sender, SentBefore
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Direction
from comity.contacts.folding import fold
from comity.contacts.models import Contact, ContactKey
from comity.interactions.models import Interaction, InteractionContact
from comity.prepared import Prepared

LATEST = 50  # interactions: what was spoken of last is among them
EARLIER = 5  # bodies: a reminder that repeats is among the last few

_ACCOUNT: BindParameter[str] = bindparam("account_id")
_CONTACT: BindParameter[str] = bindparam("contact_id")
_AS_OF = bindparam("as_of", type_=Interaction.occurred_at.type)
_SINCE = bindparam("since", type_=Interaction.occurred_at.type)
_TOGETHER = and_(
    Interaction.account_id == InteractionContact.account_id, Interaction.id == InteractionContact.interaction_id
)
_WITH = and_(Contact.account_id == InteractionContact.account_id, Contact.id == InteractionContact.contact_id)
_theirs = aliased(InteractionContact)

SENDER = Prepared(select(Account.full_name, Account.headline, Account.profile_url).where(Account.id == _ACCOUNT))
TO_OTHERS = Prepared(
    select(Interaction.body, Interaction.occurred_at, Contact.full_name)
    .join(InteractionContact, _TOGETHER)
    .join(
        Contact, and_(Contact.account_id == InteractionContact.account_id, Contact.id == InteractionContact.contact_id)
    )
    .where(
        Interaction.account_id == _ACCOUNT,
        Interaction.occurred_at > _SINCE,
        Interaction.occurred_at <= _AS_OF,
        Interaction.direction == Direction.OUTBOUND,
        Interaction.body.is_not(None),
        ~exists().where(
            _theirs.account_id == Interaction.account_id,
            _theirs.interaction_id == Interaction.id,
            _theirs.contact_id == _CONTACT,
        ),
    )
    .order_by(Interaction.occurred_at.desc(), Interaction.id.desc())
    .limit(bindparam("most"))
)
TO_THEM = Prepared(
    select(Interaction.body)
    .join(InteractionContact, _TOGETHER)
    .where(
        InteractionContact.account_id == _ACCOUNT,
        InteractionContact.contact_id == _CONTACT,
        InteractionContact.occurred_at <= _AS_OF,
        Interaction.direction == Direction.OUTBOUND,
        Interaction.body.is_not(None),
    )
    .order_by(InteractionContact.occurred_at.desc(), InteractionContact.interaction_id.desc())
    .limit(bindparam("most"))
)
SUBJECTS = Prepared(
    select(Interaction.id, Interaction.subject)
    .join(InteractionContact, _TOGETHER)
    .where(
        InteractionContact.account_id == _ACCOUNT,
        InteractionContact.contact_id == _CONTACT,
        InteractionContact.occurred_at <= _AS_OF,
        Interaction.subject.is_not(None),
    )
    .order_by(InteractionContact.occurred_at.desc(), InteractionContact.interaction_id.desc())
    .limit(bindparam("most"))
)


def sender_of(session: Session, account_id: str) -> Sender:
    """Return the owner as a message shows them."""
    row = SENDER.first(session, account_id=account_id)
    return Sender(full_name=row.full_name, profile_url=row.profile_url)


def myself_of(session: Session, account_id: str) -> Myself:
    """Return the owner as a draft shows them."""
    row = SENDER.first(session, account_id=account_id)
    return Myself(full_name=row.full_name, headline=row.headline, profile_url=row.profile_url)


def subjects_of(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> dict[str, str]:
    """Return the subjects of the last interactions with a contact, by id."""
    rows = SUBJECTS.all(session, account_id=account_id, contact_id=contact_id, as_of=as_of, most=LATEST)
    return {row.id: row.subject for row in rows}


def sent_to_others(
    session: Session, *, account_id: str, contact_id: str, as_of: datetime, limits: Thresholds = DEFAULTS
) -> tuple[SentBefore, ...]:
    """Return the bodies that went to other contacts lately, the newest first; no more than are compared."""
    rows = TO_OTHERS.all(
        session,
        account_id=account_id,
        contact_id=contact_id,
        as_of=as_of,
        since=as_of - timedelta(days=limits.compared_days),
        most=limits.compared_messages,
    )
    return tuple(SentBefore(row.body, row.full_name, row.occurred_at) for row in rows)


def sent_to_them(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> tuple[str, ...]:
    """Return the owner's last bodies to a contact, the newest first."""
    rows = TO_THEM.all(session, account_id=account_id, contact_id=contact_id, as_of=as_of, most=EARLIER)
    return tuple(row.body for row in rows)


def contacts_named(session: Session, *, account_id: str, named: str) -> list[str]:
    """Return the contacts with this full name or e-mail address; two are enough to know that it is not one."""
    said = fold(named)
    is_named = or_(ContactKey.key == f"email:{said}", ContactKey.key.startswith(f"name:{said}|", autoescape=True))
    query = (
        select(ContactKey.contact_id)
        .join(Contact, and_(Contact.account_id == ContactKey.account_id, Contact.id == ContactKey.contact_id))
        .where(ContactKey.account_id == account_id, is_named, Contact.deleted_at.is_(None))
    )
    return list(session.scalars(query.distinct().limit(2)))
