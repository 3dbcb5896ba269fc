"""One step for one contact (playbook §4)."""

from datetime import datetime

from comity.coach.history import Circumstances, History
from comity.coach.step import NextStep
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import AskSize


def choose(
    history: History,
    circumstances: Circumstances,
    *,
    as_of: datetime,
    want: AskSize | None = None,
    limits: Thresholds = DEFAULTS,
) -> NextStep:
    """Return the one step that fits this contact at `as_of`, with the runners-up as its alternatives."""
    raise NotImplementedError
