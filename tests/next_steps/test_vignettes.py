"""What the coach says of a situation told in plain values, the API says of the same situation told in requests."""

from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from comity.coach.choose import choose
from comity.coach.words import AskSize
from tests.coach.play import Vignette, read, situation
from tests.people import Json, add_contact, next_step, posted

FOLDER = Path(__file__).parents[1] / "vignettes"
SPREAD = 12  # every twelfth: each kind of situation is there, and the run stays short
VIGNETTES = [vignette for path in sorted(FOLDER.glob("*.json")) for vignette in read(path)][::SPREAD]


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: str(vignette["id"]))
def test_the_api_says_what_the_coach_says(client: TestClient, vignette: Vignette) -> None:
    client.patch("/v1/me", json=vignette.get("me", {}))
    contact = tell(client, vignette)
    query = {"as_of": vignette["as_of"]} | ({"want": vignette["want"]} if vignette.get("want") else {})

    said = next_step(client, contact, **query)

    history, circumstances = situation(vignette)
    want = AskSize(vignette["want"]) if vignette.get("want") else None
    step = choose(history, circumstances, as_of=datetime.fromisoformat(vignette["as_of"]), want=want)
    assert (said["action"], said["ask_size"], said["max_ask"]) == (step.action, step.ask_size, step.max_ask)
    assert [one["rule"] for one in said["reasons"]] == [one.rule for one in step.reasons]
    assert [one["rule"] for one in said["cautions"]] == [one.rule for one in step.cautions]
    assert said["headline"] == step.headline
    if step.window is not None:
        assert datetime.fromisoformat(said["window"]["from"]) == step.window.opens_at
    assert (said["via"] or {}).get("full_name") == (step.via.full_name if step.via else None)


def tell(client: TestClient, vignette: Vignette) -> Json:
    """Build the situation through the API; return the contact."""
    people = {}
    for person in (*vignette.get("others", []), vignette["contact"] | {"_log": vignette.get("log", [])}):
        made = add_contact(client, **{key: value for key, value in person.items() if not key.startswith("_")})
        people[made["full_name"]] = made
        for entry in person.get("_log", []):
            posted(client, "/v1/interactions", {"contact_ids": [made["id"]], **entry})
    contact = people[vignette["contact"]["full_name"]]
    for tie in vignette.get("ties", []):
        ends = {"from_contact_id": people[tie["from"]]["id"], "to_contact_id": people[tie["to"]]["id"]}
        posted(client, "/v1/ties", ends | {"kind": tie["kind"], "strength": tie["strength"]})
    for promise in vignette.get("promises", []):
        posted(client, "/v1/promises", {"contact_id": contact["id"], **promise})
    for event in vignette.get("events", []):
        made = posted(client, "/v1/events", event)
        posted(client, f"/v1/events/{made['id']}/attendees", {"contact_id": contact["id"]})
    for goal in vignette.get("goals", []):
        named = {"contact_ids": [contact["id"]]} if goal.get("_for_contact") else {}
        posted(client, "/v1/goals", {key: value for key, value in goal.items() if not key.startswith("_")} | named)
    for planned in vignette.get("follow_ups", []):
        posted(client, "/v1/follow-ups", {"contact_id": contact["id"], **planned})
    return contact
