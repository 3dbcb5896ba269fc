"""Keeps the derived rows in step with the log, and reads one relationship at any instant."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, delete, false, or_, select, true, type_coerce, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from comity.coach.changes import next_instant
from comity.coach.choose import choose_in
from comity.coach.history import History
from comity.coach.introductions import readiness
from comity.coach.rank import ranking, value
from comity.coach.relationship import Relationship, fold
from comity.coach.situation import Situation, situate
from comity.coach.step import NextStep
from comity.coach.words import Action
from comity.contacts.models import Contact
from comity.contacts.service import ContactNotFound
from comity.database import Base
from comity.interactions.service import delete_orphans_of
from comity.outbox import Effect, Happened
from comity.prepared import Prepared, PreparedInsert, among
from comity.promises.service import tell_lapse
from comity.relationships.gathering import Gathered
from comity.relationships.keeping import keep
from comity.relationships.models import RelationshipRow
from comity.relationships.queries import CONCERNED
from comity.relationships.ways import looks_usable

AT_ONCE = 500  # contacts folded in one go: bounded memory, few queries
NAMES_LOOKED_FOR = 20  # in all kept steps; where more people go at once every step is chosen anew
RESTING = frozenset({Action.WAIT, Action.LET_GO})
STOOD = Prepared(
    select(
        RelationshipRow.contact_id,
        RelationshipRow.trust_stage,
        RelationshipRow.action,
        RelationshipRow.headline,
        RelationshipRow.readiness,
    )
    .where(RelationshipRow.account_id == bindparam("account_id"))
    .where(among(RelationshipRow.contact_id, "contact_ids"))
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the derived row said until now."""

    trust_stage: str
    action: str | None
    headline: str
    readiness: float


def relationship_at(session: Session, *, account_id: str, contact_id: str, as_of: datetime) -> Relationship:
    """Return the relationship as it stood, or will stand, at `as_of`.

    Raises ContactNotFound.
    """
    gathered = Gathered(session, account_id=account_id, contact_ids=[contact_id], as_of=as_of)
    if contact_id not in gathered.histories:
        raise ContactNotFound
    return fold(gathered.histories[contact_id], owner=gathered.owner, as_of=as_of)


def refold(session: Session, happened: Happened) -> list[Effect]:
    """React to anything that changes what is known of some contacts.

    The turn of those who know them comes too: a way to somebody may lead through one whose log has changed. And of
    those who were asked for an introduction to them: it may have been made.
    """
    effects = refold_many(session, account_id=happened.account_id, contact_ids=happened.contact_ids, now=happened.at)
    others = _concerned(session, happened.account_id, happened.contact_ids).difference(happened.contact_ids)
    _let_their_turn_come(session, happened.account_id, others, happened.at)
    return effects


def refold_many(session: Session, *, account_id: str, contact_ids: Sequence[str], now: datetime) -> list[Effect]:
    """Fold these contacts anew, choose their steps, keep both in their derived rows, and say what moved.

    Ways lead over those whose rows say that they may be asked. Where a row says so only now, or no longer, the turn of
    those who know them comes, though they were folded a moment ago.
    """
    effects: list[Effect] = []
    for start in range(0, len(contact_ids), AT_ONCE):
        some = contact_ids[start : start + AT_ONCE]
        before = _before(session, account_id, some)
        gathered = Gathered(session, account_id=account_id, contact_ids=some, as_of=now)
        situations = {one: _situation(gathered, one, now) for one in some if one in gathered.histories}
        rows = [_row(gathered, contact_id, situation, now) for contact_id, situation in situations.items()]
        _remove(session, account_id, set(some) - gathered.histories.keys(), now)
        KEEP.add(session, *rows)
        turned = [row["contact_id"] for row in rows if _has_turned(before.get(row["contact_id"]), row)]
        _let_their_turn_come(session, account_id, _concerned(session, account_id, turned), now)
        for contact_id, situation in situations.items():
            _tell_lapses(session, account_id, contact_id, situation, now)
        effects += [effect for row in rows for effect in _moved(before.get(row["contact_id"]), row)]
        effects += keep(session, gathered, situations, now)
    return effects


def remove_with_log(session: Session, happened: Happened) -> list[Effect]:
    """React to an erasure: what happened with these contacts alone goes with them, and no kept step names them."""
    delete_orphans_of(session, account_id=happened.account_id, contact_ids=happened.contact_ids)
    _unname(session, happened.account_id, happened.contact_ids, happened.at)
    return []


def _before(session: Session, account_id: str, contact_ids: Sequence[str]) -> dict[str, Before]:
    rows = STOOD.all(session, account_id=account_id, contact_ids=list(contact_ids))
    return {row.contact_id: Before(row.trust_stage, row.action, row.headline, row.readiness) for row in rows}


def _has_turned(before: Before | None, row: dict[str, Any]) -> bool:
    """Say whether somebody may be asked for introductions now who could not before, or the other way round."""
    return looks_usable(before.readiness if before else 0.0) != looks_usable(row["readiness"])


