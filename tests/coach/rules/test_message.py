from datetime import UTC, datetime
from typing import Any

import pytest

from comity.coach.messages.letter import Letter
from comity.coach.messages.message import BadTime, Message, MessageFinding, Reader, Sender, SentBefore
from comity.coach.rules import message as rules
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize, Channel, Severity

PROFILE = "https://www.linkedin.com/in/robin-vale"
LAST_WEEK = datetime(2026, 3, 3, 9, tzinfo=UTC)
KNOWN = {"is_first": False, "is_connected": True, "max_ask": AskSize.INTRODUCTION}


def found(rule: Any, body: str, reader: dict[str, Any] | None = None, **message: Any) -> list[MessageFinding]:
    """Return what a rule finds in a first email to Sam Okafor, unless the reader is said to be known."""
    given = {"channel": Channel.EMAIL, "subject": "Your talk at DataConf", **message}
    letter = Letter(Message(body=body, **given), Sender("Robin Vale", PROFILE))
    result: list[MessageFinding] = rule(letter, Reader(**{"full_name": "Sam Okafor", **(reader or {})}), DEFAULTS)
    return result


def marked(body: str, findings: list[MessageFinding]) -> list[str]:
    return [body[one.start : one.end] for one in findings]


class TestTooLong:
    @pytest.mark.parametrize(
        ("sentences", "severity"), [(4, None), (5, Severity.WARN), (8, Severity.WARN), (9, Severity.BLOCK)]
    )
    def test_counts_the_sentences_of_a_first_touch(self, sentences: int, severity: Severity | None) -> None:
        findings = found(rules.too_long, "It was good. " * sentences)

        assert [one.severity for one in findings] == ([severity] if severity else [])

    @pytest.mark.parametrize(
        ("words", "reader", "severity"),
        [
            (100, {}, None),
            (101, {}, Severity.WARN),
            (201, {}, Severity.BLOCK),
            (150, KNOWN, None),
            (151, KNOWN, Severity.WARN),
            (301, KNOWN, Severity.BLOCK),
        ],
    )
    def test_counts_words(self, words: int, reader: dict[str, Any], severity: Severity | None) -> None:
        findings = found(rules.too_long, "word " * words, reader)

        assert [one.severity for one in findings] == ([severity] if severity else [])

    @pytest.mark.parametrize(
        ("channel", "subject", "most"), [("linkedin", None, 300), ("linkedin", "Gauges", 400), ("text", None, 300)]
    )
    def test_counts_the_characters_that_a_channel_takes(self, channel: str, subject: str | None, most: int) -> None:
        given = {"channel": Channel(channel), "subject": subject}

        assert found(rules.too_long, "x" * most, **given) == []
        (finding,) = found(rules.too_long, "x" * (most + 1), **given)
        assert (finding.start, finding.end, finding.severity) == (most, most + 1, Severity.WARN)

    def test_marks_what_is_over(self) -> None:
        body = "One is here. Two is here. Three is here. Four is here. Five is here."

        assert marked(body, found(rules.too_long, body)) == ["Five is here."]


class TestNoSubject:
    def test_blocks_an_email_alone(self) -> None:
        assert found(rules.no_subject, "Hi", subject=" ")[0].severity is Severity.BLOCK
        assert found(rules.no_subject, "Hi", subject=None, channel=Channel.LINKEDIN) == []


class TestVagueSubject:
    def test_marks_the_subject(self) -> None:
        (finding,) = found(rules.vague_subject, "Hi", subject=" Quick question ")

        assert (finding.field, finding.start, finding.end) == ("subject", 1, 15)

    def test_lets_a_thread_keep_its_subject(self) -> None:
        assert found(rules.vague_subject, "Hi", KNOWN, subject="Re: Hello") == []


