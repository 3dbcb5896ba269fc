"""The index of playbook §5 as SQL over the derived rows: the clock comes in at the read."""

from typing import Any

from sqlalchemy import ColumnElement, func

from comity.relationships.models import RelationshipRow

SECONDS_A_DAY = 86_400


def index_on(day: Any, row: Any = RelationshipRow) -> ColumnElement[float]:
    """Return the index of playbook §5 as SQL: of the derived rows, or of what a subquery has of them.

    day: a day number, or a value bound later.
    """
    elapsed = func.coalesce((day - row.last_day) * row.rate, 1.0)
    index: ColumnElement[float] = row.ceiling * (1.0 - func.exp(-elapsed) * (1.0 + elapsed))
    return index
