"""The server itself: what never reaches the app is answered in the app's way."""

import gc
import json
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from comity import serving
from comity.serving import serve_app, server_for
from comity.settings import Settings

SECONDS = 10.0


@pytest.fixture
def port(settings: Settings) -> Iterator[int]:
    """The port on which a server listens."""
    server = server_for(settings, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(SECONDS)


def ask(port: int, request: bytes) -> tuple[bytes, bytes]:
    """Return the head and the body of the answer to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as connection:
        connection.sendall(request)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, body


class TestServer:
    @pytest.mark.parametrize(
        "request_",
        [b"FOO / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nx: \x7f\r\n\r\n", b"\x16\x03\x01\x02\0\x01\r\n\r\n"],
    )
    def test_refuses_what_is_no_http_as_a_problem(self, port: int, request_: bytes) -> None:
        head, body = ask(port, request_)

        assert head.startswith(b"HTTP/1.1 400 ")
        assert b"content-type: application/problem+json" in head.lower()
        assert json.loads(body)["type"] == "/problems/bad-request"

    def test_holds_no_request_that_asks_for_a_websocket(self, port: int) -> None:
        head, body = ask(
            port,
            b"POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
            b"Content-Type: application/json\r\nContent-Length: 20\r\n\r\n",
        )

        assert head.startswith(b"HTTP/1.1 422 ")
        assert json.loads(body)["type"] == "/problems/invalid-request"


class TestServeApp:
    def test_lets_the_garbage_collector_pass_over_what_stays(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        frozen: list[int] = []

        class Server:
            def run(self) -> None:
                frozen.append(gc.get_freeze_count())

        monkeypatch.setattr(serving, "server_for", lambda *_, **__: Server())
        try:
            serve_app(settings, host="127.0.0.1", port=0)
        finally:
            gc.unfreeze()

        assert frozen[0] > 10_000
