"""When a step could become another one."""

from datetime import datetime

from comity.coach.history import Circumstances, History
from comity.coach.step import NextStep
from comity.coach.thresholds import DEFAULTS, Thresholds


def next_change(
    history: History, circumstances: Circumstances, step: NextStep, *, as_of: datetime, limits: Thresholds = DEFAULTS
) -> datetime | None:
    """Return the first instant after `as_of` at which the step or an obligation could differ, None if never."""
    raise NotImplementedError
