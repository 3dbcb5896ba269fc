"""The selects behind what the coach is told: for some contacts of an account, or for all of them."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, func, select, union
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.contacts.models import Contact
from comity.events.models import Attendee, Event
from comity.follow_ups.models import FollowUp
from comity.follow_ups.moving import OWNERS_TIME
from comity.follow_ups.schemas import FollowUpStatus
from comity.goals.models import Goal
from comity.interactions.models import Interaction, InteractionContact
from comity.prepared import Prepared, among
from comity.promises.models import Promise
from comity.relationships.introduced import ASKED
from comity.relationships.models import RelationshipRow
from comity.relationships.ranking import index_on
from comity.relationships.told import PERSON_COLUMNS, TOUCH_COLUMNS, words_where
from comity.ties.models import Tie

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")


class Told:
    """One select, prepared for some contacts and for everybody."""

    def __init__(self, query: Select[*tuple[Any, ...]], contact_id: Any) -> None:
        mine = query.where(contact_id.class_.account_id == ACCOUNT_ID)
        self._everybody = Prepared(mine)
        self._some = Prepared(mine.where(among(contact_id, "contact_ids")))

    def rows(
        self, session: Session, *, account_id: str, contact_ids: Collection[str] | None, **values: Any
    ) -> Iterator[Any]:
        """Yield the rows of these contacts; None: of everybody."""
        if contact_ids is None:
            return self._everybody.each(session, account_id=account_id, **values)
        return self._some.each(session, account_id=account_id, contact_ids=list(contact_ids), **values)


OWNER = Prepared(
    select(
        Account.seniority,
        Account.background,
        Account.reply_rate,
        Account.closing_rate,
        Account.keep_in_touch,
        *OWNERS_TIME,
    ).where(Account.id == ACCOUNT_ID)
)
GOALS = Prepared(select(*Goal.__table__.columns).where(Goal.account_id == ACCOUNT_ID).order_by(Goal.id))
PEOPLE = Told(
    select(*PERSON_COLUMNS, Tie.kind.label("owner_tie"))
    .outerjoin(
        Tie,
        and_(Tie.account_id == Contact.account_id, Tie.to_contact_id == Contact.id, Tie.from_contact_id.is_(None)),
    )
    .where(Contact.deleted_at.is_(None)),
    Contact.id,
)
TOUCHES = Told(
    select(
        InteractionContact.contact_id,
        *TOUCH_COLUMNS,
        words_where(among(InteractionContact.contact_id, "at_events")).label("text"),
    )
    .join(
        Interaction,
        and_(
            Interaction.account_id == InteractionContact.account_id, Interaction.id == InteractionContact.interaction_id
        ),
    )
    .order_by(InteractionContact.contact_id, InteractionContact.occurred_at, InteractionContact.interaction_id),
    InteractionContact.contact_id,
)
PROMISES = Told(select(*Promise.__table__.columns), Promise.contact_id)
FOLLOW_UPS = Told(
    select(*FollowUp.__table__.columns).where(
        (FollowUp.status == FollowUpStatus.OPEN) | (FollowUp.cause.is_not(None) & FollowUp.is_moved_by_owner.is_(True))
    ),
    FollowUp.contact_id,
)
GATHERINGS = Told(
    select(Attendee.contact_id, *Event.__table__.columns)
    .join(Event, and_(Event.account_id == Attendee.account_id, Event.id == Attendee.event_id))
    .where(Event.attending.is_(True)),
    Attendee.contact_id,
)
BY_WORTH = Prepared(
    select(Attendee.event_id, Attendee.contact_id)
    .join(
        RelationshipRow,
        and_(RelationshipRow.account_id == Attendee.account_id, RelationshipRow.contact_id == Attendee.contact_id),
        isouter=True,
    )
    .join(Contact, and_(Contact.account_id == Attendee.account_id, Contact.id == Attendee.contact_id))
    .where(Attendee.account_id == ACCOUNT_ID, among(Attendee.event_id, "event_ids"))
    .where(Contact.deleted_at.is_(None), Contact.do_not_contact.is_(False))
    .order_by(func.coalesce(index_on(bindparam("day")), 0.0).desc(), Attendee.contact_id)
)
CONCERNED = Prepared(
    union(
        select(Tie.to_contact_id.label("contact_id")).where(
            Tie.account_id == ACCOUNT_ID, among(Tie.from_contact_id, "contact_ids")
        ),
        select(Tie.from_contact_id).where(
            Tie.account_id == ACCOUNT_ID, among(Tie.to_contact_id, "contact_ids"), Tie.from_contact_id.is_not(None)
        ),
        ASKED,
    )
)  # whom a change in the logs of some contacts concerns too
