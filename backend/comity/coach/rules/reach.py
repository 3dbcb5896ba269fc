"""Reaching people far above the owner: the rules `reach.*`."""

from comity.coach import goals, phrases
from comity.coach.finding import Draft, Finding
from comity.coach.situation import Situation
from comity.coach.step import Evidence
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

    The step asks the connector. A first word to such a person goes this way too, also when nothing is wanted yet.
    """
    if not s.relationship.behind_wall or s.connector is None:
        return None
    connector, _ = s.connector
    person = connector.history.person
    via = phrases.first_name(person.full_name)
    text = (
        f"{s.name} is far above you and does not know you. {person.full_name} {_KNOWS[connector.tie_kind]}: "
        f"ask {via} for an introduction."
    )
    step = Draft(Action.REQUEST_INTRODUCTION, AskSize.INTRODUCTION, through=connector, goal_id=s.goal_id)
    return Finding("reach.warm-intro", text, _evidence(s, person.id), step if _is_due(s) else None)


def build_bridge(s: Situation) -> Finding | None:
    """The same, and no usable path now: `build_bridge`: whom to get to know first."""
    if not s.relationship.behind_wall or s.connector is not None:
        return None
    text = f"{s.name} is far above you, and nobody can introduce you yet. {_bridge(s)}"
    step = Draft(Action.BUILD_BRIDGE, goal_id=s.goal_id) if _is_due(s) else None
    return Finding("reach.build-bridge", text, _evidence(s, s.person.id), step)


def _is_due(s: Situation) -> bool:
    """Say whether somebody wants something of them, or they are new; whom the owner has met is first rekindled."""
    return s.never_met if s.wish is None else not (s.relationship.cold and not s.relationship.mere_connection)


def _bridge(s: Situation) -> str:
    """Return whom to get to know first: who knows them, else company, school, field."""
    known = [c for c in s.circumstances.connectors if not c.history.person.do_not_contact]
    if known:
        nearest = max(known, key=lambda connector: (connector.tie_strength, connector.history.person.id))
        return f"Get to know {nearest.history.person.full_name} better first: they know each other."
    if s.person.company:
        return f"Get to know somebody at {s.person.company} first."
    shared = [
        school for school in s.person.schools if goals.same_name(school, s.circumstances.owner.background.schools)
    ]
    if shared:
        return f"Get to know somebody of {shared[0]} first: you both went there."
    if s.person.field:
        return f"Get to know somebody in {s.person.field} first."
    return "Get to know somebody near them first: a colleague, or a speaker at the same events."


def _evidence(s: Situation, contact_id: str) -> tuple[Evidence, ...]:
    return (Evidence("seniority", s.person.id), Evidence("contact", contact_id))
