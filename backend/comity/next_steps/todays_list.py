"""Makes today's list: obligations, then where a touch is worth most, as far as there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.calendars import calendar_for
from comity.coach.rank import Candidate, is_newcomer, todays
from comity.coach.rules.easy_win import who_will_be_there
from comity.coach.step import NextStep
from comity.coach.words import Action
from comity.events.models import Attendee, Event
from comity.next_steps.advice import Advised, advise_from
from comity.next_steps.decisions import Standing
from comity.relationships.gathering import Gathered
from comity.relationships.models import RelationshipRow
from comity.relationships.ranking import index_at
from comity.relationships.told import gathering_of

CHUNK = 40  # candidates whose steps are chosen at once; a few more than an owner has room for
MOST_CHUNKS = 8
MOST_CHANGED = 300  # rows whose day has come and that the sweep has not folded anew yet
EVENT_DAYS = 14
FAR_AHEAD = datetime(2500, 1, 1, tzinfo=UTC)
MINUTES = {Action.ASSESS: 1, Action.PREPARE_MEETING: 15, Action.EVENT_BEFORE: 10, Action.BUILD_BRIDGE: 10}
USUAL_MINUTES = 4


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is asked about. room: touches in all; limit: of the ranked part, where a client set it."""

    session: Session
    account_id: str
    as_of: datetime
    timezone: str
    room: int
    limit: int | None
    standing: Standing

    @property
    def begins(self) -> datetime:
        """The owner's last midnight."""
        zone = ZoneInfo(self.timezone)
        return datetime.combine(self.as_of.astimezone(zone).date(), time(), zone)

    @property
    def ends(self) -> datetime:
        """The owner's next midnight."""
        zone = ZoneInfo(self.timezone)
        return datetime.combine(self.as_of.astimezone(zone).date() + timedelta(days=1), time(), zone)


def day_of(session: Session, *, account_id: str, as_of: datetime, limit: int | None, standing: Standing) -> Day:
    """Return the owner's day at an instant."""
    account = session.execute(select(Account.timezone, Account.daily_touches).where(Account.id == account_id)).one()
    return Day(session, account_id, as_of, account.timezone, account.daily_touches, limit, standing)


def steps_of(day: Day, *, is_now: bool) -> list[Advised]:
    """Return the day's steps. is_now: the derived rows hold; for any other instant every log is folded."""
    found = list(without_contact(day.session, day.account_id, day.as_of, day.timezone))
    found += _by_derived_rows(day) if is_now else _by_folding_all(day)
    return _cut(day, found)


def minutes_for(steps: Iterable[NextStep]) -> int:
    """Return about how long these steps take."""
    return sum(MINUTES.get(step.action, USUAL_MINUTES) for step in steps if step.action is not None)


def next_opening(day: Day) -> datetime | None:
    """Return when the next step of anybody opens."""
    row = RelationshipRow
    ahead = row.opens_at.between(day.as_of, FAR_AHEAD)
    return day.session.scalars(select(func.min(row.opens_at)).where(row.account_id == day.account_id, ahead)).one()


def without_contact(session: Session, account_id: str, as_of: datetime, timezone: str) -> Iterator[Advised]:
    """Yield a step for each event ahead at which nobody is known yet."""
    known = select(Attendee.event_id).where(Attendee.account_id == account_id)
    query = select(*Event.__table__.columns).where(
        Event.account_id == account_id,
        Event.attending.is_(True),
        Event.starts_at.between(as_of, as_of + timedelta(days=EVENT_DAYS)),
        Event.id.not_in(known),
    )
    calendar = calendar_for(
        country=None, observances=(), timezone=timezone, owner_timezone=timezone, around=as_of.date()
    )
    for row in session.execute(query):
        step = who_will_be_there(gathering_of(row, key=True), calendar, as_of=as_of)
        if step is not None:
            yield Advised(None, None, step, 0.0)


def _by_derived_rows(day: Day) -> list[Advised]:
    """Choose steps for those who press, then for the best ranked until the room is filled."""
    pressing = _pressing_ids(day)
    found = list(_chosen(day, pressing))
    seen = set(pressing)
    for chunk in range(MOST_CHUNKS):
        ranked = _ranked_ids(day, offset=chunk * CHUNK)
        found += _chosen(day, [contact_id for contact_id in ranked if contact_id not in seen])
        seen.update(ranked)
        if len(ranked) < CHUNK or _is_full(day, _cut(day, found)):
            break
    return found


def _is_full(day: Day, steps: Sequence[Advised]) -> bool:
    owed = sum(one.step.obligation for one in steps)
    return len(steps) - owed >= (max(0, day.room - owed) if day.limit is None else day.limit)


def _pressing_ids(day: Day) -> list[str]:
    row = RelationshipRow
    mine = select(row.contact_id).where(row.account_id == day.account_id)
    due = mine.where(row.due_at < day.ends)
    changed = mine.where(row.next_change_at < day.ends).order_by(row.next_change_at).limit(MOST_CHANGED)
    return list(dict.fromkeys([*day.session.scalars(due), *day.session.scalars(changed)]))


def _ranked_ids(day: Day, *, offset: int) -> Sequence[str]:
    row = RelationshipRow
    query = select(row.contact_id).where(row.account_id == day.account_id, row.opens_at < day.ends)
    ranked = query.order_by(index_at(day.as_of).desc(), row.contact_id)
    return day.session.scalars(ranked.offset(offset).limit(CHUNK)).all()


def _chosen(day: Day, contact_ids: Sequence[str]) -> Iterator[Advised]:
    if not contact_ids:
        return
    gathered = Gathered(day.session, account_id=day.account_id, contact_ids=contact_ids, as_of=day.as_of)
    for contact_id in contact_ids:
        if contact_id in gathered.histories:
            yield advise_from(gathered, contact_id, as_of=day.as_of)


def _by_folding_all(day: Day) -> Iterator[Advised]:
    gathered = Gathered(day.session, account_id=day.account_id, contact_ids=None, as_of=day.as_of)
    for contact_id in gathered.histories:
        yield advise_from(gathered, contact_id, as_of=day.as_of)


def _cut(day: Day, found: Iterable[Advised]) -> list[Advised]:
    """Leave out what the owner decided on, then let the coach cut the day to its room."""
    open_ones = {one.step_id: one for one in found if not day.standing.hides(one.step_id, day.as_of)}
    candidates = [
        Candidate(
            step=one.step,
            contact_id=identity,
            index=one.index,
            newcomer=one.relationship is not None
            and one.person is not None
            and is_newcomer(one.relationship, one.person),
        )
        for identity, one in open_ones.items()
    ]
    owed = sum(one.step.obligation for one in open_ones.values())
    room = day.room if day.limit is None else owed + day.limit
    return [open_ones[candidate.contact_id] for candidate in todays(candidates, room=room, until=day.ends)]
