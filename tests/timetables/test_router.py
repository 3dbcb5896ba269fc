import re

import pytest
from starlette.testclient import TestClient

from comity.openapi import contract
from tests.people import Json, add_contact


def timing(client: TestClient, contact: Json, **query: str) -> Json:
    response = client.get(f"/v1/contacts/{contact['id']}/timing", params=query)
    assert response.status_code == 200, response.text
    found: Json = response.json()
    return found


class TestGetTiming:
    @pytest.mark.both_databases
    def test_has_windows_and_refused_days_in_both_zones(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"timezone": "America/New_York"})
        sam = add_contact(client, country="DE")

        found = timing(client, sam, **{"from": "2026-04-02", "until": "2026-04-07"})

        assert (found["from"], found["until"]) == ("2026-04-02T00:00:00+02:00", "2026-04-08T00:00:00+02:00")
        assert [one["day"] for one in found["windows"]] == ["2026-04-02", "2026-04-07"]
        first = found["windows"][0]
        assert (first["from"], first["owner"]["from"]) == ("2026-04-02T09:00:00+02:00", "2026-04-02T03:00:00-04:00")
        assert first["talk"] == {"from": "2026-04-02T15:00:00+02:00", "until": "2026-04-02T18:00:00+02:00"}
        assert [(one["rule"], one["first_on"], one["why"]) for one in found["periods"]] == [
            ("timing.holiday", "2026-04-03", "Good Friday"),
            ("timing.holiday", "2026-04-04", "the weekend"),
            ("timing.holiday", "2026-04-06", "Easter Monday"),
        ]

    def test_says_their_hours_as_the_contract_writes_them(self, client: TestClient) -> None:
        hours = timing(client, add_contact(client))["hours"]

        written = contract()["components"]["schemas"]["HoursOut"]["properties"]
        for name in ("opens", "closes"):
            assert "format" not in written[name]
            assert re.fullmatch(written[name]["pattern"], hours[name])

    def test_knows_what_somebody_observes_whatever_the_country(self, client: TestClient) -> None:
        sam = add_contact(client, country="US", observances=["jewish"])

        found = timing(client, sam, **{"from": "2026-09-21", "until": "2026-09-21"})

        assert [(one["rule"], one["why"]) for one in found["periods"]] == [("timing.holiday", "Yom Kippur")]
        assert found["windows"] == []

    def test_keeps_asks_and_light_words_apart(self, client: TestClient) -> None:
        sam = add_contact(client, country="FR", busy_periods=[])

        found = timing(client, sam, **{"from": "2026-07-31", "until": "2026-08-03"})

        assert [one["day"] for one in found["windows"]] == ["2026-07-31"]
        assert [one["day"] for one in found["light_windows"]] == ["2026-08-03"]
        (vacation,) = [one for one in found["periods"] if one["rule"] == "timing.vacation"]
        assert (vacation["holds_back"], vacation["last_on"]) == ("asks", "2026-08-31")

    def test_counts_the_owners_own_hours_for_a_talk(self, client: TestClient) -> None:
        client.patch("/v1/me", json={"working_hours": {"from": "07:00", "until": "09:00"}})
        sam = add_contact(client, timezone="Europe/Berlin")

        (window,) = timing(client, sam, **{"from": "2026-03-03", "until": "2026-03-03"})["windows"]

        assert window["talk"] == {"from": "2026-03-03T09:00:00+01:00", "until": "2026-03-03T10:00:00+01:00"}

    def test_looks_four_weeks_ahead_by_default(self, client: TestClient) -> None:
        found = timing(client, add_contact(client), as_of="2026-05-04T09:00:00Z")

        assert (found["from"], found["until"]) == ("2026-05-04T09:00:00Z", "2026-06-01T09:00:00Z")

    def test_reaches_over_four_hundred_days(self, client: TestClient) -> None:
        sam = add_contact(client, country="FR")

        found = timing(client, sam, **{"from": "2026-12-01", "until": "2028-01-04"})

        assert "2028-01-01" in {one["first_on"] for one in found["periods"]}

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            ("2026-03-02", "2027-04-07"),
            ("2026-03-02", "2026-03-01"),
            ("1969-12-31", "1970-01-02"),
            ("2199-12-31", "2199-12-31"),
            ("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"),
            ("2026-03-02T10:00:00", "2026-03-03"),
            ("soon", "later"),
        ],
    )
    def test_refuses_a_range_that_is_none(self, client: TestClient, first: str, last: str) -> None:
        sam = add_contact(client)

        response = client.get(f"/v1/contacts/{sam['id']}/timing", params={"from": first, "until": last})

        assert response.status_code == 422
