import pytest

from comity.coach.words import Direction, Kind
from tests.coach.reading.plain import read


class TestKindOf:
    @pytest.mark.parametrize(
        ("text", "kind", "direction"),
        [
            ("Lunch with Tom, who said to call him any time.", Kind.MEETING, Direction.MUTUAL),
            ("Coffee with Ana.", Kind.MEETING, Direction.MUTUAL),
            ("Met Ana on Zoom.", Kind.VIDEO_CALL, Direction.MUTUAL),
            ("Quick call with Sam.", Kind.CALL, Direction.MUTUAL),
            ("Ran into her at the PyCon conference.", Kind.EVENT, Direction.MUTUAL),
            ("Emailed Ana about the job.", Kind.EMAIL, Direction.OUTBOUND),
            ("She emailed me about the job.", Kind.EMAIL, Direction.INBOUND),
            ("Texted him.", Kind.MESSAGE, Direction.OUTBOUND),
            ("Tom introduced me to Lena.", Kind.INTRODUCTION, Direction.INBOUND),
            ("She emailed me first, then we had lunch.", Kind.MEETING, Direction.MUTUAL),
        ],
    )
    def test_says_what_happened_and_who_spoke(self, text: str, kind: Kind, direction: Direction) -> None:
        found = read(text).kind

        assert found is not None
        assert (found.kind, found.direction) == (kind, direction)

    @pytest.mark.parametrize("text", ["She wants a call next week.", "I'll call her.", "Let's have lunch.", "Nice."])
    def test_is_unknown_where_it_lies_ahead(self, text: str) -> None:
        assert read(text).kind is None


class TestDurationIn:
    @pytest.mark.parametrize(
        ("text", "minutes"),
        [
            ("Call, 45 minutes", 45),
            ("for half an hour", 30),
            ("an hour and a half", 90),
            ("two hours", 120),
            ("a 20-minute walk", 20),
        ],
    )
    def test_reads_minutes(self, text: str, minutes: int) -> None:
        found = read(text).duration

        assert found is not None
        assert found.minutes == minutes

    @pytest.mark.parametrize("text", ["two apples", "9999 hours", "0 minutes"])
    def test_reads_nothing_else(self, text: str) -> None:
        assert read(text).duration is None
