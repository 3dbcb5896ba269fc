"""Makes the brief before a conversation."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.briefs.schemas import (
    Accomplishments,
    BriefOut,
    BriefPromise,
    EndingOut,
    Endings,
    FactOut,
    LastTalk,
    LeftGoalOut,
    PlannedTalk,
    SignalsToWatch,
    SignalToWatch,
)
from comity.coach.commonalities import Commonality
from comity.coach.conversation_brief import ConversationBrief, brief_for
from comity.coach.endings import Ending
from comity.coach.history import Touch
from comity.coach.promises import PromiseState
from comity.coach.signs import GOOD_SIGNS, OTHER_SIGNS
from comity.coach.situation import Situation, situate
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Signal
from comity.commonalities.schemas import commonality_out
from comity.commonalities.service import in_common
from comity.contacts.service import ContactNotFound
from comity.interactions.models import Interaction
from comity.next_steps.schemas import step_contact
from comity.relationships.gathering import Gathered

MOST_SHARED = 5  # commonalities: the page has room for no more


def brief(session: Session, *, account_id: str, contact_id: str, as_of: datetime, minutes: int | None) -> BriefOut:
    """Return the brief before the next conversation with a contact.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    s = situate(gathered.histories[contact_id], gathered.circumstances(contact_id), as_of=as_of)
    shared = in_common(session, account_id=account_id, contact_id=contact_id, as_of=as_of).items[:MOST_SHARED]
    title = gathered.titles[contact_id]
    found = brief_for(s, shared=[one for one in shared if one.known], minutes=minutes, title=title)
    last = _last_talk(session, account_id, found.last_conversation)
    return _shown(s, found, shared, title=title, last=last)


def _last_talk(session: Session, account_id: str, talk: Touch | None) -> LastTalk | None:
    if talk is None:
        return None
    mine = (Interaction.account_id == account_id, Interaction.id == talk.id)
    summary = session.scalar(select(Interaction.summary).where(*mine))
    return LastTalk(
        interaction_id=talk.id,
        kind=talk.kind,
        occurred_at=talk.occurred_at,
        summary=summary,
        signals=list(talk.signals),
    )


def _shown(
    s: Situation,
    found: ConversationBrief,
    shared: Sequence[Commonality],
    *,
    title: str | None,
    last: LastTalk | None,
) -> BriefOut:
    planned = found.planned
    missing = [FactOut.model_validate(fact) for fact in found.facts if fact.known is None]
    return BriefOut(
        contact=step_contact(s.person, title=title, trust_stage=s.relationship.trust_stage),
        planned=PlannedTalk(interaction_id=planned.id, kind=planned.kind, occurred_at=planned.occurred_at)
        if planned
        else None,
        minutes=found.minutes,
        goals=list(found.goals),
        left_open=[
            LeftGoalOut(
                goal=left.goal, outcome=left.outcome, interaction_id=left.touch.id, occurred_at=left.touch.occurred_at
            )
            for left in found.left
        ],
        known=[FactOut.model_validate(fact) for fact in found.facts if fact.known is not None],
        find_out=missing[: DEFAULTS.missing_most],
        questions=list(found.questions),
        commonalities=[commonality_out(one) for one in shared],
        open_promises=[_promise(state) for state in found.open_promises],
        accomplishments=Accomplishments(texts=list(found.accomplishments), when=found.weave_in),
        signals_to_watch=SignalsToWatch(positive=_watched(GOOD_SIGNS), negative=_watched(OTHER_SIGNS)),
        endings=Endings(good=_ending(found.good_ending), otherwise=_ending(found.other_ending)),
        last_conversation=last,
    )


def _promise(state: PromiseState) -> BriefPromise:
    promise = state.promise
    return BriefPromise(id=promise.id, by=promise.by, what=promise.what, due_on=state.due_on)


def _watched(signs: Mapping[Signal, str]) -> list[SignalToWatch]:
    return [SignalToWatch(signal=signal, text=text) for signal, text in signs.items()]


def _ending(ending: Ending) -> EndingOut:
    goal_id = ending.goal.id if ending.goal else None
    return EndingOut(ask_size=ending.ask_size, action=ending.action, text=ending.text, goal_id=goal_id)
