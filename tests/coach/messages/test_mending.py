"""The edits that mend a message: what they make of it, and where there is none."""

import time

import pytest

from comity.coach.messages.check import check_message
from comity.coach.messages.message import Message, MessageFinding, Reader, Sender
from comity.coach.words import AskSize, Channel

PROFILE = "https://www.linkedin.com/in/robin-vale"
SENDER = Sender("Robin Vale", PROFILE)
SAM = Reader(full_name="Dr. Sam Okafor", company="Northwind")
TALK = "Your talk on drift changed how we set our alerts."


def findings(body: str, rule: str, *, subject: str = "Your talk", reader: Reader = SAM) -> list[MessageFinding]:
    message = Message(Channel.EMAIL, body, subject)
    found = check_message(message, sender=SENDER, reader=reader).findings
    return [one for one in found if one.rule == rule]


def mended(text: str, finding: MessageFinding) -> str | None:
    edit = finding.replacement
    return None if edit is None else text[: edit.start] + edit.text + text[edit.end :]


def mended_body(body: str, rule: str, *, reader: Reader = SAM) -> str | None:
    """Mend the one finding of a rule; afterwards the rule finds nothing any more."""
    (finding,) = findings(body, rule, reader=reader)
    text = mended(body, finding)
    assert text is None or findings(text, rule, reader=reader) == []
    return text


class TestLeftOut:
    @pytest.mark.parametrize(
        ("body", "without"),
        [
            (f"I hope this email finds you well. {TALK}", TALK),
            (f"Hi Sam,\n\nI hope you are doing well.\n\n{TALK}", f"Hi Sam,\n\n{TALK}"),
            (f"Hi Sam,\n\nHope you're well! {TALK}\n\nRobin", f"Hi Sam,\n\n{TALK}\n\nRobin"),
            (f"{TALK} Hope this finds you well.\n\nRobin", f"{TALK}\n\nRobin"),
            (f"{TALK} I hope this finds you well.", TALK),
            (f"👋 Hi Sam,\r\n\r\nI hope you are well.\r\n\r\n{TALK}", f"👋 Hi Sam,\r\n\r\n{TALK}"),
        ],
    )
    def test_takes_a_sentence_that_is_nothing_else(self, body: str, without: str) -> None:
        assert mended_body(body, "message.cliche") == without

    @pytest.mark.parametrize(
        "body",
        [
            f"I hope this finds you well after the storm in Lisbon. {TALK}",
            f"{TALK} I am reaching out because of your second chart.",
            "I hope this finds you well.",
            f"- I hope this finds you well\n- {TALK}",
            f"{TALK} Could I pick your brain?",
        ],
    )
    def test_leaves_what_says_more_to_the_owner(self, body: str) -> None:
        assert mended_body(body, "message.cliche") is None

    def test_takes_what_presses(self) -> None:
        assert mended_body(f"{TALK} It is urgent.", "message.pressure") == TALK
        assert mended_body(f"{TALK} The slides are urgent for my boss.", "message.pressure") is None


class TestRightlyNamed:
    def test_greets_the_reader(self) -> None:
        assert mended_body(f"Hi Sarah,\n\n{TALK}", "message.template-residue") == f"Hi Sam,\n\n{TALK}"

    def test_leaves_a_title_to_the_owner(self) -> None:
        assert mended_body(f"Dear Dr. Miller,\n\n{TALK}", "message.template-residue") is None

    def test_fills_a_greeting_without_a_name(self) -> None:
        assert mended_body(f"Hi ,\n\n{TALK}", "message.template-residue") == f"Hi Sam,\n\n{TALK}"

    def test_needs_to_know_the_reader(self) -> None:
        assert mended_body(f"Hi ,\n\n{TALK}", "message.template-residue", reader=Reader()) is None


class TestFilledIn:
    @pytest.mark.parametrize(
        ("field", "filling"),
        [
            ("{{name}}", "Sam"),
            ("{{ first_name }}", "Sam"),
            ("[FirstName]", "Sam"),
            ("[First Name]", "Sam"),
            ("null", "Sam"),
            ("{{full_name}}", "Dr. Sam Okafor"),
        ],
    )
    def test_knows_the_reader_by_name(self, field: str, filling: str) -> None:
        body = f"Hi {field},\n\n{TALK}"

        (finding, *_) = findings(body, "message.template-residue")

        assert mended(body, finding) == f"Hi {filling},\n\n{TALK}"

    @pytest.mark.parametrize(
        ("body", "filled"),
        [
            ("Your work at [Company] was good.", "Your work at Northwind was good."),
            ("Your work at {{companyName}} was good.", "Your work at Northwind was good."),
            ("Your work at [Your company] was good.", None),
            ("Your talk at [Event] was good.", None),
            ("We met over [Name] in Lisbon.", None),
        ],
    )
    def test_fills_in_only_what_it_knows(self, body: str, filled: str | None) -> None:
        assert mended_body(body, "message.template-residue") == filled

    def test_leaves_a_signature_to_the_owner(self) -> None:
        assert mended_body(f"{TALK}\n\nBest,\n[First Name]", "message.template-residue") is None

    def test_fills_in_the_subject(self) -> None:
        (finding,) = findings(TALK, "message.template-residue", subject="For {{first_name}} at Northwind")

        assert finding.field == "subject"
        assert mended("For {{first_name}} at Northwind", finding) == "For Sam at Northwind"


class TestSigned:
    def test_puts_the_profile_under_the_message(self) -> None:
        body = f"Hi Sam,\n\n{TALK}\n\nRobin\n\n> Hello Robin"

        expected = f"Hi Sam,\n\n{TALK}\n\nRobin\n{PROFILE}\n\n> Hello Robin"
        assert mended_body(body, "message.no-profile-link") == expected


class TestLineLeftOut:
    def test_takes_a_link_that_stands_alone(self) -> None:
        body = f"{TALK}\n\nhttps://example.com/deck\n\nRobin"

        assert mended_body(body, "message.attachment") == f"{TALK}\n\nRobin"

    def test_leaves_a_link_within_a_sentence(self) -> None:
        assert mended_body(f"{TALK} See https://example.com/deck for more.", "message.attachment") is None


class TestAll:
    @pytest.mark.parametrize(
        "piece",
        ["I hope this finds you well. ", "hope this finds you well ", "{{first_name}}", "Hi {{name}},\n", "urgent. "],
    )
    def test_stays_linear(self, piece: str) -> None:
        body = (piece * 20_000)[:20_000]
        reader = Reader(full_name="Sam Okafor", max_ask=AskSize.NONE, earlier=("Just checking in.",))

        began = time.process_time()
        check = check_message(Message(Channel.EMAIL, body), sender=SENDER, reader=reader)
        took = time.process_time() - began

        assert check.findings
        assert took < 1
