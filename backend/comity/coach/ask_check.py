"""May this be asked now? (playbook §3, `ask.*`)."""

from dataclasses import dataclass
from datetime import datetime

from comity.coach import unlocks
from comity.coach.assemble import final_ask
from comity.coach.choose import choose_in
from comity.coach.decide import findings, proposals
from comity.coach.history import Circumstances, History
from comity.coach.postponing import postponed_until
from comity.coach.situation import Situation, situate
from comity.coach.step import Reason
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Action, AskSize

_ASKING = frozenset(
    {Action.INTRODUCE_YOURSELF, Action.PROPOSE_CALL, Action.PROPOSE_MEETING, Action.MAKE_ASK, Action.FOLLOW_UP}
)
_MAY_PRECEDE = frozenset(
    {
        Action.REPLY,
        Action.ASSESS,
        Action.THANK,
        Action.EVENT_BEFORE,
        Action.EVENT_DURING,
        Action.EVENT_AFTER,
        Action.CONGRATULATE,
        Action.CHECK_PROMISE,
    }
)


@dataclass(frozen=True, slots=True)
class Instead:
    """What to do in place of the ask. `action` is None where nothing is ever recommended."""

    action: Action | None
    ask_size: AskSize


@dataclass(frozen=True, slots=True)
class Unlock:
    """What would open a rung that is closed."""

    ask_size: AskSize
    text: str


@dataclass(frozen=True, slots=True)
class AskCheck:
    """The answer. `instead` is None where the ask is allowed."""

    allowed: bool
    max_ask: AskSize
    instead: Instead | None
    rules: tuple[Reason, ...]
    unlocks: tuple[Unlock, ...]


def check_ask(
    history: History,
    circumstances: Circumstances,
    *,
    as_of: datetime,
    ask_size: AskSize,
    limits: Thresholds = DEFAULTS,
) -> AskCheck:
    """Say whether the ask is allowed now, and if not, what would be and what would open it.

    What merely comes first does not forbid the ask, save a promise of the owner's: that one comes before anything else
    with this person.
    """
    s = situate(history, circumstances, as_of=as_of, want=ask_size, limits=limits)
    step = choose_in(s)
    allowed = step.action is not None and (ask_size is AskSize.NONE or _is_open(s, ask_size))
    closed = [rung for rung in unlocks.path(ask_size, s.relationship, s.name, limits) if not rung.allowed]
    return AskCheck(
        allowed=allowed,
        max_ask=step.max_ask,
        instead=None if allowed else Instead(step.action, step.ask_size),
        rules=(*step.reasons, *step.cautions),
        unlocks=tuple(Unlock(rung.ask_size, rung.text) for rung in closed),
    )


def _is_open(s: Situation, size: AskSize) -> bool:
    """Say whether the ask itself is the step, once what may come before it is done."""
    steps = [found.step for found in proposals(s, findings(s)) if found.step and found.step.action not in _MAY_PRECEDE]
    if not steps or steps[0].action not in _ASKING:
        return False
    return final_ask(s, steps[0]) is size and postponed_until(s, steps[0]) is None
