from pathlib import Path

import pytest

from comity.integrations.providers import PROVIDERS

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks-in.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", PROVIDERS)
def test_say_what_protects_from_replay(kind: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{kind}` |")]

    assert PROVIDERS[kind].replay in row
