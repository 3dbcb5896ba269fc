"""Whom a goal concerns (playbook §3): whom it names, whose company or field it names, or everybody."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from comity.coach.history import Goal, Person

_LEGAL_FORM = re.compile(r"\s+(inc|llc|ltd|limited|gmbh|ag|se|sa|sas|bv|plc|corp|co)\.?$")


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
    by_company = person.company is not None and same_name(person.company, goal.companies)
    by_field = person.field is not None and same_name(person.field, goal.fields)
    return int(by_company or by_field)


def same_name(name: str, others: Iterable[str]) -> bool:
    """Say whether a name is among others, whatever the case and the legal form."""
    plain = plain_name(name)
    return bool(plain) and any(plain == plain_name(other) for other in others)


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Return a name without case, outer space and legal form."""
    return _LEGAL_FORM.sub("", name.casefold().strip().rstrip(",").replace(",", ""))
