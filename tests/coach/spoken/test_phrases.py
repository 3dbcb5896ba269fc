import pytest

from comity.coach.spoken.phrases import PhraseBook
from comity.coach.spoken.text import sentences


def found(pattern: str, text: str) -> list[str]:
    book = PhraseBook({"x": (pattern,)}, {"<they>": frozenset({"she", "he"})})
    return [
        text[sentence[one.first].start : sentence[one.last - 1].end]
        for sentence in sentences(text)
        for one in book.find(sentence)
    ]


class TestPhraseBook:
    @pytest.mark.parametrize(
        ("pattern", "text", "shown"),
        [
            ("red|blue car", "a Blue car", ["Blue car"]),
            ("very? big", "very big", ["very big", "big"]),
            ("cut *2 short", "cut the call short", ["cut the call short"]),
            ("cut *2 short", "cut all of it short", []),
            ("cut *2 short", "cut, short", []),
            ("<they> left", "then he left", ["he left"]),
            ("<name> left", "then Ana left, and anna left", ["Ana left"]),
        ],
    )
    def test_finds_what_a_pattern_says(self, pattern: str, text: str, shown: list[str]) -> None:
        assert found(pattern, text) == shown

    def test_finds_of_a_label_the_longest_phrase_at_a_word(self) -> None:
        book = PhraseBook({"x": ("a b", "a b c")})
        (sentence,) = sentences("a b c d")

        assert [(one.first, one.last) for one in book.find(sentence)] == [(0, 3)]
