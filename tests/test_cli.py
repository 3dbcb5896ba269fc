import os
import signal
import subprocess
import sys
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from comity import cli, logs

SATURDAY = 5
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Sam,Okafor,https://www.linkedin.com/in/sam-okafor,,Initech,Head of Data,12 Mar 2024
Ana,Reis,https://www.linkedin.com/in/ana-reis,,Globex,Analyst,13 Mar 2024
,,https://www.linkedin.com/in/nobody,,,,14 Mar 2024
"""


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("COMITY_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COMITY_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(logs, "configure", lambda level: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)


class TestMain:
    def test_names_the_setting_that_is_wrong(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COMITY_REGISTRATION", "maybe")

        assert cli.main(["today"]) == 2
        assert capsys.readouterr().err.startswith("COMITY_REGISTRATION: ")

    def test_names_the_settings_behind_a_folder_that_cannot_be(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("COMITY_DATA_DIR", str(tmp_path / "file" / "data"))

        assert cli.main(["migrate"]) == 2
        assert "COMITY_DATA_DIR" in capsys.readouterr().err

    def test_says_that_there_is_no_account_yet(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["today"]) == 2
        assert "comity demo" in capsys.readouterr().err
        assert cli.main(["today", "--account", "nobody@example.com"]) == 2
        assert capsys.readouterr().err == "There is no such account.\n"

    def test_says_that_a_server_cannot_be_reached(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COMITY_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nowhere")

        assert cli.main(["today"]) == 1
        assert capsys.readouterr().err == "The database cannot be reached.\n"

    def test_refuses_a_file_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit, match="2"):
            cli.main(["import", "nowhere.csv"])

        assert "there is no file nowhere.csv" in capsys.readouterr().err


class TestOpenapi:
    def test_prints_the_contract(self, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["openapi"])

        assert yaml.safe_load(capsys.readouterr().out)["info"]["title"] == "Comity"


class TestDemo:
    def test_makes_up_a_network_to_look_around_in(self, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["demo"])
        cli.main(["today"])

        said = capsys.readouterr().out
        assert said.startswith("Made up 120 people. Sign in as demo-")
        assert "COMITY_REGISTRATION=open" in said  # or nobody could register any more
        assert said.count("\n") > 8


class TestCheck:
    BAD = "Hi Sam,\r\n\r\nYour work at [Company] was a delight.\r\nCould you hire me?\r\n"

    def test_names_the_place_of_each_finding(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "draft.txt"
        file.write_bytes(self.BAD.encode())

        assert cli.main(["check", str(file), "--subject", "Your work on drift"]) == 1

        said = capsys.readouterr().out.splitlines()
        assert said[0].startswith("draft.txt:3:14: block message.template-residue: ")
        assert said[1].startswith("draft.txt:4:1: block message.ask-above-trust: ")
        assert said[-1] == "hold: two sentences, eleven words; asks for sponsorship, and trust allows a 15-minute call."

    def test_takes_the_first_line_for_the_subject_where_it_says_so(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file = tmp_path / "draft.txt"
        file.write_bytes(b"Subject: Your work on drift\r\n\r\n" + self.BAD.encode())

        assert cli.main(["check", str(file)]) == 1

        said = capsys.readouterr().out.splitlines()
        assert said[0].startswith("draft.txt:5:14: block message.template-residue: ")
        assert not any("message.no-subject" in line for line in said)
        assert said[-1].startswith("hold: two sentences, eleven words;")

    def test_knows_the_contact_by_name(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "draft.txt"
        file.write_text("Hi Sarah, see you on Monday.")
        cli.main(["demo"])
        capsys.readouterr()

        assert cli.main(["check", str(file), "--channel", "text", "--to", "Nobody At All"]) == 2
        assert "no such contact" in capsys.readouterr().err

    def test_refuses_what_is_no_text(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "picture.png"
        file.write_bytes(b"\x89PNG\xff")

        assert cli.main(["check", str(file)]) == 2
        assert capsys.readouterr().err == "picture.png is no text in UTF-8.\n"


class TestServe:
    def test_serves_imports_and_lists_until_it_is_told_to_stop(self, tmp_path: Path) -> None:
        file = tmp_path / "Connections.csv"
        file.write_text(CONNECTIONS)
        comity = [sys.executable, "-c", "import sys; from comity.cli import main; sys.exit(main())"]
        server = subprocess.Popen([*comity, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().removeprefix("Comity is ready: ").strip()
            _register(address)

            imported = subprocess.run([*comity, "import", str(file)], capture_output=True, text=True, check=False)
            listed = subprocess.run([*comity, "today"], capture_output=True, text=True, check=False)
        finally:
            server.send_signal(signal.SIGTERM)
            ended = server.wait(timeout=30)
            server.stdout.close()  # type: ignore[union-attr]

        done, refused = imported.stdout.splitlines()
        assert done == "done: 2 created, 0 updated, 0 as before, 1 refused.", imported.stderr
        assert refused.startswith("Connections.csv:4: ")
        is_weekend = datetime.now(UTC).weekday() >= SATURDAY  # noqa: TID251 (nobody is written to)
        expected = ["Nothing is due"] if is_weekend else ["Sam", "Ana"]
        assert any(said in listed.stdout for said in expected), listed.stderr
        assert ended == 0


def _register(address: str) -> None:
    body = b'{"email": "robin@example.com", "password": "correct horse battery", "full_name": "Robin Vale"}'
    request = urllib.request.Request(f"{address}/v1/auth/register", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 201
