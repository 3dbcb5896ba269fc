"""Today's list on the bare driver: who presses, the best ranked, the steps that are kept with their rows."""

import hashlib
import math
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from benchmarks.floors.driver import Driver, to_json
from benchmarks.floors.letting_in import account_of
from comity.coach.correspondence import Correspondence, State
from comity.coach.reply_chance import USUAL_RATE, ReplyChance, reply_chance
from comity.coach.telling import told

DAY_SECONDS = 86_400
MINUTES = {"assess": 1, "prepare_meeting": 15, "event_before": 10, "build_bridge": 10}
USUAL_MINUTES = 4
REFERENCES = ("interaction", "promise", "event", "goal", "follow_up")

OWNER = "SELECT timezone, daily_touches, reply_rate FROM accounts WHERE id = %(account_id)s"
INDEX = """
    ceiling * (1.0 - exp(-coalesce((%(day)s - last_day) * rate, 1.0))
        * (1.0 + coalesce((%(day)s - last_day) * rate, 1.0)))
"""
MINE = "account_id = %(account_id)s AND opens_at < %(ends_at)s"
RANKED = f"""
    SELECT contact_id FROM relationships WHERE {MINE} AND ceiling >= coalesce((
        SELECT {INDEX} AS worth
        FROM (SELECT ceiling, last_day, rate FROM relationships WHERE {MINE} ORDER BY ceiling DESC LIMIT 144) AS highest
        ORDER BY worth DESC LIMIT 1 OFFSET 11
    ), 0.0) ORDER BY {INDEX} DESC, contact_id LIMIT 12
"""
KEPT = f"""
    WITH few AS ({RANKED})
    SELECT r.contact_id, r.trust_stage, r.step, r.ceiling, r.rate, r.last_day, c.full_name, c.company, c.title,
        r.correspondence
    FROM relationships r JOIN contacts c ON c.account_id = r.account_id AND c.id = r.contact_id
    WHERE r.account_id = %(account_id)s AND r.contact_id IN (
        SELECT contact_id FROM few
        UNION SELECT contact_id FROM relationships WHERE account_id = %(account_id)s AND due_at < %(ends_at)s
        UNION SELECT contact_id FROM relationships WHERE account_id = %(account_id)s AND next_change_at <= %(now)s
    ) AND c.deleted_at IS NULL
"""
EVENTS = """
    SELECT id FROM events WHERE account_id = %(account_id)s AND attending
        AND starts_at BETWEEN %(now)s AND %(in_two_weeks)s
"""
DECIDED = """
    SELECT step_id, decision FROM step_decisions WHERE account_id = %(account_id)s AND decided_at >= %(starts_at)s
"""


def todays(driver: Driver, authorization: str, now: datetime) -> bytes:
    """Answer `GET /v1/next-steps` for an owner who has no events ahead and has decided nothing yet."""
    account_id = account_of(driver, authorization, now)
    ((timezone, room, rate),) = driver.rows(OWNER, account_id=account_id)
    starts = datetime.combine(now.astimezone(ZoneInfo(timezone)).date(), time(), ZoneInfo(timezone))
    day = now.timestamp() / DAY_SECONDS
    at = {
        "now": driver.instant(now),
        "starts_at": driver.instant(starts),
        "ends_at": driver.instant(starts + timedelta(days=1)),
        "in_two_weeks": driver.instant(now + timedelta(days=14)),
    }
    driver.rows(EVENTS, account_id=account_id, **at)
    done = driver.rows(DECIDED, account_id=account_id, **at)
    rows = driver.rows(KEPT, account_id=account_id, day=day, **at)
    steps = [_step(row, day, USUAL_RATE if rate is None else rate) for row in rows]
    owed = sorted((step for step in steps if step["obligation"]), key=lambda step: (step["due_at"], step["id"]))
    rest = sorted((step for step in steps if not step["obligation"]), key=lambda step: -step["priority"])
    items = owed + rest[: max(0, room - len(owed))]
    minutes = sum(MINUTES.get(step["action"], USUAL_MINUTES) for step in items)
    return to_json({"items": items, "minutes": minutes, "done": done, "next_opens_at": None})


def _step(row: tuple[Any, ...], day: float, owner_rate: float) -> dict[str, Any]:
    contact_id, trust_stage, step, ceiling, rate, last_day, full_name, company, title, words = row
    x = 1.0 if last_day is None else (day - last_day) * rate
    contact = {
        "id": contact_id,
        "full_name": full_name,
        "company": company,
        "title": title,
        "trust_stage": trust_stage,
    }
    priority = round(ceiling * (1 - math.exp(-x) * (1 + x)), 3)
    chance = reply_chance(Correspondence.as_it_was(State(*orjson.loads(words))).at(day), owner_rate=owner_rate)
    return _shown(orjson.loads(step), contact, priority, chance, datetime.fromtimestamp(day * DAY_SECONDS, UTC).date())


def _shown(
    step: dict[str, Any], contact: dict[str, Any], priority: float, chance: ReplyChance, today: date
) -> dict[str, Any]:
    made_of = "\n".join((contact["id"], step["action"], step["reasons"][0]["rule"], *step["evidence_key"]))
    return {
        "id": f"{contact['id']}.{hashlib.sha256(made_of.encode()).hexdigest()[:16]}",
        "contact": contact,
        "action": step["action"],
        "channel": step.get("channel"),
        "ask_size": step["ask_size"],
        "max_ask": step["max_ask"],
        "obligation": step.get("obligation", False),
        "priority": priority,
        **_chance(step, chance),
        "due_at": step.get("due_at"),
        "window": _window(step["window"]),
        "headline": step["headline"],
        "reasons": [_reason(reason, today) for reason in step["reasons"]],
        "cautions": [_reason(reason, today) for reason in step.get("cautions", ())],
        "via": step.get("via"),
        "message_brief": _brief(step.get("message_brief")),
        "goal_id": step.get("goal_id"),
        "alternatives": [_shown(other, contact, priority, chance, today) for other in step.get("alternatives", ())],
        "path": [],
    }


def _chance(step: dict[str, Any], chance: ReplyChance) -> dict[str, Any]:
    if step.get("reply_interval") is None:
        connectors = step.get("reply_probability")
        return {"reply_probability": None if connectors is None else round(connectors, 3), "reply_interval": None}
    interval = {"low": round(chance.low, 3), "high": round(chance.high, 3)}
    return {"reply_probability": round(chance.mean, 3), "reply_interval": interval}


def _window(window: dict[str, Any]) -> dict[str, Any]:
    zone = ZoneInfo(window["timezone"])
    opens, closes = (
        datetime.fromisoformat(window[name]).astimezone(zone).isoformat() for name in ("opens_at", "closes_at")
    )
    return {"from": opens, "until": closes, "timezone": window["timezone"]}


def _reason(reason: dict[str, Any], today: date) -> dict[str, Any]:
    rule, evidence = reason["rule"], [_evidence(one) for one in reason.get("evidence", ())]
    why = f"/playbook#{rule.replace('.', '-')}"
    return {"rule": rule, "text": told(reason["text"], today), "evidence": evidence, "why": why}


def _evidence(one: dict[str, Any]) -> dict[str, Any]:
    kind = one["kind"]
    references: dict[str, Any] = {f"{reference}_id": None for reference in REFERENCES} | {"fact": None}
    if kind in REFERENCES:
        references[f"{kind}_id"] = one["id"]
    else:
        references["fact"] = kind
    return references | {"occurred_at": one.get("occurred_at")}


def _brief(brief: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if brief is None else {"leave_out": [], "goals": [], "open_promises": []} | brief
