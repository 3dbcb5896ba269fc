"""The one line of a next step."""

from comity.coach import phrases
from comity.coach.finding import Draft
from comity.coach.step import Via
from comity.coach.words import Action, AskSize

_LINES = {
    Action.REPLY: "Answer {name}",
    Action.DELIVER_PROMISE: "Keep your promise to {name}",
    Action.ASSESS: "Note how it went with {name}",
    Action.THANK: "Thank {name}",
    Action.PREPARE_MEETING: "Prepare your talk with {name}",
    Action.EVENT_BEFORE: "Send {name} a word before the event",
    Action.EVENT_DURING: "Look for {name} at the event",
    Action.EVENT_AFTER: "Write to {name} after the event",
    Action.FOLLOW_UP: "Follow up with {name}",
    Action.CHECK_PROMISE: "Ask {name} once, lightly, about the promise",
    Action.CONGRATULATE: "Congratulate {name}",
    Action.INTRODUCE_YOURSELF: "Introduce yourself to {name}",
    Action.REQUEST_INTRODUCTION: "Ask {via} to introduce you to {name}",
    Action.BUILD_BRIDGE: "Get to know somebody near {name} first",
    Action.PROPOSE_CALL: "Propose {ask} to {name}",
    Action.PROPOSE_MEETING: "Propose {ask} to {name}",
    Action.MAKE_ASK: "Ask {name} for {ask}",
    Action.SHARE_VALUE: "Share something useful with {name}",
    Action.RECONNECT: "Send {name} a light word",
    Action.WAIT: "Give {name} time",
    Action.LET_GO: "Let {name} go for now",
}
_ASKING = frozenset({Action.PROPOSE_CALL, Action.PROPOSE_MEETING, Action.MAKE_ASK})
_WITH_ASK = frozenset({Action.THANK, Action.EVENT_AFTER, Action.INTRODUCE_YOURSELF})


def headline(step: Draft, name: str, size: AskSize, via: Via | None, *, into_silence: bool = False) -> str:
    """Return what to do, in one line.

    size: what the step asks in the end; a coffee planned by hand may have become a call, or nothing. into_silence: they
    have not answered the last word.
    """
    if step.action is Action.FOLLOW_UP and into_silence:
        return f"Follow up once with {name}, shorter than before"
    if step.action in _ASKING and size <= AskSize.QUESTION:
        return f"Ask {name} one question" if size is AskSize.QUESTION else f"Write to {name}, and ask nothing yet"
    line = _LINES[step.action].format(
        name=name, ask=phrases.ask(size), via=phrases.first_name(via.full_name) if via else "somebody"
    )
    if step.action in _WITH_ASK and size is not AskSize.NONE:
        line += f", and ask for {phrases.ask(size)}" if size > AskSize.QUESTION else ", with one small question"
    return line
