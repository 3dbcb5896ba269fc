from datetime import UTC, datetime
from statistics import mean

import pytest

from comity.webhooks.schedule import JITTER_SHARE, PAUSES, Next, after

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def seconds(tries: int, answered: int | None, retry_after: str = "", name: str = "a") -> float | None:
    return after(name, tries=tries, answered=answered, retry_after=retry_after, now=NOW).seconds


class TestAfter:
    def test_lasts_about_three_days(self) -> None:
        assert sum(PAUSES) / 3600 == pytest.approx(75.6, abs=0.1)

    @pytest.mark.parametrize("answered", [None, 100, 301, 400, 401, 404, 429, 500, 503, 599])
    def test_tries_again_with_a_share_more_or_less(self, answered: int | None) -> None:
        for tries, pause in enumerate(PAUSES, start=1):
            found = [seconds(tries, answered, name=str(number)) or 0 for number in range(200)]
            assert min(found) >= pause * (1 - JITTER_SHARE)
            assert max(found) <= pause * (1 + JITTER_SHARE)
            assert max(found) - min(found) > pause * JITTER_SHARE
            assert mean(found) == pytest.approx(pause, rel=0.05)
        assert after("a", tries=len(PAUSES) + 1, answered=answered, retry_after="9", now=NOW) == Next()

    def test_is_the_same_each_time(self) -> None:
        assert seconds(3, 500) == seconds(3, 500)

    @pytest.mark.parametrize("answered", [200, 201, 204, 299])
    def test_ends_with_success(self, answered: int) -> None:
        assert after("a", tries=1, answered=answered, retry_after="", now=NOW) == Next(delivered=True)

    def test_ends_with_what_is_gone(self) -> None:
        assert after("a", tries=1, answered=410, retry_after="5", now=NOW) == Next(gone=True)

    @pytest.mark.parametrize("answered", [429, 503])
    def test_rests_as_long_as_it_is_asked_to_within_a_day(self, answered: int) -> None:
        assert seconds(1, answered, "3600") == 3600
        assert seconds(1, answered, "Mon, 02 Mar 2026 10:00:00 GMT") == 3600
        assert seconds(1, answered, "9" * 5000) == 24 * 3600
        assert seconds(1, answered, "1") == seconds(1, answered)
        for nonsense in (
            "",
            "-5",
            "soon",
            "1e9",
            "٣",
            "Mon, 99 Mar 2026 10:00:00 GMT",
            "Sun, 01 Mar 2026 10:00:00 GMT",
        ):
            assert seconds(1, answered, nonsense) == seconds(1, answered)

    def test_does_not_rest_where_that_says_nothing(self) -> None:
        assert seconds(1, 500, "3600") == seconds(1, 500)
