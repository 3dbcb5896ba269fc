"""What a digest says: today's next steps, what is due besides, and once a week how the week was and will be."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, or_, select, true
from sqlalchemy.orm import Session

from comity.coach import phrases
from comity.coach.days import DAY, day_at, start_of
from comity.coach.telling import step_told
from comity.coach.windows import PAUSES
from comity.coach.words import Action, Party, PromiseStatus
from comity.contacts.models import Contact
from comity.digests.models import Digest
from comity.digests.schemas import DigestStatus
from comity.digests.weeks import Week, week_of
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import FollowUpStatus
from comity.follow_ups.settling import BY_HAND
from comity.next_steps.advice import Advised
from comity.next_steps.todays_list import day_of, steps_of, steps_with
from comity.prepared import Prepared
from comity.promises.models import Promise

MOST_LINES = 8  # of one section: a mail is looked at, not worked through


def _with_contact(model: Any, *columns: Any) -> Select[Any]:
    """Select rows with the names of the contacts whom one may approach."""
    theirs: ColumnElement[bool] = and_(Contact.account_id == model.account_id, Contact.id == model.contact_id)
    return (
        select(model.id, model.contact_id, Contact.full_name, *columns)
        .join(Contact, theirs)
        .where(Contact.deleted_at.is_(None), Contact.do_not_contact.is_(False))
    )


DUE = Prepared(
    _with_contact(FollowUp, FollowUp.due_at, FollowUp.action, FollowUp.note)
    .where(
        FollowUp.account_id == bindparam("account_id"),
        FollowUp.origin == BY_HAND,  # what the rules ask for stands among the steps and the promises
        FollowUp.status == FollowUpStatus.OPEN,
        FollowUp.due_at < bindparam("ends"),
    )
    .order_by(FollowUp.due_at, FollowUp.id)
)
PLANNED_FOR = and_(  # what the coach plans for a promise: to keep it, or to check on it
    FollowUp.account_id == Promise.account_id,
    FollowUp.contact_id == Promise.contact_id,
    FollowUp.cause == Promise.id,
    FollowUp.action == case((Promise.by == Party.ME, Action.DELIVER_PROMISE), else_=Action.CHECK_PROMISE),
)
PROMISED = Prepared(
    _with_contact(Promise, Promise.by, Promise.what, Promise.due_on)
    .outerjoin(FollowUp, PLANNED_FOR)
    .where(
        Promise.account_id == bindparam("account_id"),
        Promise.status == PromiseStatus.OPEN,
        Promise.due_on <= bindparam("day"),
        or_(
            (Promise.due_on == bindparam("day")) & FollowUp.is_moved_by_owner.is_not(true()),
            and_(FollowUp.status == FollowUpStatus.OPEN, FollowUp.due_at < bindparam("ends")),
        ),
    )
    .order_by(Promise.due_on, Promise.id)
)
TOLD_OF_THE_WEEK = Prepared(
    select(Digest.id)
    .where(
        Digest.account_id == bindparam("account_id"),
        Digest.day.between(bindparam("monday"), bindparam("day")),
        Digest.weekly.is_(True),
        Digest.status == DigestStatus.SENT,
    )
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. contact_id: on whose page it goes on, where it is about somebody."""

    text: str
    detail: str = ""
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind. more: how many are left out."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What a digest of a day says. sections: those that hold something."""

    day: date
    sections: tuple[Section, ...]
    week: Week | None

    @property
    def count(self) -> int:
        """How many things there are to do today, those left out included."""
        return sum(len(section.lines) + section.more for section in self.sections)


def contents_of(session: Session, *, account_id: str, day: date, timezone: str, now: datetime) -> Contents | None:
    """Return what there is to say, or None where there is nothing."""
    today = day_of(session, account_id=account_id, as_of=now, limit=None)
    advised = [one for one in steps_of(today, is_now=True) if one.step.action not in {None, Action.WAIT}]
    begins, ends = start_of(day, timezone), start_of(day + DAY, timezone)
    due = DUE.all(session, account_id=account_id, ends=ends)
    promised = PROMISED.all(session, account_id=account_id, day=day, ends=ends)
    told = _seen_to(advised)
    overdue = [row for row in due if row.due_at < begins] + [row for row in promised if row.due_on < day]
    late = {row.id for row in overdue} - told
    told |= late & _seen_to(steps_with(today, {row.contact_id for row in overdue if row.id in late}))
    left = [row for row in due if row.id not in told]
    busy = {row.contact_id for row in left if row.due_at >= begins}
    open_promises = [row for row in promised if row.id not in told and (row.due_on == day or not _waits(row, busy))]
    sections = (_steps(advised, day), *_follow_ups(left, day, timezone), _promises(open_promises, day))
    is_first = _is_first(session, account_id, day)
    week = week_of(session, account_id=account_id, day=day, timezone=timezone) if is_first else None
    found = Contents(day, tuple(section for section in sections if section.lines), week)
    return found if found.sections or found.week else None


def _seen_to(advised: Iterable[Advised]) -> set[str]:
    """Return the follow-ups and promises, by id, that steps see to, today or on the day on which they open."""
    return {
        evidence.id
        for one in advised
        for reason in (one.step.reasons if one.step.action not in PAUSES else ())
        for evidence in reason.evidence
        if evidence.kind in {"promise", "follow_up"}
    }


def _steps(advised: Iterable[Advised], day: date) -> Section:
    """Return today's next steps."""
    lines = []
    for one in advised:
        step = step_told(one.step, day)
        why = step.reasons[0].text if step.reasons else ""
        lines.append(Line(step.headline, why, one.contact.id if one.contact else None))
    return _section("Today", lines)


def _follow_ups(rows: Iterable[Any], day: date, timezone: str) -> Iterable[Section]:
    """Return what is due today, then what was due before and is still open."""
    due, overdue = [], []
    for row in rows:
        line = Line(f"{_doing(row.action)} {row.full_name}", row.note, row.contact_id)
        if day_at(row.due_at, timezone) == day:
            at = row.due_at.astimezone(ZoneInfo(timezone))
            due.append(replace(line, detail=f"At {at:%H:%M}. {row.note}".strip()))
        else:
            since = phrases.ago((day - day_at(row.due_at, timezone)).days)
            overdue.append(Line(line.text, f"Due {since}. {row.note}".strip(), row.contact_id))
    yield _section("Due today", due)
    yield _section("Still open", overdue)


def _doing(action: str) -> str:
    return action.replace("_", " ").capitalize() + ":"


def _waits(promise: Any, busy: Collection[str]) -> bool:
    """Say whether a check on a promise waits, for the owner writes to these people today as it is."""
    return promise.by == Party.THEM and promise.contact_id in busy


def _promises(rows: Iterable[Any], day: date) -> Section:
    """Return what was promised for today, and what is to be kept or checked by now."""
    lines = []
    for row in rows:
        who = f"You promised {row.full_name}" if row.by == Party.ME else f"{row.full_name} promised you"
        when = "Due today." if row.due_on == day else f"Due {phrases.ago((day - row.due_on).days)}."
        lines.append(Line(f"{who}: {row.what}", when, row.contact_id))
    return _section("Promises", lines)


def _section(title: str, lines: Sequence[Line]) -> Section:
    return Section(title, tuple(lines[:MOST_LINES]), max(0, len(lines) - MOST_LINES))


def _is_first(session: Session, account_id: str, day: date) -> bool:
    """Say whether no digest since the owner's Monday has told of the week."""
    monday = day - day.weekday() * DAY
    return TOLD_OF_THE_WEEK.first(session, account_id=account_id, monday=monday, day=day) is None
