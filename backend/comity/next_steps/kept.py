"""Steps kept with the derived rows: what they are does not change before their day.

Their hour does, and the chance of an answer, which falls with each silent day: both are made anew at the read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, func, select
from sqlalchemy.orm import Session

from comity.coach import phrases
from comity.coach.assemble import shapes_message
from comity.coach.correspondence import Correspondence, State
from comity.coach.days import day_at, day_number
from comity.coach.finding import Draft
from comity.coach.history import PlaceCalendar
from comity.coach.reply_chance import ReplyChance, reply_chance
from comity.coach.step import NextStep, Reason, Window
from comity.coach.telling import step_told
from comity.coach.thresholds import DEFAULTS
from comity.coach.windows import findings, moved, window_of
from comity.coach.words import Action
from comity.contacts.models import Contact
from comity.next_steps.advice import Advised, advise_from
from comity.next_steps.schemas import StepContact
from comity.prepared import Prepared, among
from comity.relationships.gathering import Gathered
from comity.relationships.models import RelationshipRow as Row
from comity.relationships.ranking import index_on
from comity.relationships.told import calendar_of

CHUNK = 12  # people looked at together; a few more than an owner has room for
MOST_CHUNKS = 16
SAMPLED = 12  # people looked at for each one wanted, to tell which ceilings are too low
MOST_CHANGED = 100  # rows whose day has come and that the sweep has not folded anew yet
OF_THE_HOUR = frozenset({"timing.hours", "timing.holiday"})

MINE = Row.account_id == bindparam("account_id")
OPEN = and_(MINE, Row.opens_at < bindparam("ends_at"), ~among(Row.place, "shut"))
INDEX = index_on(bindparam("day"))
PLACES = Prepared(select(Row.place).where(MINE).distinct())
DUE = Prepared(select(Row.contact_id).where(MINE, Row.due_at < bindparam("ends_at")))
CHANGED = Prepared(
    select(Row.contact_id)
    .where(MINE, Row.next_change_at <= bindparam("as_of"))
    .order_by(Row.next_change_at)
    .limit(MOST_CHANGED)
)
# An index never exceeds its ceiling. So whoever has a lower ceiling than the last of the best few among those with
# high ceilings cannot come before them: most rows are never computed, and the answer is the same.
HIGHEST = (
    select(Row.ceiling, Row.last_day, Row.rate)
    .where(OPEN)
    .order_by(Row.ceiling.desc())
    .limit(bindparam("sampled", type_=Integer))
    .subquery("highest")
)
INDEX_OF_HIGHEST = index_on(bindparam("day"), HIGHEST.c)
LEAST = (
    select(INDEX_OF_HIGHEST)
    .order_by(INDEX_OF_HIGHEST.desc())
    .limit(1)
    .offset(bindparam("before_last", type_=Integer))
    .scalar_subquery()
)
RANKED = Prepared(
    select(Row.contact_id, Row.place)
    .where(OPEN, Row.ceiling >= func.coalesce(LEAST, 0.0))
    .order_by(INDEX.desc(), Row.contact_id)
    .limit(CHUNK)
    .offset(bindparam("skipped", type_=Integer))
)
KEPT = Prepared(
    select(
        Row.contact_id,
        Row.trust_stage,
        Row.step,
        Row.correspondence,
        Row.next_change_at,
        Row.last_day,
        Row.place,
        INDEX.label("index"),
        Contact.full_name,
        Contact.company,
        Contact.title,
        Contact.connected_on,
    )
    .join(Contact, and_(Contact.account_id == Row.account_id, Contact.id == Row.contact_id))
    .where(MINE, among(Row.contact_id, "contact_ids"), Contact.deleted_at.is_(None))
)


class Kept:
    """The derived rows of one account at an instant.

    timezone: the owner's; ends_at: when their day ends. reply_rate: the owner's own (see `coach/reply_chance.py`).
    """

    def __init__(
        self,
        session: Session,
        *,
        account_id: str,
        as_of: datetime,
        timezone: str,
        ends_at: datetime,
        reply_rate: float,
    ) -> None:
        self._session = session
        self._mine: dict[str, Any] = {"account_id": account_id}
        self._as_of = as_of
        self._timezone = timezone
        self._ends_at = ends_at
        self._reply_rate = reply_rate

    def pressing(self) -> list[str]:
        """Return who is owed something today, or may be since their row was folded."""
        due = DUE.all(self._session, **self._mine, ends_at=self._ends_at)
        changed = CHANGED.all(self._session, **self._mine, as_of=self._as_of)
        return list(dict.fromkeys(row.contact_id for row in (*due, *changed)))

    def ranked(self) -> Iterator[list[str]]:
        """Yield those to whom something can be sent today, a few at a time, where a touch is worth most first."""
        shut: list[str] = []
        for skipped in range(0, MOST_CHUNKS * CHUNK, CHUNK):
            found = self._best(skipped, shut)
            if not shut and not all(self._is_open(row.place) for row in found):
                shut = self._shut_places()
                found = self._best(skipped, shut)
            yield [row.contact_id for row in found]
            if len(found) < CHUNK:
                return

    def _best(self, skipped: int, shut: Sequence[str]) -> list[Any]:
        """Return the few who come after those skipped, leaving out some places."""
        wanted = skipped + CHUNK
        return RANKED.all(
            self._session,
            **self._mine,
            day=day_number(self._as_of),
            ends_at=self._ends_at,
            shut=shut,
            skipped=skipped,
            before_last=wanted - 1,
            sampled=wanted * SAMPLED,
        )

    def _shut_places(self) -> list[str]:
        """Return the places where nothing can be sent today: their day is over, or off."""
        return [row.place for row in PLACES.all(self._session, **self._mine) if not self._is_open(row.place)]

    def _is_open(self, place: str) -> bool:
        return is_open(self._calendar(place), as_of=self._as_of, ends_at=self._ends_at)

    def steps(self, contact_ids: Sequence[str]) -> Iterator[Advised]:
        """Yield these people's steps: as they are kept, or, where their day has come, chosen now."""
        day = day_number(self._as_of)
        rows = KEPT.all(self._session, **self._mine, day=day, contact_ids=contact_ids) if contact_ids else []
        yield from (self._kept(row) for row in rows if self._holds(row))
        yield from self._chosen([row.contact_id for row in rows if not self._holds(row)])

    def _holds(self, row: Any) -> bool:
        """Whether a kept step is what it was. A way leads over others, whose logs change: it is looked for anew."""
        if row.step is None or row.step.via is not None:
            return False
        return row.next_change_at is None or self._as_of < row.next_change_at

    def _kept(self, row: Any) -> Advised:
        contact = StepContact(
            id=row.contact_id,
            full_name=row.full_name,
            company=row.company,
            title=row.title,
            trust_stage=row.trust_stage,
        )
        step = step_told(row.step, day_at(self._as_of, self._timezone))
        step = at_the_hour(step, self._calendar(row.place), name=row.full_name, as_of=self._as_of)
        step = with_chance(step, self._chance(row.correspondence))
        return Advised(contact, step, row.index, is_newcomer=row.last_day is None and row.connected_on is None)

    def _chance(self, correspondence: State) -> ReplyChance:
        evidence = Correspondence.as_it_was(correspondence).at(day_number(self._as_of))
        return reply_chance(evidence, owner_rate=self._reply_rate)

    def _chosen(self, contact_ids: Sequence[str]) -> Iterator[Advised]:
        if not contact_ids:
            return
        gathered = Gathered(self._session, **self._mine, contact_ids=contact_ids, as_of=self._as_of)
        for contact_id in gathered.histories.keys() & contact_ids:
            yield advise_from(gathered, contact_id, as_of=self._as_of)

    def _calendar(self, place: str) -> PlaceCalendar:
        return calendar_of(place, owner_timezone=self._timezone, around=self._as_of.date())


