"""Browsers and passwords, for tests of signing in."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

PASSWORD = "correct horse battery"

Visit = Callable[..., TestClient]


@pytest.fixture
def visit(app: FastAPI) -> Visit:
    """Return a browser on a page of our own, at an address."""

    def visit(address: str = "192.0.2.1") -> TestClient:
        return TestClient(app, headers={"Sec-Fetch-Site": "same-origin"}, client=(address, 50_000))

    return visit


@pytest.fixture
def browser(app: FastAPI) -> Iterator[TestClient]:
    """A browser in which Robin has just registered."""
    with TestClient(app, headers={"Sec-Fetch-Site": "same-origin"}, client=("192.0.2.1", 50_000)) as browser:
        register(browser)
        yield browser


def register(browser: TestClient, email: str = "robin@example.com") -> None:
    body = {"email": email, "password": PASSWORD, "full_name": "Robin Vale"}
    assert browser.post("/v1/auth/register", json=body).status_code == 201


def sign_in(browser: TestClient, password: str = PASSWORD, email: str = "robin@example.com") -> int:
    return browser.post("/v1/auth/login", json={"email": email, "password": password}).status_code
