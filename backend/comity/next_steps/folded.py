"""Today's list at any other instant: every log is folded, and steps are chosen for those only who may come onto it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from comity.coach.decide import presses
from comity.coach.situation import Situation, situate
from comity.next_steps.advice import Advised, advise_in, index_in
from comity.next_steps.kept import CHUNK, is_open
from comity.relationships.gathering import Gathered


class Folded:
    """Every contact of one account at an instant. ends_at: when the owner's day ends."""

    def __init__(self, session: Session, *, account_id: str, as_of: datetime, ends_at: datetime) -> None:
        self._as_of = as_of
        self._ends_at = ends_at
        self._open: dict[str, bool] = {}
        self._gathered = Gathered(session, account_id=account_id, contact_ids=None, as_of=as_of)
        self._situations = {
            contact_id: situate(history, self._gathered.circumstances(contact_id), as_of=as_of)
            for contact_id, history in self._gathered.histories.items()
        }

    def pressing(self) -> list[str]:
        """Return who may be owed something today."""
        return [contact_id for contact_id, situation in self._situations.items() if presses(situation)]

    def ranked(self) -> Iterator[list[str]]:
        """Yield those to whom something can be sent today, a few at a time, where a touch is worth most first."""
        indices = {
            contact_id: index_in(self._gathered, situation)
            for contact_id, situation in self._situations.items()
            if self._is_open(situation)
        }
        ranked = sorted(indices, key=lambda contact_id: (-indices[contact_id], contact_id))
        yield from (ranked[start : start + CHUNK] for start in range(0, len(ranked), CHUNK))

    def steps(self, contact_ids: Iterable[str]) -> Iterator[Advised]:
        """Yield these people's steps."""
        situations = (self._situations[contact_id] for contact_id in contact_ids)
        return (advise_in(self._gathered, situation, looks_ahead=False) for situation in situations)

    def _is_open(self, situation: Situation) -> bool:
        """Say whether it is no day off where they are; before a wall it is the connector's day that counts."""
        place = self._gathered.place(situation.person.id)
        if place not in self._open:
            calendar = situation.circumstances.calendar
            self._open[place] = is_open(calendar, as_of=self._as_of, ends_at=self._ends_at)
        return self._open[place] or situation.relationship.behind_wall
