from datetime import date

from comity.coach import phrases
from tests.coach.plain import TODAY


class TestFirstName:
    def test_leaves_titles_out(self) -> None:
        assert phrases.first_name("Dr. Ada Stern") == "Ada"
        assert phrases.first_name("Cher") == "Cher"
        assert phrases.first_name("Prof.") == "Prof."


class TestCounted:
    def test_writes_small_numbers_as_words(self) -> None:
        assert phrases.counted(1, "day") == "one day"
        assert phrases.counted(9, "day") == "nine days"
        assert phrases.counted(14, "day") == "14 days"

    def test_takes_a_plural_of_its_own(self) -> None:
        assert phrases.counted(1, "person", "people") == "one person"
        assert phrases.counted(3, "person", "people") == "three people"


class TestAgo:
    def test_counts_days(self) -> None:
        assert [phrases.ago(days) for days in (0, 1, 2)] == ["today", "yesterday", "two days ago"]


class TestOn:
    def test_names_the_year_where_it_is_another(self) -> None:
        assert phrases.on(date(2026, 3, 6), TODAY) == "6 March"
        assert phrases.on(date(2025, 3, 6), TODAY) == "6 March 2025"


class TestListed:
    def test_joins_with_and(self) -> None:
        assert phrases.listed(["a", "b", "c"]) == "a, b and c"
        assert phrases.listed(["a"]) == "a"
