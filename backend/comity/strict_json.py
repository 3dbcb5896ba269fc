"""JSON without its traps: UTF-8, no key twice, no lone surrogate, no number that no database holds."""

import json
import math
from typing import Any, NoReturn

LARGEST = 2**63 - 1
LARGEST_DIGITS = 19
SHAPE_OF_NUMBERS = bytes.maketrans(b"123456789E", b"000000000e")
MAY_BE_TOO_LARGE = (b"0" * LARGEST_DIGITS, b"e000", b"e+000")


def loads(body: bytes) -> Any:
    """Return the value that `body` holds.

    Raises json.JSONDecodeError for anything that two readers could understand differently.
    """
    try:
        text = body.decode("utf-8")
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, **_careful_with_numbers(body))
    except UnicodeDecodeError as error:
        raise json.JSONDecodeError("Not UTF-8", "", error.start) from None
    except RecursionError:
        _refuse("Nested too deep")
    if "\\u" in text:
        _refuse_surrogates(value)
    return value


def _careful_with_numbers(body: bytes) -> dict[str, Any]:
    """Look at each number only where one may be too large: a call for every number of a long body takes its time."""
    shape = body.translate(SHAPE_OF_NUMBERS)
    if any(part in shape for part in MAY_BE_TOO_LARGE):
        return {"parse_int": _integer, "parse_float": _finite}
    return {}


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > LARGEST_DIGITS or abs(number := int(digits)) > LARGEST:
        _refuse("A number is too large")
    return number


def _finite(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        _refuse("A number is too large")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        _refuse("A key stands twice")
    return found


def _refuse_surrogates(value: Any) -> None:
    """Half of a pair can only be written as an escape; no encoder takes it."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        _refuse("A lone surrogate is no character")


def _constant(name: str) -> NoReturn:
    _refuse(f"{name} is no number")


def _refuse(why: str) -> NoReturn:
    raise json.JSONDecodeError(why, "", 0)
