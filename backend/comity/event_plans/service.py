"""Makes the plan of an event from what the coach says of its key people."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from comity.calendars import calendar_for
from comity.coach.event_plan import phase_of, plan_for
from comity.coach.history import Gathering
from comity.coach.rules.easy_win import who_will_be_there
from comity.coach.sessions import part_of, to_ask_about
from comity.coach.situation import situate
from comity.coach.thresholds import DEFAULTS
from comity.event_plans.schemas import EventPlanOut, KeyPersonOut, PlanSessionOut, key_person_out
from comity.events.models import Event
from comity.events.schemas import EventOut
from comity.events.service import get_event
from comity.events.suggestions import list_suggestions
from comity.next_steps.advice import advise_from
from comity.next_steps.schemas import StepOut, step_out
from comity.relationships.gathering import KEY_PEOPLE, Gathered, by_worth, owner_of
from comity.relationships.told import gathering_of


def plan(session: Session, *, account_id: str, event_id: str, as_of: datetime) -> EventPlanOut:
    """Return the plan of an event. Who does not go needs none, so it names nobody then.

    Raises EventNotFound.
    """
    event = get_event(session, account_id=account_id, event_id=event_id)
    gathering = gathering_of(event, key=True)
    ranked = by_worth(session, account_id=account_id, event_ids=[event_id], as_of=as_of).get(event_id, [])
    key_ids = ranked[:KEY_PEOPLE] if event.attending else []
    return EventPlanOut(
        event=EventOut.model_validate(event),
        phase=phase_of(gathering, as_of=as_of),
        key_people=_key_people(session, event, key_ids, as_of),
        other_attendees=len(ranked) - len(key_ids),
        suggestions=len(list_suggestions(session, account_id=account_id, event_id=event_id)),
        sessions=_sessions(gathering, as_of),
        find_out=_find_out(session, account_id, gathering, as_of) if event.attending and not ranked else None,
    )


def _key_people(session: Session, event: Event, contact_ids: list[str], as_of: datetime) -> list[KeyPersonOut]:
    gathered = Gathered(session, account_id=event.account_id, contact_ids=contact_ids, as_of=as_of)
    return [_key_person(gathered, event.id, contact_id, as_of) for contact_id in contact_ids]


def _key_person(gathered: Gathered, event_id: str, contact_id: str, as_of: datetime) -> KeyPersonOut:
    situation = situate(gathered.histories[contact_id], gathered.circumstances(contact_id), as_of=as_of)
    gathering = next(found for found in situation.history.gatherings if found.id == event_id)
    advised = advise_from(gathered, contact_id, as_of=as_of)
    return key_person_out(advised, plan_for(situation, gathering), event_id=event_id)


def _sessions(gathering: Gathering, as_of: datetime) -> list[PlanSessionOut]:
    asked = to_ask_about(gathering, as_of=as_of)
    return [
        PlanSessionOut(
            title=found.title,
            kind=found.kind,
            starts_at=found.starts_at,
            attended=found.attended,
            part=part_of(found),
            ask_attended=any(found is one for one in asked),
        )
        for found in gathering.sessions
    ]


def _find_out(session: Session, account_id: str, gathering: Gathering, as_of: datetime) -> StepOut | None:
    """Return the step that Today shows from a fortnight ahead on; the plan shows it from the beginning."""
    timezone = owner_of(session, account_id).timezone
    opens_at = max(as_of, gathering.starts_at - timedelta(days=DEFAULTS.event_ahead_days))
    calendar = calendar_for(
        country=None, observances=(), timezone=timezone, owner_timezone=timezone, around=as_of.date()
    )
    step = who_will_be_there(gathering, calendar, as_of=opens_at)
    return step_out(step, contact=None, priority=0.0) if step else None
