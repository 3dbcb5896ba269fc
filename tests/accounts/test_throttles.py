import pytest
from starlette.testclient import TestClient

from comity.accounts.throttles import household
from tests.accounts.conftest import Visit, sign_in
from tests.conftest import Clock


class TestCountGuess:
    @pytest.mark.both_databases
    def test_lets_a_minority_of_a_thousand_strangers_guess(self, browser: TestClient, visit: Visit) -> None:
        statuses = [sign_in(visit(f"198.51.100.{number}"), "a wrong guess") for number in range(60)]

        assert (statuses.count(401), statuses.count(429)) == (25, 35)
        assert sign_in(visit("192.0.2.1")) == 200

    def test_checks_fewer_than_fifty_a_day_and_one_more_every_hour(
        self, browser: TestClient, visit: Visit, clock: Clock
    ) -> None:
        def storm(guesses: int) -> int:
            addresses = (f"198.51.100.{number}" for number in range(guesses))
            return [sign_in(visit(address), "a wrong guess") for address in addresses].count(401)

        checked = [storm(26)]
        for _ in range(23):
            clock.advance(hours=1)
            checked.append(storm(2))

        assert checked == [25] + [1] * 23

    def test_lets_ten_from_one_address_try_in_a_quarter_of_an_hour(
        self, browser: TestClient, visit: Visit, clock: Clock
    ) -> None:
        here = visit()
        for _ in range(10):
            sign_in(here, "a wrong guess")

        refused = here.post("/v1/auth/login", json={"email": "robin@example.com", "password": "anything"})
        clock.advance(minutes=15)

        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "900")
        assert sign_in(here) == 200

    def test_counts_only_failures(self, browser: TestClient, visit: Visit) -> None:
        here = visit("203.0.113.9")

        assert {sign_in(here) for _ in range(30)} == {200}

    def test_holds_an_address_that_tries_many_accounts(self, visit: Visit) -> None:
        here = visit("203.0.113.9")

        statuses = [sign_in(here, "a guess", f"{number}@example.com") for number in range(102)]

        assert statuses == [401] * 100 + [429] * 2


class TestHousehold:
    @pytest.mark.parametrize(
        ("host", "counted"),
        [
            ("192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("::1", "::/64"),
            ("testclient", "testclient"),
        ],
    )
    def test_counts_a_whole_ipv6_network_as_one(self, host: str, counted: str) -> None:
        assert household(host) == counted
