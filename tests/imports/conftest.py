"""An import from upload to its end, its jobs done at once instead of by a worker."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from comity import jobs
from comity.database import Database
from comity.imports import jobs as import_jobs
from tests.conftest import Clock

Upload = Callable[..., dict[str, Any]]


@pytest.fixture
def work(database: Database, clock: Clock) -> Callable[[], None]:
    """Return what does the jobs that wait, in order, until none is left; one that dies waits on."""
    assert import_jobs
    tools = jobs.Tools(database, clock)
    done: set[str] = set()
    engine = jobs._client_of(database.writer)

    def work() -> None:
        while todo := [each for each in engine.list_workflows(status="ENQUEUED") if each.workflow_id not in done]:
            for each in todo:
                assert each.input
                jobs.JOBS[each.name](tools, **each.input["kwargs"])
                done.add(each.workflow_id)

    return work


@pytest.fixture
def upload(client: TestClient, work: Callable[[], None]) -> Upload:
    """Return what uploads a file, does the work, and answers how far the import is then."""

    def upload(content: bytes, *, name: str = "file", **fields: str) -> dict[str, Any]:
        response = client.post("/v1/imports", files={"file": (name, content)}, data=fields)
        assert response.status_code == 202, response.text
        work()
        found: dict[str, Any] = client.get(f"/v1/imports/{response.json()['id']}").json()
        return found

    return upload
