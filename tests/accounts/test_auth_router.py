import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from starlette.testclient import TestClient

from comity.database import Database
from comity.settings import Settings
from tests.accounts.conftest import PASSWORD, Visit, register, sign_in
from tests.conftest import Clock

ROBIN = {"email": "robin@example.com", "password": PASSWORD, "full_name": "Robin Vale"}


def bearer(app: FastAPI, token: str) -> TestClient:
    return TestClient(app, headers={"Authorization": f"Bearer {token}"})


def get_token(client: TestClient, **more: Any) -> dict[str, Any]:
    body = {"email": "robin@example.com", "password": PASSWORD, "name": "phone", **more}
    answer: dict[str, Any] = client.post("/v1/auth/token", json=body).json()
    return answer


class TestRegister:
    @pytest.mark.both_databases
    def test_signs_the_browser_in(self, anonymous: TestClient) -> None:
        response = anonymous.post("/v1/auth/register", json=ROBIN | {"email": "Robin@EXAMPLE.com"})

        assert response.status_code == 201
        assert response.json()["email"] == "robin@example.com"
        cookie = response.headers["Set-Cookie"]
        assert cookie.startswith("comity=")
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie
        assert anonymous.get("/v1/me").json() == response.json()

    @pytest.mark.both_databases
    def test_gives_one_email_address_to_one_of_many(self, anonymous: TestClient) -> None:
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: anonymous.post("/v1/auth/register", json=ROBIN), range(8)))

        assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7

    @pytest.mark.parametrize(
        "change",
        [
            {"password": "short"},
            {"password": "x" * 257},
            {"password": "x" * 500_000},
            {"password": None},
            {"email": "robin"},
            {"email": "robin@example.com\r\nBcc: all@example.com"},
            {"email": "a" * 250 + "@example.com"},
            {"email": "robin@exa\u0000mple.com"},
            {"full_name": ""},
            {"full_name": "\u200b"},
            {"is_admin": True},
        ],
    )
    def test_refuses_what_does_not_fit(self, anonymous: TestClient, change: dict[str, Any]) -> None:
        response = anonymous.post("/v1/auth/register", json=ROBIN | change)

        assert response.status_code == 422
        assert response.headers["Content-Type"] == "application/problem+json"

    @pytest.mark.parametrize("email", ["a+tag@example.com", "josé@exämple.com", '"a b"@example.com', "x@box.test"])
    def test_takes_every_real_address_or_refuses_it_cleanly(self, anonymous: TestClient, email: str) -> None:
        response = anonymous.post("/v1/auth/register", json=ROBIN | {"email": email})

        assert response.status_code in {201, 422}

    def test_counts_per_address_and_hour(self, app: FastAPI, settings: Settings, visit: Visit, clock: Clock) -> None:
        settings.registrations_per_hour = 2
        here, elsewhere = visit("192.0.2.1"), visit("192.0.2.2")
        answers = [here.post("/v1/auth/register", json=ROBIN | {"email": f"{n}@example.com"}) for n in range(3)]

        assert [answer.status_code for answer in answers] == [201, 201, 429]
        assert answers[-1].headers["Retry-After"] == "3600"
        register(elsewhere, "4@example.com")
        clock.advance(hours=1)
        register(here, "5@example.com")


class TestRegisterFirst:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"registration": "first"})

    @pytest.mark.both_databases
    def test_has_one_winner(self, anonymous: TestClient) -> None:
        def attempt(number: int) -> int:
            body = ROBIN | {"email": f"{number}@example.com"}
            return anonymous.post("/v1/auth/register", json=body).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(attempt, range(8)))

        assert sorted(statuses) == [201] + [403] * 7


class TestRegisterClosed:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"registration": "closed"})

    def test_lets_nobody_in(self, anonymous: TestClient) -> None:
        response = anonymous.post("/v1/auth/register", json=ROBIN)

        assert (response.status_code, response.json()["type"]) == (403, "/problems/registration-closed")


class TestOverHttps:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"public_url": "https://comity.example.org"})

    def test_binds_the_cookie_to_this_host(self, app: FastAPI) -> None:
        with TestClient(app, base_url="https://comity.example.org") as browser:
            response = browser.post("/v1/auth/register", json=ROBIN)

            assert response.headers["Set-Cookie"].startswith("__Host-comity=")
            assert "Secure" in response.headers["Set-Cookie"]
            assert "Strict-Transport-Security" in response.headers
            assert browser.get("/v1/me").status_code == 200


