"""A server in a process of its own, on a core of its own, and the CPU time it has used."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
STARTS_WITHIN_SECONDS = 30


class Server:
    """One variant that is serving. helpers: other processes that work for it, like PostgreSQL's."""

    def __init__(self, variant: str, url: str, *, postmaster: int | None = None) -> None:
        self.variant = variant
        self.port = _free_port()
        self._postmaster = postmaster
        command = [sys.executable, "-m", "benchmarks.serving", variant, url, str(self.port)]
        self._process = subprocess.Popen(command, cwd=Path(__file__).parents[1])

    def wait(self) -> None:
        """Wait until it listens."""
        ends = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < ends:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError(f"{self.variant} did not start")

    def cpu_seconds(self) -> float:
        """Return the CPU time used so far, PostgreSQL's included."""
        return cpu_seconds(self._process.pid) + cpu_seconds_of_children(self._postmaster)

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait()


@contextmanager
def serving(url: str, *variants: str, postmaster: int | None = None) -> Iterator[list[Server]]:
    """Run these variants side by side; those that are not asked anything cost nothing."""
    servers = [Server(variant, url, postmaster=postmaster) for variant in variants]
    try:
        for server in servers:
            server.wait()
        yield servers
    finally:
        for server in servers:
            server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _children(pid: int | None) -> list[int]:
    if pid is None:
        return []
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def cpu_seconds_of_children(pid: int | None) -> float:
    """Return the CPU time that those have used whom a process started, if there is one, and that are still there."""
    return sum(map(cpu_seconds, _children(pid)))


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that a process has used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:  # it has ended meanwhile
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND
