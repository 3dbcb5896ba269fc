"""The app with what its contract must say and FastAPI does not know: credentials, problems, repeatable POSTs."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from comity.idempotency import HEADER, LONGEST
from comity.problems import MEDIA_TYPE, reference
from comity.schemas import ProblemDetails

OPEN_PATHS = frozenset(
    {
        *("/healthz", "/readyz", "/metrics"),
        *("/v1/auth/register", "/v1/auth/login", "/v1/auth/token"),
        *("/v1/auth/reset", "/v1/auth/reset/confirm", "/v1/calendar.ics"),
        "/v1/hooks/{integration_id}",
    }
)
# They answer secrets, or know the ids of events.
TAGS_WITHOUT_KEYS = frozenset({"auth", "tokens", "integrations", "hooks", "webhooks", "calendar"})
# They save nothing, so nothing of them can happen twice.
READING_POSTS = frozenset(
    {
        *("/v1/asks/check", "/v1/interactions/read-signals", "/v1/outreach/check", "/v1/outreach/drafts"),
        "/v1/imports/columns",
    }
)
SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "`comity_...`, from `/v1/auth/token` or `/v1/tokens`.",
    },
    "session": {"type": "apiKey", "in": "cookie", "name": "comity", "description": "From `/v1/auth/login`."},
}
PROBLEM = {"description": "What went wrong.", "content": {MEDIA_TYPE: {"schema": reference()}}}
REPEATABLE = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": "The same key and body, within 24 hours, is one effect and one answer.",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST},
}


class ComityApp(FastAPI):
    """FastAPI with a whole contract."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document."""
        if self.openapi_schema is None:
            _complete(super().openapi())
        return super().openapi()


def _complete(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    _, problems = models_json_schema([(ProblemDetails, "serialization")], ref_template="#/components/schemas/{model}")
    components["schemas"] = dict(sorted({**components.get("schemas", {}), **problems["$defs"]}.items()))
    components["securitySchemes"] = SCHEMES
    document["paths"] = dict(sorted(document["paths"].items()))
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            _complete_operation(path, method, operation)


def _complete_operation(path: str, method: str, operation: dict[str, Any]) -> None:
    operation["responses"]["default"] = PROBLEM
    operation["security"] = [] if path in OPEN_PATHS else [{name: []} for name in SCHEMES]
    if method == "post" and path not in READING_POSTS and not TAGS_WITHOUT_KEYS.intersection(operation.get("tags", ())):
        operation.setdefault("parameters", []).append(REPEATABLE)
