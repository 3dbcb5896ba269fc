"""Who probably knows whom, by what the data shows: same company at the same time, same thread, same event (§7).

A tie is suggested, never added. In a large group two people seldom know each other, so the likelihood falls with its
size; and only those of a group who are nearest to the owner are paired, since pairs grow by the square.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log2

from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import SharedBy, TieKind


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a group."""

    contact_id: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Group:
    """People who were together. members: the nearest to the owner first. size: of all of them, 2 or more."""

    shared_by: SharedBy
    name: str
    members: tuple[Member, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Why:
    """What shows a tie, in a sentence."""

    shared_by: SharedBy
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who probably know each other. likelihood: 0..1, and a fair strength for the tie. why: best first."""

    one: Member
    other: Member
    kind: TieKind
    likelihood: float
    why: tuple[Why, ...]


def suggestions(groups: Iterable[Group], *, of: str | None = None, limits: Thresholds = DEFAULTS) -> list[Suggestion]:
    """Return who probably knows whom, the likeliest first. of: only pairs with this contact.

    Several reasons for one pair add up: the chance that all of them mislead is the product.
    """
    found: dict[tuple[str, str], list[tuple[float, Group]]] = {}
    people: dict[str, Member] = {}
    for group in groups:
        likelihood = likelihood_in(group.shared_by, group.size, limits)
        for one, other in _pairs(group, of, limits):
            people[one.contact_id], people[other.contact_id] = one, other
            found.setdefault((one.contact_id, other.contact_id), []).append((likelihood, group))
    told = [_suggestion(people[one], people[other], reasons) for (one, other), reasons in found.items()]
    return sorted(told, key=lambda it: (-it.likelihood, it.one.contact_id, it.other.contact_id))


def likelihood_in(shared_by: SharedBy, size: int, limits: Thresholds = DEFAULTS) -> float:
    """Return the chance that two of a group know each other: it falls with the logarithm of its size."""
    alone = {
        SharedBy.THREAD: limits.knows_by_thread,
        SharedBy.EVENT: limits.knows_by_event,
        SharedBy.COMPANY: limits.knows_by_company,
    }[shared_by]
    return alone / log2(max(2, size))


def _pairs(group: Group, of: str | None, limits: Thresholds) -> Iterator[tuple[Member, Member]]:
    """Yield the pairs of a group, each in the order of ids."""
    members = sorted(group.members[: limits.members_looked_at], key=lambda one: one.contact_id)
    if of is None:
        yield from combinations(members, 2)
        return
    asked = next((one for one in group.members if one.contact_id == of), None)
    for other in members:
        if asked is not None and other.contact_id != of:
            first, second = sorted((asked, other), key=lambda one: one.contact_id)
            yield first, second


def _suggestion(one: Member, other: Member, reasons: list[tuple[float, Group]]) -> Suggestion:
    reasons.sort(key=lambda reason: (-reason[0], reason[1].name))
    misleading = 1.0
    for likelihood, _ in reasons:
        misleading *= 1 - likelihood
    colleagues = any(group.shared_by is SharedBy.COMPANY for _, group in reasons)
    kind = TieKind.COLLEAGUE if colleagues else TieKind.OTHER
    why = dict.fromkeys(Why(group.shared_by, _text(group)) for _, group in reasons)
    return Suggestion(one, other, kind, round(1 - misleading, 4), tuple(why))


def _text(group: Group) -> str:
    others = f", with {group.size - 2} more of your contacts" if group.size > 2 else ""
    return {
        SharedBy.THREAD: f"Both take part in “{group.name}”{others}." if group.name else "Both take part in one talk.",
        SharedBy.EVENT: f"Both are at {group.name}{others}.",
        SharedBy.COMPANY: f"Both work at {group.name} now{others}.",
    }[group.shared_by]
