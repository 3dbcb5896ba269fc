"""A listener on loopback that notes what it is told, and answers what it is told to."""

import socket
import ssl
import threading
from contextlib import suppress
from typing import Self

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Listener:
    """Answers every connection alike.

    drips: byte after byte without an end, after the answer. speaks_first: instead of listening.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._tls = tls
        self.port: int = self._socket.getsockname()[1]
        self.connections = 0
        self.bytes = b""
        self.requests: list[bytes] = []
        self.answer = OK
        self.drips = False
        self.speaks_first = b""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening."""
        self._closed.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _listen(self) -> None:
        while not self._closed.is_set():
            with suppress(OSError):  # a peer that goes away is no fault of ours
                connection, _ = self._socket.accept()
                self.connections += 1
                with connection:
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        connection.settimeout(5)
        if self.speaks_first:
            connection.sendall(self.speaks_first)
            return
        with self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as stream:
            told = b""
            while not _is_whole(told):
                if not (more := stream.recv(65536)):
                    return
                told += more
                self.bytes += more
            self.requests.append(told)
            stream.sendall(self.answer)
            while self.drips and not self._closed.wait(0.05):
                stream.sendall(b"a")


def _is_whole(told: bytes) -> bool:
    head, end, body = told.partition(b"\r\n\r\n")
    return bool(end) and len(body) >= int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
