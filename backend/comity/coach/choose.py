"""One step for one contact (playbook §4)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from comity.coach import postponing, unlocks
from comity.coach.assemble import assembled
from comity.coach.changes import first_change
from comity.coach.decide import NOTHING_BUT_AN_ASK, findings, proposals
from comity.coach.finding import Draft, Finding
from comity.coach.history import Circumstances, History
from comity.coach.postponing import holding_back, postponed_until
from comity.coach.rules import contact, wait
from comity.coach.situation import Situation, situate
from comity.coach.step import NextStep, Reason
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.windows import PAUSES
from comity.coach.words import Action, AskSize


def choose(
    history: History,
    circumstances: Circumstances,
    *,
    as_of: datetime,
    want: AskSize | None = None,
    limits: Thresholds = DEFAULTS,
) -> NextStep:
    """Return the one step that fits this contact at `as_of`, with the runners-up as its alternatives.

    as_of: aware. want: an ask that the owner asks about; the answer then has the path to it. Source: playbook §4.
    """
    return choose_in(situate(history, circumstances, as_of=as_of, want=want, limits=limits))


def choose_in(s: Situation, *, looks_ahead: bool = True) -> NextStep:
    """Return the one step that fits a situation.

    looks_ahead: say when a contact with whom nothing is due comes up again, which costs more than the choice itself;
    a list that leaves such contacts out goes without.
    """
    refused = contact.do_not(s)
    if refused is not None:
        reason = Reason(refused.rule, refused.text, refused.evidence)
        return NextStep(None, AskSize.NONE, AskSize.NONE, (reason,), headline=refused.text)
    found = findings(s)
    steps = proposals(s, found) or [wait.nothing_due(s, first_change(s) if looks_ahead else None)]
    first = _in_time(s, steps[0])
    found += _at_the_connector(s, steps[0])
    postponed = [] if first is steps[0] else steps[:1]
    return replace(
        assembled(s, first, found),
        alternatives=_alternatives(s, first, [*postponed, *steps[1:]]),
        path=unlocks.path(s.want, s.relationship, s.name, s.limits) if s.want else (),
    )


def _in_time(s: Situation, finding: Finding) -> Finding:
    """Return the finding, or the wait that timing makes of a step that is nothing but an ask."""
    step = finding.step
    if step is None or step.action not in NOTHING_BUT_AN_ASK:
        return finding
    until = postponed_until(s, step)
    if until is None:
        return finding
    holding = next(holding_back(s, step))
    return replace(holding, step=Draft(Action.WAIT, opens_at=until, goal_id=step.goal_id))


def _at_the_connector(s: Situation, finding: Finding) -> Iterator[Finding]:
    """Yield what holds asks back at the place of the connector whom a step asks."""
    if finding.step is not None and finding.step.through is not None:
        yield from postponing.findings(s.at_connector(finding.step.through))


def _alternatives(s: Situation, first: Finding, others: Iterable[Finding]) -> tuple[NextStep, ...]:
    """Return the runners-up, one for each action; a pause is no alternative."""
    seen = {first.step.action} if first.step else set()
    runners_up = []
    for finding in others:
        if finding.step is None or finding.step.action in seen or finding.step.action in PAUSES:
            continue
        seen.add(finding.step.action)
        runners_up.append(assembled(s, finding, ()))
    return tuple(runners_up[: s.limits.runners_up])
