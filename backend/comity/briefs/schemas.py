"""Bodies of `/v1/contacts/{id}/brief`."""

from datetime import date, datetime

from pydantic import Field

from comity.coach.words import Action, AskSize, GoalOutcome, Kind, Party, Signal
from comity.commonalities.schemas import CommonalityOut
from comity.next_steps.schemas import StepContact
from comity.schemas import Out


class PlannedTalk(Out):
    """The conversation that the brief is for."""

    interaction_id: str
    kind: Kind
    occurred_at: datetime


class LastTalk(Out):
    """The last time both spoke, and what was noted of it."""

    interaction_id: str
    kind: Kind
    occurred_at: datetime
    summary: str | None
    signals: list[Signal]


class LeftGoalOut(Out):
    """A goal of an earlier conversation that was not reached. `outcome`: null where nobody said."""

    goal: str
    outcome: GoalOutcome | None
    interaction_id: str
    occurred_at: datetime


class FactOut(Out):
    """Something to know beforehand. `known`: null where it is missing; `how`: where to look."""

    what: str
    known: str | None
    how: str


class BriefPromise(Out):
    """A promise that is open."""

    id: str
    by: Party
    what: str
    due_on: date


class SignalToWatch(Out):
    """A signal, and what it looks like."""

    signal: Signal
    text: str


class SignalsToWatch(Out):
    """What to watch for: signs of interest, and the others."""

    positive: list[SignalToWatch]
    negative: list[SignalToWatch]


class EndingOut(Out):
    """How to end. `ask_size`: what is proposed, `none` where nothing is."""

    ask_size: AskSize
    action: Action | None
    text: str
    goal_id: str | None


class Endings(Out):
    """Both endings: if the good signs come, and if the others do."""

    good: EndingOut
    otherwise: EndingOut


class Accomplishments(Out):
    """One or two, to weave in after common ground. `when`: never to open with."""

    texts: list[str]
    when: str


class BriefOut(Out):
    """The brief before a conversation, on one page."""

    contact: StepContact
    planned: PlannedTalk | None
    minutes: int = Field(description="As planned, else as such a talk usually takes.")
    goals: list[str] = Field(description="At most two; what earlier conversations left open comes first.")
    left_open: list[LeftGoalOut]
    known: list[FactOut]
    find_out: list[FactOut]
    questions: list[str]
    commonalities: list[CommonalityOut]
    open_promises: list[BriefPromise]
    accomplishments: Accomplishments
    signals_to_watch: SignalsToWatch
    endings: Endings
    last_conversation: LastTalk | None
