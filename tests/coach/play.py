"""Plays vignettes against the coach, without a server and without a database.

A vignette is a situation in the words of the API and the step that must come out of it (tests/vignettes/*.json).
"""

import json
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from comity.calendars import calendar_for
from comity.coach.choose import choose
from comity.coach.history import (
    Birthday,
    BusyPeriod,
    Circumstances,
    Connector,
    Gathering,
    Goal,
    HandMadeFollowUp,
    History,
    Interval,
    Occasion,
    Owner,
    Person,
    PlaceCalendar,
    Promise,
    Session,
    Touch,
)
from comity.coach.relationship import Relationship, fold
from comity.coach.step import NextStep
from comity.coach.words import (
    Action,
    AskOutcome,
    AskSize,
    Ball,
    Channel,
    Direction,
    Kind,
    OccasionKind,
    Party,
    PromiseStatus,
    Purpose,
    Seniority,
    Signal,
    TieKind,
    TrustStage,
    Urgency,
)

Vignette = Mapping[str, Any]

NEAR = 0.005

_TEXTS = ("company", "field", "location", "country", "timezone", "how_met")
_DAYS = ("job_started_on", "org_trouble_on", "connected_on")
_LISTS = ("needs", "interests", "schools", "employers")
_WORDS = {"channel": Channel, "ask_outcome": AskOutcome, "purpose": Purpose, "trust_stage": TrustStage}
_PLAIN = ("duration_minutes", "expects_reply", "event_id", "thread_id", "assessed")


def read(path: Path) -> list[Vignette]:
    """Return the vignettes of a file."""
    return list(json.loads(path.read_text(encoding="utf-8")))


def play(vignette: Vignette) -> list[str]:
    """Return what falls short, as sentences; empty if the vignette holds."""
    as_of = datetime.fromisoformat(vignette["as_of"])
    history, circumstances = situation(vignette)
    want = AskSize(vignette["want"]) if vignette.get("want") else None
    step = choose(history, circumstances, as_of=as_of, want=want)
    relationship = fold(history, owner=circumstances.owner, as_of=as_of)
    return judge(vignette, step, relationship)


def situation(vignette: Vignette) -> tuple[History, Circumstances]:
    """Return what the coach is told in a vignette."""
    owner = _owner(vignette.get("me", {}))
    contact_id = "contact"
    around = datetime.fromisoformat(vignette["as_of"]).date()
    events = [_gathering(f"event-{n}", event) for n, event in enumerate(vignette.get("events", []))]
    person = _person(contact_id, vignette["contact"])
    history = History(
        person,
        touches=_log(contact_id, vignette.get("log", [])),
        promises=tuple(_promise(f"promise-{n}", given) for n, given in enumerate(vignette.get("promises", []))),
        follow_ups=tuple(_follow_up(f"follow-up-{n}", given) for n, given in enumerate(vignette.get("follow_ups", []))),
        gatherings=tuple(event for event in events if event is not None),
    )
    goals = tuple(_goal(f"goal-{n}", contact_id, goal) for n, goal in enumerate(vignette.get("goals", [])))
    return history, Circumstances(
        owner=owner,
        calendar=_calendar(vignette["contact"], owner, around),
        goals=goals,
        connectors=_connectors(vignette, owner, around),
    )


def judge(vignette: Vignette, step: NextStep, relationship: Relationship) -> list[str]:
    """Return what falls short of what a vignette expects."""
    expect = vignette["expect"]
    if expect.get("none"):
        bad = [] if step.action is None else [f"action {step.action} where nothing may be recommended"]
    else:
        bad = [*_of_action(expect, step), *_of_window(expect, step, vignette["contact"].get("timezone", "UTC"))]
    bad += _of_rules(expect, {reason.rule for reason in (*step.reasons, *step.cautions)})
    bad += _between(expect, "stage", TrustStage, relationship.trust_stage)
    if "ball" in expect and relationship.ball is not Ball(expect["ball"]):
        bad.append(f"ball {relationship.ball}")
    return bad + _of_relationship(expect.get("relationship", {}), relationship)


