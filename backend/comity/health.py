"""What an operator's monitoring asks: does it live, is it ready, how is it doing."""

import logging
from collections.abc import Iterable

from fastapi import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.core import CollectorRegistry, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from comity.backlog import figures, scheduler_lag
from comity.errors import Unavailable
from comity.migrating import is_at_head
from comity.schemas import Schema
from comity.web import NowDep, ReadSession, database, new_router, problems

router = new_router(tag="operation", prefix="")
LATEST_SECONDS = 60
log = logging.getLogger("comity.health")


class NotMigrated(Unavailable):
    """The database has another schema; migrate it."""


class SchedulesLate(Unavailable):
    """What is to be done in the background is late; no worker may be running."""


class Health(Schema):
    """How it is."""

    status: str


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the process lives; asks nothing else."""
    return Health(status="ok")


@router.get("/readyz", responses=problems(NotMigrated, SchedulesLate))
def readyz(request: Request, session: ReadSession, now: NowDep) -> Health:
    """Say that the database answers, has the present schema, and that what is scheduled is done."""
    if not is_at_head(session.connection()):
        raise NotMigrated
    if scheduler_lag(session, now=now, since=request.app.state.started_at) > LATEST_SECONDS:
        raise SchedulesLate
    return Health(status="ok")


@router.get("/metrics", response_class=Response)
def metrics(request: Request, now: NowDep) -> Response:
    """Counters and histograms in the Prometheus text format; those of the background as far as the database answers."""
    text = generate_latest(request.app.state.metrics.registry)
    try:
        with database(request).read() as session:
            text += _exposed(list(figures(session, now=now, since=request.app.state.started_at)))
    except SQLAlchemyError:
        log.warning("metrics.no_database")
    return Response(text, media_type=CONTENT_TYPE_LATEST)


class _Read(Collector):
    """What was read just now."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        """Return it."""
        return self._metrics


def _exposed(read: list[Metric]) -> bytes:
    registry = CollectorRegistry()
    registry.register(_Read(read))
    return generate_latest(registry)
