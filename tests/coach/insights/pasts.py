"""Short ways to a contact's past."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from comity.coach.history import Circumstances, Goal, History, Owner, Person, PlaceCalendar, Touch
from comity.coach.insights.past import Past, Patience
from tests.coach.plain import NOW, ago, sam


def past(
    *touches: Touch,
    person: Person | None = None,
    owner: Owner | None = None,
    goals: Sequence[Goal] = (),
    calendar: PlaceCalendar | None = None,
    since: datetime | None = None,
    patience: Patience | None = None,
    **known: Any,
) -> Past:
    """Return Sam's last half year. known: promises, gatherings."""
    around = Circumstances(owner or Owner(), calendar or PlaceCalendar("UTC"), tuple(goals))
    history = History(person or sam(), touches, **known)
    return Past(history, around, since=since or ago(180), as_of=NOW, patience=patience or Patience())
