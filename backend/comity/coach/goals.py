"""Whom a goal concerns (playbook §3): whom it names, whose company or field it names, or everybody."""

from collections.abc import Callable, Iterable
from datetime import date

from comity.coach.history import Goal, Person
from comity.coach.spellings import folded, plain_name
from comity.coach.words import CommonalityKind


def concerning(person: Person, goals: Iterable[Goal], *, today: date) -> list[Goal]:
    """Return the active goals that concern a person: who is named first, then urgency, then the size of the ask."""
    active = [goal for goal in goals if (goal.ends_on is None or goal.ends_on >= today) and concerns(goal, person)]
    return sorted(active, key=lambda goal: (-names(goal, person), -goal.urgency.rung, -goal.ask_size.rung, goal.id))


def concerns(goal: Goal, person: Person) -> bool:
    """Say whether a goal concerns a person."""
    return names_nobody(goal) or names(goal, person) > 0


def names_nobody(goal: Goal) -> bool:
    """Say whether a goal names neither people nor companies nor fields."""
    return not (goal.contact_ids or goal.companies or goal.fields)


def names(goal: Goal, person: Person) -> int:
    """Return how closely a goal names a person: 2 in person, 1 by company or field, 0 not at all."""
    if person.id in goal.contact_ids:
        return 2
    by_company = _is_among(person.company, goal.companies, _company)
    by_field = _is_among(person.field, goal.fields, folded)
    return int(by_company or by_field)


def _is_among(name: str | None, others: Iterable[str], plainly: Callable[[str], str]) -> bool:
    """Say whether a name is among others, however they are spelled."""
    plain = plainly(name or "")
    return plain != "" and any(plain == plainly(other) for other in others)


def _company(name: str) -> str:
    return plain_name(CommonalityKind.EMPLOYER, name)
