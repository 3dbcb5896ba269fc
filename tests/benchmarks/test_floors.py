"""A floor is a floor only if it does the same job: product and floors give the same answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from benchmarks.data import NOW, SECRET_KEY, Made, build
from benchmarks.floors import bare, framework
from benchmarks.floors.driver import Driver
from benchmarks.operations import OPERATIONS, interaction
from comity.database import Database
from comity.vault import Vault
from tests.conftest import Clock

pytestmark = pytest.mark.both_databases

MADE_ANEW = ("id", "effects")


@pytest.fixture
def made(database: Database, clock: Clock) -> Made:
    clock.now = NOW
    return build(database, contacts=60)


@pytest.fixture
def answers(app: FastAPI, database_url: str, made: Made) -> Iterator[list[TestClient]]:
    """Return a client of the product and one of each floor."""
    headers = {"Authorization": f"Bearer {made.token}"}
    driver = Driver(database_url)
    floors = bare.create_app(driver, NOW), framework.create_app(driver, NOW)
    yield [TestClient(one, headers=headers) for one in (app, *floors)]
    driver.close()

    def test_keep_the_same_hook(self, app: FastAPI, answers: list[TestClient], made: Made, tmp_path: Path) -> None:
        app.state.vault = Vault([SECRET_KEY], data_dir=tmp_path)

        product, *floors = [sent(client, next(OPERATIONS["hook"].requests(made))) for client in answers]

        assert product["status"] == "received"
        assert all(floor == product for floor in floors)


def sent(client: TestClient, request: bytes) -> dict[str, Any]:
    """Send what goes over the wire, and return the answer without its id."""
    head, _, body = request.partition(b"\r\n\r\n")
    (_, path, _), *lines = (line.split(" ", 2) for line in head.decode().split("\r\n"))
    headers = {name.rstrip(":"): " ".join(value) for name, *value in lines}
    answer: dict[str, Any] = client.post(path, content=body, headers=headers).json()
    del answer["id"]
    return answer


def get(clients: list[TestClient], path: str) -> list[Any]:
    return [client.get(path).json() for client in clients]


class TestFloors:
    def test_list_the_same_contacts(self, answers: list[TestClient]) -> None:
        product, *floors = get(answers, "/v1/contacts?limit=50")

        assert len(product["items"]) == 50
        for floor in floors:
            assert floor["next_cursor"] == product["next_cursor"]
            assert [without_warmth(row) for row in floor["items"]] == [without_warmth(row) for row in product["items"]]
            assert warmths(floor) == pytest.approx(warmths(product))

    def test_show_the_same_contact(self, answers: list[TestClient], made: Made) -> None:
        product, *floors = get(answers, f"/v1/contacts/{made.contact_ids[0]}")

        for floor in floors:
            assert floor == product

    def test_find_the_same_steps(self, answers: list[TestClient]) -> None:
        product, *floors = get(answers, "/v1/next-steps")

        assert len(product["items"]) == 12
        assert product["items"][0]["obligation"]
        for floor in floors:
            assert floor == product

    def test_log_the_same_interaction(self, answers: list[TestClient], made: Made) -> None:
        body = interaction(made.contact_ids[1])

        product, *floors = [client.post("/v1/interactions", json=body).json() for client in answers]

        assert all(without_new(floor) == without_new(product) for floor in floors)
        assert all(floor.keys() == product.keys() for floor in floors)


def warmths(page: dict[str, Any]) -> list[float]:
    return [row["warmth"] for row in page["items"]]


def without_warmth(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "warmth"}


def without_new(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name not in MADE_ANEW}
