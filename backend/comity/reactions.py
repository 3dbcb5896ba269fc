"""One table: what happens at once, in the same transaction, when something happened.

Order matters within a line: what is settled first is seen by what comes after.
"""

from comity.accounts.service import AccountChanged, MorningChanged, OwnersTimeChanged
from comity.commonalities.noting import note as note_grounds
from comity.contacts.service import ContactChanged, ContactErased
from comity.digests import service as digests
from comity.events import suggestions
from comity.events.service import EventChanged
from comity.follow_ups import settling as follow_ups
from comity.follow_ups import shifting
from comity.follow_ups.due import FollowUpsDue
from comity.follow_ups.settling import FollowUpChanged
from comity.goals.service import GoalsChanged
from comity.imports import forgetting
from comity.imports.applying import PeopleImported
from comity.integrations import forgetting as hooks_forgetting
from comity.interactions.service import InteractionLogged
from comity.next_steps import decisions
from comity.outbox import Reactions
from comity.promises import service as promises
from comity.promises.service import PromiseChanged, PromiseLapsed
from comity.relationships import newcomers
from comity.relationships import service as relationships
from comity.relationships.jobs import review_everybody
from comity.ties.service import TieChanged
from comity.webhooks import telling as webhooks

REACTIONS: Reactions = {
    AccountChanged: [review_everybody],
    GoalsChanged: [review_everybody],
    OwnersTimeChanged: [shifting.travel],
    MorningChanged: [digests.arrange],
    ContactChanged: [note_grounds, follow_ups.review, relationships.refold, webhooks.contacts_changed],
    ContactErased: [
        forgetting.forget,
        hooks_forgetting.forget,
        decisions.forget,
        suggestions.forget,
        relationships.remove_with_log,
        webhooks.contact_erased,
    ],
    PeopleImported: [note_grounds, newcomers.expect, webhooks.contacts_changed],
    TieChanged: [relationships.refold],
    EventChanged: [relationships.refold],
    PromiseChanged: [relationships.refold],
    PromiseLapsed: [webhooks.promise_lapsed],
    FollowUpChanged: [relationships.refold],
    FollowUpsDue: [webhooks.follow_ups_due],
    InteractionLogged: [
        promises.settle_with_log,
        follow_ups.settle_with_log,
        relationships.refold,
        webhooks.interaction_logged,
    ],
}
