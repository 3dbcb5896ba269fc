"""Plays the labelled messages of `tests/messages` on the pure coach."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from comity.coach.messages.check import check_message
from comity.coach.messages.message import BadTime, Message, MessageCheck, Reader, Sender, SentBefore
from comity.coach.words import AskSize, Channel

FOLDER = Path(__file__).resolve().parents[2] / "messages"
SENDER = Sender("Robin Vale", "https://www.linkedin.com/in/robin-vale")
LAST_WEEK = datetime(2026, 3, 3, 9, tzinfo=UTC)
Json = dict[str, Any]


def labelled(name: str) -> list[Json]:
    found: list[Json] = json.loads((FOLDER / f"{name}.json").read_text())
    return found


def checked(label: Json) -> MessageCheck:
    return check_message(message_of(label), sender=SENDER, reader=reader_of(label.get("reader", {})))


def message_of(label: Json) -> Message:
    stated = label.get("ask_size")
    return Message(
        channel=Channel(label.get("channel", "email")),
        subject=label.get("subject", "Your talk at DataConf"),
        body=label["body"],
        attachments=tuple(label.get("attachments", ())),
        ask_size=AskSize(stated) if stated else None,
    )


def reader_of(facts: Json | str) -> Reader:
    given: Json = {"later": True} if facts == "later" else dict(facts)  # type: ignore[arg-type]
    later = given.pop("later", False)
    known: Json = {"max_ask": AskSize.INTRODUCTION, "is_first": False, "is_connected": True} if later else {}
    for name, value in given.items():
        known[name] = _READ.get(name, lambda value: value)(value)
    return Reader(**{"full_name": "Sam Okafor", "company": "Initech", **known})


_READ: dict[str, Any] = {
    "max_ask": AskSize,
    "earlier": tuple,
    "others": lambda bodies: tuple(SentBefore(body, "Ana Reis", LAST_WEEK) for body in bodies),
    "bad_times": lambda times: tuple(BadTime(*time) for time in times),
}


def faults(label: Json, *, is_good: bool) -> list[str]:
    """Return in what the coach says other than the label."""
    check = checked(label)
    found = [finding.rule for finding in check.findings]
    wrong = []
    expected = "ready" if is_good else label.get("verdict", check.verdict)
    if check.verdict != expected:
        shown = [(one.rule, label["body"][one.start : one.end]) for one in check.findings if one.severity != "hint"]
        wrong.append(f"verdict {check.verdict}, not {expected}: {shown}")
    wrong += [f"no {rule}" for rule in label.get("rules", ()) if rule not in found]
    wrong += [f"{rule}" for rule in label.get("not_rules", ()) if rule in found]
    for name, value in (("asks", check.ask_size), ("sentences", check.counts.sentences), ("words", check.counts.words)):
        if name in label and label[name] != value:
            wrong.append(f"{name}: {value}, not {label[name]}")
    for rule, texts in label.get("spans", {}).items():
        marked = [_marked(label, one) for one in check.findings if one.rule == rule]
        if marked != texts:
            wrong.append(f"{rule} underlines {marked}, not {texts}")
    return wrong


def _marked(label: Json, finding: Any) -> str:
    text: str = label[finding.field]
    return text[finding.start : finding.end]
