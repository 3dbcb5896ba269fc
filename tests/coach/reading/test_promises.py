import pytest

from comity.coach.words import Direction, Party
from tests.coach.reading.plain import quoted, read


def promises(text: str, **how: object) -> list[tuple[str, str, str | None]]:
    found = read(text, **how).promises  # type: ignore[arg-type]
    return [(one.by.value, one.what, one.due_on and one.due_on.isoformat()) for one in found]


class TestPromisesIn:
    @pytest.mark.parametrize(
        ("text", "promise"),
        [
            ("She promised to send me the deck by next Tuesday.", ("them", "send me the deck", "2026-03-10")),
            ("I'll introduce her to Tom in two weeks.", ("me", "introduce her to Tom", "2026-03-18")),
            ("He said he'd call me tomorrow.", ("them", "call me", "2026-03-05")),
            ("Ana will share her notes.", ("them", "share her notes", None)),
            ("I told him I would review his CV by end of month.", ("me", "review his CV", "2026-03-31")),
            ("By Friday I will send the paper.", ("me", "send the paper", "2026-03-06")),
            ("Promised him a reply.", ("me", "a reply", None)),
            ("Offered to introduce me to Lena next week.", ("them", "introduce me to Lena", "2026-03-13")),
            ("I owe her an answer.", ("me", "an answer", None)),
            ("Need to send her the article.", ("me", "send her the article", None)),
            ("TODO: write to Tom on 12 March", ("me", "write to Tom", "2026-03-12")),
            ("- [ ] send her the deck by Friday", ("me", "send her the deck", "2026-03-06")),
            ("She is going to ask her boss.", ("them", "ask her boss", None)),
        ],
    )
    def test_says_who_what_and_by_when(self, text: str, promise: tuple[str, str, str | None]) -> None:
        assert promises(text) == [promise]

    def test_reads_several_in_one_sentence(self) -> None:
        text = "I'll send her the article tomorrow, and she'll introduce me to Tom and forward my CV by Friday."

        assert promises(text) == [
            ("me", "send her the article", "2026-03-05"),
            ("them", "introduce me to Tom", "2026-03-06"),
            ("them", "forward my CV", "2026-03-06"),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "She never promised to send it.",
            "She won't send the deck.",
            "I hope she will send the deck.",
            "She asked if I would send the deck.",
            "She will be in Berlin next week.",
            "They will have a baby.",
            "She sent me the deck.",
            "She promised the end of the month.",
        ],
    )
    def test_leaves_out_what_is_denied_hoped_for_or_no_deed(self, text: str) -> None:
        assert promises(text) == []

    def test_takes_no_day_that_is_past_or_where_something_is_from(self) -> None:
        assert promises("Yesterday she promised to send me the notes from Monday.")[0][2] is None

    def test_turns_the_sides_round_in_a_message_of_theirs(self) -> None:
        text = "I will send you the deck tomorrow."

        assert promises(text, direction=Direction.INBOUND) == [("them", "send you the deck", "2026-03-05")]
        assert promises(text, direction=Direction.OUTBOUND) == [("me", "send you the deck", "2026-03-05")]

    def test_leaves_out_what_somebody_else_promised(self) -> None:
        assert promises("Tom will send the deck.", name="Samira Okafor") == []
        assert promises("Sam will send the deck.", name="Samira Okafor")[0][0] == Party.THEM

    def test_shows_its_words_and_the_day(self) -> None:
        text = "😀 Fine. She'll send the deck by Friday."

        (one,) = read(text).promises

        assert quoted(text, one.span) == "She'll send the deck by Friday"
        assert one.due is not None
        assert quoted(text, one.due) == "by Friday"
