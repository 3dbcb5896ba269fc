"""What the owner is after: the rules `goal.*`."""

from comity.coach import phrases
from comity.coach.asking import asking_action, may_ask
from comity.coach.finding import Draft, Finding
from comity.coach.situation import Situation
from comity.coach.step import Evidence
from comity.coach.words import AskSize


def serve(s: Situation) -> Finding | None:
    """An active goal concerns them, and an ask for it is allowed: the largest useful ask that is allowed."""
    goal = s.wish.goal if s.wish else None
    if goal is None or s.want is not None or s.wished is AskSize.NONE or not may_ask(s, goal.ask_size):
        return None
    text = f'{s.name} can help with "{goal.title}": {phrases.ask(s.wished)} is open to you now.'
    step = Draft(asking_action(s.wished), s.wished, goal_id=goal.id)
    return Finding("goal.serve", text, (Evidence("goal", goal.id),), step)
