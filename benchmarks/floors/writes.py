"""Logging an interaction on the bare driver: the row and its link, the log read again, the derived row written."""

from datetime import datetime
from typing import Any

import orjson

from benchmarks.floors.driver import Driver, to_json
from benchmarks.floors.letting_in import account_of
from comity.database import new_id

OWNED = "SELECT id FROM contacts WHERE account_id = %(account_id)s AND id = %(contact_id)s AND deleted_at IS NULL"
COLUMNS = (
    *("id", "version", "created_at", "kind", "direction", "occurred_at", "duration_minutes", "channel", "subject"),
    *("summary", "body", "signals", "assessed", "ask_size", "ask_outcome", "gave", "received", "purpose"),
    *("expects_reply", "goals", "goal_outcomes", "event_id", "promise_id", "about_contact_id", "thread_id"),
    *("trust_stage", "source"),
)
STORED = ("account_id", *COLUMNS)
ADD = f"INSERT INTO interactions ({', '.join(STORED)}) VALUES ({', '.join(f'%({name})s' for name in STORED)})"
LINK = """
    INSERT INTO interaction_contacts (account_id, interaction_id, contact_id, occurred_at)
    VALUES (%(account_id)s, %(id)s, %(contact_id)s, %(occurred_at)s)
"""
LOG = f"""
    SELECT {", ".join(f"i.{name}" for name in COLUMNS)}
    FROM interaction_contacts l JOIN interactions i ON i.account_id = l.account_id AND i.id = l.interaction_id
    WHERE l.account_id = %(account_id)s AND l.contact_id = %(contact_id)s ORDER BY l.occurred_at, l.interaction_id
"""
DERIVED = """
    UPDATE relationships SET folded_at = %(at)s, last_contact_at = %(at)s, last_day = %(day)s, ceiling = ceiling + 0.001
    WHERE account_id = %(account_id)s AND contact_id = %(contact_id)s
"""
UNSET: dict[str, Any] = dict.fromkeys(COLUMNS) | {
    "version": 1,
    "signals": [],
    "assessed": False,
    "ask_size": "none",
    "goals": [],
    "goal_outcomes": [],
    "source": "hand",
}


def log_interaction(driver: Driver, authorization: str, now: datetime, body: bytes) -> bytes:
    """Answer `POST /v1/interactions`."""
    account_id = account_of(driver, authorization, now, scope="write")
    given = orjson.loads(body)
    (contact_id,) = given.pop("contact_ids")
    interaction = UNSET | given | {"id": new_id(), "created_at": now, "occurred_at": now}
    driver.begin()
    ((contact_id,),) = driver.rows(OWNED, account_id=account_id, contact_id=contact_id)
    stored = interaction | {"account_id": account_id, "contact_id": contact_id}
    stored |= {name: orjson.dumps(stored[name]).decode() for name in ("signals", "goals", "goal_outcomes")}
    stored |= {name: driver.instant(stored[name]) for name in ("created_at", "occurred_at")}
    driver.run(ADD, stored)
    driver.run(LINK, stored)
    driver.rows(LOG, account_id=account_id, contact_id=contact_id)
    derived = {"account_id": account_id, "contact_id": contact_id, "at": driver.instant(now)}
    driver.run(DERIVED, derived | {"day": now.timestamp() / 86_400})
    driver.run("COMMIT")
    answer = {name: interaction[name] for name in COLUMNS[:3]} | {"contact_ids": [contact_id]} | interaction
    return to_json(answer | {"effects": []})
