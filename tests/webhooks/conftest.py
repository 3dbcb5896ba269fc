from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from comity.jobs import Tools
from comity.settings import Settings
from tests.conftest import Clock
from tests.listener import Listener
from tests.webhooks.endpoint import Endpoint


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """An operator who lets webhooks reach loopback, where the tests listen."""
    settings.webhook_allow = "127.0.0.0/8"
    return settings


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        yield listener


@pytest.fixture
def tools(app: FastAPI, clock: Clock) -> Tools:
    """What the worker works with."""
    return Tools(app.state.database, clock, egress=app.state.egress, vault=app.state.vault)


@pytest.fixture
def endpoint(client: TestClient, listener: Listener, tools: Tools) -> Endpoint:
    """A listener that is told of changed contacts and of the log."""
    return Endpoint(client, listener, tools, ["contact.changed", "interaction.logged"])
