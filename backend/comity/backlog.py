"""How the background is doing: what is done, what waits, and how late the schedules are."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from comity.jobs import statuses

BETWEEN_TICKS = 60.0  # seconds: the schedule that goes most often goes every minute


def scheduler_lag(session: Session, *, now: datetime, since: datetime) -> float:
    """Return by how many seconds the schedules are late: nothing that they asked for was done in that time.

    since: when this process began to ask; what was missed before nobody could have seen.
    """
    done = statuses(session).c
    query = select(done.completed_at).where(done.schedule_name.is_not(None), done.completed_at.is_not(None))
    last = session.scalars(query.order_by(done.completed_at.desc()).limit(1)).first()
    last_at = since if last is None else max(since, _instant(last))
    return max(0.0, (now - last_at).total_seconds() - BETWEEN_TICKS)


def figures(session: Session, *, now: datetime, since: datetime) -> Iterator[Metric]:
    """Yield what an operator's monitoring asks of the background."""
    job = statuses(session).c
    jobs = GaugeMetricFamily("comity_jobs", "Jobs of the last week by what became of them.", labels=("name", "status"))
    for name, status, count in session.execute(
        select(job.name, job.status, func.count()).group_by(job.name, job.status)
    ):
        jobs.add_metric((name, status.lower()), count)
    yield jobs
    depth = GaugeMetricFamily("comity_queue_jobs", "Jobs that wait.", labels=("queue",))
    age = GaugeMetricFamily("comity_queue_oldest_seconds", "How long the first of them has waited.", labels=("queue",))
    waiting = select(job.queue_name, func.count(), func.min(job.created_at)).where(job.status == "ENQUEUED")
    for queue, count, first in session.execute(waiting.group_by(job.queue_name)):
        depth.add_metric((queue,), count)
        age.add_metric((queue,), max(0.0, (now - _instant(first)).total_seconds()))
    yield depth
    yield age
    lag = GaugeMetricFamily("comity_scheduler_lag_seconds", "By how much the schedules are late.")
    lag.add_metric((), scheduler_lag(session, now=now, since=since))
    yield lag


def _instant(milliseconds: Any) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)
