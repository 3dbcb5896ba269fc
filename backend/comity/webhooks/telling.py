"""What the account's endpoints are told when something happened: reactions, and what the clock brings about."""

from sqlalchemy.orm import Session

from comity.contacts.service import ContactChanged, ContactErased
from comity.follow_ups.due import FollowUpsDue
from comity.imports.applying import PeopleImported
from comity.interactions.service import InteractionLogged
from comity.outbox import Effect
from comity.promises.service import PromiseLapsed
from comity.webhooks.outgoing import News, tell, tell_many, written
from comity.webhooks.schemas import EventType


def contacts_changed(session: Session, happened: ContactChanged | PeopleImported) -> list[Effect]:
    """React to changed contacts."""
    data = {"contact_ids": list(happened.contact_ids)}
    tell(session, News(happened.account_id, EventType.CONTACT_CHANGED, happened.at, data))
    return []


def contact_erased(session: Session, happened: ContactErased) -> list[Effect]:
    """React to a contact that is removed for good."""
    data = {"contact_ids": list(happened.contact_ids)}
    tell(session, News(happened.account_id, EventType.CONTACT_ERASED, happened.at, data))
    return []


def interaction_logged(session: Session, happened: InteractionLogged) -> list[Effect]:
    """React to the log."""
    data = {"interaction_ids": list(happened.interaction_ids), "contact_ids": list(happened.contact_ids)}
    tell(session, News(happened.account_id, EventType.INTERACTION_LOGGED, happened.at, data))
    return []


def promise_lapsed(session: Session, happened: PromiseLapsed) -> list[Effect]:
    """React to the end of a hope."""
    data = {"promise_id": happened.promise_id, "contact_ids": list(happened.contact_ids)}
    tell(session, News(happened.account_id, EventType.PROMISE_LAPSED, happened.at, data))
    return []


def follow_ups_due(session: Session, happened: FollowUpsDue) -> list[Effect]:
    """React to follow-ups that have come due."""
    told = [
        News(
            due.account_id,
            EventType.FOLLOW_UP_DUE,
            happened.at,
            {
                "follow_up_id": due.follow_up_id,
                "contact_id": due.contact_id,
                "due_at": written(due.due_at),
            },
        )
        for due in happened.occurrences
    ]
    tell_many(session, EventType.FOLLOW_UP_DUE, told)
    return []
