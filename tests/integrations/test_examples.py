"""The examples, run as they are documented, against a server that is served as it is documented."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE_SECONDS = 60.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[httpx2.Client]:
    """A client, signed in, of a server with its worker."""
    command = [
        sys.executable,
        "-c",
        "import sys; from comity.cli import main; sys.exit(main(['serve', '--port', '0']))",
    ]
    environment = {**os.environ, "COMITY_DATA_DIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().decode().rsplit(" ", 1)[1].strip()
            with httpx2.Client(base_url=address) as client:
                registered = {
                    "email": "robin@example.com",
                    "password": "a long enough secret",
                    "full_name": "Robin Vale",
                }
                assert client.post("/v1/auth/register", json=registered).status_code == 201
                client.headers["Sec-Fetch-Site"] = "same-origin"
                yield client
        finally:
            process.terminate()
            process.wait()


def wait_for(ask: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := ask()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.1)
    return found


class TestExamples:
    @pytest.mark.parametrize("command", [("sh", "post_interaction.sh"), (sys.executable, "post_interaction.py")])
    def test_move_the_next_step(self, server: httpx2.Client, command: tuple[str, str]) -> None:
        sam = server.post("/v1/contacts", json={"full_name": "Sam Okafor", "emails": ["sam@example.com"]}).json()
        made = server.post("/v1/integrations", json={"kind": "generic", "name": "Script"}).json()

        def next_action() -> str:
            action: str = server.get(f"/v1/contacts/{sam['id']}/next-step").json()["action"]
            return action

        before = next_action()
        program, file = command
        told = subprocess.run(
            [program, str(EXAMPLES / file), str(EXAMPLES / "interaction.json")],
            env={**os.environ, "COMITY_HOOK_URL": made["hook_url"], "COMITY_HOOK_SECRET": made["secret"]},
            capture_output=True,
            check=False,
        )

        assert told.returncode == 0, told.stderr
        assert b'"duplicate":false' in told.stdout
        wait_for(lambda: next_action() == "reply")
        assert before != "reply"
        (event,) = server.get(f"/v1/integrations/{made['id']}/events").json()["items"]
        assert (event["status"], event["people"][0]["contact_id"]) == ("applied", sam["id"])
