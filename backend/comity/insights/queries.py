"""What insights read of an account: who took part in the period, how the others stand, and what was shown."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, String, and_, bindparam, cast, func, or_, select

from comity.coach.thresholds import DEFAULTS
from comity.coach.touches import WRITTEN
from comity.coach.words import Direction
from comity.contacts.models import Contact
from comity.events.models import Attendee, Event
from comity.interactions.models import Interaction, InteractionContact
from comity.next_steps.models import Decision, ShownStep
from comity.prepared import Prepared, among
from comity.promises.models import Promise
from comity.relationships.models import RelationshipRow as Row
from comity.relationships.told import PERSON_COLUMNS

ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
SINCE: BindParameter[datetime] = bindparam("since")
AS_OF: BindParameter[datetime] = bindparam("as_of")


def _words(text: Any) -> ColumnElement[int]:
    """Return about how many words a text has: its gaps and one. Runs of blanks are rare enough."""
    spaces, lines = (func.length(text) - func.length(func.replace(text, blank, "")) for blank in (" ", "\n"))
    return spaces + lines + 1


TALKED = Prepared(
    select(InteractionContact.contact_id)
    .distinct()
    .where(InteractionContact.account_id == ACCOUNT_ID, InteractionContact.occurred_at > SINCE)
)
ATTENDED = Prepared(
    select(Attendee.contact_id)
    .distinct()
    .join(Event, and_(Event.account_id == Attendee.account_id, Event.id == Attendee.event_id))
    .where(
        Attendee.account_id == ACCOUNT_ID, Event.attending.is_(True), Event.ends_at > SINCE, Event.starts_at <= AS_OF
    )
)
PROMISED = Prepared(select(Promise.contact_id).distinct().where(Promise.account_id == ACCOUNT_ID))
WITH_OCCASIONS = Prepared(
    select(*PERSON_COLUMNS).where(
        Contact.account_id == ACCOUNT_ID,
        Contact.deleted_at.is_(None),
        Contact.do_not_contact.is_(False),
        or_(
            Contact.birthday.is_not(None), Contact.job_started_on.is_not(None), cast(Contact.occasions, String) != "[]"
        ),
    )
)
STANDINGS = Prepared(
    select(Row.contact_id, Row.trust_stage, Row.last_day, Row.rate, Contact.importance)
    .join(Contact, and_(Contact.account_id == Row.account_id, Contact.id == Row.contact_id))
    .where(Row.account_id == ACCOUNT_ID, Contact.deleted_at.is_(None))
)
NAMES = Prepared(
    select(Contact.id, Contact.full_name).where(Contact.account_id == ACCOUNT_ID, among(Contact.id, "contact_ids"))
)
EVENTS_ALONE = Prepared(
    select(*Event.__table__.columns).where(
        Event.account_id == ACCOUNT_ID,
        Event.attending.is_(True),
        Event.ends_at > SINCE,
        Event.ends_at <= AS_OF,
        Event.id.not_in(select(Attendee.event_id).where(Attendee.account_id == ACCOUNT_ID)),
    )
)
AT_EVENTS = Prepared(
    select(Interaction.event_id)
    .distinct()
    .where(
        Interaction.account_id == ACCOUNT_ID,
        Interaction.occurred_at > SINCE,
        Interaction.occurred_at <= AS_OF,
        among(Interaction.event_id, "event_ids"),
    )
)
WORDS = Prepared(
    select(Interaction.id, Interaction.occurred_at, _words(Interaction.body).label("words"))
    .where(
        Interaction.account_id == ACCOUNT_ID,
        Interaction.occurred_at > SINCE,
        Interaction.occurred_at <= AS_OF,
        Interaction.direction == Direction.OUTBOUND,
        or_(*(Interaction.kind == kind for kind in sorted(WRITTEN))),
        Interaction.body.is_not(None),
    )
    .order_by(Interaction.occurred_at.desc(), Interaction.id.desc())
)
TEXTS = Prepared(
    select(Interaction.id, func.substr(Interaction.body, 1, DEFAULTS.characters_read).label("body")).where(
        Interaction.account_id == ACCOUNT_ID, among(Interaction.id, "interaction_ids")
    )
)
SHOWN = Prepared(
    select(
        ShownStep.step_id,
        ShownStep.contact_id,
        ShownStep.action,
        ShownStep.rule,
        ShownStep.shown_at,
        ShownStep.reply_probability,
    ).where(ShownStep.account_id == ACCOUNT_ID, ShownStep.shown_at > SINCE, ShownStep.shown_at <= AS_OF)
)
DECIDED = Prepared(
    select(
        Decision.step_id,
        Decision.contact_id,
        Decision.action,
        Decision.rule,
        Decision.decided_at,
        Decision.decision,
        Decision.reply_probability,
        Decision.interaction_id,
    )
    .where(Decision.account_id == ACCOUNT_ID, Decision.decided_at > SINCE, Decision.decided_at <= AS_OF)
    .order_by(Decision.id)
)
