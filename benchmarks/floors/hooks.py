"""Keeping a hook on the bare driver: one durable row, without a look at who sent it."""

import hashlib
from datetime import datetime
from typing import Any

from benchmarks.floors.driver import Driver, to_json
from comity.database import new_id

COLUMNS = (
    *("id", "account_id", "integration_id", "version", "external_id", "replay_key", "digest", "body", "received_at"),
    *("runs", "status", "code", "reason", "people"),
)
OWNER = "SELECT account_id FROM integrations WHERE id = %(integration_id)s"
KEEP = f"INSERT INTO hook_events ({', '.join(COLUMNS)}) VALUES ({', '.join(f'%({name})s' for name in COLUMNS)})"
UNSET: dict[str, Any] = {"version": 1, "runs": 0, "status": "received", "code": "", "reason": "", "people": "[]"}


def keep(driver: Driver, path: str, event_id: str, now: datetime, body: bytes) -> bytes:
    """Answer `POST /v1/hooks/{integration_id}`."""
    integration_id = path.rpartition("/")[2]
    ((account_id,),) = driver.rows(OWNER, integration_id=integration_id)
    row = UNSET | {
        "id": new_id(),
        "account_id": account_id,
        "integration_id": integration_id,
        "external_id": event_id,
        "replay_key": event_id,
        "digest": hashlib.sha256(body).hexdigest(),
        "body": body,
        "received_at": driver.instant(now),
    }
    driver.begin()
    driver.run(KEEP, row)
    driver.run("COMMIT")
    return to_json({"id": row["id"], "status": row["status"], "duplicate": False})
