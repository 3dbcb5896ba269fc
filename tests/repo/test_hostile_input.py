"""Every route with every trap of JSON, text, time, zone and id: a clean refusal or an honest answer, never a 500."""

import json
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.repo.conftest import OPERATIONS, Operation

JSON = {"Content-Type": "application/json"}
SLOW_SECONDS = 5.0

NOT_JSON = [
    b"NaN",
    b'{"a": NaN}',
    b'{"importance": 1e999}',
    b'{"importance": Infinity}',
    b'{"full_name": "\\ud800"}',
    b'{"\\ud800": 1}',
    b'{"importance": ' + b"9" * 5000 + b"}",
    b'{"importance": 9223372036854775808}',
    b"[" * 100_000,
    b'{"a":' * 900 + b"1" + b"}" * 900,
    b'{"a": 1, "a": 2}',
    b"null",
    b"[]",
    b'""',
    b"5",
    b"",
    '{"full_name": "é"}'.encode("utf-16"),
    '{"full_name": "é"}'.encode("latin-1"),
    b"\xef\xbb\xbf{}",
    b"{} {}",
    b"{}trailing",
    b'{"__proto__": {}, "constructor": 1}',
    json.dumps({f"k{n}": n for n in range(10_000)}).encode(),
    b'{"a": "' + b"x" * (1 << 20) + b'"}',
]

TEXTS = [
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "\x85",
    "a\r\nb",
    "\u202etxt",
    "\u200b\u200b",
    "   ",
    "",
    "\ufdfa" * 300,
    "e" + "\u0301" * 10_000,
    "👩‍👩‍👧‍👦" * 30,
    "x" * 201,
    "x" * 200_000,
    "' OR 1=1 --",
    "%_\\%",
    '"',
    "a AND",
    "foo:bar*",
    "NEAR(",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "=1+1",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+14:00",
    "2026-02-30",
    "2026-03-01T10:00:00",
    "2026-03-01T23:59:60Z",
    "2026-03-01T10:00:00+24:00",
    "0000-01-01",
    "--02-29",
    "America",
    "Etc/GMT+25",
    "posixrules",
]
OTHER_VALUES: list[Any] = [None, True, -1, 0, 2**63 - 1, 1e308, -0.0, 1e20, [], ["x"], [None], {}, {"x": 1}, [[]]]
IDENTIFIERS = [
    "9223372036854775808",
    "9" * 5000,
    "%00",
    "a%00b",
    "٣",
    "1_0",
    "-1",
    "null",
    "%2e%2e",
    "..%2f..%2fetc",
    "01m85cfrw8r4tgx27s7e1pcwrq",
    "%F0%9F%92%A9",
    "%ff",
    "'%3b--",
]


def hold(client: TestClient, operation: Operation, address: str, **request: Any) -> None:
    """Send one request; the answer is quick and is no 500, and a refusal has the one shape."""
    started = time.monotonic()
    response = client.request(operation.verb, address, **request)
    seconds = time.monotonic() - started

    said = f"{operation} {address[:80]} {str(request)[:120]} -> {response.status_code} {response.text[:200]}"
    assert response.status_code < 500, said
    assert seconds < SLOW_SECONDS, said
    if response.status_code >= 400:
        assert response.headers["Content-Type"] == "application/problem+json", said


def fields(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an operation's JSON body."""
    schema = operation.details["requestBody"]["content"]["application/json"]["schema"]
    found: dict[str, Any] = schemas[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    return dict(found.get("properties", {}))


WRONG_TYPES: dict[str, list[Any]] = {
    "boolean": [0, 1, "true", "no"],
    "integer": ["1", True, 1.5],
    "number": ["1", True],
    "date": [0, 86400, "0", "2026-03-01T00:00:00Z"],
    "date-time": [0, 1764600000, "1764600000", "2026-03-01"],
}


def kinds(schema: dict[str, Any]) -> set[str]:
    """Return what a field may be, by JSON type, or by format where it has one."""
    return {one.get("format", one.get("type", "")) for one in (schema, *schema.get("anyOf", ()))}


WRITES = [one for one in OPERATIONS if one.takes_json and not one.path.startswith("/v1/auth")]


class TestHostileInput:
    @pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.takes_json], ids=str)
    def test_that_is_no_honest_json(self, client: TestClient, operation: Operation) -> None:
        for body in NOT_JSON:
            hold(client, operation, operation.at("none"), content=body, headers=JSON)

    @pytest.mark.both_databases
    @pytest.mark.parametrize("operation", WRITES, ids=str)
    def test_in_every_field(self, client: TestClient, operation: Operation, document: dict[str, Any]) -> None:
        names = fields(operation, document["components"]["schemas"])
        for value in [*TEXTS, *OTHER_VALUES]:
            hold(client, operation, operation.at("none"), json=dict.fromkeys(names, value))
        for name in names:
            for value in ("\x00", "x" * 200_000, -1, {"x": []}, [{}], None):
                hold(client, operation, operation.at("none"), json={name: value})

    def test_of_another_type(self, client: TestClient, document: dict[str, Any]) -> None:
        for operation in WRITES:
            for name, schema in fields(operation, document["components"]["schemas"]).items():
                for value in [value for kind in kinds(schema) for value in WRONG_TYPES.get(kind, ())]:
                    response = client.request(operation.verb, operation.at("none"), json={name: value})
                    refused = [error["pointer"] for error in response.json().get("errors", ())]
                    assert response.status_code == 422, (operation, name, value, response.text)
                    assert f"/{name}" in refused, (operation, name, value, response.text)

    @pytest.mark.both_databases
    @pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.query], ids=str)
    def test_in_every_question(self, client: TestClient, operation: Operation) -> None:
        for name in operation.query:
            for value in [*TEXTS, "9" * 5000, "-1", "1e20", "9223372036854775808"]:
                hold(client, operation, operation.at("none"), params={name: value[:4000]})

    @pytest.mark.both_databases
    @pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.identifiers], ids=str)
    def test_as_an_id(self, client: TestClient, operation: Operation) -> None:
        for identifier in IDENTIFIERS:
            body = {} if operation.takes_json else None
            hold(client, operation, operation.at(identifier), json=body)
