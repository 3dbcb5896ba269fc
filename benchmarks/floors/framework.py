"""The framework floor: the driver within FastAPI's `async def` routes."""

from datetime import datetime
from typing import Annotated

from fastapi import FastAPI, Header, Request, Response

from benchmarks.floors import hooks, reads, today, writes
from benchmarks.floors.driver import Driver

Authorization = Annotated[str, Header()]


def create_app(driver: Driver, now: datetime) -> FastAPI:
    """Return the app on one connection."""
    app = FastAPI(openapi_url=None)

    @app.get("/v1/contacts")
    async def list_contacts(authorization: Authorization, limit: int = 50) -> Response:
        return _json(reads.list_contacts(driver, authorization, now))

    @app.get("/v1/contacts/{contact_id}")
    async def get_contact(contact_id: str, authorization: Authorization) -> Response:
        return _json(reads.get_contact(driver, authorization, now, contact_id))

    @app.get("/v1/next-steps")
    async def get_today(authorization: Authorization) -> Response:
        return _json(today.todays(driver, authorization, now))

    @app.post("/v1/interactions")
    async def log_interaction(request: Request, authorization: Authorization) -> Response:
        return _json(writes.log_interaction(driver, authorization, now, await request.body()), status=201)

    @app.post("/v1/hooks/{integration_id}")
    async def receive_hook(request: Request, webhook_id: Annotated[str, Header()]) -> Response:
        kept = hooks.keep(driver, request.url.path, webhook_id, now, await request.body())
        return _json(kept, status=202)

    return app


def _json(body: bytes, *, status: int = 200) -> Response:
    return Response(body, status, media_type="application/json")
