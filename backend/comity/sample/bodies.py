"""Turns what is told into the bodies that a client would send, so that the same checks hold for what is made up."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from comity.coach.words import PromiseStatus
from comity.contacts.folding import fold, fold_company
from comity.contacts.schemas import ContactIn
from comity.events.schemas import EventIn, SessionIn
from comity.follow_ups.schemas import FollowUpIn
from comity.goals.schemas import GoalIn
from comity.interactions.schemas import InteractionIn
from comity.promises.schemas import PromiseIn
from comity.sample.people import Person
from comity.sample.places import PLACES
from comity.sample.telling import Aim, Gathering, Moment, Plan, Story, Vow
from comity.sample.whereabouts import Whereabouts, at_work, home

TAG = "Demo"
DAY_FIELDS = frozenset({"job_started_on", "org_trouble_on", "connected_on", "on", "from", "until"})
PHONES = {"GB": "+44 7700 900{:03}", "US": "+1 206 555 01{:02}"}  # numbers kept free for films and books


class Calendar:
    """Turns days before now into the owner's days, and into instants at some hour of their work."""

    def __init__(self, now: datetime, timezone: str, chance: Random) -> None:
        self.now = now
        self.zone = ZoneInfo(timezone)
        self.chance = chance

    def day(self, days: int) -> date:
        """Return the day that lies so far back."""
        return self.now.astimezone(self.zone).date() - timedelta(days=days)

    def instant(self, days: float) -> datetime:
        """Return an instant of that day; a fraction of a day is meant to the minute."""
        if not float(days).is_integer():
            return self.now - timedelta(days=days)
        hour = time(self.chance.randint(9, 16), self.chance.choice((0, 10, 15, 30, 45)))
        return datetime.combine(self.day(int(days)), hour, self.zone)


def contact_of(person: Person, story: Story, calendar: Calendar) -> ContactIn:
    """Return the contact of a person."""
    country = PLACES[person.city].country
    there = _whereabouts(person, story, calendar)
    name = _slug(fold(person.full_name), ".")
    facts = {
        "full_name": person.full_name,
        "title": person.title,
        "company": person.company,
        "location": there.city,
        "country": there.country,
        "timezone": there.timezone,
        "emails": [f"{name}@{_slug(fold_company(person.company), '')}.example"],
        "phones": [PHONES[country].format(calendar.chance.randint(0, 99))] if country in PHONES else [],
        "profile_url": f"https://www.linkedin.example/in/{name}",
        "interests": [person.likes],
        "tags": [TAG],
    }
    return ContactIn.model_validate(facts | _dated(story.facts, calendar))


def _whereabouts(person: Person, story: Story, calendar: Calendar) -> Whereabouts:
    if not story.roams:
        return home(person.city)
    return at_work(person.city, now=calendar.now, timezone=str(calendar.zone))


def interaction_of(
    moment: Moment, *, contact_id: str, event_ids: Mapping[str, str], calendar: Calendar
) -> InteractionIn:
    """Return the interaction of a moment."""
    return InteractionIn(
        contact_ids=[contact_id],
        kind=moment.kind,
        direction=moment.direction,
        occurred_at=calendar.instant(moment.days),
        channel=moment.channel,
        summary=moment.summary,
        event_id=event_ids[moment.event] if moment.event else None,
        **moment.rest,
    )


def promise_of(vow: Vow, *, contact_id: str, calendar: Calendar) -> PromiseIn:
    """Return the promise of a vow."""
    return PromiseIn(
        contact_id=contact_id,
        by=vow.by,
        what=vow.what,
        made_at=calendar.instant(vow.days),
        due_on=None if vow.due is None else calendar.day(-vow.due),
        status=PromiseStatus.OPEN if vow.kept is None else PromiseStatus.KEPT,
        resolved_at=None if vow.kept is None else calendar.instant(vow.kept),
    )


def event_of(gathering: Gathering, calendar: Calendar) -> EventIn:
    """Return the event of a gathering."""
    starts_at = calendar.instant(gathering.days)
    return EventIn(
        name=gathering.name,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=gathering.hours),
        place=gathering.place,
        sessions=[SessionIn(title=title, kind=kind) for title, kind in gathering.parts],
    )


def goal_of(aim: Aim, *, contact_ids: Mapping[str, str], calendar: Calendar) -> GoalIn:
    """Return the goal of an aim."""
    return GoalIn(
        title=aim.title,
        ask_size=aim.ask_size,
        urgency=aim.urgency,
        companies=[*aim.companies],
        fields=[*aim.fields],
        contact_ids=[contact_ids[full_name] for full_name in aim.people],
        ends_on=calendar.day(-aim.ends),
    )


def follow_up_of(plan: Plan, *, contact_id: str, calendar: Calendar) -> FollowUpIn:
    """Return the follow-up of a plan."""
    return FollowUpIn.model_validate(
        {"contact_id": contact_id, "due_at": calendar.instant(plan.days), "action": plan.action, "note": plan.note}
    )


def _dated(facts: Any, calendar: Calendar) -> Any:
    """Replace the days of facts, counted back from now, by dates."""
    if isinstance(facts, list):
        return [_dated(fact, calendar) for fact in facts]
    if not isinstance(facts, Mapping):
        return facts
    dated = {name: calendar.day(fact) if name in DAY_FIELDS else _dated(fact, calendar) for name, fact in facts.items()}
    if "birthday" in facts:
        dated["birthday"] = f"--{calendar.day(facts['birthday']):%m-%d}"
    return dated


def _slug(text: str, joint: str) -> str:
    return joint.join(re.findall("[a-z0-9]+", text.replace("'", "")))
