"""What Comity promises, and what the tests show of it: `@pytest.mark.promise("P5")` with the fixture `figure`.

Each run notes what its tests showed in `.make/promises.json`. `python -m tests.promised` prints `docs/promises.md` from
it: each promise beside its figure and the command that shows it again.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTED = ROOT / ".make" / "promises.json"
PROMISES = {
    "P1": "A delivery once accepted is never lost to a crash",
    "P2": "Inbound 2xx = durable, once",
    "P3": "Workers never take the same job twice",
    "P4": "A stuck job is rescued without double effect",
    "P5": "Job exists iff its transaction committed",
    "P6": "A follow-up fires once per due occurrence, in the user's own time zone",
    "P7": "Tampered or stale signatures never pass",
    "P8": "A replay changes nothing",
    "P9": "Secret rotation drops nothing",
    "P10": "Outbound calls cannot reach the inside",
    "P11": "A dead endpoint is retried, then parked, visibly",
    "P12": "POST is safe to retry",
    "P13": "No lost update",
    "P14": "Every error is one documented shape",
    "P15": "The schema is the truth",
    "P16": "The model holds under any order of calls",
    "P17": "Hostile input never yields 500",
    "P18": "Files: nothing crashes the importer, nothing vanishes silently",
    "P19": "An import is all or nothing per chunk, resumable",
    "P20": "Nobody sees anybody else's people",
    "P21": "The database refuses too",
    "P22": "Fields you may not set cannot be set",
    "P23": "Login leaks nothing and cannot be ground down",
    "P24": "Revocation is immediate",
    "P25": "Sessions cannot be fixed or forged cross-site",
    "P26": "One-time things work once",
    "P27": "Notes never run",
    "P28": "Exported sheets never run",
    "P29": "Disk full, locked, restarted: clear, whole",
    "P30": "Backups restore",
    "P31": "Upgrades never lose data",
    "P32": "It stays up when pushed",
    "P33": "You can take everything and go",
    "P34": "You can erase, provably",
    "P35": "Secrets are useless in a stolen database",
    "P36": "Logs hold no people and no secrets",
    "P37": "What happened is on record",
    "P38": "The process has nothing to spare",
    "P39": "The supply chain is pinned",
    "P40": "Settings cannot be wrong quietly",
    "K1": "A crash, hook: after HMAC, before insert: nothing stored; sender's retry stores once",
    "K2": "A crash, hook: after commit, before response: duplicate answered 200, one interaction",
    "K3": "A crash, idempotent POST: between domain row and key row: retry executes once",
    "K4": "A crash, idempotent POST: after commit, before response: stored answer returned byte-equal",
    "K5": "A crash, outbox: between domain row and outbox row: both or none",
    "K6": "A crash, worker: after claim, before send: another worker sends; attempt counted",
    "K7": "A crash, worker: after send, before recording: resent with the same webhook-id, new timestamp and signature",
    "K8": "A crash, worker: while writing the result: attempt log and job state agree",
    "K9": "A crash, scheduler: after computing due, before enqueue: fires once on restart",
    "K10": "A crash, scheduler: two leaders: second leader's writes refused",
    "K11": "A crash, import: mid-chunk, between chunks, at final count: resume equals an unkilled run",
    "K12": "A crash, merge of two people: any statement: both people whole, or one whole; links never dangle",
    "K13": "A crash, erase: between rows and side stores: re-run finishes; canary search 0",
    "K14": "A crash, migration: each statement: restart finishes or refuses with a named step",
    "K15": "A crash, backup / restore: mid-copy, mid-swap: old or new database, never a mixture",
    "K16": "A crash, key rotation: half the secrets re-wrapped: both keys readable until done",
}
HEAD = """# What Comity promises, and how it is shown

Written by `make promises` from the last runs of the tests; nothing is typed in by hand. The long form of a test runs in
`make test-crash`, its short form in `make test`. Seeds are printed by the tests.

| | promise | shown | again by |
|---|---|---|---|
"""

Noted = dict[str, dict[str, Any]]
Figure = Callable[[str], None]


class Notebook:
    """Collects what the tests of one run showed."""

    def __init__(self) -> None:
        self._shown: Noted = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Say of each test what it shows, so that its report says it too, whatever becomes of it."""
        for item in items:
            for marker in item.iter_markers("promise"):
                assert set(marker.args) <= PROMISES.keys(), f"{item.nodeid}: there is no promise {marker.args}"
                item.user_properties.append(("promises", list(marker.args)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how it ended."""
        said = dict(report.user_properties)
        if "promises" in said and (report.when == "call" or report.failed):
            self._shown[report.nodeid] = said | {"kept": report.passed, "seconds": round(report.duration)}

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Put it beside what earlier runs showed."""
        if self._shown and not hasattr(session.config, "workerinput"):
            NOTED.parent.mkdir(exist_ok=True)
            NOTED.write_text(json.dumps(_noted() | self._shown, indent=1, sort_keys=True))


def showing(request: pytest.FixtureRequest) -> Figure:
    """Return what the fixture `figure` is: it puts what a test found beside its promise."""

    def figure(said: str) -> None:
        print(said)
        request.node.user_properties.append(("figure", said))

    return figure


def page(noted: Noted) -> Iterator[str]:
    """Yield the lines of `docs/promises.md`."""
    yield HEAD.rstrip()
    for name, promise in PROMISES.items():
        tests = _by_test({node: one for node, one in noted.items() if name in one["promises"]})
        if not tests:
            yield f"| {name} | {promise} | not run | |"
        for test, shown in tests.items():
            yield f"| {name} | {promise} | {'<br>'.join(map(_said, shown))} | `{_command(test)}` |"


def _by_test(noted: Noted) -> dict[str, list[Noted]]:
    """Return what each test showed on each database: its long form where that was run."""
    found: dict[str, dict[str, Noted]] = {}
    for node, one in sorted(noted.items(), key=lambda noted: "long" in _variant(noted[0])):
        test = node.partition("[")[0]
        where = "-".join(part for part in _variant(node) if part not in {"long", "short"})
        found.setdefault(test, {})[where] = one | {"where": where, "short": "short" in _variant(node)}
    return {test: list(shown.values()) for test, shown in sorted(found.items())}


def _variant(node: str) -> list[str]:
    return node.partition("[")[2].removesuffix("]").split("-")


def _said(shown: Noted) -> str:
    kept = shown.get("figure", "kept") if shown["kept"] else "**broken**"
    return f"{shown['where']}: {kept}".removeprefix(": ") + (" (short form)" if shown["short"] else "")


def _command(test: str) -> str:
    return f".venv/bin/python -m pytest -m '' {test}"


def _noted() -> Noted:
    """Return what was noted of tests that are still there."""
    noted: Noted = json.loads(NOTED.read_text()) if NOTED.exists() else {}
    return {node: one for node, one in noted.items() if _is_there(node)}


def _is_there(node: str) -> bool:
    file, *_, test = node.partition("[")[0].split("::")
    path = ROOT / file
    return path.exists() and f"def {test}(" in path.read_text()


if __name__ == "__main__":
    print("\n".join(page(_noted())))
