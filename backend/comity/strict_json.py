"""JSON without its traps: UTF-8 only, finite numbers, no key twice, no number that no database holds, bounded depth."""

import json
import math
from typing import Any, NoReturn

LARGEST = 2**63 - 1
DEEPEST = 64


def loads(body: bytes) -> Any:
    """Return the value that `body` holds.

    Raises json.JSONDecodeError for anything that two readers could understand differently.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise json.JSONDecodeError("Not UTF-8", "", error.start) from None
    _refuse_depth(text)
    return json.loads(
        text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer, parse_float=_finite
    )


def _refuse_depth(text: str) -> None:
    """Refuse what is nested too deep before a recursive reader sees it."""
    depth = 0
    in_string = escaped = False
    for place, character in enumerate(text):
        if in_string:
            in_string, escaped = escaped or character != '"', character == "\\" and not escaped
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            if depth > DEEPEST:
                raise json.JSONDecodeError("Nested too deep", "", place)
        elif character in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        _refuse("A key stands twice")
    for key in found:
        _refuse_surrogates(key)
    for value in found.values():
        for text in value if isinstance(value, list) else (value,):
            if isinstance(text, str):
                _refuse_surrogates(text)
    return found


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        _refuse("A lone surrogate is no character")


def _constant(name: str) -> NoReturn:
    _refuse(f"{name} is no number")


def _integer(digits: str) -> int:
    if len(digits) > 20 or abs(int(digits)) > LARGEST:
        _refuse("A number is too large")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        _refuse("A number is too large")
    return number


def _refuse(why: str) -> NoReturn:
    raise json.JSONDecodeError(why, "", 0)
