"""Serves one variant in a process of its own: `python -m benchmarks.serving product|bare|framework URL PORT`."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import uvicorn

from benchmarks.data import NOW, SECRET_KEY
from benchmarks.floors import bare, framework
from benchmarks.floors.driver import Driver

SERVER_CORE = 0


def create_app(variant: str, url: str) -> Any:
    """Return the ASGI app of a variant; all of them believe that it is the same Wednesday."""
    if variant == "bare":
        return bare.create_app(Driver(url), NOW)
    if variant == "framework":
        return framework.create_app(Driver(url), NOW)
    return _product(url)


def _product(url: str) -> Any:
    from comity.garbage import search_seldom  # noqa: PLC0415 (the floors start without it)
    from comity.main import create_app as create_product  # noqa: PLC0415 (the floors start without it)
    from comity.settings import Settings  # noqa: PLC0415

    settings = Settings(database_url=url, data_dir=Path(tempfile.gettempdir()), secret_keys=SECRET_KEY)
    app = create_product(settings, clock=lambda: NOW)
    search_seldom()
    return app


if __name__ == "__main__":
    os.sched_setaffinity(0, {SERVER_CORE})
    _, chosen, database_url, port = sys.argv
    uvicorn.run(create_app(chosen, database_url), port=int(port), log_level="warning", access_log=False)
