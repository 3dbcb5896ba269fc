import json
import random
from typing import Any

import pytest

from comity.integrations.long_strings import LongStrings

LONGEST = 10


def passed_on(body: bytes, cuts: list[int]) -> bytes:
    """Feed a body in pieces."""
    filter_ = LongStrings(longest=LONGEST)
    for begins, ends in zip([0, *cuts], [*cuts, len(body)], strict=True):
        filter_.feed(body[begins:ends])
    return bytes(filter_.kept)


def shortened(value: Any) -> Any:
    """What is left of a value, told by a whole parser."""
    if isinstance(value, str):
        return "" if len(json.dumps(value)) - 2 > LONGEST else value
    if isinstance(value, list):
        return [shortened(item) for item in value]
    if isinstance(value, dict):
        return {shortened(name): shortened(item) for name, item in value.items()}
    return value


@pytest.mark.parametrize("seed", range(200))
def test_takes_out_long_strings_and_nothing_else(seed: int) -> None:
    dice = random.Random(seed)
    text = ["", "a", '"', "\\", "\\\\", 'x"' * 3, "short", "é", "far too long for this", '\\"' * 20, "\n", "[1]"]
    value = {dice.choice(text): [dice.choice(text), 1.5, None, {"k": dice.choice(text)}] for _ in range(5)}
    body = json.dumps(value).encode()
    cuts = sorted(dice.sample(range(len(body)), dice.randrange(min(20, len(body)))))

    assert json.loads(passed_on(body, cuts)) == shortened(value)


@pytest.mark.parametrize("body", [b"", b"\\", b'"', b'"\\', b"no json", b'\\"x"', b'{"a": "' + b"x" * 100])
def test_passes_on_what_is_no_json(body: bytes) -> None:
    assert len(passed_on(body, list(range(1, len(body))))) <= len(body)
