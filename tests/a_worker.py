"""A worker in a process of its own, to be killed: `python a_worker.py DATABASE_URL`."""

import os
import sys
import threading
import time
from pathlib import Path

from comity import jobs
from comity.database import Database
from comity.reactions import REACTIONS
from comity.worker import Worker


@jobs.job("tests.slow.v1")
def slow(_: jobs.Tools, *, diary: str) -> None:
    """Write a line when begun, and one when done; wait in between until told to go on."""
    file = Path(diary)
    with file.open("a") as lines:
        lines.write(f"begun {os.getpid()}\n")
    while not file.with_suffix(".go").exists():
        time.sleep(0.05)
    with file.open("a") as lines:
        lines.write("done\n")


@jobs.job("tests.walks.v1")
def walks(_: jobs.Tools, *, diary: str) -> None:
    """Write line after line, and may be stopped in between, not within."""
    while True:
        with Path(diary).open("a") as lines:
            lines.write(f"step {os.getpid()}\n")
        jobs.breathe()


if __name__ == "__main__":
    Worker(Database(sys.argv[1], reactions=REACTIONS)).start()
    threading.Event().wait()
