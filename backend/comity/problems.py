"""Every error as one shape: RFC 9457 `application/problem+json`, without an echo of the input."""

import logging
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from comity.errors import BodyTooLarge, ComityError, Conflict, Refused, Stale, Unavailable
from comity.schemas import ProblemDetails, ProblemError

log = logging.getLogger("comity")
MEDIA_TYPE = "application/problem+json"
MOST_ERRORS = 50
ENUM_MEMBER = re.compile(r"<\w+\.\w+: ('[^']*')>")  # how a choice among some members of an enum is worded


def problems(*errors: type[ComityError]) -> dict[int | str, dict[str, Any]]:
    """Return what a route's `responses=` says of the errors it can answer with."""
    titles: dict[int, list[str]] = {}
    for error in errors:
        titles.setdefault(error.status, []).append(error.title())
    return {
        status: {"description": " ".join(sentences), "content": {MEDIA_TYPE: {"schema": reference()}}}
        for status, sentences in titles.items()
    }


def reference() -> dict[str, str]:
    """Return where the OpenAPI document describes a problem."""
    return {"$ref": f"#/components/schemas/{ProblemDetails.__name__}"}


def problem_response(
    *,
    slug: str,
    title: str,
    status: int,
    detail: str = "",
    errors: Sequence[ProblemError] = (),
    request_id: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Render one problem."""
    body = ProblemDetails(
        type=f"/problems/{slug}",
        title=title,
        status=status,
        detail=detail,
        errors=list(errors),
        request_id=request_id,
    )
    return Response(body.model_dump_json(exclude_none=True), status, dict(headers or {}), media_type=MEDIA_TYPE)


def render(error: ComityError, request_id: str) -> Response:
    """Render an expected failure."""
    errors = []
    if error.pointer is not None or error.rule is not None:
        errors = [ProblemError(pointer=error.pointer or "", detail=error.detail or error.title(), rule=error.rule)]
    return problem_response(
        slug=error.slug(),
        title=error.title(),
        status=error.status,
        detail=error.detail,
        errors=errors,
        request_id=request_id,
        headers=error.headers(),
    )


def install(app: FastAPI) -> None:
    """Teach the app the one shape."""
    app.add_exception_handler(ComityError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    for kind in (OperationalError, PoolTimeout):
        app.add_exception_handler(kind, _unavailable)
    app.add_exception_handler(IntegrityError, _conflict)
    app.add_exception_handler(StaleDataError, _stale)
    app.add_exception_handler(DataError, _refused)


def request_id(request: Request) -> str:
    """Return the id that the log line of this request has too."""
    return str(request.scope.get("request_id", ""))


def _expected(request: Request, error: Exception) -> Response:
    assert isinstance(error, ComityError)  # noqa: S101
    return render(error, request_id(request))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    faults = [_fault(fault) for fault in error.errors()[:MOST_ERRORS]]
    return problem_response(
        slug="invalid-request",
        title="What was sent does not fit.",
        status=422,
        detail=": ".join(filter(None, (faults[0].pointer, faults[0].detail))),
        errors=faults,
        request_id=request_id(request),
    )


def _fault(fault: Mapping[str, Any]) -> ProblemError:
    if fault["type"] == "json_invalid":
        return ProblemError(pointer="", detail=f"This is no JSON: {fault['ctx']['error']}.")
    detail = ENUM_MEMBER.sub(r"\1", str(fault["msg"])).removeprefix("Value error, ")
    return ProblemError(pointer=_pointer(fault["loc"]), detail=detail)


def _pointer(loc: Sequence[int | str]) -> str:
    """Return the JSON pointer of a place in the body, or the name of a parameter."""
    where, *steps = loc
    if where != "body":
        return "/".join(str(step) for step in (where, *steps))
    return pointer_to(*steps)


def pointer_to(*steps: int | str) -> str:
    """Return the JSON pointer of a place in the body.

    A key that the client made up is not echoed beyond 60 printable characters.
    """
    printable = ("".join(c for c in str(step)[:60] if c.isprintable()) for step in steps)
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in printable)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == BodyTooLarge.status:
        return render(BodyTooLarge(), request_id(request))
    status = HTTPStatus(error.status_code)
    headers = {"Allow": _allowed(request)} if status is HTTPStatus.METHOD_NOT_ALLOWED else error.headers
    return problem_response(
        slug=status.name.lower().replace("_", "-"),
        title=f"{status.phrase}.",
        status=status,
        request_id=request_id(request),
        headers=headers,
    )


def _allowed(request: Request) -> str:
    """Return the methods of an address; the router knows those of the first of its routes alone."""
    routes = [route for route in request.app.router.routes if isinstance(route, Route)]
    matching = [route.path for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    path = min(matching, key=lambda path: path.count("{"))
    return ", ".join(sorted({method for route in routes if route.path == path for method in route.methods or ()}))


def _unavailable(request: Request, error: Exception) -> Response:
    log.warning("database.unavailable", extra={"error": type(error).__name__})
    return render(Unavailable(), request_id(request))


def _conflict(request: Request, error: Exception) -> Response:
    log.warning("database.conflict", extra={"error": type(error).__name__})
    return render(Conflict("Something else that was saved meanwhile stands against it."), request_id(request))


def _stale(request: Request, _: Exception) -> Response:
    return render(Stale(), request_id(request))


def _refused(request: Request, _: Exception) -> Response:
    return render(Refused("A value does not fit the database."), request_id(request))
