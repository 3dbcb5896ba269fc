"""One chance to make one of the eight mistakes, and whether it was made."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach.step import Evidence
from comity.coach.words import Mistake


@dataclass(frozen=True, slots=True)
class Moment:
    """A chance for a mistake, judged by what was known at that moment.

    rule: the one that was broken, or would have been. contact_id: None where nobody was there to be met.
    text: what happened, for the owner; empty where nothing went wrong.
    """

    mistake: Mistake
    rule: str
    at: datetime
    made: bool
    contact_id: str | None
    evidence: Evidence
    text: str = ""
