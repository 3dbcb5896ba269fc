from typing import Annotated

import pytest
from fastapi import FastAPI, Request, Response
from pydantic import Field
from starlette.testclient import TestClient

from comity import problems
from comity.parameters import Parameters


class Asked(Parameters):
    limit: Annotated[int, Field(ge=1, le=9, description="How many.")] = 5
    name: str | None = None


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    problems.install(app)

    @app.get("/")
    def read(request: Request) -> Response:
        asked = Asked.of(request)
        return Response(f"{asked.limit} {asked.name}")

    return TestClient(app)


class TestOf:
    @pytest.mark.parametrize(
        ("query", "read"),
        [("", "5 None"), ("limit=9&name=Sam", "9 Sam"), ("name=&other=1", "5 "), ("limit=1&limit=2", "2 None")],
    )
    def test_reads_what_is_asked(self, client: TestClient, query: str, read: str) -> None:
        assert client.get(f"/?{query}").text == read

    @pytest.mark.parametrize("limit", ["0", "10", "many", "", "1e1", "NaN", "9" * 5000])
    def test_names_what_does_not_fit(self, client: TestClient, limit: str) -> None:
        response = client.get("/", params={"limit": limit})

        assert response.status_code == 422
        assert [error["pointer"] for error in response.json()["errors"]] == ["query/limit"]


class TestDocumented:
    def test_says_what_is_read(self) -> None:
        limit, name = Asked.documented()["parameters"]

        assert (limit["name"], limit["in"], limit["required"], limit["description"]) == (
            "limit",
            "query",
            False,
            "How many.",
        )
        assert limit["schema"] | {"type": "integer", "minimum": 1, "maximum": 9, "default": 5} == limit["schema"]
        assert name["schema"]["anyOf"] == [{"type": "string"}, {"type": "null"}]

    def test_says_nothing_where_nothing_is_asked(self) -> None:
        assert Parameters.documented() == {}
