"""How a message should be: its length, its opener, what to leave out (playbook §4; the brief of §7 is not yet here)."""

from comity.coach import commonalities
from comity.coach.situation import Situation
from comity.coach.step import MessageBrief
from comity.coach.words import Action, Party, PromiseStatus, TrustStage

SENT = frozenset(
    {
        Action.REPLY,
        Action.DELIVER_PROMISE,
        Action.THANK,
        Action.EVENT_BEFORE,
        Action.EVENT_AFTER,
        Action.FOLLOW_UP,
        Action.CHECK_PROMISE,
        Action.CONGRATULATE,
        Action.INTRODUCE_YOURSELF,
        Action.REQUEST_INTRODUCTION,
        Action.PROPOSE_CALL,
        Action.PROPOSE_MEETING,
        Action.MAKE_ASK,
        Action.SHARE_VALUE,
        Action.RECONNECT,
    }
)
_FIRST = ("attachments", "your resume", "a pitch", "links other than your profile")
_LATER = ("attachments",)


def message_brief(s: Situation, action: Action, *, to: Situation) -> MessageBrief | None:
    """Return how the message of a step should be, or None where nothing is sent.

    to: who reads it, the connector or the contact. Until briefs exist, the goals and the open promises stand in it.
    """
    if action not in SENT:
        return None
    is_first = not to.relationship.outbound and to.relationship.trust_stage <= TrustStage.ACQUAINTED
    return MessageBrief(
        sentences_at_most=_sentences(s, action, is_first=is_first),
        open_with=_opener(s, action),
        leave_out=_FIRST if is_first else _LATER,
        goals=tuple(goal.title for goal in s.goals[: s.limits.goals_per_meeting]),
        open_promises=tuple(_promises(to)),
    )


def _sentences(s: Situation, action: Action, *, is_first: bool) -> int:
    if action is Action.FOLLOW_UP:
        return s.limits.follow_up_sentences
    return s.limits.first_sentences if is_first else s.limits.later_sentences


def _opener(s: Situation, action: Action) -> str:
    """Return what to open with: the occasion of the step, else a common ground, else curiosity about them."""
    fixed = {
        Action.REPLY: f"An answer to what {s.name} wrote.",
        Action.DELIVER_PROMISE: "What you promised, without an excuse.",
        Action.THANK: f"One thing {s.name} said that stayed with you.",
        Action.CONGRATULATE: "The occasion itself, in one sentence.",
        Action.REQUEST_INTRODUCTION: f"Why you would like to meet {s.name}, and an easy way to say no.",
        Action.CHECK_PROMISE: "How they are, then the promise, with a way out.",
    }
    if action in fixed:
        return fixed[action]
    shared = s.circumstances.shared or commonalities.shared(s.person, s.circumstances.owner.background)
    if shared:
        return f"What you share: {shared[0]}."
    return f"Your curiosity about {_curiosity(s)}."


def _curiosity(s: Situation) -> str:
    if s.person.interests:
        return s.person.interests[0]
    if s.person.company:
        return f"their work at {s.person.company}"
    return f"what {s.name} is working on now"


def _promises(s: Situation) -> list[str]:
    states = [state for state in s.relationship.promises if state.status is PromiseStatus.OPEN]
    whose = {Party.ME: "You", Party.THEM: s.name}
    return [f"{whose[state.promise.by]}: {state.promise.what}" for state in states]
