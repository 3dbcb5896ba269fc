"""From rows to what the coach is told: the columns that are read, and the plain values made of them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func

from comity.calendars import busy_period_of, calendar_for
from comity.coach.history import Birthday, Gathering, Goal, Interval, Occasion, Person, PlaceCalendar, Touch
from comity.coach.history import Session as EventSession
from comity.coach.intervals import interval_of
from comity.coach.words import (
    AskOutcome,
    AskSize,
    Channel,
    Direction,
    GoalOutcome,
    Kind,
    OccasionKind,
    Purpose,
    Seniority,
    Signal,
    TieKind,
    TrustStage,
    Urgency,
)
from comity.contacts.models import Contact
from comity.interactions.models import Interaction
from comity.interactions.service import BY_IMPORT

PERSON_COLUMNS = (
    Contact.id,
    Contact.full_name,
    Contact.company,
    Contact.title,
    Contact.seniority,
    Contact.field,
    Contact.location,
    Contact.country,
    Contact.timezone,
    Contact.observances,
    Contact.importance,
    Contact.birthday,
    Contact.job_started_on,
    Contact.org_trouble_on,
    Contact.connected_on,
    Contact.occasions,
    Contact.busy_periods,
    Contact.needs,
    Contact.interests,
    Contact.schools,
    Contact.employers,
    Contact.tags,
    Contact.keep_in_touch,
    Contact.how_met,
    Contact.met_by_import,
    Contact.do_not_contact,
    Contact.emails,
    Contact.phones,
    Contact.profile_url,
)
TOUCH_COLUMNS = (
    Interaction.id,
    Interaction.occurred_at,
    Interaction.kind,
    Interaction.direction,
    Interaction.channel,
    Interaction.duration_minutes,
    Interaction.signals,
    Interaction.assessed,
    Interaction.ask_size,
    Interaction.ask_outcome,
    Interaction.gave.is_not(None).label("gave"),
    Interaction.received.is_not(None).label("received"),
    Interaction.purpose,
    Interaction.expects_reply,
    Interaction.goals,
    Interaction.goal_outcomes,
    Interaction.event_id,
    Interaction.promise_id,
    Interaction.thread_id,
    Interaction.trust_stage,
    Interaction.source,
)  # in the order in which a touch has them

# Members by value: with hundreds of thousands of touches, calling the enum is what takes time.
KINDS = {word.value: word for word in Kind}
DIRECTIONS = {word.value: word for word in Direction}
CHANNELS = {word.value: word for word in Channel}
SIGNALS = {word.value: word for word in Signal}
ASK_SIZES = {word.value: word for word in AskSize}
ASK_OUTCOMES = {word.value: word for word in AskOutcome}
GOAL_OUTCOMES = {word.value: word for word in GoalOutcome}
PURPOSES = {word.value: word for word in Purpose}
TRUST_STAGES = {word.value: word for word in TrustStage}


def words_where(they_matter: ColumnElement[bool]) -> ColumnElement[str]:
    """Return all that was written, where an event may be named in it; else nothing, since it may be long."""
    subject, summary, body = (
        func.coalesce(column, "") for column in (Interaction.subject, Interaction.summary, Interaction.body)
    )
    return case((they_matter, subject + " " + summary + " " + body), else_="")


def goal_of(row: Row[Any]) -> Goal:
    """Return a goal from its row."""
    return Goal(
        id=row.id,
        title=row.title,
        ask_size=AskSize(row.ask_size),
        urgency=Urgency(row.urgency),
        companies=tuple(row.companies),
        fields=tuple(row.fields),
        contact_ids=frozenset(row.contact_ids),
        ends_on=row.ends_on,
    )


def person_of(row: Row[Any], owner_tie: TieKind | None, by_tag: Mapping[str, Interval]) -> Person:
    """Return a contact from its row. by_tag: how often to be in touch with those who bear a tag."""
    own = Interval(**row.keep_in_touch) if row.keep_in_touch else None
    return Person(
        id=row.id,
        full_name=row.full_name,
        company=row.company,
        seniority=Seniority(row.seniority) if row.seniority else None,
        field=row.field,
        location=row.location,
        country=row.country,
        timezone=row.timezone,
        importance=row.importance,
        birthday=_birthday(row.birthday),
        job_started_on=row.job_started_on,
        org_trouble_on=row.org_trouble_on,
        connected_on=row.connected_on,
        occasions=tuple(
            Occasion(OccasionKind(one["kind"]), date.fromisoformat(one["on"]), one["note"]) for one in row.occasions
        ),
        busy_periods=tuple(busy_period_of(one) for one in row.busy_periods),
        needs=tuple(row.needs),
        interests=tuple(row.interests),
        schools=tuple(row.schools),
        employers=tuple(row.employers),
        tags=tuple(row.tags),
        how_met=row.how_met,
        met_by_import=row.met_by_import,
        owner_tie=owner_tie,
        keep_in_touch=interval_of(own, row.tags, by_tag) if own or by_tag else None,
        do_not_contact=row.do_not_contact,
        channels=_channels(row),
    )


def _birthday(text: str | None) -> Birthday | None:
    return Birthday(month=int(text[-5:-3]), day=int(text[-2:])) if text else None


def _channels(row: Row[Any]) -> frozenset[Channel]:
    known = set()
    if row.emails:
        known.add(Channel.EMAIL)
    if row.phones:
        known |= {Channel.PHONE, Channel.TEXT}
    if row.profile_url and "linkedin." in row.profile_url:
        known.add(Channel.LINKEDIN)
    return frozenset(known)


def touch_of(row: Any) -> Touch:
    """Return an interaction from its row (whose it is, TOUCH_COLUMNS, the text), by place, since logs are long."""
    # fmt: off
    (
        _, touch_id, occurred_at, kind, direction, channel, minutes, signals, assessed, ask_size, ask_outcome, gave,
        received, purpose, expects_reply, goals, goal_outcomes, event_id, promise_id, thread_id, trust_stage, source,
        text,
    ) = row
    return Touch(
        touch_id, occurred_at, KINDS[kind], DIRECTIONS[direction], CHANNELS.get(channel), minutes,
        tuple([SIGNALS[signal] for signal in signals]) if signals else (), assessed, ASK_SIZES[ask_size],
        ASK_OUTCOMES.get(ask_outcome), bool(gave), bool(received), PURPOSES.get(purpose), expects_reply, tuple(goals),
        tuple([GOAL_OUTCOMES.get(outcome) for outcome in goal_outcomes]) if goal_outcomes else (), event_id,
        promise_id, thread_id, TRUST_STAGES.get(trust_stage), source == BY_IMPORT, text,
    )
    # fmt: on


def gathering_of(row: Any, *, key: bool) -> Gathering:
    """Return an event from its row."""
    return Gathering(
        id=row.id,
        name=row.name,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        sessions=tuple(_event_session(part) for part in row.sessions),
        key=key,
    )


def _event_session(part: Mapping[str, Any]) -> EventSession:
    starts_at = part.get("starts_at")
    return EventSession(
        title=part["title"],
        kind=part["kind"],
        starts_at=datetime.fromisoformat(starts_at) if starts_at else None,
        attended=part.get("attended"),
    )


def place_name(timezone: str | None, country: str | None, observances: Iterable[str]) -> str:
    """Return the name of a place: people of one name share their days."""
    return "|".join((timezone or "", country or "", *observances))


def calendar_of(place: str, *, owner_timezone: str, around: date) -> PlaceCalendar:
    """Return the days of a place, by its name."""
    timezone, country, *observances = place.split("|")
    return calendar_for(
        country=country or None,
        observances=observances,
        timezone=timezone or None,
        owner_timezone=owner_timezone,
        around=around,
    )
