"""Asks the coach: one contact's next step, an ask in mind, and today's list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.calendars import calendar_for
from comity.coach.ask_check import AskCheck, check_ask
from comity.coach.choose import choose
from comity.coach.events import who_will_be_there
from comity.coach.history import Person
from comity.coach.rank import Candidate, index, todays, value
from comity.coach.relationship import Relationship, fold
from comity.coach.step import NextStep
from comity.coach.words import Action, AskSize
from comity.contacts.models import Contact
from comity.contacts.service import ContactNotFound
from comity.events.models import Attendee, Event
from comity.next_steps.decisions import Standing
from comity.next_steps.schemas import StepContact, StepOut, step_contact, step_id, step_out
from comity.relationships.gathering import Gathered, gathering_of, index_at
from comity.relationships.models import RelationshipRow

CHUNK = 40  # candidates whose steps are chosen at once; a few more than an owner has room for
MOST_CHUNKS = 8
MOST_CHANGED = 300  # rows whose day has come and that the sweep has not folded anew yet
EVENT_DAYS = 14
FAR_AHEAD = datetime(2500, 1, 1, tzinfo=UTC)
MINUTES = {Action.ASSESS: 1, Action.PREPARE_MEETING: 15, Action.EVENT_BEFORE: 10, Action.BUILD_BRIDGE: 10}
USUAL_MINUTES = 4


@dataclass(frozen=True, slots=True)
class Advised:
    """A step, whom it concerns, and how much a touch now is worth."""

    person: Person | None
    relationship: Relationship | None
    step: NextStep
    index: float


def advise(
    session: Session, *, account_id: str, contact_id: str, as_of: datetime, want: AskSize | None = None
) -> Advised:
    """Return the one next step for a contact.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    return _advised(gathered, contact_id, as_of, want=want)


def check(session: Session, *, account_id: str, contact_id: str, ask_size: AskSize, as_of: datetime) -> AskCheck:
    """Say whether an ask is allowed now.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    circumstances = gathered.circumstances(contact_id)
    return check_ask(gathered.histories[contact_id], circumstances, as_of=as_of, ask_size=ask_size)


def today(
    session: Session, *, account_id: str, as_of: datetime, is_now: bool, limit: int | None, standing: Standing
) -> list[Advised]:
    """Return today's list: obligations, then the ranked rest as far as there is room.

    is_now: the derived rows hold; for any other instant every log is folded. limit: of the ranked part, default the
    owner's daily touches.
    """
    account = session.execute(select(Account.timezone, Account.daily_touches).where(Account.id == account_id)).one()
    until = end_of_day(as_of, account.timezone)
    room = account.daily_touches if limit is None else limit
    found = list(without_contact(session, account_id, as_of))
    if is_now:
        found += _by_derived_rows(session, account_id, as_of, until=until, room=room, standing=standing)
    else:
        found += _by_folding_all(session, account_id, as_of)
    return _cut(found, room=room, until=until, standing=standing, as_of=as_of)


def end_of_day(moment: datetime, timezone: str) -> datetime:
    """Return when the owner's day ends."""
    zone = ZoneInfo(timezone)
    tomorrow = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), zone)


def minutes_for(steps: Iterable[NextStep]) -> int:
    """Return about how long these steps take."""
    return sum(MINUTES.get(step.action, USUAL_MINUTES) for step in steps if step.action is not None)


def next_opening(session: Session, account_id: str, now: datetime) -> datetime | None:
    """Return when the next step of anybody opens."""
    row = RelationshipRow
    query = select(func.min(row.opens_at)).where(row.account_id == account_id, row.opens_at.between(now, FAR_AHEAD))
    return session.scalars(query).one()


def shown(session: Session, *, account_id: str, advised: Sequence[Advised]) -> list[StepOut]:
    """Return steps as a client sees them."""
    ids = [one.person.id for one in advised if one.person is not None]
    query = select(Contact.id, Contact.title).where(Contact.account_id == account_id, Contact.id.in_(ids))
    titles = {row.id: row.title for row in session.execute(query)}
    return [step_out(one.step, contact=_contact(one, titles), priority=one.index) for one in advised]


def _contact(one: Advised, titles: dict[str, str | None]) -> StepContact | None:
    if one.person is None or one.relationship is None:
        return None
    return step_contact(one.person, title=titles.get(one.person.id), trust_stage=one.relationship.trust_stage)


