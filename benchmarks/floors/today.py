"""Today."""

from datetime import datetime

from benchmarks.floors.driver import Driver


def todays(driver: Driver, authorization: str, now: datetime) -> bytes:
    raise NotImplementedError
