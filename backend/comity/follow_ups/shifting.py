"""Time away: what is due meanwhile moves behind it, all at once, and back again if the owner stays."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from comity.accounts.models import Account
from comity.accounts.service import OwnersTimeChanged, change_days_away, get_account
from comity.calendars import busy_period_of
from comity.coach.days import DAY, day_at, start_of
from comity.coach.history import BusyPeriod, Owner
from comity.coach.shifting import Shifted, Waiting, shifted
from comity.coach.welcome import asks_for, moved_most
from comity.coach.words import Action, AskSize
from comity.contacts.models import Contact
from comity.database import find_owned, new_id
from comity.errors import NotFound, Refused
from comity.follow_ups import wanted
from comity.follow_ups.models import FollowUp, Shift
from comity.follow_ups.moving import FULFILS_AHEAD, both_of, move_of, move_row, owner_of, refit
from comity.follow_ups.schemas import FollowUpStatus, ShiftIn
from comity.follow_ups.settling import FollowUpChanged
from comity.outbox import Effect, publish

LONGEST_AWAY_DAYS = 400
BY_DAY = frozenset({"promise.mine", "promise.theirs"})  # planned for a morning of the owner's, wherever that is
MOST_PERIODS = 50


class ShiftNotFound(NotFound):
    """There is no such shift, or it was undone."""


class AwayRefused(Refused):
    """Time away ends today or later, not before it begins, and within 400 days."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A follow-up that a shift moved."""

    id: str
    contact_id: str
    from_: datetime
    to: datetime
    moves: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Made:
    """A shift as it was made."""

    id: str
    away: dict[str, Any]
    moved: list[Moved]


def shift(session: Session, *, account_id: str, body: ShiftIn, now: datetime) -> Made:
    """Note that the owner is away, and move what is due meanwhile.

    Raises AwayRefused, DateNotUnderstood.
    """
    account = get_account(session, account_id)
    today = day_at(now, account.timezone)
    first = body.first or today
    last = _last_day(session, account_id, body.last, now)
    if not max(first, today) <= last <= first + LONGEST_AWAY_DAYS * DAY:
        raise AwayRefused(pointer="/until")
    away = {"from": first.isoformat(), "until": last.isoformat(), "why": body.why}
    periods = [one for one in account.busy_periods if date.fromisoformat(one["until"]) >= today]
    if len(periods) >= MOST_PERIODS:
        raise AwayRefused("There are too many days away already.", pointer="/until")
    change_days_away(session, account_id=account_id, periods=[*periods, away])
    found = _open_ones(session, account_id)
    owner = owner_of(session, account_id)
    gone = [(one, contact) for one, contact in found if _falls_in(one, first, last, today, owner.timezone)]
    moved, before = _move(gone, found, owner, busy_period_of(away), account.daily_touches)
    made = Shift(id=new_id(), account_id=account_id, made_at=now, first=first, last=last, why=body.why, before=before)
    session.add(made)
    publish(session, FollowUpChanged(account_id, tuple({one.contact_id for one in moved}), now))
    return Made(made.id, away, moved)


def not_over(session: Session, *, account_id: str, now: datetime) -> list[dict[str, Any]]:
    """Return the times away that are not over, the next first, and of how many follow-ups each moved."""
    today = day_at(now, get_account(session, account_id).timezone)
    query = select(Shift).where(Shift.account_id == account_id, Shift.last >= today)
    made = session.scalars(query.order_by(Shift.first, Shift.last, Shift.id))
    return [{"id": one.id, "away": _away(one), "moved": len(one.before)} for one in made]


def undo(session: Session, *, account_id: str, shift_id: str, now: datetime) -> Made:
    """Take time away back: what it moved, and nobody has touched since, is due as before.

    Where another time away reaches over its days, that one moves what comes back into them, or has moved it on already.

    Raises ShiftNotFound.
    """
    made = find_owned(session, Shift, account_id=account_id, row_id=shift_id, missing=ShiftNotFound, lock=True)
    away = _away(made)
    periods = list(get_account(session, account_id).busy_periods)
    if away in periods:
        periods.remove(away)
    change_days_away(session, account_id=account_id, periods=periods)
    every = _open_ones(session, account_id)
    known = {one.id: (one, contact) for one, contact in every}
    others = session.scalars(select(Shift).where(Shift.account_id == account_id, Shift.id != made.id)).all()
    back: dict[str, datetime] = {}
    for row in made.before:
        one, _ = known.pop(row["id"], (None, None))
        if one is not None and one.due_at == datetime.fromisoformat(row["to"]):
            back[one.id] = one.due_at
            _put_back(one, row)
        else:
            _hand_on(row, others)
    owner = owner_of(session, account_id)
    for one, contact in known.values():
        if any(move["rule"] == "timing.away" for move in one.moves):
            refit(one, contact, owner)
    _move_on(
        [pair for pair in every if pair[0].id in back], every, others, owner, get_account(session, account_id), now
    )
    moved = [Moved(one.id, one.contact_id, back[one.id], one.due_at, one.moves) for one, _ in every if one.id in back]
    session.delete(made)
    publish(session, FollowUpChanged(account_id, tuple({one.contact_id for one in moved}), now))
    return Made(made.id, away, moved)


