import pytest

from comity.coach.words import AskSize, Direction, Party
from tests.coach.reading.plain import read


class TestAsksIn:
    @pytest.mark.parametrize(
        ("text", "by", "size"),
        [
            ("She asked me to introduce her to Tom.", Party.THEM, AskSize.INTRODUCTION),
            ("He asked if I could review his CV.", Party.THEM, AskSize.QUESTION),
            ("I asked her for an introduction to Paul.", Party.ME, AskSize.INTRODUCTION),
            ("Asked him for a 15-minute call.", Party.ME, AskSize.SHORT_CALL),
            ("Asked him for a call of 45 minutes.", Party.ME, AskSize.MEETING),
            ("I asked whether she would be my reference.", Party.ME, AskSize.REFERENCE),
            ("She wants me to invest.", Party.THEM, AskSize.SPONSORSHIP),
            ("I proposed coffee next week.", Party.ME, AskSize.MEETING),
            ("She suggested another call.", Party.THEM, AskSize.SHORT_CALL),
            ("I asked him to pass my CV on.", Party.ME, AskSize.REFERRAL),
            ("She had to go, but asked if we could talk again.", Party.THEM, AskSize.SHORT_CALL),
            ("Could you have coffee with me?", Party.ME, AskSize.MEETING),
        ],
    )
    def test_says_who_asked_and_how_much(self, text: str, by: Party, size: AskSize) -> None:
        (one,) = read(text).asks

        assert (one.by, one.ask_size) == (by, size)

    def test_takes_what_they_would_let_know_for_no_ask(self) -> None:
        assert read("She would let me know if she heard of anything.").asks == []

    def test_turns_the_sides_round_in_a_message_of_theirs(self) -> None:
        (one,) = read("Could you introduce me to Lena?", direction=Direction.INBOUND).asks

        assert (one.by, one.what) == (Party.THEM, "introduce me to Lena")

    @pytest.mark.parametrize("text", ["She did not ask me for anything.", "She asked how I am.", "We talked."])
    def test_leaves_out_what_is_none(self, text: str) -> None:
        assert read(text).asks == []
