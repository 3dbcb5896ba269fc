"""Serves the app in this process, and says where."""

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from comity.garbage import search_seldom
from comity.main import create_app
from comity.problems import problem_response
from comity.settings import Settings

SECONDS_TO_FINISH = 8  # then the worker ends, within as many: less than twenty seconds in all
NO_HTTP = problem_response(slug="bad-request", title="This is no HTTP request.", status=400)


class _Protocol(HttpToolsProtocol):
    def send_400_response(self, msg: str) -> None:
        """Refuse what never reaches the app in the shape in which the app refuses. `msg` is for nobody."""
        heads = [*NO_HTTP.raw_headers, (b"connection", b"close")]
        head = b"".join(b"%b: %b\r\n" % pair for pair in heads)
        self.transport.write(b"HTTP/1.1 400 Bad Request\r\n" + head + b"\r\n" + bytes(NO_HTTP.body))
        self.transport.close()


class _Server(uvicorn.Server):
    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Say the address once it answers."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            host = "localhost" if host in {"127.0.0.1", "::1", "0.0.0.0", "::"} else host  # noqa: S104
            print(f"Comity is ready: http://{host}:{port}", flush=True)  # noqa: T201


def serve_app(settings: Settings, *, host: str, port: int) -> None:
    """Serve until told to stop; what is under way has some seconds to finish."""
    server = server_for(settings, host=host, port=port)
    search_seldom()
    server.run()


def server_for(settings: Settings, *, host: str, port: int) -> uvicorn.Server:
    """Return a server of the app that is not started yet."""
    proxies = settings.trusted_proxies
    config = uvicorn.Config(
        create_app(settings),
        host=host,
        port=port,
        http=_Protocol,
        ws="none",  # there is no WebSocket; to be asked for one is no reason to hold a request
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    return _Server(config)
