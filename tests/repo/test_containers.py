"""The containers' files name settings, commands and files that are there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from comity.cli import _parser
from comity.settings import Settings

ROOT = Path(__file__).parents[2]
SERVICES: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "comity"}
COPIES = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
DEFAULT = re.compile(r"\$\{\w+:[-?]([^}]*)\}")


class TestCompose:
    @pytest.mark.parametrize("service", OURS)
    def test_sets_what_can_be_set(self, service: str) -> None:
        given = {name: DEFAULT.sub(r"\1", value) for name, value in OURS[service]["environment"].items()}

        settings = Settings(**{name.removeprefix("COMITY_").lower(): value for name, value in given.items()})

        assert settings.database_url.startswith("postgresql")

    @pytest.mark.parametrize("service", OURS)
    def test_runs_a_command_that_there_is(self, service: str) -> None:
        program, *arguments = OURS[service]["command"]

        assert program == "comity"
        assert _parser().parse_args(arguments).command.__name__ in {"migrate", "serve", "worker"}

    @pytest.mark.parametrize("service", SERVICES)
    def test_waits_for_services_that_there_are(self, service: str) -> None:
        assert set(SERVICES[service].get("depends_on", ())) <= set(SERVICES)


class TestDockerfile:
    @pytest.mark.parametrize("sources", COPIES)
    def test_copies_what_is_there(self, sources: str) -> None:
        assert all((ROOT / source).exists() for source in sources.split())
