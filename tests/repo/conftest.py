"""The app's routes, walked: whatever is added to the app is tested without being listed anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from comity.openapi import contract


@dataclass(frozen=True)
class Operation:
    """One verb on one path."""

    verb: str
    path: str
    details: dict[str, Any]

    @property
    def takes_json(self) -> bool:
        return "application/json" in self.details.get("requestBody", {}).get("content", {})

    @property
    def identifiers(self) -> list[str]:
        return [one["name"] for one in self.details.get("parameters", ()) if one["in"] == "path"]

    @property
    def query(self) -> list[str]:
        return [one["name"] for one in self.details.get("parameters", ()) if one["in"] == "query"]

    def at(self, identifier: str) -> str:
        """Return the address, with one identifier in every place."""
        path = self.path
        for name in self.identifiers:
            path = path.replace(f"{{{name}}}", identifier)
        return path

    def __str__(self) -> str:
        return f"{self.verb} {self.path}"


CONTRACT = contract()  # what it takes to work it out is paid once, not by each test


def operations() -> Iterator[Operation]:
    for path, verbs in CONTRACT["paths"].items():
        for verb, details in verbs.items():
            yield Operation(verb.upper(), path, details)


OPERATIONS = sorted(operations(), key=str)


@pytest.fixture
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return CONTRACT
