import pytest

from comity.coach.reading.intent import intent_of
from comity.coach.reading.intent_weights import WEIGHTS
from comity.coach.spoken.text import sentences
from tests.coach.reading.plain import quoted, read


class TestIntentOf:
    @pytest.mark.parametrize(
        "text", ["Could you send me the report?", "Please call me tomorrow.", "Can we meet on Tuesday?"]
    )
    def test_hears_what_is_wanted(self, text: str) -> None:
        (sentence,) = sentences(text)

        found = intent_of(sentence)

        assert found is not None
        assert found.probability >= 0.5

    @pytest.mark.parametrize("text", ["Thanks for the great evening.", "She was born in Porto.", "They have a dog."])
    def test_hears_nothing_in_what_is_only_told(self, text: str) -> None:
        (sentence,) = sentences(text)

        assert intent_of(sentence) is None

    def test_shows_the_phrase_that_weighed_most(self) -> None:
        text = "It rained. Could you call me?"

        (found,) = read(text).intents

        assert quoted(text, found.sentence) == "Could you call me?"
        assert quoted(text, found.span) in quoted(text, found.sentence)
        assert quoted(text, found.span) != quoted(text, found.sentence)


class TestWeights:
    def test_are_few_enough_to_be_read(self) -> None:
        assert 100 < len(WEIGHTS) < 600

    def test_name_nobody(self) -> None:
        assert not {"jeff", "mark", "sara", "steve", "enron"} & {word for phrase in WEIGHTS for word in phrase.split()}
