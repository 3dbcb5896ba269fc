import pytest

from comity.coach.words import Signal
from tests.coach.reading.plain import quoted, read


class TestSignalsIn:
    @pytest.mark.parametrize(
        ("text", "signal", "shown"),
        [
            ("We laughed a lot.", Signal.LAUGHTER, "laughed"),
            ("Turns out we both grew up in Porto.", Signal.COMMONALITY_FOUND, "Turns out we both grew up in Porto"),
            ("She said let's do this again.", Signal.INVITED_TO_RECONNECT, "let's do this again"),
            ("She said I should come back in May.", Signal.INVITED_TO_RECONNECT, "I should come back"),
            ("He opened up about his burnout.", Signal.CANDID, "opened up"),
            ("He asked many good questions.", Signal.ASKED_QUESTIONS, "asked many good questions"),
            ("She asked how I got started.", Signal.ASKED_QUESTIONS, "asked how"),
            ("Offered to look at my resume.", Signal.OFFERED_HELP, "Offered to look"),
            ("She'd be happy to introduce me to Ana.", Signal.OFFERED_INTRODUCTION, "happy to introduce me"),
            ("He will put me in touch with Ana.", Signal.OFFERED_INTRODUCTION, "will put me in touch"),
            ("She stayed half an hour longer.", Signal.STAYED_LONGER, "stayed half an hour longer"),
            ("Short answers all along.", Signal.CURT, "Short answers"),
            ("He didn't ask me anything.", Signal.LOW_CURIOSITY, "didn't ask me anything"),
            ("She kept checking her phone.", Signal.MULTITASKING, "checking her phone"),
            ("He had to leave after ten minutes.", Signal.CUT_SHORT, "had to leave"),
            ("She said we should grab lunch sometime.", Signal.VAGUE_PROMISE, "we should grab lunch sometime"),
            ("He gave one-word answers.", Signal.CURT, "one-word answers"),
            ("Brief, cold answers.", Signal.CURT, "Brief, cold answers"),
            ("She was checking her email.", Signal.MULTITASKING, "checking her email"),
            ("Maybe something comes up.", Signal.VAGUE_PROMISE, "Maybe something"),
            ("He did not want to fix a date.", Signal.AVOIDED_NEXT_STEP, "not want to fix"),
        ],
    )
    def test_shows_each_signal_by_its_words(self, text: str, signal: Signal, shown: str) -> None:
        found = {one.signal: quoted(text, one.span) for one in read(text).signals}

        assert found[signal] == shown

    @pytest.mark.parametrize(
        "text",
        [
            "She did not laugh once.",
            "I hope she will offer an introduction.",
            "I had to leave early.",
            "I asked her many questions.",
            "He was not curt at all.",
            "He was anything but curt.",
            "I suggested we meet again.",
            "I said I would think about it.",
            "The weather was fine.",
        ],
    )
    def test_leaves_out_what_was_denied_hoped_for_or_the_owners(self, text: str) -> None:
        assert read(text).signals == []

    def test_hears_an_introduction_in_a_second_promise(self) -> None:
        found = read("He offered to review my CV and to connect me with Ana.").signals

        assert Signal.OFFERED_INTRODUCTION in {one.signal for one in found}

    def test_says_an_introduction_once(self) -> None:
        found = read("She offered to introduce me to her boss.").signals

        assert [one.signal for one in found] == [Signal.OFFERED_INTRODUCTION]