class TestNoProfileLink:
    def test_minds_a_first_email_alone(self) -> None:
        assert len(found(rules.no_profile_link, "Hi Sam, hello.")) == 1
        assert found(rules.no_profile_link, "Hi Sam, hello.", KNOWN) == []
        assert found(rules.no_profile_link, "Hi Sam, hello.", channel=Channel.LINKEDIN) == []

    @pytest.mark.parametrize("link", [PROFILE, "linkedin.com/in/Robin-Vale/", f"{PROFILE}?utm_source=mail"])
    def test_knows_the_owners_profile_however_it_is_written(self, link: str) -> None:
        assert found(rules.no_profile_link, f"Hello.\n\nRobin\n{link}") == []


class TestAttachment:
    def test_blocks_files_and_other_links_on_a_first_touch(self) -> None:
        body = f"See www.globex.example/demo. {PROFILE}"

        assert marked(body, found(rules.attachment, body)) == ["www.globex.example/demo"]
        assert found(rules.attachment, "Hello.", attachments=("cv.pdf",))[0].field == "attachments"

    def test_lets_them_go_later(self) -> None:
        assert found(rules.attachment, "See www.globex.example/demo.", KNOWN, attachments=("slides.pdf",)) == []


class TestAskAboveTrust:
    def test_marks_the_ask_in_the_text(self) -> None:
        body = "Your talk was good. Could we meet for coffee next week?"

        assert marked(body, found(rules.ask_above_trust, body)) == ["Could we meet for coffee"]

    def test_minds_what_is_stated_too(self) -> None:
        assert found(rules.ask_above_trust, "Hello.", ask_size=AskSize.REFERRAL)[0].field == "ask_size"

    def test_allows_what_trust_allows(self) -> None:
        body = "Could you introduce me to Ana?"

        assert found(rules.ask_above_trust, body, KNOWN) == []
        assert len(found(rules.ask_above_trust, body)) == 1


class TestManyAsks:
    def test_marks_the_second(self) -> None:
        body = "Could we have a call, and could you introduce me to Ana?"

        assert marked(body, found(rules.many_asks, body)) == ["could you introduce me"]

    def test_takes_a_day_for_a_detail_of_the_ask(self) -> None:
        assert (
            found(rules.many_asks, "Could we have a call? Would Tuesday work? Let me know which day suits you.") == []
        )


class TestUnclearAsk:
    def test_marks_what_no_line_answers(self) -> None:
        body = "Do you have any advice?"

        assert marked(body, found(rules.unclear_ask, body)) == ["any advice"]

    def test_lets_one_fact_be_asked_for(self) -> None:
        assert found(rules.unclear_ask, "Which book would you read first?") == []


class TestPitchFirst:
    PITCH = "We help companies grow. Your talk was good."

    def test_blocks_a_first_touch_and_warns_later(self) -> None:
        assert found(rules.pitch_first, self.PITCH)[0].severity is Severity.BLOCK
        assert found(rules.pitch_first, self.PITCH, KNOWN)[0].severity is Severity.WARN

    def test_lets_deeds_follow_a_word_about_them(self) -> None:
        assert found(rules.pitch_first, "Your talk was good. We help companies grow.") == []


class TestSelfCentred:
    def test_weighs_i_against_you(self) -> None:
        assert len(found(rules.self_centred, "I saw the talk and I liked it, and my team is glad.")) == 1
        assert found(rules.self_centred, "I saw your talk and I liked it, and my team thanks you.") == []


class TestNoCommonGround:
    SHARED = {"shared": ("Delft University of Technology",)}

    def test_hints_at_what_is_shared(self) -> None:
        assert found(rules.no_common_ground, "Hello.", self.SHARED)[0].severity is Severity.HINT

    def test_is_content_with_a_part_of_its_name(self) -> None:
        assert found(rules.no_common_ground, "We both learned in Delft.", self.SHARED) == []


class TestCliche:
    def test_marks_each(self) -> None:
        body = "Hope this finds you well. May I pick your brain?"

        assert marked(body, found(rules.cliche, body)) == ["Hope this finds you well", "pick your brain"]


