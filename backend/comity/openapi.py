"""Prints the contract: `openapi.yaml` is this, committed."""

import json
from typing import Any

from comity.main import create_app
from comity.settings import Settings


def contract() -> dict[str, Any]:
    """Return the OpenAPI document of the app."""
    app = create_app(Settings(database_url="sqlite:////nonexistent/comity.db"))
    document: dict[str, Any] = json.loads(json.dumps(app.openapi()))
    return document


def contract_yaml() -> str:
    """Return the document as YAML, keys in the order of the code."""
    import yaml  # noqa: PLC0415

    return yaml.safe_dump(contract(), sort_keys=False, allow_unicode=True, width=120)
