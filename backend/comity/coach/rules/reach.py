"""Reaching people far above the owner: the rules `reach.*`."""

from datetime import timedelta

from comity.coach import phrases
from comity.coach.bridges import Bridge, bridges, nobody_yet
from comity.coach.finding import Draft, Finding
from comity.coach.history import Connector, Touch
from comity.coach.situation import Situation
from comity.coach.step import Evidence, evidence_of
from comity.coach.words import Action, AskSize, TieKind

_KNOWS = {
    TieKind.COLLEAGUE: "knows them from work",
    TieKind.FRIEND: "is a friend of theirs",
    TieKind.FAMILY: "is family of theirs",
    TieKind.CLASSMATE: "went to school with them",
    TieKind.OTHER: "knows them",
}


def warm_intro(s: Situation) -> Finding | None:
    """A stranger, two or more rungs above the owner and a director or higher: `request_introduction`.

    The step asks the connector. A first word to such a person goes this way too, also when nothing is wanted yet. While
    one connector has not answered, no other is asked: two requests for one door embarrass both.
    """
    if s.relationship.behind_wall and s.asked_for is not None:
        return _given_time(s, *s.asked_for)
    way = s.way
    if not s.relationship.behind_wall or way is None:
        return None
    person = way.connector.history.person
    text = (
        f"{s.name} is far above you and does not know you. {person.full_name} {_knows(s, way.connector)}: "
        f"ask {phrases.first_name(person.full_name)} for an introduction."
    )
    step = Draft(Action.REQUEST_INTRODUCTION, AskSize.INTRODUCTION, through=way.connector, goal_id=s.goal_id)
    return Finding("reach.warm-intro", text, _evidence(s, person.id), step if _is_due(s) else None)


def build_bridge(s: Situation) -> Finding | None:
    """The same, and no usable path now: `build_bridge`: whom to get to know first, by name where somebody is near them.

    Somebody close who only may not be asked now is named too: time alone makes that way usable.
    """
    if not s.relationship.behind_wall or s.way is not None or s.asked_for is not None:
        return None
    bridge = next(iter(_bridges(s)), None)
    first = bridge.text if bridge else nobody_yet(s.person)
    text = f"{s.name} is far above you, and nobody can introduce you {_yet(s)}. {first}"
    step = Draft(Action.BUILD_BRIDGE, goal_id=s.goal_id) if _is_due(s) else None
    return Finding("reach.build-bridge", text, _evidence(s, bridge.contact_id if bridge else s.person.id), step)


def _given_time(s: Situation, connector: Connector, ask: Touch) -> Finding:
    """Return the wait until a connector answers, or the ask is forgotten."""
    text = f"You asked {connector.history.person.full_name} {s.ago(ask.occurred_at)} to introduce you: give it time."
    until = ask.occurred_at + timedelta(days=s.limits.open_ask_days)
    step = Draft(Action.WAIT, opens_at=until, goal_id=s.goal_id) if _is_due(s) else None
    return Finding("reach.warm-intro", text, (evidence_of(ask),), step)


def _is_due(s: Situation) -> bool:
    """Say whether somebody wants something of them, or they are new; whom the owner has met is first rekindled."""
    return s.never_met if s.wish is None else not (s.relationship.cold and not s.relationship.mere_connection)


def _bridges(s: Situation) -> list[Bridge]:
    later = {one.connector.history.person.id for one in s.ways.later}
    return bridges(s.person, s.circumstances, later=later)


def _yet(s: Situation) -> str:
    """Say that nobody can introduce the owner yet, or who can later."""
    later = next(iter(s.ways.later), None)
    return f"now ({later.connector.history.person.full_name} can later)" if later else "yet"


def _knows(s: Situation, connector: Connector) -> str:
    """Return how the connector knows the contact, or through whom."""
    if not connector.beyond:
        return _KNOWS[connector.tie_kind]
    names = [other.full_name for other in connector.beyond]
    return f"knows {names[0]}, who knows {s.name}"


def _evidence(s: Situation, contact_id: str) -> tuple[Evidence, ...]:
    return (Evidence("seniority", s.person.id), Evidence("contact", contact_id))