class TestLogin:
    @pytest.mark.both_databases
    def test_gives_a_new_session_every_time(self, browser: TestClient, visit: Visit) -> None:
        other = visit("192.0.2.2")

        assert sign_in(other, email="ROBIN@example.com") == 200
        assert other.cookies["comity"] != browser.cookies["comity"]
        assert len(browser.get("/v1/auth/sessions").json()["items"]) == 2

    def test_says_the_same_of_a_wrong_password_and_an_unknown_address(self, browser: TestClient) -> None:
        wrong = browser.post("/v1/auth/login", json={"email": "robin@example.com", "password": "guess"}).json()
        unknown = browser.post("/v1/auth/login", json={"email": "nobody@example.com", "password": "guess"}).json()

        del wrong["request_id"], unknown["request_id"]
        assert wrong == unknown
        assert wrong["status"] == 401

    def test_knows_a_password_however_it_was_typed(self, anonymous: TestClient) -> None:
        anonymous.post("/v1/auth/register", json=ROBIN | {"password": " cafe\u0301 cre\u0300me "})

        assert sign_in(anonymous, " café crème ") == 200
        assert sign_in(anonymous, "café crème") == 401

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Content-Type": "text/plain"},
            {"Content-Type": "application/x-www-form-urlencoded"},
        ],
    )
    def test_is_not_to_be_had_from_another_site(self, app: FastAPI, browser: TestClient, headers: Any) -> None:
        elsewhere = TestClient(app)
        body = json.dumps({"email": "robin@example.com", "password": PASSWORD})

        response = elsewhere.post(
            "/v1/auth/login", content=body, headers={"Content-Type": "application/json"} | headers
        )

        assert response.status_code in {403, 422}
        assert "Set-Cookie" not in response.headers


class TestCookie:
    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({}, 403),
            ({"Sec-Fetch-Site": "cross-site"}, 403),
            ({"Sec-Fetch-Site": "same-site"}, 403),
            ({"Sec-Fetch-Site": "none"}, 403),
            ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
            ({"Origin": "null"}, 403),
            ({"Origin": "https://testserver"}, 403),
            ({"Origin": "http://testserver.evil.example"}, 403),
            ({"Origin": "http://testserver:81"}, 403),
            ({"Referer": "http://testserver/"}, 403),
            ({"Origin": "http://testserver"}, 200),
            ({"Sec-Fetch-Site": "same-origin"}, 200),
        ],
    )
    def test_writes_only_from_our_own_pages(
        self, app: FastAPI, browser: TestClient, headers: dict[str, str], status: int
    ) -> None:
        page = TestClient(app, cookies={"comity": browser.cookies["comity"]})

        response = page.patch("/v1/me", json={"headline": "Gardener"}, headers=headers)

        assert response.status_code == status

    def test_is_no_bearer_token(self, app: FastAPI, browser: TestClient) -> None:
        assert bearer(app, browser.cookies["comity"]).get("/v1/me").status_code == 401

    def test_gives_way_to_a_bearer_token(self, app: FastAPI, browser: TestClient) -> None:
        browser.headers["Authorization"] = "Bearer comity_wrong"

        assert browser.get("/v1/me").status_code == 401

    @pytest.mark.both_databases
    def test_ends_after_ninety_days(self, browser: TestClient, clock: Clock) -> None:
        clock.advance(days=90)

        assert browser.get("/v1/me").status_code == 401


