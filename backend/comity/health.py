"""What an operator's monitoring asks: does it live, is it ready, how is it doing."""

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from comity.schemas import Schema
from comity.web import ReadSession, Route

router = APIRouter(tags=["operation"], route_class=Route)


class Health(Schema):
    """How it is."""

    status: str


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the process lives; asks nothing else."""
    return Health(status="ok")


@router.get("/readyz")
def readyz(session: ReadSession) -> Health:
    """Say that the database answers."""
    session.execute(text("SELECT 1"))
    return Health(status="ok")


@router.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Counters and histograms in the Prometheus text format."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
