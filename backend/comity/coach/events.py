"""Events as easy wins (playbook §3, `easy-win.*`)."""

from datetime import datetime

from comity.coach.history import Gathering, PlaceCalendar
from comity.coach.step import NextStep
from comity.coach.thresholds import DEFAULTS, Thresholds


def who_will_be_there(
    gathering: Gathering, calendar: PlaceCalendar, *, as_of: datetime, limits: Thresholds = DEFAULTS
) -> NextStep | None:
    """Return the step without a contact for an event ahead at which nobody is known yet, or None."""
    raise NotImplementedError
