"""Searches the ties for the likeliest ways to a contact, over at most three hops: one statement, on both databases.

Two-sided: it begins at the contact, takes whom they know and whom these know, and looks each up among those who would
introduce the owner. The ties are read from indexes that hold all that is needed, each from either end. Which of the
ways is usable now, and how likely it is, the coach says from the logs.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, bindparam, select, text, union
from sqlalchemy.orm import Session

from comity.coach.history import Between
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import TieKind
from comity.prepared import Prepared, among
from comity.ties.models import Tie

NEAREST = 64  # of those who know the contact, over whom others are looked for: the strongest ties
OVER_ONE = 4  # ways over the same person next to the contact: enough that disjoint ones are among them

SEARCH = text(
    """
    WITH theirs (id, strength) AS (
        SELECT from_contact_id, strength FROM ties
        WHERE account_id = :account_id AND to_contact_id = :contact_id AND from_contact_id IS NOT NULL AND strength > 0
        UNION ALL
        SELECT to_contact_id, strength FROM ties
        WHERE account_id = :account_id AND from_contact_id = :contact_id AND strength > 0
    ),
    nearest (id, strength) AS MATERIALIZED (
        SELECT theirs.id, max(theirs.strength)
        FROM theirs
        WHERE EXISTS (
            SELECT 1 FROM contacts WHERE contacts.account_id = :account_id AND contacts.id = theirs.id
                AND contacts.deleted_at IS NULL AND NOT contacts.do_not_contact
        )
        GROUP BY theirs.id
        ORDER BY 2 DESC, 1
        LIMIT :nearest
    ),
    further (id, middle, strength) AS (
        SELECT from_contact_id, to_contact_id, strength FROM ties
        WHERE account_id = :account_id AND to_contact_id IN (SELECT id FROM nearest)
        UNION ALL
        SELECT to_contact_id, from_contact_id, strength FROM ties
        WHERE account_id = :account_id AND from_contact_id IN (SELECT id FROM nearest)
    ),
    known (id, middle, first, second) AS (
        SELECT id, '', strength, 1.0 FROM theirs
        UNION ALL
        SELECT further.id, further.middle, further.strength, nearest.strength
        FROM further JOIN nearest ON nearest.id = further.middle
    ),
    scored (id, middle, first, second, score) AS MATERIALIZED (
        SELECT id, middle, first, second,
            first * second * (
                SELECT readiness FROM relationships
                WHERE relationships.account_id = :account_id AND relationships.contact_id = known.id
            )
        FROM known
        WHERE id <> :contact_id AND first > 0
    ),
    placed AS (
        SELECT id, middle, first, second, score,
            row_number() OVER (PARTITION BY middle ORDER BY score DESC, first DESC, id) AS place
        FROM scored WHERE score >= 0
    ),
    best AS (
        SELECT id, middle, first, second, score FROM placed
        WHERE middle = '' OR place <= :over_one
        ORDER BY score DESC, middle <> '', first * second DESC, id, middle
        LIMIT :most
    )
    SELECT best.id, best.middle, best.first, best.second, best.score, between_them.full_name,
        coalesce(one.kind, other.kind, 'other') AS first_kind, coalesce(next.kind, back.kind, 'other') AS second_kind
    FROM best
    LEFT JOIN contacts AS between_them ON between_them.account_id = :account_id AND between_them.id = best.middle
    LEFT JOIN ties AS one ON one.account_id = :account_id AND one.from_contact_id = best.id
        AND one.to_contact_id = CASE best.middle WHEN '' THEN :contact_id ELSE best.middle END
    LEFT JOIN ties AS other ON other.account_id = :account_id AND other.to_contact_id = best.id
        AND other.from_contact_id = CASE best.middle WHEN '' THEN :contact_id ELSE best.middle END
    LEFT JOIN ties AS next ON next.account_id = :account_id AND next.from_contact_id = best.middle
        AND next.to_contact_id = :contact_id
    LEFT JOIN ties AS back ON back.account_id = :account_id AND back.to_contact_id = best.middle
        AND back.from_contact_id = :contact_id
    ORDER BY best.score DESC, best.middle <> '', best.first * best.second DESC, best.id, best.middle
    """
)
ACCOUNT_ID: BindParameter[str] = bindparam("account_id")
ENDS = union(
    select(Tie.to_contact_id.label("contact_id")).where(
        Tie.account_id == ACCOUNT_ID, among(Tie.to_contact_id, "contact_ids"), Tie.from_contact_id.is_not(None)
    ),
    select(Tie.from_contact_id).where(Tie.account_id == ACCOUNT_ID, among(Tie.from_contact_id, "contact_ids")),
).subquery("acquaintances")
TIED = Prepared(select(ENDS.c.contact_id))


@dataclass(frozen=True, slots=True)
class KnownWay:
    """A way that the ties show: whom to ask, how they know whoever comes next, and who stands between.

    readiness: how readily they would introduce somebody, as last folded.
    """

    contact_id: str
    strength: float
    kind: TieKind
    beyond: tuple[Between, ...]
    readiness: float

    @property
    def looks_usable(self) -> bool:
        """Whether nothing stood against asking when the log was folded last."""
        return looks_usable(self.readiness)


def looks_usable(readiness: float) -> bool:
    """Say whether nothing stands against asking somebody of this readiness."""
    return readiness > DEFAULTS.readiness_at_rest


def ways_to(session: Session, *, account_id: str, contact_ids: Collection[str]) -> dict[str, list[KnownWay]]:
    """Return the likeliest ways to each of these contacts, the likeliest first; who knows nobody costs nothing more."""
    if not contact_ids:
        return {}
    tied = TIED.all(session, account_id=account_id, contact_ids=list(contact_ids))
    return {row.contact_id: _ways_to(session, account_id, row.contact_id) for row in tied}


def _ways_to(session: Session, account_id: str, contact_id: str) -> list[KnownWay]:
    asked = {"account_id": account_id, "contact_id": contact_id, "nearest": NEAREST, "over_one": OVER_ONE}
    rows = session.execute(SEARCH, asked | {"most": DEFAULTS.connectors_looked_at}).all()
    direct = {row.id for row in rows if not row.middle}
    return _each_once(_way_of(row) for row in rows if not (row.middle and row.id in direct))


def _each_once(ways: Any) -> list[KnownWay]:
    """Return the ways without those that two ties between the same two people make a second time."""
    first: dict[Sequence[str], KnownWay] = {}
    for way in ways:
        first.setdefault((way.contact_id, *(one.contact_id for one in way.beyond)), way)
    return list(first.values())


def _way_of(row: Any) -> KnownWay:
    beyond = (Between(row.middle, row.full_name, row.second, TieKind(row.second_kind)),) if row.middle else ()
    return KnownWay(row.id, row.first, TieKind(row.first_kind), beyond, row.score / (row.first * row.second))
