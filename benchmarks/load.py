"""The load: a few clients, each of which sends its next request as soon as the last one is answered."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from statistics import quantiles
from typing import Any

import uvloop

LOAD_CORE = (os.cpu_count() or 1) - 1
PATIENCE_SECONDS = 20.0


class NotAnswered(Exception):
    """One answer was no success: the run is void."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How long each answer took, in seconds, and how long all of them together."""

    latencies: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, percent: int) -> float:
        """Return the latency, in milliseconds, within which so many percent were answered."""
        return quantiles(self.latencies, n=100)[percent - 1] * 1000


class _Client(asyncio.Protocol):
    """One connection that is kept alive."""

    def __init__(self, requests: Iterator[bytes], ends_at: float) -> None:
        self.latencies: list[float] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._requests = requests
        self._ends_at = ends_at
        self._received = b""
        self._missing = -1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._missing < 0:
            head, found, _ = self._received.partition(b"\r\n\r\n")
            if not found:
                return
            self._missing = len(head) + 4 + _content_length(head)
        if len(self._received) >= self._missing:
            self._answered()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(error or NotAnswered("the connection was closed"))

    def _send(self) -> None:
        self._received, self._missing = b"", -1
        self._sent_at = time.perf_counter()
        self._transport.write(next(self._requests))

    def _answered(self) -> None:
        now = time.perf_counter()
        self.latencies.append(now - self._sent_at)
        if self._received[9:10] != b"2":
            self.done.set_exception(NotAnswered(self._received.decode(errors="replace")[:2000]))
        elif now < self._ends_at:
            self._send()
        else:
            self.done.set_result(None)
        if self.done.done():
            self._transport.close()


def send(port: int, requests: Callable[[], Iterator[bytes]], *, clients: int, seconds: float) -> Answers:
    """Send requests for so long.

    Raises NotAnswered if one of them fails.
    """
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_send(port, requests, clients, seconds))


async def _send(port: int, requests: Callable[[], Iterator[bytes]], clients: int, seconds: float) -> Answers:
    began = time.perf_counter()
    ends_at = began + seconds
    connect = partial(asyncio.get_running_loop().create_connection, lambda: _Client(requests(), ends_at))
    found = [(await connect("127.0.0.1", port))[1] for _ in range(clients)]
    await asyncio.wait_for(asyncio.gather(*(client.done for client in found)), seconds + PATIENCE_SECONDS)
    took = time.perf_counter() - began
    return Answers([latency for client in found for latency in client.latencies], took)


def _content_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:])
    raise NotAnswered("an answer without a length")
