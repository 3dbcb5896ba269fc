import pytest

from comity.coach.exchanges import by_day, half_life_of, warmth_of
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import Direction, Kind
from tests.coach.plain import NOW, ago, got, talked, touch


class TestByDay:
    def test_keeps_the_first_of_each_of_the_owners_days(self) -> None:
        log = [(one.occurred_at, one) for one in (got(2.2), got(2), got(1))]

        assert [one.at for one in by_day(log, "UTC")] == [ago(2.2), ago(1)]
        assert len(by_day(log, "America/New_York")) == 3


class TestHalfLifeOf:
    def test_starts_by_the_first_exchange(self) -> None:
        firsts = [got(9), talked(9), talked(9, kind=Kind.MEETING), touch(9, Kind.GIFT, Direction.INBOUND)]

        assert [half_life_of(by_day([(one.occurred_at, one)], "UTC"), DEFAULTS) for one in firsts] == [21, 30, 45, 14]

    def test_ends_at_a_year(self) -> None:
        many = [(ago(700 - 7 * n), talked(700 - 7 * n)) for n in range(50)]

        assert half_life_of(by_day(many, "UTC"), DEFAULTS) == 365

    def test_counts_the_days_between_by_the_owners_calendar(self) -> None:
        evening, morning = talked(7 - 0.4), talked(0.2)  # a Tuesday evening, the next one before dawn
        log = [(one.occurred_at, one) for one in (evening, morning)]

        assert half_life_of(by_day(log, "UTC"), DEFAULTS) == 37.5
        assert half_life_of(by_day(log, "America/Los_Angeles"), DEFAULTS) == 30


class TestWarmthOf:
    def test_halves_with_each_half_life(self) -> None:
        assert warmth_of(ago(42), 21, NOW) == pytest.approx(0.25)
        assert warmth_of(None, 21, NOW) == 0
