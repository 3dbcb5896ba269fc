from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from comity.web import new_router

CANARY = "canary-7f3a"


class TestProblems:
    @pytest.mark.parametrize(
        ("verb", "path", "body", "status"),
        [
            ("GET", "/v1/nothing", None, 404),
            ("PUT", "/v1/me", {}, 405),
            ("GET", "/v1/contacts/none", None, 404),
            ("GET", "/v1/contacts?limit=0", None, 422),
            ("GET", "/v1/contacts?cursor=%2B%2B", None, 422),
            ("POST", "/v1/contacts", {}, 422),
            ("POST", "/v1/contacts", [], 422),
        ],
    )
    def test_have_one_shape(self, client: TestClient, verb: str, path: str, body: Any, status: int) -> None:
        response = client.request(verb, path, json=body)

        problem = response.json()
        assert response.status_code == problem["status"] == status
        assert response.headers["Content-Type"] == "application/problem+json"
        assert problem["type"].startswith("/problems/")
        assert problem["request_id"] == response.headers["X-Request-ID"]
        assert {"title", "detail", "errors"} <= problem.keys()

    def test_point_at_each_fault(self, client: TestClient) -> None:
        body = {"full_name": "Sam", "importance": 9, "birthday": "soon", "emails": ["a@example.com", "none"]}

        errors = client.post("/v1/contacts", json=body).json()["errors"]

        assert {error["pointer"] for error in errors} == {"/importance", "/birthday", "/emails/1"}

    @pytest.mark.parametrize(
        "body",
        [
            {"full_name": {"x": CANARY}},
            {"full_name": "Sam", "birthday": CANARY},
            {"full_name": "Sam", "birthday": f"2026-13-45{CANARY}"},
            {"full_name": "Sam", "seniority": CANARY},
            {"full_name": "Sam", "timezone": CANARY},
            {"full_name": "Sam", "emails": [CANARY]},
            {"full_name": "Sam", "importance": CANARY},
            {"full_name": "Sam", "job_started_on": CANARY},
            {"full_name": "Sam", "profile_url": CANARY},
        ],
    )
    def test_do_not_echo_what_was_sent(self, client: TestClient, body: dict[str, Any]) -> None:
        response = client.post("/v1/contacts", json=body)

        assert response.status_code == 422
        assert CANARY not in response.text

    def test_of_our_own_making_tell_nothing(self, app: FastAPI, client: TestClient) -> None:
        broken = new_router(tag="broken")

        @broken.get("/broken")
        def fail() -> None:
            raise RuntimeError(CANARY)

        app.include_router(broken)

        response = client.get("/v1/broken")

        assert (response.status_code, response.json()["type"]) == (500, "/problems/internal-error")
        assert CANARY not in response.text