def _concerned(session: Session, account_id: str, contact_ids: Collection[str]) -> set[str]:
    """Return whose steps may go by the logs of these contacts."""
    if not contact_ids:
        return set()
    return {one.contact_id for one in CONCERNED.all(session, account_id=account_id, contact_ids=list(contact_ids))}


def _let_their_turn_come(session: Session, account_id: str, contact_ids: Collection[str], now: datetime) -> None:
    if contact_ids:
        row = RelationshipRow
        theirs = row.account_id == account_id, row.contact_id.in_(contact_ids)
        session.execute(update(row).where(*theirs).values(next_change_at=now))


def _situation(gathered: Gathered, contact_id: str, now: datetime) -> Situation:
    history = gathered.histories[contact_id]
    return replace(situate(history, gathered.circumstances(contact_id), as_of=now), tells_later=True)


def _tell_lapses(session: Session, account_id: str, contact_id: str, situation: Situation, now: datetime) -> None:
    for state in situation.relationship.promises:
        if state.lapsed_at is not None:
            tell_lapse(
                session,
                account_id=account_id,
                contact_id=contact_id,
                promise_id=state.promise.id,
                lapsed_at=state.lapsed_at,
                now=now,
            )


def _row(gathered: Gathered, contact_id: str, situation: Situation, now: datetime) -> dict[str, Any]:
    history = gathered.histories[contact_id]
    worth = value(
        history.person,
        gathered.goals,
        gathered.owner.background,
        as_of=now,
        timezone=gathered.owner.timezone,
    )
    ranked = ranking(situation.relationship, value=worth, closing_rate=gathered.owner.closing_rate)
    step = choose_in(situation)
    change = next_instant(situation) if step.action else None
    return {
        "account_id": gathered.account_id,
        "contact_id": contact_id,
        "folded_at": now,
        "trust_stage": situation.relationship.trust_stage.value,
        "action": step.action.value if step.action else None,
        "headline": step.headline,
        "step": step,
        "ceiling": ranked.ceiling,
        "rate": ranked.rate,
        "last_day": ranked.last_day,
        "last_contact_at": _last_contact(history, now),
        "correspondence": situation.relationship.correspondence,
        "openings": situation.relationship.openings,
        "revived": situation.relationship.revived,
        "pressed": situation.relationship.pressed,
        "place": gathered.place(step.via.contact_id if step.via else contact_id),
        "next_change_at": change,
        "readiness": readiness(history.person, situation.relationship, situation.goals),
    } | _days(step, change, now)


def _days(step: NextStep, change: datetime | None, now: datetime) -> dict[str, datetime | None]:
    """Return when the step can be on the list, and whether it stands there whatever its rank."""
    never = datetime.max.replace(tzinfo=now.tzinfo, year=2900)
    if step.action is None or step.action in RESTING or step.window is None:
        return {"opens_at": change or never, "due_at": None}
    pressing = step.obligation or step.action is Action.CONGRATULATE
    return {"opens_at": step.window.opens_at, "due_at": step.window.opens_at if pressing else None}


def _last_contact(history: History, now: datetime) -> datetime | None:
    return max((touch.occurred_at for touch in history.touches if touch.occurred_at <= now), default=None)


def _upsert(dialect: str) -> Any:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    table = Base.metadata.tables[RelationshipRow.__tablename__]
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    values = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=values)


KEEP = PreparedInsert(_upsert)


def _remove(session: Session, account_id: str, contact_ids: Collection[str], now: datetime) -> None:
    if contact_ids:
        row = RelationshipRow
        _unname(session, account_id, contact_ids, now)
        session.execute(delete(row).where(row.account_id == account_id, row.contact_id.in_(contact_ids)))


def _unname(session: Session, account_id: str, contact_ids: Collection[str], now: datetime) -> None:
    """Let steps that name these people be chosen anew: whom to introduce somebody to, or to get to know first."""
    row = RelationshipRow
    theirs = Contact.account_id == account_id, Contact.id.in_(contact_ids)
    names = session.scalars(select(Contact.full_name).where(*theirs).limit(NAMES_LOOKED_FOR + 1)).all()
    named = true() if len(names) > NAMES_LOOKED_FOR else or_(false(), *(_is_said(name) for name in names))
    changed = update(row).where(row.account_id == account_id, named)
    session.execute(changed.values(step=None, headline="", next_change_at=now))


def _is_said(name: str) -> ColumnElement[bool]:
    """Whether a kept step says a name, as it stands in JSON."""
    in_json = json.dumps(name, ensure_ascii=False)[1:-1]
    return type_coerce(RelationshipRow.step, Text).contains(in_json, autoescape=True)


def _moved(before: Before | None, row: dict[str, Any]) -> list[Effect]:
    if before is None:
        return []
    effects = []
    if before.trust_stage != row["trust_stage"]:
        text = f"The relationship is now at {row['trust_stage']}; it was at {before.trust_stage}."
        effects.append(Effect("relationship", row["contact_id"], text, before.trust_stage, row["trust_stage"]))
    if (before.action, before.headline) != (row["action"], row["headline"]):
        text = f"Next step: {row['headline']}"
        effects.append(Effect("next_step", row["contact_id"], text, before.action, row["action"]))
    return effects
