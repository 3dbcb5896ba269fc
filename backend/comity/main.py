"""Puts the pieces together, and nothing else."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI

from comity import health, playbook, problems
from comity.accounts import auth_router, reset_router, tokens_router
from comity.accounts import router as accounts
from comity.accounts.last_use import LastUse
from comity.accounts.passwords import AT_ONCE
from comity.accounts.signed_in import authenticate
from comity.briefs import router as briefs
from comity.calendar_feeds import router as calendar_feeds
from comity.commonalities import router as commonalities
from comity.contacts import router as contacts
from comity.contract import ComityApp
from comity.database import Database
from comity.digests import router as digests
from comity.directory import router as directory
from comity.egress import Egress
from comity.event_plans import router as event_plans
from comity.events import router as events
from comity.follow_ups import router as follow_ups
from comity.goals import router as goals
from comity.imports import router as imports
from comity.insights import router as insights
from comity.integrations import hooks_router, inbox_router
from comity.integrations import router as integrations
from comity.integrations.together import Together
from comity.interactions import router as interactions
from comity.introductions import router as introductions
from comity.middleware import Metrics, Surroundings
from comity.next_steps import router as next_steps
from comity.next_steps.shown import ShownSteps
from comity.notes import router as notes
from comity.outreach import router as outreach
from comity.outreach.writing import Model
from comity.promises import router as promises
from comity.reactions import REACTIONS
from comity.relationships import router as relationships
from comity.sample import router as sample
from comity.settings import Settings
from comity.ties import router as ties
from comity.timetables import router as timetables
from comity.undertakings import router as undertakings
from comity.web import Clock
from comity.web_app import PAGE, WebApp
from comity.webhooks import deliveries_router
from comity.webhooks import router as webhooks

SQLITE_THREADS, POSTGRESQL_THREADS = 4, 8
SOURCE_WEB_DIR = Path(__file__).resolve().parents[2] / "frontend" / "dist"

FEATURES = (  # what is asked most comes first, since routes are tried in this order
    next_steps,
    directory,
    contacts,
    interactions,
    relationships,
    health,
    auth_router,
    reset_router,
    accounts,
    tokens_router,
    commonalities,
    outreach,
    notes,
    timetables,
    introductions,
    ties,
    promises,
    goals,
    events,
    event_plans,
    briefs,
    follow_ups,
    insights,
    digests,
    calendar_feeds,
    undertakings,
    imports,
    hooks_router,
    integrations,
    webhooks,
    deliveries_router,
    inbox_router,
    sample,
    playbook,
)


def create_app(settings: Settings, *, clock: Clock = lambda: datetime.now(UTC)) -> FastAPI:  # noqa: TID251
    """Return the app for these settings. `clock` gives the present instant; tests hand in their own."""
    app = ComityApp(
        title="Comity",
        version="1",
        description="A networking coach: the one next step that fits each relationship.",
        lifespan=_lifespan,
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        separate_input_output_schemas=False,
    )
    metrics = Metrics()
    app.add_middleware(ShownSteps)
    app.add_middleware(LastUse)
    app.add_middleware(Surroundings, metrics=metrics, https=settings.secure_cookies)
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.clock = clock
    app.state.started_at = clock()
    app.state.database = Database(settings.database_url, reactions=REACTIONS)
    app.state.authenticate = authenticate
    app.state.vault = settings.vault
    app.state.egress = settings.egress
    app.state.model = _model(settings)
    writers = 1 if settings.is_sqlite else POSTGRESQL_THREADS
    app.state.writers = asyncio.Semaphore(writers)
    app.state.writing = ThreadPoolExecutor(writers)
    app.state.threads = SQLITE_THREADS if settings.is_sqlite else POSTGRESQL_THREADS
    app.state.readers = ThreadPoolExecutor(app.state.threads)
    app.state.hooks = Together(partial(hooks_router.receive_together, app))
    app.state.hashing = asyncio.Semaphore(AT_ONCE)
    problems.install(app)
    for feature in FEATURES:
        app.router.routes.extend(feature.router.routes)  # one list: a router within the router is searched twice
    _serve_web_app(app, settings)
    return app


def _model(settings: Settings) -> Model | None:
    """Return the language model that an operator has set."""
    if not settings.llm_url:
        return None
    return Model(settings.llm_url, settings.llm_model, settings.llm_key.get_secret_value(), Egress())


def _serve_web_app(app: FastAPI, settings: Settings) -> None:
    directory = settings.web_dir or SOURCE_WEB_DIR
    if (directory / PAGE).is_file():
        app.router.default = WebApp(directory, otherwise=app.router.default)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Few threads wait less for each other: throughput and the slowest answers are better than with 40."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = app.state.threads
    try:
        yield
    finally:
        app.state.readers.shutdown()
        app.state.writing.shutdown()
        app.state.database.dispose()
