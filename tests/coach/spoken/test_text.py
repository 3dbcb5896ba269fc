from comity.coach.spoken.text import sentences


def split(text: str) -> list[str]:
    return [text[sentence[0].start : sentence[-1].end] for sentence in sentences(text)]


class TestSentences:
    def test_end_at_stops_and_at_lines(self) -> None:
        assert split("We met. She laughed!\n- send the deck\n\nFine?") == [
            "We met.",
            "She laughed!",
            "- send the deck",
            "Fine?",
        ]

    def test_do_not_end_at_abbreviations_numbers_and_addresses(self) -> None:
        text = "Dr. Ruiz raised 3.5 million, e.g. from example.com in May."

        assert split(text) == [text]

    def test_go_on_where_a_line_is_only_wrapped(self) -> None:
        assert split("She will send\nthe deck.") == ["She will send\nthe deck."]

    def test_have_words_with_contractions_spelled_out_where_they_stand(self) -> None:
        text = "😀 She’ll go, didn't she"

        (words,) = sentences(text)

        assert [word.text for word in words] == ["😀", "she", "will", "go", ",", "did", "not", "she"]
        assert [text[word.start : word.end] for word in words[2:7]] == ["’ll", "go", ",", "did", "n't"]

    def test_are_none_where_there_is_no_word(self) -> None:
        assert sentences("... !!! \n\n --") == []
