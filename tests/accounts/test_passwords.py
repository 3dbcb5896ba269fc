import statistics
import time

from comity.accounts.passwords import hash_password, is_right


class TestIsRight:
    def test_knows_its_password_and_no_other(self) -> None:
        stored = hash_password("correct horse battery")

        assert is_right("correct horse battery", stored)
        assert not is_right("correct horse batterx", stored)
        assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")

    def test_takes_as_long_where_there_is_no_account(self) -> None:
        stored = hash_password("correct horse battery")

        ratios = [_seconds(stored) / _seconds(None) for _ in range(9)]

        assert 0.5 < statistics.median(ratios) < 2

    def test_says_no_to_everybody_where_there_is_no_account(self) -> None:
        assert not is_right("nobody's", None)


def _seconds(stored: str | None) -> float:
    """By the processor: what else the machine does tells a stranger nothing."""
    started = time.process_time()
    is_right("a guess", stored)
    return time.process_time() - started
