"""The plan of an event: a touch before, during and after it with each of its key people (playbook §7, "Events")."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from comity.coach import event_steps, gatherings
from comity.coach.decide import findings, proposals
from comity.coach.finding import Draft
from comity.coach.history import Gathering, Touch
from comity.coach.situation import Situation
from comity.coach.step import Reason, Window
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.windows import window_of
from comity.coach.words import Action, AskSize, EventPhase, TouchState

_PAST = frozenset({TouchState.DONE, TouchState.SKIPPED})
AT_EVENTS = (Action.EVENT_BEFORE, Action.EVENT_DURING, Action.EVENT_AFTER)


@dataclass(frozen=True, slots=True)
class PlannedTouch:
    """One touch with one person. window: when it goes. done_by: the interaction that was it.

    A talk there leaves the second touch open until the event ends, since the next part may bring the better talk.
    """

    action: Action
    state: TouchState
    ask_size: AskSize
    text: str
    window: Window
    done_by: Touch | None = None


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """A key person's three touches. held_back: why none of them goes now, where a rule has them rest."""

    contact_id: str
    touches: tuple[PlannedTouch, ...]
    held_back: Reason | None = None


def phase_of(gathering: Gathering, *, as_of: datetime, limits: Thresholds = DEFAULTS) -> EventPhase:
    """Return where an event stands."""
    if as_of < gathering.starts_at:
        return EventPhase.BEFORE
    if as_of < gathering.ends_at:
        return EventPhase.DURING
    return EventPhase.AFTER if as_of < gatherings.over_at(gathering, limits) else EventPhase.OVER


def plan_for(s: Situation, gathering: Gathering) -> KeyPerson:
    """Return the plan with one key person; what `easy-win.event` advises now has the state `now`.

    gathering: one of the situation's. Source: playbook §3, `easy-win.event`, and §7.
    """
    due = event_steps.step_at(s, gathering)
    held_back = _held_back(s, gathering) if due else None
    return KeyPerson(s.person.id, tuple(_touches(s, gathering, None if held_back else due)), held_back)


def _touches(s: Situation, gathering: Gathering, due: Draft | None) -> Iterator[PlannedTouch]:
    done = {
        Action.EVENT_BEFORE: gatherings.word_ahead(s, gathering),
        Action.EVENT_DURING: gatherings.talk_at(s, gathering),
        Action.EVENT_AFTER: gatherings.thanks_for(s, gathering),
    }
    for draft in _drafts(s, gathering):
        touch = done[draft.action]
        state = _state(s, draft, due, is_done=touch is not None)
        looked_at = draft.opens_at if state in _PAST and draft.opens_at else s.as_of
        window = window_of(draft, s.circumstances.calendar, as_of=looked_at, limits=s.limits)
        text = event_steps.text_of(s, gathering, draft.action)
        yield PlannedTouch(draft.action, state, draft.ask_size, text, window, touch)


def _drafts(s: Situation, gathering: Gathering) -> Iterable[Draft]:
    """Return the three touches as they go, or would have gone."""
    ahead = gathering.starts_at - timedelta(days=s.limits.event_ahead_days)
    return (
        Draft(Action.EVENT_BEFORE, opens_at=ahead, closes_at=gathering.starts_at),
        Draft(Action.EVENT_DURING, opens_at=gathering.starts_at, closes_at=gathering.ends_at),
        event_steps.word_after(s, gathering),
    )


def _state(s: Situation, draft: Draft, due: Draft | None, *, is_done: bool) -> TouchState:
    if due is not None and due.action is draft.action:
        return TouchState.NOW
    if is_done:
        return TouchState.DONE
    return TouchState.AHEAD if draft.closes_at and s.as_of < draft.closes_at else TouchState.SKIPPED


def _held_back(s: Situation, gathering: Gathering) -> Reason | None:
    """Return the rule that keeps event steps from coming out: a rest. Other obligations merely come first."""
    steps = proposals(s, findings(s))
    if not steps or any(finding.step and finding.step.action in AT_EVENTS for finding in steps):
        return None
    first = steps[0]
    return Reason(first.rule, first.text, first.evidence)
