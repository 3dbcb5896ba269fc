import pytest

from comity.coach.words import AskSize, Party, Signal
from tests.coach.reading.plain import read


class TestTheirWords:
    @pytest.mark.parametrize(
        ("text", "by"),
        [
            ('"I will send you the deck by Friday," he said.', Party.THEM),
            ("She wrote: “I'll send you the deck.”", Party.THEM),
            ("Ana told me: «I will send you the deck».", Party.THEM),
            ('I told her: "I\'ll send you the deck."', Party.ME),
            ("I'll send her the deck.", Party.ME),
        ],
    )
    def test_makes_a_promise_the_speakers(self, text: str, by: Party) -> None:
        assert [one.by for one in read(text).promises] == [by]

    @pytest.mark.parametrize(
        ("text", "by"),
        [('"Could you refer me?" he asked.', Party.THEM), ('I asked him: "Could you refer me?"', Party.ME)],
    )
    def test_makes_an_ask_the_speakers(self, text: str, by: Party) -> None:
        assert [(one.by, one.ask_size) for one in read(text).asks] == [(by, AskSize.REFERRAL)]


class TestReported:
    @pytest.mark.parametrize(
        ("text", "signal"),
        [
            ('"I\'ll keep you in mind," she said.', Signal.VAGUE_PROMISE),
            ('"I can introduce you to Ana," she said.', Signal.OFFERED_INTRODUCTION),
            ('"I have to leave now," he said.', Signal.CUT_SHORT),
        ],
    )
    def test_shows_a_signal_in_what_they_said(self, text: str, signal: Signal) -> None:
        assert signal in [one.signal for one in read(text).signals]

    def test_leaves_what_the_owner_said_the_owners(self) -> None:
        assert read('I said "I have to leave now".').signals == []
