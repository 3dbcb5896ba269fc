"""What the log says of introductions: who was asked for one to whom, and who made them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from comity.coach.history import Introduced, LoggedIntroduction, Person, Touch
from comity.coach.spellings import folded
from comity.coach.words import Direction


class IntroductionLog:
    """Entries that ask for introductions or are some, the oldest first; names: of whom they are with, by id.

    An entry is taken in once, however many contacts are asked about: each is found by ids, and by the words of a name.
    """

    def __init__(self, entries: Iterable[LoggedIntroduction], names: dict[str, str]) -> None:
        self.entries = list(entries)
        self.names = names

    def asks_about(self, contact_id: str, full_name: str) -> list[LoggedIntroduction]:
        """Return the entries that ask somebody for an introduction to a contact."""
        places = {*self._asks_by_id.get(contact_id, ()), *self._asks_naming(full_name)}
        found = (self.entries[place] for place in sorted(places))
        return [entry for entry in found if connectors_asked(entry, contact_id, full_name)]

    def made_to(self, contact_id: str) -> list[LoggedIntroduction]:
        """Return the introductions to somebody that were made for the owner.

        What the owner brings together is outbound, and no favour to the owner.
        """
        return [self.entries[place] for place in self._made_by_id.get(contact_id, ())]

    def introducers(self, made: LoggedIntroduction, contact_id: str, full_name: str) -> set[str]:
        """Return who made an introduction to somebody: who was there too, else who was asked last for it."""
        there = set(made.contact_ids - {contact_id})
        if there:
            return there
        before = [one for one in self.asks_about(contact_id, full_name) if one.at <= made.at]
        return set(connectors_asked(before[-1], contact_id, full_name)) if before else set()

    def asked_about(self, person: Person) -> frozenset[str]:
        """Return the entries, by id, that ask for an introduction to somebody."""
        return frozenset(entry.id for entry in self.asks_about(person.id, person.full_name))

    def introduced_by(self, person: Person, touches: Iterable[Touch]) -> tuple[Introduced, ...]:
        """Return to whom somebody introduced the owner.

        Where the log lists both, the introducer is who was asked for it, else whom the owner had heard of before.
        """
        places = {*self._made_by_id.get(person.id, ()), *self._made_alone.get(person.id, ())}
        if not places:
            return ()
        found = []
        first_word = min((one.occurred_at for one in touches if one.direction is not Direction.OUTBOUND), default=None)
        for made in (self.entries[place] for place in sorted(places)):
            knew = first_word is not None and first_word < made.at and not self.asked_about(person)
            for other in sorted(made.contact_ids - {person.id}):
                name = self.names[other]
                if knew or any(person.id in one.contact_ids for one in self.asks_about(other, name)):
                    found.append(Introduced(made.id, made.at, name))
        return tuple(found)

    @cached_property
    def _asks_by_id(self) -> dict[str, list[int]]:
        """The places of the asks, by whom they are about or list."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            about = entry.contact_ids if entry.about_contact_id is None else {entry.about_contact_id}
            for contact_id in about if entry.asks else ():
                found[contact_id].append(place)
        return found

    @cached_property
    def _asks_by_word(self) -> dict[str, list[int]]:
        """The places of the asks that say about whom they are in their text alone, by its words."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            if entry.asks and entry.about_contact_id is None:
                for word in set(entry.text.split()):
                    found[word].append(place)
        return found

    def _asks_naming(self, full_name: str) -> list[int]:
        """Return the places of the asks that may name somebody: those with the rarest word of the name."""
        if not self._asks_by_word:
            return []
        return min((self._asks_by_word.get(word, []) for word in folded(full_name).split()), key=len, default=[])

    @cached_property
    def _made_by_id(self) -> dict[str, list[int]]:
        """The places of the introductions that were made, by each who is listed."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            for contact_id in entry.contact_ids if entry.made else ():
                found[contact_id].append(place)
        return found

    @cached_property
    def _made_alone(self) -> dict[str, list[int]]:
        """The places of the introductions that list only who was introduced, by who made them."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.entries):
            if entry.made and len(entry.contact_ids) == 1:
                (introduced,) = entry.contact_ids
                for connector_id in self.introducers(entry, introduced, self.names[introduced]):
                    found[connector_id].append(place)
        return found


def concerns(entry: LoggedIntroduction, contact_id: str, full_name: str) -> bool:
    """Say whether an entry of the log is about somebody: it says so, lists them, or else names them."""
    if entry.about_contact_id is not None:
        return entry.about_contact_id == contact_id
    return contact_id in entry.contact_ids or _names(entry.text, full_name)


def connectors_asked(entry: LoggedIntroduction, contact_id: str, full_name: str) -> list[str]:
    """Return whom an entry asks for an introduction to somebody; nobody if it is none, or about somebody else."""
    if not entry.asks or not concerns(entry, contact_id, full_name):
        return []
    return sorted(entry.contact_ids - {contact_id})


def _names(text: str, full_name: str) -> bool:
    """Say whether a folded text names somebody in full; a first name alone could be anybody's, or a word."""
    if not text:
        return False
    named = folded(full_name)
    return " " in named and f" {named} " in f" {text} "
