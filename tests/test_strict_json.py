import json
import time

import pytest

from comity import strict_json


class TestLoads:
    @pytest.mark.parametrize(
        "text",
        [
            '{"a": [1, -2.5, 1e3, true, null, "\\u00e9\\ud83d\\ude00 \\\\ud800"]}',
            "9223372036854775807",
            "-9223372036854775807",
            "-0",
            "1e-400",
            '"01234567890123456789012"',
            "null",
            "[" * 900 + "]" * 900,
        ],
    )
    def test_reads_what_every_reader_reads_alike(self, text: str) -> None:
        assert strict_json.loads(text.encode()) == json.loads(text)

    @pytest.mark.parametrize(
        "body",
        [
            b"NaN",
            b'{"a": -Infinity}',
            b"1e999",
            b"123456789012345678e300",
            b"9223372036854775808",
            b"-9223372036854775809",
            b"1" * 5000,
            b'"\\ud800"',
            b'{"a": [["\\uDFFF"]]}',
            b'{"\\ud800": 1}',
            b'{"a": 1, "a": 2}',
            b'{"a": 1, "\\u0061": 1}',
            b"[" * 100_000,
            b"[" * 100_000 + b"]" * 100_000,
            b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
            '"é"'.encode("latin-1"),
            '{"a": 1}'.encode("utf-16"),
            b"\xef\xbb\xbf{}",
            b"",
            b"{} {}",
            b"{}x",
            b"{'a': 1}",
            b'{"a": 01}',
            b'"\x00"',
        ],
    )
    def test_refuses_what_they_could_read_differently(self, body: bytes) -> None:
        with pytest.raises(json.JSONDecodeError):
            strict_json.loads(body)

    @pytest.mark.parametrize(
        "body",
        [
            b"[" + b"1," * 200_000 + b"1]",
            b"[" + b'{"a":1},' * 40_000 + b"{}]",
            b"[" + b"[]," * 100_000 + b"[]]",
            b'{"a": "' + b"x" * 1_000_000 + b'"}',
        ],
    )
    def test_takes_hardly_longer_than_the_standard_reader(self, body: bytes) -> None:
        def seconds(read: object) -> float:
            started = time.thread_time()
            read(body)  # type: ignore[operator]
            return time.thread_time() - started

        floor = min(seconds(json.loads) for _ in range(3))

        assert min(seconds(strict_json.loads) for _ in range(3)) < 10 * floor + 0.05
