"""Whom to get to know first, where nobody can introduce the owner yet (playbook §3, `reach.build-bridge`)."""

from collections.abc import Collection
from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.history import Circumstances, Connector, Neighbour, Person
from comity.coach.words import BridgeKind

_ORDER = list(BridgeKind)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Somebody to get to know first, and why in a sentence."""

    contact_id: str
    full_name: str
    kind: BridgeKind
    text: str


def bridges(person: Person, circumstances: Circumstances, *, later: Collection[str] = ()) -> list[Bridge]:
    """Return whom to get to know first, the best first: who knows them, else company, school, event, field.

    later: connectors who are close enough, and only not to be asked now; nobody gets to know them better for that.
    Within one reason, who is nearest comes first.
    """
    known = [_who_knows(connector) for connector in circumstances.connectors if _may_be(connector, later)]
    near = sorted(
        (*known, *circumstances.neighbours), key=lambda one: (_ORDER.index(one.kind), -one.closeness, one.contact_id)
    )
    first: dict[str, Neighbour] = {}
    for one in near:
        if one.contact_id != person.id:
            first.setdefault(one.contact_id, one)
    return [Bridge(one.contact_id, one.full_name, one.kind, _text(one, person)) for one in first.values()]


def nobody_yet(person: Person) -> str:
    """Return where to look for a bridge among people who are not in the list yet."""
    if person.company:
        return f"Get to know somebody at {person.company} first."
    if person.schools:
        return f"Get to know somebody who went to {person.schools[0]} first."
    if person.field:
        return f"Get to know somebody in {person.field} first."
    return "Get to know somebody near them first: a colleague, or a speaker at the same events."


def _may_be(connector: Connector, later: Collection[str]) -> bool:
    person = connector.history.person
    return not person.do_not_contact and person.id not in later


def _who_knows(connector: Connector) -> Neighbour:
    """Return a connector who cannot be asked yet as a bridge; who needs somebody between comes after who does not."""
    person = connector.history.person
    known = connector.beyond[0].full_name if connector.beyond else ""
    closeness = connector.tie_strength if not connector.beyond else connector.tie_strength - 1
    return Neighbour(person.id, person.full_name, BridgeKind.TIE, known, closeness)


def _text(one: Neighbour, person: Person) -> str:
    name = phrases.first_name(person.full_name)
    why = {
        BridgeKind.TIE: f"they know {one.ground}, who knows {name}" if one.ground else "they know each other",
        BridgeKind.COMPANY: f"both have worked at {one.ground}",
        BridgeKind.SCHOOL: f"both went to {one.ground}",
        BridgeKind.EVENT: f"both are at {one.ground}",
        BridgeKind.FIELD: f"both are in {one.ground}",
    }[one.kind]
    better = " better" if one.closeness > 0 or one.kind is BridgeKind.TIE else ""
    return f"Get to know {one.full_name}{better} first: {why}."