def _of_action(expect: Mapping[str, Any], step: NextStep) -> list[str]:
    bad = []
    if "action" in expect and step.action not in {Action(word) for word in expect["action"]}:
        bad.append(f"action {step.action} not in {expect['action']}")
    if step.action in {Action(word) for word in expect.get("not_action", [])}:
        bad.append(f"action {step.action}")
    bad += _between(expect, "ask_size", AskSize, step.ask_size)
    bad += _between(expect, "max_ask", AskSize, step.max_ask)
    if "channel" in expect and step.channel != expect["channel"]:
        bad.append(f"channel {step.channel}")
    missing = set(expect.get("alternatives", [])) - {other.action for other in step.alternatives}
    bad += [f"no alternative {action}" for action in sorted(missing)]
    if "path" in expect and {rung.ask_size: rung.allowed for rung in step.path} != expect["path"]:
        bad.append(f"path {step.path}")
    if "via" in expect and (step.via is None or step.via.full_name != expect["via"]):
        bad.append(f"via {step.via}")
    return bad


def _of_relationship(expect: Mapping[str, Any], relationship: Relationship) -> list[str]:
    """Compare what the fold says, numbers to the last two digits that an owner is shown."""
    found = {name: getattr(relationship, name) for name in expect if name != "responsiveness"}
    if "responsiveness" in expect:
        found["responsiveness"] = relationship.responsiveness.mean
    return [f"{name} {found[name]}" for name in expect if not _is_about(found[name], expect[name])]


def _is_about(found: Any, expected: Any) -> bool:
    return abs(found - expected) < NEAR if isinstance(expected, float) and found is not None else found == expected


def _of_window(expect: Mapping[str, Any], step: NextStep, timezone: str) -> list[str]:
    window = step.window
    if window is None:
        return ["no window"] if any(key.startswith("window") for key in expect) else []
    bad = []
    if "window_from_at_least" in expect and window.opens_at < datetime.fromisoformat(expect["window_from_at_least"]):
        bad.append(f"window from {window.opens_at}")
    if "window_from_at_most" in expect and window.opens_at > datetime.fromisoformat(expect["window_from_at_most"]):
        bad.append(f"window from {window.opens_at}")
    closes = window.closes_at
    if "window_until_by" in expect and (closes is None or closes > datetime.fromisoformat(expect["window_until_by"])):
        bad.append(f"window until {closes}")
    if "window_local_hours" in expect:
        first, last = expect["window_local_hours"]
        hour = window.opens_at.astimezone(ZoneInfo(timezone)).hour
        if not first <= hour < last:
            bad.append(f"opens at {hour} local")
    return bad


def _of_rules(expect: Mapping[str, Any], rules: set[str]) -> list[str]:
    bad = [f"rule {rule} not among {sorted(rules)}" for rule in expect.get("rules", []) if rule not in rules]
    if "rules_any" in expect and not rules & set(expect["rules_any"]):
        bad.append(f"none of {expect['rules_any']} among {sorted(rules)}")
    unwanted = rules & set(expect.get("not_rules", []))
    return bad + [f"rule {rule}" for rule in sorted(unwanted)]


def _between(expect: Mapping[str, Any], key: str, scale: type[AskSize] | type[TrustStage], value: Any) -> list[str]:
    bad = []
    if f"{key}_at_most" in expect and value > scale(expect[f"{key}_at_most"]):
        bad.append(f"{key} {value}")
    if f"{key}_at_least" in expect and value < scale(expect[f"{key}_at_least"]):
        bad.append(f"{key} {value}")
    return bad


def _owner(me: Mapping[str, Any]) -> Owner:
    return Owner(timezone=me.get("timezone", "UTC"), seniority=Seniority(me.get("seniority", "mid")))


def _calendar(given: Mapping[str, Any], owner: Owner, around: date) -> PlaceCalendar:
    return calendar_for(
        country=given.get("country"),
        observances=given.get("observances", ()),
        timezone=given.get("timezone"),
        owner_timezone=owner.timezone,
        around=around,
    )


def _connectors(vignette: Vignette, owner: Owner, around: date) -> tuple[Connector, ...]:
    others = {other["full_name"]: other for other in vignette.get("others", [])}
    target = vignette["contact"]["full_name"]
    found = []
    for tie in vignette.get("ties", []):
        name = tie["from"] if tie["to"] == target else tie["to"]
        if target not in {tie["from"], tie["to"]} or name not in others:
            continue
        person = _person(name, others[name])
        history = History(person, touches=_log(name, others[name].get("_log", [])))
        calendar = _calendar(others[name], owner, around)
        found.append(Connector(history, tie["strength"], calendar, TieKind(tie["kind"])))
    return tuple(found)