class TestTemplateResidue:
    def test_marks_fields_in_subject_and_body(self) -> None:
        body = "Your work at [Company] was good."

        findings = found(rules.template_residue, body, subject="For {{name}}")

        assert [(one.field, one.start, one.end) for one in findings] == [("body", 13, 22), ("subject", 4, 12)]

    @pytest.mark.parametrize("name", ["Sam", "sam", "Samuel", "Mr. Okafor", "Sammy", "there", "Sam and Ana"])
    def test_knows_the_reader_by_any_form_of_the_name(self, name: str) -> None:
        assert found(rules.template_residue, f"Hi {name}, your talk was good.") == []

    @pytest.mark.parametrize(
        ("greeted", "full_name"),
        [
            ("Zoe", "Zoë Müller"),
            ("Mueller", "Zoë Müller"),
            ("Søren", "Soren Holm"),
            ("Bob", "Robert Hall"),
            ("Юлия", "Julia"),
        ],
    )
    def test_does_not_mind_accents_nicknames_and_other_scripts(self, greeted: str, full_name: str) -> None:
        assert found(rules.template_residue, f"Dear {greeted},\n\nhello.", {"full_name": full_name}) == []

    @pytest.mark.parametrize("greeting", ["Hi Sarah,", "Dear Dr. Miller:", "Hello, Ana!", "Hey Michael -"])
    def test_marks_another_name(self, greeting: str) -> None:
        body = f"{greeting}\n\nyour talk was good."

        (finding,) = found(rules.template_residue, body)

        assert body[finding.start : finding.end] in {"Sarah", "Miller", "Ana", "Michael"}

    def test_leaves_a_quoted_reply_alone(self) -> None:
        assert found(rules.template_residue, "Thanks.\n\n> Hi {{name}},") == []


class TestPressure:
    def test_marks_guilt_and_urgency(self) -> None:
        body = "I haven't heard back from you. It is urgent."

        assert marked(body, found(rules.pressure, body)) == ["haven't heard back from you", "urgent"]

    def test_hears_a_no(self) -> None:
        assert found(rules.pressure, "It is not urgent, and there is no need to answer right away.") == []

    def test_minds_a_second_reminder_alone(self) -> None:
        body = "Just checking in about the slides."

        assert found(rules.pressure, body) == []
        assert len(found(rules.pressure, body, {"earlier": (body,)})) == 1


class TestSameAsOthers:
    BODY = "Your talk on drift at DataConf changed how we set our alerts, and the calm ones stay."

    def test_marks_what_went_to_another(self) -> None:
        others = {"others": (SentBefore(f"Hi Ana,\n\n{self.BODY}\n\nRobin", "Ana Reis", LAST_WEEK),)}

        (finding,) = found(rules.same_as_others, f"Hi Sam,\n\n{self.BODY}", others)

        assert "Ana Reis on 3 March" in finding.why

    def test_needs_four_in_five_of_the_runs(self) -> None:
        half = self.BODY.replace("set our alerts, and the calm ones stay", "look at rivers, which was needed at last")
        others = {"others": (SentBefore(half, "Ana Reis", LAST_WEEK),)}

        assert found(rules.same_as_others, self.BODY, others) == []


class TestBadTime:
    ASKS_WAIT = {"bad_times": (BadTime("timing.busy-season", "Sam is busy.", holds_asks=True),)}
    NIGHT = {"bad_times": (BadTime("timing.hours", "It is 03:00 there.", holds_asks=False),)}

    def test_holds_back_asks_and_lets_kind_words_go(self) -> None:
        assert len(found(rules.bad_time, "Could we have a call?", self.ASKS_WAIT)) == 1
        assert found(rules.bad_time, "Thank you for the map.", self.ASKS_WAIT) == []

    def test_holds_everything_back_at_night(self) -> None:
        assert found(rules.bad_time, "Thank you for the map.", self.NIGHT)[0].why == "It is 03:00 there."