def _advised(gathered: Gathered, contact_id: str, as_of: datetime, *, want: AskSize | None = None) -> Advised:
    history = gathered.histories[contact_id]
    relationship = fold(history, owner=gathered.owner, as_of=as_of)
    step = choose(history, gathered.circumstances(contact_id), as_of=as_of, want=want)
    return Advised(history.person, relationship, step, _worth(gathered, history.person, relationship, as_of))


def _worth(gathered: Gathered, person: Person, relationship: Relationship, as_of: datetime) -> float:
    background = gathered.owner.background
    worth = value(person, gathered.goals, background, as_of=as_of, timezone=gathered.owner.timezone)
    return index(relationship, value=worth)


def _by_derived_rows(
    session: Session, account_id: str, now: datetime, *, until: datetime, room: int, standing: Standing
) -> list[Advised]:
    """Choose steps for those who press, then for the best ranked until the room is filled."""
    pressing = _pressing_ids(session, account_id, until)
    found = list(_choose_for(session, account_id, pressing, now))
    seen = set(pressing)
    for chunk in range(MOST_CHUNKS):
        ranked = _ranked_ids(session, account_id, now, until=until, offset=chunk * CHUNK)
        found += _choose_for(session, account_id, [one for one in ranked if one not in seen], now)
        seen.update(ranked)
        fitting = _cut(found, room=room, until=until, standing=standing, as_of=now)
        if len(ranked) < CHUNK or sum(not one.step.obligation for one in fitting) >= room:
            break
    return found


def _pressing_ids(session: Session, account_id: str, until: datetime) -> list[str]:
    row = RelationshipRow
    due = select(row.contact_id).where(row.account_id == account_id, row.due_at < until)
    changed = select(row.contact_id).where(row.account_id == account_id, row.next_change_at < until)
    ids = [*session.scalars(due), *session.scalars(changed.order_by(row.next_change_at).limit(MOST_CHANGED))]
    return list(dict.fromkeys(ids))


def _ranked_ids(session: Session, account_id: str, now: datetime, *, until: datetime, offset: int) -> Sequence[str]:
    row = RelationshipRow
    query = select(row.contact_id).where(row.account_id == account_id, row.opens_at < until)
    return session.scalars(query.order_by(index_at(now).desc(), row.contact_id).offset(offset).limit(CHUNK)).all()


def _choose_for(session: Session, account_id: str, contact_ids: Sequence[str], now: datetime) -> Iterator[Advised]:
    if not contact_ids:
        return
    gathered = Gathered(session, account_id=account_id, contact_ids=contact_ids, as_of=now)
    for contact_id in contact_ids:
        if contact_id in gathered.histories:
            yield _advised(gathered, contact_id, now)


def _by_folding_all(session: Session, account_id: str, as_of: datetime) -> Iterator[Advised]:
    gathered = Gathered(session, account_id=account_id, contact_ids=None, as_of=as_of)
    for contact_id in gathered.histories:
        yield _advised(gathered, contact_id, as_of)


def without_contact(session: Session, account_id: str, as_of: datetime) -> Iterator[Advised]:
    """Return a step for each event ahead at which nobody is known yet."""
    known = select(Attendee.event_id).where(Attendee.account_id == account_id)
    query = select(*Event.__table__.columns).where(
        Event.account_id == account_id,
        Event.attending.is_(True),
        Event.starts_at.between(as_of, as_of + timedelta(days=EVENT_DAYS)),
        Event.id.not_in(known),
    )
    events = session.execute(query).all()
    if not events:
        return
    timezone = session.scalars(select(Account.timezone).where(Account.id == account_id)).one()
    calendar = calendar_for(
        country=None, observances=(), timezone=timezone, owner_timezone=timezone, around=as_of.date()
    )
    for row in events:
        step = who_will_be_there(gathering_of(row, key=True), calendar, as_of=as_of)
        if step is not None:
            yield Advised(None, None, step, 0.0)


def _cut(found: Iterable[Advised], *, room: int, until: datetime, standing: Standing, as_of: datetime) -> list[Advised]:
    """Leave out what the owner decided on, then let the coach cut the day to its room."""
    by_id = {step_id(one.person.id if one.person else None, one.step): one for one in found}
    open_ones = {identity: one for identity, one in by_id.items() if not standing.hides(identity, as_of)}
    candidates = [
        Candidate(step=one.step, contact_id=identity, index=one.index, newcomer=_is_newcomer(one))
        for identity, one in open_ones.items()
    ]
    return [open_ones[candidate.contact_id] for candidate in todays(candidates, room=room, until=until)]


def _is_newcomer(one: Advised) -> bool:
    if one.person is None or one.relationship is None:
        return False
    return one.relationship.last_reciprocated_at is None and one.person.connected_on is None
