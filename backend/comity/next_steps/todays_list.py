"""Makes today's list: obligations, then where a touch is worth most, as far as there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.calendars import calendar_for
from comity.coach.rank import Candidate, todays
from comity.coach.reply_chance import USUAL_RATE
from comity.coach.rules.easy_win import who_will_be_there
from comity.coach.step import NextStep
from comity.coach.words import Action
from comity.contacts.models import Contact
from comity.events.models import Attendee, Event
from comity.next_steps.advice import Advised
from comity.next_steps.decisions import hidden
from comity.next_steps.folded import Folded
from comity.next_steps.kept import Kept
from comity.prepared import Prepared
from comity.relationships.models import RelationshipRow
from comity.relationships.told import gathering_of

EVENT_DAYS = 14
FAR_AHEAD = datetime(2500, 1, 1, tzinfo=UTC)
MINUTES = {Action.ASSESS: 1, Action.PREPARE_MEETING: 15, Action.EVENT_BEFORE: 10, Action.BUILD_BRIDGE: 10}
USUAL_MINUTES = 4
SPARE = 3  # people looked at beyond those for whom there is room: some have been put off, some only wait
OWNER = Prepared(
    select(Account.timezone, Account.daily_touches, Account.reply_rate).where(Account.id == bindparam("account_id"))
)
WITHOUT_CONTACT = Prepared(
    select(*Event.__table__.columns).where(
        Event.account_id == bindparam("account_id"),
        Event.attending.is_(True),
        Event.starts_at.between(bindparam("as_of"), bindparam("until")),
        Event.id.not_in(
            select(Attendee.event_id)
            .join(Contact, and_(Contact.account_id == Attendee.account_id, Contact.id == Attendee.contact_id))
            .where(Attendee.account_id == bindparam("account_id"), Contact.deleted_at.is_(None))
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is asked about.

    room: touches in all; limit: of the ranked part, where a client set it. reply_rate: the owner's own.
    """

    session: Session
    account_id: str
    as_of: datetime
    timezone: str
    room: int
    limit: int | None
    reply_rate: float

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


def day_of(session: Session, *, account_id: str, as_of: datetime, limit: int | None) -> Day:
    """Return the owner's day at an instant."""
    owner = OWNER.first(session, account_id=account_id)
    rate = USUAL_RATE if owner.reply_rate is None else owner.reply_rate
    return Day(session, account_id, as_of, owner.timezone, owner.daily_touches, limit, rate)


def steps_of(day: Day, *, is_now: bool) -> list[Advised]:
    """Return the day's steps. is_now: the derived rows hold; for any other instant every log is folded."""
    found = _undecided(day, without_contact(day.session, day.account_id, day.as_of, day.timezone))
    found += _found_in(day, _kept(day) if is_now else _folded(day))
    return _cut(day, found)


def steps_with(day: Day, contact_ids: Iterable[str]) -> list[Advised]:
    """Return the steps with these people now, whenever they open and whatever the owner decided of them."""
    return list(_kept(day).steps(list(contact_ids)))


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
    calendar = calendar_for(
        country=None, observances=(), timezone=timezone, owner_timezone=timezone, around=as_of.date()
    )
    ahead = {"as_of": as_of, "until": as_of + timedelta(days=EVENT_DAYS)}
    for row in WITHOUT_CONTACT.all(session, account_id=account_id, **ahead):
        step = who_will_be_there(gathering_of(row, key=True), calendar, as_of=as_of)
        if step is not None:
            yield Advised(None, step, 0.0, is_newcomer=False)


def _kept(day: Day) -> Kept:
    return Kept(
        day.session,
        account_id=day.account_id,
        as_of=day.as_of,
        timezone=day.timezone,
        ends_at=day.ends,
        reply_rate=day.reply_rate,
    )


def _folded(day: Day) -> Folded:
    return Folded(day.session, account_id=day.account_id, as_of=day.as_of, ends_at=day.ends)


def _found_in(day: Day, known: Kept | Folded) -> list[Advised]:
    """Return the steps of those who press, then of the best ranked until the room is filled."""
    pressing = known.pressing()
    found = _undecided(day, known.steps(pressing))
    ranked = (one for few in known.ranked() for one in few if one not in pressing)
    while (left := _left(day, _cut(day, found))) > 0 and (next_few := list(islice(ranked, left + SPARE))):
        found += _undecided(day, known.steps(next_few))
    return found


def _left(day: Day, steps: Sequence[Advised]) -> int:
    """Return for how many more there is room."""
    owed = sum(one.step.obligation for one in steps)
    wanted = max(0, day.room - owed) if day.limit is None else day.limit
    return wanted - (len(steps) - owed)


def _undecided(day: Day, steps: Iterable[Advised]) -> list[Advised]:
    """Leave out what the owner took off the list."""
    by_id = {one.step_id: one for one in steps}
    off = hidden(day.session, account_id=day.account_id, step_ids=by_id, as_of=day.as_of) if by_id else ()
    return [one for step_id, one in by_id.items() if step_id not in off]


def _cut(day: Day, found: Sequence[Advised]) -> list[Advised]:
    """Let the coach cut the day to its room."""
    by_id = {one.step_id: one for one in found}
    candidates = [Candidate(one.step, step_id, one.index, one.is_newcomer) for step_id, one in by_id.items()]
    owed = sum(one.step.obligation for one in found)
    room = day.room if day.limit is None else owed + day.limit
    return [by_id[candidate.contact_id] for candidate in todays(candidates, room=room, until=day.ends)]
