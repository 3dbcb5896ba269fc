from comity.coach.history import Touch
from comity.coach.insights.writing import Letters, robotic
from comity.coach.messages.message import Sender
from comity.coach.words import Channel, Direction, Kind
from tests.coach.insights.pasts import past
from tests.coach.plain import day, got, sam, sent, touch

SHORT = "Dear Sam,\n\nYour talk on rivers stayed with me. Which book would you read first?\n\nBest,\nRobin"
LONG = "Your work on rivers is a joy. " * 30
PITCH = "Dear Sam,\n\nI led a team of forty and won three awards. May I ask you a question?\n\nBest,\nRobin"


def rules(*touches: Touch, text: str, read: str = "letter", **given: object) -> list[str | None]:
    """Return the rule that each message that was read broke."""
    letters = Letters(Sender("Robin Vale"), {read: text})
    moments = robotic(past(*touches, **given), letters)  # type: ignore[arg-type]
    return [moment.rule if moment.made else None for moment in moments]


class TestRobotic:
    def test_likes_a_short_word_about_them(self) -> None:
        assert rules(sent(30, id="letter"), text=SHORT) == [None]

    def test_sees_what_is_too_long(self) -> None:
        assert rules(sent(30, id="letter"), text=LONG) == ["message.too-long"]

    def test_sees_a_pitch(self) -> None:
        assert rules(sent(30, id="letter"), text=PITCH) == ["message.pitch-first"]

    def test_judges_by_the_reader_of_then(self) -> None:
        letter = sent(30, id="letter")
        five_sentences = "Your talk was a joy. " * 5

        assert rules(letter, got(10), text=five_sentences) == ["message.too-long"]
        assert rules(got(40), letter, text=five_sentences) == [None]

    def test_holds_a_note_to_strangers_to_the_channels_limit(self) -> None:
        note = touch(30, Kind.MESSAGE, Direction.OUTBOUND, id="letter", channel=Channel.LINKEDIN)
        text = "Your work on the rivers of the north of this country and on all of their many old bridges is a joy " * 4

        assert rules(note, text=text) == ["message.too-long"]
        assert rules(note, text=text, person=sam(connected_on=day(90))) == [None]

    def test_says_nothing_of_texts_that_were_not_read(self) -> None:
        assert rules(sent(30, id="other"), text=LONG) == []
        assert rules(sent(200, id="letter"), text=LONG) == []
