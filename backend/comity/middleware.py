"""What surrounds every request: an id, a log line, the safety headers, and an answer even where there is a bug."""

import logging
import time
import traceback
from asyncio import CancelledError
from collections.abc import Iterable
from itertools import count

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.database import new_id
from comity.problems import problem_response

log = logging.getLogger("comity.request")

API_POLICY = "default-src 'none'; frame-ancestors 'none'"
APP_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types comity-sw",
    )
)
SHARED_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
ONE_YEAR_SECONDS = 365 * 86_400
HTTPS_HEADERS = ((b"strict-transport-security", f"max-age={ONE_YEAR_SECONDS}".encode()),)
CUT = 499  # as proxies count requests that ended without an answer
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
OWN_PATHS = frozenset({"/healthz", "/readyz", "/metrics", "/playbook"})  # neither the API's nor the web app's


def is_api(path: str) -> bool:
    """Whether a path is the API's, and not a page of the web app."""
    return path == "/v1" or path.startswith("/v1/") or path in OWN_PATHS


class Metrics:
    """Our own counters, one registry an app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.seconds = Histogram(
            "comity_request_seconds", "Time to answer.", ("method", "route"), registry=self.registry
        )
        self.answers = Counter(
            "comity_answers", "Answers by status.", ("method", "route", "status"), registry=self.registry
        )


class Surroundings:
    """The outermost layer. An unexpected error is logged and answered, so the connection lives on."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics, https: bool) -> None:
        self.app = app
        self.metrics = metrics
        self.first_id, self.numbers = new_id(), count(1)
        shared = (*SHARED_HEADERS, *(HTTPS_HEADERS if https else ()))
        self.api_headers = (*shared, (b"content-security-policy", API_POLICY.encode()))
        self.app_headers = (*shared, (b"content-security-policy", APP_POLICY.encode()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["request_id"] = f"{self.first_id}-{next(self.numbers):x}"
        if scope["method"] == "HEAD" and is_api(scope["path"]):
            scope = {**scope, "method": "GET"}  # the server leaves the body out
        started = time.perf_counter()
        status = 500
        answered = False

        async def send_dressed(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                answered, status = True, message["status"]
                message["headers"] = self._dressed(message.get("headers", ()), scope)
            await send(message)

        try:
            await self.app(scope, receive, send_dressed)
        except CancelledError:  # we stop: nobody waits for the answer any more
            status = status if answered else CUT
            raise
        except Exception as error:
            log.error("request.failed", extra={"request_id": scope["request_id"], **_place(error)})
            if not answered:
                await _unexpected(scope["request_id"])(scope, receive, send_dressed)
        finally:
            self._record(scope, status, time.perf_counter() - started)

    def _dressed(self, headers: Iterable[tuple[bytes, bytes]], scope: Scope) -> list[tuple[bytes, bytes]]:
        dressed = [*headers, (b"x-request-id", scope["request_id"].encode())]
        if not is_api(scope["path"]):
            return [*dressed, *self.app_headers]
        if all(name != b"cache-control" for name, _ in dressed):
            dressed.append((b"cache-control", b"no-store"))
        return [*dressed, *self.api_headers]

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if scope["method"] in METHODS else "other"
        self.metrics.seconds.labels(method, route).observe(seconds)
        self.metrics.answers.labels(method, route, str(status)).inc()
        if not log.isEnabledFor(logging.INFO):
            return
        log.info(
            "request",
            extra={
                "request_id": scope["request_id"],
                "method": method,
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
            },
        )


def _place(error: Exception) -> dict[str, object]:
    """Say what was raised and where, not its message: that may hold people."""
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": type(error).__name__,
        "trace": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }


def _unexpected(request_id: str) -> ASGIApp:
    return problem_response(
        slug="internal-error",
        title="Something went wrong on our side.",
        status=500,
        detail="It was logged under this request's id.",
        request_id=request_id,
    )
