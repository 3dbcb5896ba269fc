"""What earlier conversations left open (playbook §7: what is left opens the next meeting's brief)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from comity.coach.history import Touch
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import GoalOutcome

_SETTLED = frozenset({GoalOutcome.REACHED, GoalOutcome.DROPPED})


@dataclass(frozen=True, slots=True)
class LeftGoal:
    """A goal of an earlier conversation that was not reached. outcome: None where nobody said what became of it."""

    goal: str
    outcome: GoalOutcome | None
    touch: Touch


def left_open(touches: Iterable[Touch], *, as_of: datetime, limits: Thresholds = DEFAULTS) -> tuple[LeftGoal, ...]:
    """Return the goals of past conversations that are neither reached nor dropped, the latest first.

    A goal that was taken up again counts as it stood the last time. Where nobody noted an outcome it counts as left:
    the owner sees it once more and says what became of it, rather than losing it.
    """
    since = as_of - timedelta(days=limits.left_goals_days)
    past = sorted((t for t in touches if since < t.occurred_at <= as_of), key=lambda t: (t.occurred_at, t.id))
    latest: dict[str, LeftGoal] = {}
    for touch in past:
        for goal, outcome in outcomes_of(touch):
            latest.pop(same(goal), None)
            latest[same(goal)] = LeftGoal(goal, outcome, touch)
    left = [found for found in latest.values() if found.outcome not in _SETTLED]
    return tuple(reversed(left))[: limits.left_goals_most]


def outcomes_of(touch: Touch) -> Iterable[tuple[str, GoalOutcome | None]]:
    """Return each goal of a conversation with what became of it."""
    unsaid = [None] * (len(touch.goals) - len(touch.goal_outcomes))
    return zip(touch.goals, (*touch.goal_outcomes, *unsaid), strict=False)


def same(goal: str) -> str:
    """Return the text by which a goal is recognised when it is set again."""
    return " ".join(goal.casefold().split()).rstrip(".!")
