"""A server with its worker in a process of its own, to be killed while others talk to it."""

import http.client
import multiprocessing
import socket
import time
from contextlib import closing, suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from comity.database import Database
from comity.reactions import REACTIONS
from comity.serving import server_for
from comity.settings import Settings
from comity.worker import Worker

PROCESSES = multiprocessing.get_context("forkserver")
COMES_UP_WITHIN_SECONDS = 120.0


def serve(url: str, data_dir: str, port: int) -> None:
    """Be a server."""
    Worker(Database(url, reactions=REACTIONS)).start()
    server_for(Settings(database_url=url, data_dir=Path(data_dir)), host="127.0.0.1", port=port).run()


class Server:
    """One that is always started again, on the same port."""

    def __init__(self, url: str, data_dir: Path) -> None:
        self.port = _free_port()
        self._arguments = (url, str(data_dir), self.port)
        self._process: ForkServerProcess | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._process = PROCESSES.Process(target=serve, args=self._arguments, daemon=True)
        self._process.start()
        deadline = time.monotonic() + COMES_UP_WITHIN_SECONDS
        while not self._answers():
            assert time.monotonic() < deadline, "it did not come up"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it, wherever it is."""
        if self._process:
            self._process.kill()
            self._process.join()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with suppress(OSError, http.client.HTTPException), closing(connection):
            connection.request("GET", "/healthz")
            with connection.getresponse() as response:
                return response.status == 200
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
