"""Both endings of a conversation: what to propose if the good signs come, how to close kindly if not (playbook §7)."""

from dataclasses import dataclass, replace

from comity.coach import phrases
from comity.coach.asking import asking_action, may_ask
from comity.coach.finding import Draft
from comity.coach.history import Goal, Touch
from comity.coach.postponing import postponed_until
from comity.coach.situation import Situation, situate
from comity.coach.words import Action, AskSize, Direction, Kind, Signal, TrustStage


@dataclass(frozen=True, slots=True)
class Ending:
    """How to end. ask_size: what is proposed, `none` where nothing is. goal: the goal that it serves."""

    ask_size: AskSize
    action: Action | None
    text: str
    goal: Goal | None = None


def if_good_signs_come(s: Situation) -> Ending:
    """Return what to propose: the largest useful ask that trust allows and no rule stands against, else a give.

    An active goal's ask comes before growth's own next rung: a call below rapport, a meeting from rapport on. Trust is
    taken as it is now: good signs make an ask welcome, they do not make it larger. What the talk itself ends (a
    silence, a cold tie, an open ask) stands against nothing any more. Source: playbook §2, §3 and §7.
    """
    after = _after_a_good_talk(s)
    highest = s.relationship.max_ask
    goal = after.wish.goal if after.wish else None
    if goal and AskSize.QUESTION < goal.ask_size <= highest and _may_propose(after, goal.ask_size, serves=goal):
        what = phrases.ask(goal.ask_size)
        text = f"Ask for {what} in one sentence that is easy to decline. It serves your goal: {goal.title}."
        return Ending(goal.ask_size, asking_action(goal.ask_size), text, goal)
    open_rungs = (size for size in _rungs(s) if size <= highest and _may_propose(after, size))
    size = next(open_rungs, AskSize.NONE)
    return Ending(size, asking_action(size) if size > AskSize.QUESTION else None, _proposal(s, size))


def if_they_do_not(s: Situation) -> Ending:
    """Return how to close kindly: thanks, nothing asked, the door open. A bad day of a friend is only a bad day."""
    close = s.relationship.trust_stage >= TrustStage.TRUSTED
    days = s.limits.bad_day_days if close else s.limits.disinterest_days
    text = (
        f"End a little early. Thank {s.name}, name one thing that you take with you, and ask nothing. "
        f"Leave the door open, then give them {phrases.counted(days, 'day')}; a word of theirs ends that."
    )
    return Ending(AskSize.NONE, None, text)


def _after_a_good_talk(s: Situation) -> Situation:
    """Return the situation at the end of the conversation, had it taken place now and gone well."""
    talk = Touch("talk", s.as_of, Kind.CALL, Direction.MUTUAL, signals=(Signal.ASKED_QUESTIONS, Signal.CANDID))
    others = tuple(touch for touch in s.history.touches if touch is not s.planned)
    history = replace(s.history, touches=(*others, talk))
    return situate(history, s.circumstances, as_of=s.as_of, limits=s.limits)


def _rungs(s: Situation) -> tuple[AskSize, ...]:
    near = s.relationship.effective_stage >= TrustStage.RAPPORT
    rungs = (AskSize.MEETING, AskSize.SHORT_CALL, AskSize.QUESTION)
    return rungs if near else rungs[1:]


def _may_propose(after: Situation, size: AskSize, *, serves: Goal | None = None) -> bool:
    if after.person.do_not_contact or not may_ask(after, size):
        return False
    draft = Draft(asking_action(size), size, goal_id=serves.id if serves else None)
    return postponed_until(after, draft) is None


def _proposal(s: Situation, size: AskSize) -> str:
    if size is AskSize.NONE and s.relationship.behind_wall:
        return f"Ask nothing. If {s.name} invites you to come back, say yes and name a week."
    if size is AskSize.NONE:
        gift = f"towards {s.person.needs[0]}" if s.person.needs else "that they would use"
        return f"Offer {s.name} something {gift}, and ask nothing: asks wait for now."
    if size is AskSize.QUESTION:
        return "Ask whether you may stay in touch, and say when you will write."
    return f"Propose {phrases.ask(size)} and name a week. Say that a no is fine."
