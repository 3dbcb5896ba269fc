import pytest

from comity.coach.reading.read import Reading
from tests.coach.reading.plain import quoted, read
from tests.pace import within

MOST_SECONDS = 2.0  # a loaded machine; alone it takes a tenth of that
TWENTY_KB = 20_000
HOSTILE = [
    "she ", "she will ", "a", ".", "I'", "next ", "asked ", "promised me ", "we both ", "Anna ", "12/", "a few ", "\n",
    "and send ", "will send and ", "hour ", "by the end of ", "in a ", "will send it by friday ", "not ", "((", "“",
    "said she would ", "today, ", "asked her for a call ", "left it to ", "had *2 short ", "é́", "maybe she ",
]  # fmt: skip


class TestRead:
    def test_reads_a_note_as_a_whole(self) -> None:
        text = "Coffee with Ana, 40 minutes. She asked many questions and gave me great advice. I'll write next week."

        found = read(text)

        assert found.kind is not None
        assert found.duration is not None
        assert [quoted(text, one.span) for one in found.signals] == ["asked many questions"]
        assert [one.what for one in found.promises] == ["write"]
        assert [one.what for one in found.favours] == ["gave me great advice"]

    def test_finds_nothing_in_nothing(self) -> None:
        assert read("") == Reading(None, None, [], [], [], [], [], [])

    @pytest.mark.parametrize("piece", HOSTILE)
    def test_takes_time_that_grows_with_the_text_alone(self, piece: str) -> None:
        text = (piece * TWENTY_KB)[:TWENTY_KB]

        with within(MOST_SECONDS):
            read(text)
