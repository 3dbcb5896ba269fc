"""What surrounds every request: an id, a log line, the safety headers, and an answer even where there is a bug."""

import logging
import time
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import MutableHeaders
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
SHARED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
ONE_YEAR_SECONDS = 365 * 86_400


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
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["request_id"] = new_id()
        started = time.perf_counter()
        status = 500
        answered = False

        async def send_dressed(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                answered, status = True, message["status"]
                self._dress(MutableHeaders(scope=message), scope)
            await send(message)

        try:
            await self.app(scope, receive, send_dressed)
        except Exception as error:
            log.error("request.failed", exc_info=error, extra={"request_id": scope["request_id"]})
            if not answered:
                await _unexpected(scope["request_id"])(scope, receive, send_dressed)
        finally:
            self._record(scope, status, time.perf_counter() - started)

    def _dress(self, headers: MutableHeaders, scope: Scope) -> None:
        headers["X-Request-ID"] = scope["request_id"]
        is_api = scope["path"].startswith("/v1") or scope["path"] in {"/healthz", "/readyz", "/metrics"}
        headers["Content-Security-Policy"] = API_POLICY if is_api else APP_POLICY
        if is_api:
            headers.setdefault("Cache-Control", "no-store")
        for name, value in self._always():
            headers[name] = value

    def _always(self) -> Iterable[tuple[str, str]]:
        yield from SHARED_HEADERS.items()
        if self.https:
            yield "Strict-Transport-Security", f"max-age={ONE_YEAR_SECONDS}"

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        self.metrics.seconds.labels(scope["method"], route).observe(seconds)
        self.metrics.answers.labels(scope["method"], route, str(status)).inc()
        log.info(
            "request",
            extra={
                "request_id": scope["request_id"],
                "method": scope["method"],
                "route": route,
                "status": status,
                "milliseconds": round(seconds * 1000, 1),
            },
        )


def _unexpected(request_id: str) -> ASGIApp:
    return problem_response(
        slug="internal-error",
        title="Something went wrong on our side.",
        status=500,
        detail="It was logged under this request's id.",
        request_id=request_id,
    )
