import pytest

from comity.coach.words import Direction, Signal
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
            ("He can give me feedback on my CV.", Signal.OFFERED_HELP, "He can give me feedback"),
            ("Told me things that are not public.", Signal.CANDID, "Told me things that are not public"),
            ("Planned for 20 min, lasted an hour.", Signal.STAYED_LONGER, "Planned for 20 min, lasted an hour"),
            ("No answer when I asked for a date.", Signal.AVOIDED_NEXT_STEP, "No answer when I asked"),
            ("We both ran the Berlin marathon.", Signal.COMMONALITY_FOUND, "We both ran the Berlin marathon"),
            ("Her sister went to my school too.", Signal.COMMONALITY_FOUND, "went to my school too"),
            ("We'll see, she said.", Signal.VAGUE_PROMISE, "We'll see,"),
            ("Maybe later this year.", Signal.VAGUE_PROMISE, "Maybe later this year"),
            ("Maybe something comes up.", Signal.VAGUE_PROMISE, "Maybe something"),
            ("He did not want to fix a date.", Signal.AVOIDED_NEXT_STEP, "not want to fix"),
            ("She asked me to keep her posted.", Signal.INVITED_TO_RECONNECT, "asked me to keep her posted"),
            ("She told me honestly why she left.", Signal.CANDID, "told me honestly"),
            ("She asked me a lot about my work.", Signal.ASKED_QUESTIONS, "asked me a lot about"),
            ("We are both sailors!", Signal.COMMONALITY_FOUND, "We are both sailors"),
            ("Sorry, I'm swamped. Maybe some other time.", Signal.AVOIDED_NEXT_STEP, "Maybe some other time"),
        ],
    )
    def test_shows_each_signal_by_its_words(self, text: str, signal: Signal, shown: str) -> None:
        found = {one.signal: quoted(text, one.span) for one in read(text).signals}

        assert found[signal] == shown

    @pytest.mark.parametrize(
        "text",
        [
            "She did not laugh once.",
            "She was not open at all.",
            "The shop was open.",
            "I hope she will offer an introduction.",
            "I had to leave early.",
            "I asked her many questions.",
            "He was not curt at all.",
            "He was anything but curt.",
            "We will see the demo on Friday.",
            "Maybe later this week.",
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

    @pytest.mark.parametrize(
        ("text", "signal"),
        [
            ("I would be happy to introduce you to our CTO.", Signal.OFFERED_INTRODUCTION),
            ("Happy to put you in touch with Ana.", Signal.OFFERED_INTRODUCTION),
            ("I'd be glad to help.", Signal.OFFERED_HELP),
            ("I might be able to do something.", Signal.VAGUE_PROMISE),
            ("I laughed so hard at your story.", Signal.LAUGHTER),
        ],
    )
    def test_turns_the_sides_round_in_a_message_of_theirs(self, text: str, signal: Signal) -> None:
        shown = {one.signal for one in read(text, direction=Direction.INBOUND).signals}
        mine = {one.signal for one in read(text, direction=Direction.OUTBOUND).signals}

        assert signal in shown
        assert signal not in mine

    def test_takes_nothing_that_the_owner_did_from_a_message_of_theirs(self) -> None:
        found = read("You laughed a lot, and you asked me many questions.", direction=Direction.INBOUND)

        assert found.signals == []
