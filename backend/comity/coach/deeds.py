"""What doing a step is in the log."""

from comity.coach.history import Touch
from comity.coach.touches import TALKS
from comity.coach.words import Action, Direction, Kind, Purpose

PURPOSES = {  # what the word of a step is for; None: any purpose will do
    Action.DELIVER_PROMISE: Purpose.PROMISE_DELIVERY,
    Action.THANK: Purpose.THANKS,
    Action.EVENT_AFTER: Purpose.THANKS,
    Action.EVENT_BEFORE: Purpose.SMALL_TALK,
    Action.FOLLOW_UP: Purpose.FOLLOW_UP,
    Action.CHECK_PROMISE: Purpose.PROMISE_CHECK,
    Action.CONGRATULATE: Purpose.CONGRATULATION,
    Action.INTRODUCE_YOURSELF: Purpose.OUTREACH,
    Action.REQUEST_INTRODUCTION: Purpose.INTRODUCTION_REQUEST,
    Action.PROPOSE_CALL: Purpose.ASK,
    Action.PROPOSE_MEETING: Purpose.ASK,
    Action.MAKE_ASK: Purpose.ASK,
    Action.SHARE_VALUE: Purpose.SHARE,
    Action.RECONNECT: Purpose.SMALL_TALK,
    Action.REPLY: None,
}
_TALKING = frozenset({Action.PROPOSE_CALL, Action.PROPOSE_MEETING, Action.EVENT_DURING, Action.REPLY})


def is_deed(touch: Touch) -> bool:
    """Say whether the owner did something."""
    return touch.direction is not Direction.INBOUND and touch.kind is not Kind.NOTE


def does(action: Action, touch: Touch) -> bool:
    """Say whether a touch is what a step advised: its purpose, or none at all, since few people note one."""
    if touch.direction is Direction.MUTUAL and touch.kind in TALKS:
        return action in _TALKING
    if action not in PURPOSES or not is_deed(touch):
        return False
    return PURPOSES[action] is None or touch.purpose in {None, PURPOSES[action]}
