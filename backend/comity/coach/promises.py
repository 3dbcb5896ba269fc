"""Promises against deeds (playbook §1 and §3, `promise.*`)."""

from collections.abc import Iterable
from datetime import datetime

from comity.coach.history import Promise, Touch
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import PromiseStatus


def status_of(
    promise: Promise, touches: Iterable[Touch], as_of: datetime, *, timezone: str = "UTC", limits: Thresholds = DEFAULTS
) -> PromiseStatus:
    """Return the status as it stood at `as_of`; `lapsed` is derived from the check that brought no deed."""
    raise NotImplementedError
