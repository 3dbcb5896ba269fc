"""What an operator's monitoring asks: does it live, is it ready, how is it doing."""

from fastapi import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from comity.errors import Unavailable
from comity.migrating import is_at_head
from comity.schemas import Schema
from comity.web import ReadSession, new_router, problems

router = new_router(tag="operation", prefix="")


class NotMigrated(Unavailable):
    """The database has another schema; migrate it."""


class Health(Schema):
    """How it is."""

    status: str


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the process lives; asks nothing else."""
    return Health(status="ok")


@router.get("/readyz", responses=problems(NotMigrated))
def readyz(session: ReadSession) -> Health:
    """Say that the database answers, and has the present schema."""
    if not is_at_head(session.connection()):
        raise NotMigrated
    return Health(status="ok")


@router.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Counters and histograms in the Prometheus text format."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
