"""What the owner and a contact have in common, how rare it is, and what to open with (playbook §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from math import log

from comity.coach import grounds, phrases
from comity.coach.history import Background, Person
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import CommonalityKind


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that both have, in the contact's own spelling.

    key: see `grounds.py`; an id for events and people. at: when an event begins. known: False for a mutual contact whom
    the owner does not know yet.
    """

    kind: CommonalityKind
    name: str
    key: str
    at: datetime | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Commonality:
    """A ground, weighed.

    shared_by: how many contacts have it, this one among them; of a mutual contact: how many ties they have.
    rarity: 0..1, 1 where nobody else has it. worth: 0..1, by which commonalities are ordered. text: in a sentence.
    opener: a first sentence that the owner may use.
    """

    kind: CommonalityKind
    name: str
    key: str
    shared_by: int
    rarity: float
    worth: float
    text: str
    opener: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class InCommon:
    """What the owner and a contact have in common, the best first, and what to open with. contacts: in all."""

    person: Person
    items: tuple[Commonality, ...]
    opener: str
    contacts: int


def shared(person: Person, background: Background) -> list[str]:
    """Return what both have: employers, schools, places, groups and interests, by the contact's own spelling."""
    return [found.name for found in common_grounds(person, background)]


def common_grounds(person: Person, background: Background) -> list[Ground]:
    """Return what a person has in common with the owner's background, each thing once."""
    owners = _of_owner(background)
    if not owners:
        return []
    theirs = _by_key(grounds.names_of(person))
    return [Ground(owners[key].kind, found.name, key) for key, found in theirs.items() if key in owners]


def weighed(
    found: Iterable[Ground],
    counts: Mapping[str, int],
    *,
    contacts: int,
    person: Person,
    as_of: datetime,
    limits: Thresholds = DEFAULTS,
) -> tuple[Commonality, ...]:
    """Return commonalities, the one that is worth most first.

    counts: how many contacts have each, by key; contacts: how many there are in all. A rare one is worth more:
    rarity is the share of the information that it gives, `1 - ln(count) / ln(contacts + 1)`. Source: playbook §7.
    """
    all_of_them = [_weighed(ground, counts.get(ground.key, 1), contacts, person, as_of, limits) for ground in found]
    return tuple(sorted(all_of_them, key=lambda one: (-one.worth, one.kind, one.name)))


def rarity(count: int, contacts: int) -> float:
    """Return how rare something is that `count` of `contacts` have: 1 where it is one alone, near 0 where all do."""
    count, contacts = max(1, count), max(1, contacts, count)
    return 1 - log(count) / log(contacts + 1)


def opener(found: Iterable[Commonality], person: Person) -> str:
    """Return a first sentence for a message: by the best commonality, else by curiosity about them.

    found: the best first. Whom the owner does not know yet is nobody to open with.
    """
    best = next((one for one in found if one.known), None)
    return best.opener if best else curiosity(person)


def curiosity(person: Person) -> str:
    """Return an opening question for somebody with whom nothing is shared."""
    if person.interests:
        return f"I read that you care about {person.interests[0]}: how did you come to it?"
    if person.company:
        return f"What are you working on at {person.company} these days?"
    return "What are you working on these days?"


@lru_cache(maxsize=256)
def _of_owner(background: Background) -> dict[str, Ground]:
    return _by_key(grounds.names_of_owner(background))


def _by_key(names: Iterable[tuple[CommonalityKind, Iterable[str]]]) -> dict[str, Ground]:
    found: dict[str, Ground] = {}
    for kind, several in names:
        for name in several:
            key = grounds.ground(kind, name)
            if key:
                found.setdefault(key, Ground(kind, name, key))
    return found


def _weighed(
    ground: Ground, count: int, contacts: int, person: Person, as_of: datetime, limits: Thresholds
) -> Commonality:
    rare = rarity(count, contacts)
    factor = limits.ground_worth[ground.kind] * (1.0 if ground.known else limits.unknown_mutual_worth)
    return Commonality(
        kind=ground.kind,
        name=ground.name,
        key=ground.key,
        shared_by=max(1, count),
        rarity=rare,
        worth=rare * factor,
        text=_text(ground, count, person, as_of),
        opener=_opener(ground, person, as_of),
        known=ground.known,
    )


def _text(ground: Ground, count: int, person: Person, as_of: datetime) -> str:
    """Return a commonality in a sentence to the owner, with how rare it is."""
    name = phrases.first_name(person.full_name)
    if ground.kind is CommonalityKind.MUTUAL_CONTACT:
        return _of_a_mutual_contact(ground, name)
    is_ahead = ground.at is not None and ground.at > as_of
    told = {
        CommonalityKind.EMPLOYER: f"You and {name} both know {ground.name} from the inside.",
        CommonalityKind.SCHOOL: f"You and {name} both went to {ground.name}.",
        CommonalityKind.PLACE: f"You and {name} share a place: {ground.name}.",
        CommonalityKind.GROUP: f"You and {name} both belong to {ground.name}.",
        CommonalityKind.INTEREST: f"You and {name} both care about {ground.name}.",
        CommonalityKind.EVENT: f"You and {name} {'will both be' if is_ahead else 'were both'} at {ground.name}.",
    }[ground.kind]
    return f"{told} {_how_rare(count)}"


def _of_a_mutual_contact(ground: Ground, name: str) -> str:
    if ground.known:
        return f"You and {name} both know {ground.name}."
    return f"{ground.name}, whom you do not know yet, knows {name}."


def _how_rare(count: int) -> str:
    if count <= 1:
        return "None of your other contacts does."
    others = phrases.sentence(phrases.counted(count - 1, "other contact"))
    return f"{others} of yours {'does' if count == 2 else 'do'} too."


def _opener(ground: Ground, person: Person, as_of: datetime) -> str:
    if not ground.known:
        return curiosity(person)
    is_ahead = ground.at is not None and ground.at > as_of
    ahead = f"We will both be at {ground.name}: what are you looking forward to there?"
    return {
        CommonalityKind.EMPLOYER: f"I know {ground.name} from the inside too: what was the best of it for you?",
        CommonalityKind.SCHOOL: f"We both went to {ground.name}: what has stayed with you from there?",
        CommonalityKind.PLACE: f"I know {ground.name} too: which corner of it do you like best?",
        CommonalityKind.GROUP: f"We both belong to {ground.name}: what brought you to it?",
        CommonalityKind.INTEREST: f"We share an interest in {ground.name}: how did you come to it?",
        CommonalityKind.EVENT: ahead if is_ahead else f"We were both at {ground.name}: what did you take home from it?",
        CommonalityKind.MUTUAL_CONTACT: f"We both know {ground.name}: how did the two of you meet?",
    }[ground.kind]
