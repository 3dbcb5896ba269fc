"""Serves the app in this process, and says where."""

import uvicorn

from comity.main import create_app
from comity.settings import Settings

SECONDS_TO_FINISH = 20


class _Server(uvicorn.Server):
    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Say the address once it answers."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            host = "localhost" if host in {"127.0.0.1", "::1", "0.0.0.0", "::"} else host  # noqa: S104
            print(f"Comity is ready: http://{host}:{port}", flush=True)  # noqa: T201


def serve_app(settings: Settings, *, host: str, port: int) -> None:
    """Serve until told to stop; what is under way has 20 seconds to finish."""
    proxies = settings.trusted_proxies
    config = uvicorn.Config(
        create_app(settings),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or None,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
    _Server(config).run()