def _person(contact_id: str, given: Mapping[str, Any]) -> Person:
    channels = {Channel.EMAIL: given.get("emails"), Channel.LINKEDIN: "linkedin" in (given.get("profile_url") or "")}
    plain = {key: given[key] for key in _TEXTS if given.get(key)}
    days = {key: date.fromisoformat(given[key]) for key in _DAYS if given.get(key)}
    lists = {key: tuple(given.get(key, ())) for key in _LISTS}
    facts: dict[str, Any] = {**plain, **days, **lists}
    return Person(
        contact_id,
        given["full_name"],
        **facts,
        seniority=Seniority(given["seniority"]) if given.get("seniority") else None,
        importance=given.get("importance", 3),
        birthday=_birthday(given["birthday"]) if given.get("birthday") else None,
        occasions=tuple(
            Occasion(OccasionKind(o["kind"]), date.fromisoformat(o["on"]), o.get("note") or "")
            for o in given.get("occasions", ())
        ),
        busy_periods=tuple(
            BusyPeriod(date.fromisoformat(b["from"]), date.fromisoformat(b["until"]), b.get("why") or "")
            for b in given.get("busy_periods", ())
        ),
        keep_in_touch=Interval(**given["keep_in_touch"]) if given.get("keep_in_touch") else None,
        do_not_contact=given.get("do_not_contact", False),
        channels=frozenset(channel for channel, known in channels.items() if known),
    )


def _birthday(text: str) -> Birthday:
    month, day = text[-5:].split("-")
    return Birthday(int(month), int(day))


def _log(contact_id: str, entries: list[Mapping[str, Any]]) -> tuple[Touch, ...]:
    return tuple(_touch(f"{contact_id}-{n}", entry) for n, entry in enumerate(entries))


def _touch(touch_id: str, entry: Mapping[str, Any]) -> Touch:
    words = {key: word(entry[key]) for key, word in _WORDS.items() if entry.get(key)}
    plain = {key: entry[key] for key in _PLAIN if entry.get(key) is not None}
    said: dict[str, Any] = {**words, **plain}
    return Touch(
        touch_id,
        datetime.fromisoformat(entry["occurred_at"]),
        Kind(entry["kind"]),
        Direction(entry["direction"]),
        **said,
        signals=tuple(Signal(signal) for signal in entry.get("signals", ())),
        ask_size=AskSize(entry.get("ask_size") or "none"),
        gave=bool(entry.get("gave")),
        received=bool(entry.get("received")),
        text=" ".join(entry.get(key) or "" for key in ("subject", "summary", "body")),
    )


def _promise(promise_id: str, given: Mapping[str, Any]) -> Promise:
    return Promise(
        promise_id,
        Party(given["by"]),
        given["what"],
        datetime.fromisoformat(given["made_at"]),
        date.fromisoformat(given["due_on"]) if given.get("due_on") else None,
        PromiseStatus(given.get("status", "open")),
        datetime.fromisoformat(given["resolved_at"]) if given.get("resolved_at") else None,
    )


def _follow_up(follow_up_id: str, given: Mapping[str, Any]) -> HandMadeFollowUp:
    due_at = datetime.fromisoformat(given["due_at"])
    return HandMadeFollowUp(follow_up_id, due_at, Action(given["action"]), given.get("note") or "")


def _gathering(event_id: str, event: Mapping[str, Any]) -> Gathering | None:
    if not event.get("attending", True):
        return None
    return Gathering(
        event_id,
        event["name"],
        datetime.fromisoformat(event["starts_at"]),
        datetime.fromisoformat(event["ends_at"]),
        tuple(Session(session["title"], session["kind"]) for session in event.get("sessions", ())),
    )


def _goal(goal_id: str, contact_id: str, goal: Mapping[str, Any]) -> Goal:
    return Goal(
        goal_id,
        goal["title"],
        AskSize(goal["ask_size"]),
        Urgency(goal.get("urgency", "normal")),
        tuple(goal.get("companies", ())),
        tuple(goal.get("fields", ())),
        frozenset({contact_id} if goal.get("_for_contact") else ()),
        date.fromisoformat(goal["ends_on"]) if goal.get("ends_on") else None,
    )


def main(paths: list[str]) -> int:
    """Play files and print what falls; the exit status is 1 if one does."""
    fallen = 0
    for path in paths:
        for vignette in read(Path(path)):
            bad = play(vignette)
            fallen += bool(bad)
            if bad:
                sys.stdout.write(f"- {vignette['id']} ({vignette['why']}): {'; '.join(bad)}\n")
    sys.stdout.write(f"{fallen} fell\n")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
