import pytest

from comity.coach.words import Party
from tests.coach.reading.plain import read


class TestFavoursIn:
    @pytest.mark.parametrize(
        ("text", "by", "what"),
        [
            ("I sent her the article on pricing.", Party.ME, "sent her the article on pricing"),
            ("Sent him my notes.", Party.ME, "Sent him my notes"),
            ("I introduced Tom to her.", Party.ME, "introduced Tom to her"),
            ("She gave me great advice.", Party.THEM, "gave me great advice"),
            ("He paid for lunch.", Party.THEM, "paid for lunch"),
            ("Introduced me to Lena.", Party.THEM, "Introduced me to Lena"),
        ],
    )
    def test_says_who_gave_what(self, text: str, by: Party, what: str) -> None:
        assert [(one.by, one.what) for one in read(text).favours] == [(by, what)]

    @pytest.mark.parametrize(
        "text",
        ["She will send me the deck.", "She never sent me the deck.", "She gave me her card.", "He sent a mail."],
    )
    def test_leaves_out_what_has_not_changed_hands(self, text: str) -> None:
        assert read(text).favours == []