class TestSignInForToken:
    @pytest.mark.both_databases
    def test_reads_and_writes_by_default(self, app: FastAPI, browser: TestClient) -> None:
        token = get_token(browser)

        assert token["token"].startswith("comity_")
        assert token["scopes"] == ["read", "write"]
        phone = bearer(app, token["token"])
        assert phone.patch("/v1/me", json={"headline": "Gardener"}).status_code == 200
        refused = phone.get("/v1/tokens")
        assert (refused.status_code, "admin" in refused.json()["detail"]) == (403, True)

    def test_is_never_stored(self, browser: TestClient, database: Database) -> None:
        secret = get_token(browser)["token"]

        with database.read() as session:
            rows = session.execute(text("SELECT * FROM credentials")).all()

        assert secret not in str(rows)
        assert browser.cookies["comity"] not in str(rows)

    @pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: t + "x", lambda t: "other_" + t[7:], str.upper])
    def test_works_only_as_it_was_given(self, app: FastAPI, browser: TestClient, spoil: Any) -> None:
        token = get_token(browser)["token"]

        assert bearer(app, spoil(token)).get("/v1/me").status_code == 401

    def test_is_not_taken_from_the_address(self, browser: TestClient, anonymous: TestClient) -> None:
        token = get_token(browser)["token"]
        anonymous.cookies.clear()

        assert anonymous.get(f"/v1/me?token={token}&access_token={token}").status_code == 401

    def test_ends_when_it_was_said_to(self, app: FastAPI, browser: TestClient, clock: Clock) -> None:
        phone = bearer(app, get_token(browser, expires_in_days=7)["token"])
        before = phone.get("/v1/me").status_code

        clock.advance(days=7)

        assert (before, phone.get("/v1/me").status_code) == (200, 401)

    @pytest.mark.parametrize("scopes", [[], ["root"], ["read", "read", "read", "read", "read"], "read"])
    def test_refuses_scopes_that_there_are_not(self, browser: TestClient, scopes: Any) -> None:
        assert get_token(browser, scopes=scopes)["status"] == 422


class TestLogout:
    @pytest.mark.both_databases
    def test_ends_the_session_at_once(self, app: FastAPI, browser: TestClient) -> None:
        secret = browser.cookies["comity"]

        response = browser.post("/v1/auth/logout")

        assert response.status_code == 204
        assert "comity" not in browser.cookies
        assert TestClient(app, cookies={"comity": secret}).get("/v1/me").status_code == 401


class TestChangePassword:
    @pytest.mark.both_databases
    def test_ends_what_the_old_one_opened(self, app: FastAPI, browser: TestClient, visit: Visit) -> None:
        other = visit("192.0.2.2")
        sign_in(other)
        phone = bearer(app, get_token(browser)["token"])
        by_hand = bearer(app, browser.post("/v1/tokens", json={"name": "script"}).json()["token"])

        response = browser.post(
            "/v1/auth/password", json={"current_password": PASSWORD, "new_password": "another horse battery"}
        )

        assert response.status_code == 204
        answers = [client.get("/v1/me").status_code for client in (browser, other, phone, by_hand)]
        assert answers == [200, 401, 401, 200]
        assert (sign_in(other), sign_in(other, "another horse battery")) == (401, 200)

    def test_needs_the_present_one(self, browser: TestClient) -> None:
        body = {"current_password": "not this one", "new_password": "another horse battery"}

        assert browser.post("/v1/auth/password", json=body).status_code == 401
        assert sign_in(browser) == 200

    def test_counts_wrong_guesses(self, browser: TestClient) -> None:
        body = {"current_password": "not this one", "new_password": "another horse battery"}

        statuses = [browser.post("/v1/auth/password", json=body).status_code for _ in range(11)]

        assert statuses == [401] * 10 + [429]


class TestSessions:
    @pytest.mark.both_databases
    def test_are_listed_and_ended_one_by_one(self, browser: TestClient, visit: Visit) -> None:
        other = visit("192.0.2.2")
        sign_in(other)
        listed = browser.get("/v1/auth/sessions").json()["items"]

        (others_id,) = [session["id"] for session in listed if not session["current"]]
        response = browser.delete(f"/v1/auth/sessions/{others_id}")

        assert response.status_code == 204
        assert other.get("/v1/me").status_code == 401
        assert [session["current"] for session in browser.get("/v1/auth/sessions").json()["items"]] == [True]

    def test_are_ended_all_at_once(self, browser: TestClient, visit: Visit) -> None:
        other = visit("192.0.2.2")
        sign_in(other)

        response = browser.delete("/v1/auth/sessions")

        assert response.status_code == 204
        assert (browser.get("/v1/me").status_code, other.get("/v1/me").status_code) == (401, 401)

    def test_of_others_are_not_to_be_found(self, browser: TestClient, stranger: TestClient) -> None:
        (session,) = browser.get("/v1/auth/sessions").json()["items"]

        response = stranger.delete(f"/v1/auth/sessions/{session['id']}")

        assert response.status_code == 404
        assert browser.get("/v1/me").status_code == 200
