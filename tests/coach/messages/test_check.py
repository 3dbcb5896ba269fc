import time
from collections.abc import Callable

import pytest

from comity.coach.messages.check import CHECKS, check_message
from comity.coach.messages.message import Message, Reader
from comity.coach.words import Channel, Severity, Verdict
from tests.coach.messages.labelled import SENDER, Json, faults, labelled

HOSTILE: dict[str, Callable[[int], str]] = {
    "one long word": lambda n: "x" * n,
    "blanks": lambda n: " " * n,
    "line breaks": lambda n: "\r\n" * (n // 2),
    "full stops": lambda n: "." * n + "x",
    "marks at the end": lambda n: "!" * n + "x",
    "tiny sentences": lambda n: "a. " * (n // 3),
    "tiny lines": lambda n: "Aa\n" * (n // 3),
    "ideographs": lambda n: "你好。" * (n // 3),
    "accents": lambda n: "e" + "\u0301" * n,
    "families": lambda n: "👩‍👩‍👧‍👦" * (n // 7),
    "an endless ask": lambda n: "would you have a call after our coffee " * (n // 39),
    "an endless list of asks": lambda n: "Could you hire me? " * (n // 19),
    "phrases that overlap": lambda n: "pick your brain just checking in " * (n // 33),
    "open braces": lambda n: "{" * n,
    "open brackets": lambda n: "[" * n + "<" * n,
    "fields": lambda n: "[name]" * (n // 6),
    "tags": lambda n: "<p " * (n // 3),
    "addresses": lambda n: "http://a.b/c " * (n // 13),
    "items": lambda n: "- a\n" * (n // 4),
    "colons": lambda n: "x:\n" * (n // 3),
    "letters": lambda n: "a " * (n // 2),
    "an address with no end": lambda n: "http://a" + "." * n,
    "quotes": lambda n: ">\n" * (n // 2),
    "who wrote": lambda n: "On 1 x wrote:\n>" * (n // 15),
    "sign-offs": lambda n: "Best,\nRobin\n" * (n // 12),
    "greetings": lambda n: "Hi " * (n // 3),
}


class TestCheckMessage:
    @pytest.mark.parametrize("label", labelled("good"), ids=lambda label: label["title"])
    def test_finds_a_good_message_ready(self, label: Json) -> None:
        assert faults(label, is_good=True) == []

    @pytest.mark.parametrize("label", labelled("bad"), ids=lambda label: label["title"])
    def test_finds_what_is_wrong_with_a_bad_one(self, label: Json) -> None:
        assert faults(label, is_good=False) == []

    @pytest.mark.parametrize("label", labelled("shapes"), ids=lambda label: label["title"])
    def test_reads_many_shapes(self, label: Json) -> None:
        assert faults(label, is_good=False) == []

    @pytest.mark.parametrize("label", [*labelled("good"), *labelled("bad")], ids=lambda label: label["title"])
    def test_gives_spans_that_lie_within_the_text(self, label: Json) -> None:
        message = Message(Channel.EMAIL, "🎉\r\n" + label["body"], label.get("subject"))

        check = check_message(message, sender=SENDER, reader=Reader(full_name="Sam Okafor"))

        for finding in check.findings:
            text = {"subject": message.subject or "", "body": message.body}[finding.field]
            assert 0 <= finding.start <= finding.end <= len(text)

    @pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
    def test_takes_a_time_that_grows_with_the_length(self, make: Callable[[int], str]) -> None:
        short, long = make(5_000), make(40_000)

        ratio = _seconds(long) / _seconds(short)

        assert ratio < 24  # eight times the text; a check that compares all with all takes sixty-four times as long

    def test_takes_the_gravest_first(self) -> None:
        check = check_message(Message(Channel.EMAIL, "Hi {{name}}"), sender=SENDER, reader=Reader())

        severities = [finding.severity for finding in check.findings]
        assert severities == sorted(severities, key=lambda severity: -severity.rung)
        assert severities[0] is Severity.BLOCK

    def test_holds_what_is_blocked(self) -> None:
        check = check_message(Message(Channel.EMAIL, ""), sender=SENDER, reader=Reader())

        assert check.verdict is Verdict.HOLD

    def test_reads_nothing_in_an_empty_message(self) -> None:
        check = check_message(Message(Channel.TEXT, ""), sender=SENDER, reader=Reader())

        assert (check.counts.sentences, check.counts.words, check.ask_size) == (0, 0, "none")
        assert check.verdict is Verdict.READY


class TestChecks:
    def test_are_each_made_once(self) -> None:
        assert len({*CHECKS}) == len(CHECKS) == 16


def _seconds(body: str) -> float:
    message = Message(Channel.EMAIL, body, "Your talk")
    return min(_once(message) for _ in range(3))


def _once(message: Message) -> float:
    started = time.process_time()
    check_message(message, sender=SENDER, reader=Reader(full_name="Sam Okafor", shared=("Delft",)))
    return max(time.process_time() - started, 0.0005)
