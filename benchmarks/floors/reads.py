"""The reads on the bare driver: a page of contacts, one contact."""

import base64
import math
from datetime import datetime
from typing import Any

import orjson

from benchmarks.floors.driver import Driver, to_json
from benchmarks.floors.letting_in import account_of

SEPARATOR = "\x1f"
PAGE = 50
DAY_SECONDS = 86_400

PAGE_OF_CONTACTS = """
    SELECT c.id, c.full_name, c.company, c.title, c.seniority, c.field, c.location, c.tags, c.importance,
        c.do_not_contact, c.connected_on, r.trust_stage, r.last_day, r.rate, r.last_contact_at, r.action, c.sort_name
    FROM contacts c JOIN relationships r ON r.account_id = c.account_id AND r.contact_id = c.id
    WHERE c.account_id = %(account_id)s AND c.deleted_at IS NULL ORDER BY c.sort_name, c.id LIMIT 51
"""
CONTACT_COLUMNS = (
    *("id", "version", "created_at", "updated_at", "full_name", "emails", "phones", "company", "title", "seniority"),
    *("field", "location", "country", "timezone", "observances", "profile_url", "tags", "importance", "birthday"),
    *("job_started_on", "org_trouble_on", "occasions", "connected_on", "needs", "how_met", "interests", "schools"),
    *("employers", "notes", "do_not_contact", "busy_periods", "keep_in_touch", "inferred"),
)
ONE_CONTACT = f"""
    SELECT {", ".join(CONTACT_COLUMNS)} FROM contacts
    WHERE account_id = %(account_id)s AND id = %(contact_id)s AND deleted_at IS NULL
"""
INSTANTS = ("created_at", "updated_at")
LISTS = (
    *("emails", "phones", "observances", "occasions", "needs", "interests", "schools", "employers", "busy_periods"),
    *("keep_in_touch", "inferred"),
)


def list_contacts(driver: Driver, authorization: str, now: datetime) -> bytes:
    """Answer `GET /v1/contacts`: fifty contacts by name."""
    account_id = account_of(driver, authorization, now)
    rows = driver.rows(PAGE_OF_CONTACTS, account_id=account_id)
    today = now.timestamp() // DAY_SECONDS
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    cursor = base64.urlsafe_b64encode(orjson.dumps([last[16], last[0]])).decode().rstrip("=") if last else None
    return to_json({"items": [_contact_row(driver, row, today) for row in rows[:PAGE]], "next_cursor": cursor})


def _contact_row(driver: Driver, row: tuple[Any, ...], today: float) -> dict[str, Any]:
    last_day, rate = row[12], row[13]
    return {
        "id": row[0],
        "full_name": row[1],
        "company": row[2],
        "title": row[3],
        "seniority": row[4],
        "field": row[5],
        "location": row[6],
        "tags": _tags(row[7]),
        "importance": row[8],
        "do_not_contact": bool(row[9]),
        "connected_on": row[10],
        "trust_stage": row[11],
        "warmth": 0.0 if last_day is None else min(1.0, math.exp(-max(0.0, today - last_day) * rate)),
        "last_contact_at": driver.read_instant(row[14]),
        "next_action": row[15],
    }


def get_contact(driver: Driver, authorization: str, now: datetime, contact_id: str) -> bytes:
    """Answer `GET /v1/contacts/{id}`."""
    account_id = account_of(driver, authorization, now)
    (row,) = driver.rows(ONE_CONTACT, account_id=account_id, contact_id=contact_id)
    contact = dict(zip(CONTACT_COLUMNS, row, strict=True))
    for name in INSTANTS:
        contact[name] = driver.read_instant(contact[name])
    for name in LISTS:
        contact[name] = driver.read_json(contact[name])
    contact["tags"] = _tags(contact["tags"])
    contact["do_not_contact"] = bool(contact["do_not_contact"])
    return to_json(contact)


def _tags(stored: str) -> list[str]:
    return stored.strip(SEPARATOR).split(SEPARATOR) if len(stored) > 1 else []