def is_open(calendar: PlaceCalendar, *, as_of: datetime, ends_at: datetime) -> bool:
    """Say whether something can be sent to a place before `ends_at`."""
    return moved(as_of, calendar, DEFAULTS) < ends_at


def at_the_hour(step: NextStep, calendar: PlaceCalendar, *, name: str, as_of: datetime) -> NextStep:
    """Return a kept step as it is at this hour: what was open in the afternoon opens again in the morning.

    name: the contact's; the hour of a request for an introduction is the connector's.
    """
    if step.action is None or step.window is None:
        return step
    window = _window_now(step.action, step.window, calendar, as_of)
    reader = phrases.first_name(step.via.full_name if step.via else name)
    held_back = tuple(
        Reason(found.rule, found.text, found.evidence)
        for found in findings(reader, calendar, action=step.action, as_of=as_of, limits=DEFAULTS)
    )
    shapes = [reason for reason in held_back if shapes_message(reason.rule, step.action)]
    return replace(
        step,
        window=window,
        reasons=(*_lasting(step.reasons), *shapes),
        cautions=(*_lasting(step.cautions), *(reason for reason in held_back if reason not in shapes)),
    )


def with_chance(step: NextStep, chance: ReplyChance) -> NextStep:
    """Return a kept step with the chance of their answer as it is now, where it names one. A connector's stays."""
    alternatives = tuple(with_chance(other, chance) for other in step.alternatives)
    if step.reply_interval is None:
        return replace(step, alternatives=alternatives)
    interval = (chance.low, chance.high)
    return replace(step, alternatives=alternatives, reply_probability=chance.mean, reply_interval=interval)


def _window_now(action: Action, window: Window, calendar: PlaceCalendar, as_of: datetime) -> Window:
    if window.opens_at > as_of:
        return window
    closes_at = window.closes_at if window.closes_at and window.closes_at > as_of else None
    return window_of(Draft(action, closes_at=closes_at), calendar, as_of=as_of, limits=DEFAULTS)


def _lasting(reasons: Iterable[Reason]) -> Iterator[Reason]:
    return (reason for reason in reasons if reason.rule not in OF_THE_HOUR)
