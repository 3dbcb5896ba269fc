import pytest

from comity.coach.favours import balance, fresh_gives
from comity.coach.thresholds import DEFAULTS
from tests.coach.plain import NOW, ago


class TestBalance:
    def test_fades_by_half_each_year(self) -> None:
        assert balance([(NOW, 1), (ago(365), -1)], NOW, DEFAULTS) == pytest.approx(0.5)


class TestFreshGives:
    def test_keeps_the_gives_of_a_week_and_what_was_shared(self) -> None:
        assert fresh_gives([(ago(6), 1), (ago(7), 1)], [ago(5)], NOW, DEFAULTS) == [(ago(6), 1), (ago(5), 0)]

    def test_begins_anew_with_each_take(self) -> None:
        assert fresh_gives([(ago(6), 1), (ago(5), -1), (ago(4), 1)], [], NOW, DEFAULTS) == [(ago(4), 1)]