def travel(session: Session, happened: OwnersTimeChanged) -> list[Effect]:
    """React to the owner's time: what lies ahead keeps its time of the day in the new zone; what is past stays."""
    owner = owner_of(session, happened.account_id)
    changed = set()
    for follow_up, contact in _open_ones(session, happened.account_id):
        if follow_up.due_at <= happened.at:
            if follow_up.origin in BY_DAY and not follow_up.is_moved_by_owner:
                follow_up.wanted_at = _carried(follow_up.wanted_at, happened.before, owner.timezone)
            continue
        before = follow_up.due_at
        if owner.timezone != happened.before and (follow_up.cause is None or follow_up.is_moved_by_owner):
            _carry(follow_up, happened.before, owner.timezone)
        refit(follow_up, contact, owner)
        if follow_up.due_at != before:
            changed.add(contact.id)
    if not changed:
        return []
    return publish(session, FollowUpChanged(happened.account_id, tuple(sorted(changed)), happened.at))


def _away(made: Shift) -> dict[str, Any]:
    return {"from": made.first.isoformat(), "until": made.last.isoformat(), "why": made.why}


def _carry(follow_up: FollowUp, before: str, after: str) -> None:
    """Carry the wanted moments over into another zone, the clock's hands unmoved."""
    follow_up.wanted_at = _carried(follow_up.wanted_at, before, after)
    if follow_up.rhythm_at is not None:
        follow_up.rhythm_at = _carried(follow_up.rhythm_at, before, after)


def _carried(moment: datetime, before: str, after: str) -> datetime:
    return moment.astimezone(ZoneInfo(before)).replace(tzinfo=ZoneInfo(after), fold=0)


def _last_day(session: Session, account_id: str, text: str, now: datetime) -> date:
    """Read the last day away: a day, or a date in words.

    Raises DateNotUnderstood.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        read = wanted.read(session, text, account_id=account_id, contact=None, now=now, pointer="/until")
        return read.last


def _open_ones(session: Session, account_id: str) -> Sequence[tuple[FollowUp, Contact]]:
    query = (
        select(FollowUp, Contact)
        .join(Contact, (Contact.account_id == FollowUp.account_id) & (Contact.id == FollowUp.contact_id))
        .where(FollowUp.account_id == account_id, FollowUp.status == FollowUpStatus.OPEN)
        .where(Contact.deleted_at.is_(None))
        .order_by(FollowUp.due_at, FollowUp.id)
        .with_for_update(of=FollowUp)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _falls_in(one: FollowUp, first: date, last: date, today: date, timezone: str) -> bool:
    """Say whether a follow-up is due while the owner is away; what is overdue on the first day waits as well."""
    day = day_at(one.due_at, timezone)
    return day <= last and (day >= first or first <= today)


def _move(
    gone: Sequence[tuple[FollowUp, Contact]],
    every: Sequence[tuple[FollowUp, Contact]],
    owner: Owner,
    away: BusyPeriod,
    room: int,
) -> tuple[list[Moved], list[dict[str, Any]]]:
    leaving = {one.id: (one, contact) for one, contact in gone}
    load = Counter(day_at(one.due_at, owner.timezone) for one, _ in every if one.id not in leaving)
    waiting = [_waiting(one, contact, owner, away) for one, contact in gone]
    moved, before = [], []
    for there in shifted(waiting, timezone=owner.timezone, load=load, room=room):
        one, contact = leaving[there.id]
        if there.due_at == one.due_at:
            continue
        row = {"id": one.id, "contact_id": contact.id, "to": there.due_at.isoformat()}
        before.append(row | {"due_at": one.due_at.isoformat(), "moves": list(one.moves)})
        moved.append(Moved(one.id, contact.id, one.due_at, there.due_at, [move_row(move) for move in there.moves]))
        _put(one, there)
    return moved, before


def _waiting(one: FollowUp, contact: Contact, owner: Owner, away: BusyPeriod) -> Waiting:
    """Return what waits; what was overdue before waits from the first day away on."""
    action = Action(one.action)
    both = both_of(contact, owner, around=away.last)
    due_at = max(one.due_at, start_of(away.first, owner.timezone))
    return Waiting(one.id, due_at, action, contact.importance, both, asks_for(action, AskSize(one.ask_size)))


def _put(one: FollowUp, there: Shifted) -> None:
    one.due_at = there.due_at
    one.moves = [*one.moves, *(move_row(move) for move in there.moves)]
    one.moved_by = moved_most(move_of(move) for move in one.moves)
    one.fulfils_from = there.due_at - FULFILS_AHEAD


def _put_back(one: FollowUp, row: dict[str, Any]) -> None:
    one.due_at = datetime.fromisoformat(row["due_at"])
    one.moves = row["moves"]
    one.moved_by = moved_most(move_of(move) for move in one.moves)
    one.fulfils_from = one.due_at - FULFILS_AHEAD


def _hand_on(row: dict[str, Any], others: Iterable[Shift]) -> None:
    """Let the time away that moved it on from here bring it back to where it was before both."""
    before = {"due_at": row["due_at"], "moves": row["moves"]}
    for other in others:
        other.before = [
            one | before if (one["id"], one["due_at"]) == (row["id"], row["to"]) else one for one in other.before
        ]


def _move_on(
    back: Sequence[tuple[FollowUp, Contact]],
    every: Sequence[tuple[FollowUp, Contact]],
    others: Iterable[Shift],
    owner: Owner,
    account: Account,
    now: datetime,
) -> None:
    """Move what has come back into days of another time away behind that one, which brings it back then."""
    today = day_at(now, owner.timezone)
    for other in others:
        if other.last < today:
            continue
        gone = [pair for pair in back if _falls_in(pair[0], other.first, other.last, today, owner.timezone)]
        _, before = _move(gone, every, owner, busy_period_of(_away(other)), account.daily_touches)
        other.before = [*other.before, *before]
