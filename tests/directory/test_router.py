import pytest
from starlette.testclient import TestClient

from tests.people import Json, add_contact, log, posted


def all_pages(client: TestClient, path: str, **query: object) -> list[Json]:
    found: list[Json] = []
    cursor = None
    while True:
        page = client.get(path, params={**query, **({"cursor": cursor} if cursor else {})}).json()
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


class TestListContacts:
    @pytest.mark.both_databases
    @pytest.mark.parametrize("sort", ["name", "warmth", "importance", "last_contact"])
    def test_pages_through_everybody_once_in_any_order(self, client: TestClient, sort: str) -> None:
        names = {f"Person {number}" for number in range(11)}
        for number, name in enumerate(sorted(names)):
            contact = add_contact(client, name, importance=1 + number % 5)
            if number % 2:
                log(client, contact, f"2026-02-{number + 1:02}T10:00:00Z", "call", "mutual", duration_minutes=30)

        found = all_pages(client, "/v1/contacts", sort=sort, limit=3)

        assert len(found) == len(names)
        assert {contact["full_name"] for contact in found} == names
        if sort in {"importance", "warmth"}:
            assert [one[sort] for one in found] == sorted((one[sort] for one in found), reverse=True)

    @pytest.mark.both_databases
    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({"q": "muller"}, ["Zoë Müller"]),
            ({"q": "MÜLLER zo"}, ["Zoë Müller"]),
            ({"q": "zoe nobody"}, []),
            ({"q": "%"}, []),
            ({"q": "_"}, []),
            ({"q": '"'}, []),
            ({"q": "a AND"}, []),
            ({"q": "NEAR("}, []),
            ({"tag": "fri%"}, []),
            ({"tag": "friend"}, ["Ada Stern"]),
            ({"company": "ACME, Inc."}, ["Zoë Müller"]),
            ({"field": "Design"}, ["Ada Stern"]),
            ({"seniority": "director"}, ["Ada Stern"]),
            ({"trust_stage": "stranger"}, ["Ada Stern", "Zoë Müller"]),
            ({"trust_stage": "ally"}, []),
        ],
    )
    def test_narrows(self, client: TestClient, query: dict[str, str], names: list[str]) -> None:
        add_contact(client, "Zoë Müller", company="Acme")
        add_contact(client, "Ada Stern", tags=["friend"], field="design", seniority="director")

        found = client.get("/v1/contacts", params=query)

        assert found.status_code == 200
        assert [contact["full_name"] for contact in found.json()["items"]] == names

    @pytest.mark.parametrize(
        "query", [{"limit": 0}, {"limit": 201}, {"sort": "age"}, {"cursor": "zzz"}, {"cursor": "W10"}, {"q": "x" * 257}]
    )
    def test_refuses_what_does_not_fit(self, client: TestClient, query: dict[str, str]) -> None:
        assert client.get("/v1/contacts", params=query).status_code == 422


class TestTimeline:
    @pytest.mark.both_databases
    def test_is_one_stream_newest_first(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-01-10T10:00:00Z", "call", "mutual", duration_minutes=30)
        log(client, sam, "2026-01-30T10:00:00Z", "email", "outbound", ask_size="short_call")
        log(client, sam, "2026-02-02T10:00:00Z", "note", "outbound", summary="likes chess")
        made = {"by": "me", "what": "the article", "made_at": "2026-01-20T10:00:00Z"}
        posted(client, "/v1/promises", {"contact_id": sam["id"], **made})
        event = posted(client, "/v1/events", {"name": "DataConf", "starts_at": "2026-03-16T09:00:00Z"})
        posted(client, f"/v1/events/{event['id']}/attendees", {"contact_id": sam["id"]})

        found = all_pages(client, f"/v1/contacts/{sam['id']}/timeline", limit=2)

        assert [moment["type"] for moment in found] == ["event", "note", "ask", "promise", "interaction"]
