"""Who "I", "you", "she" and a name are, in a note of the owner's or in a message of either side."""

from dataclasses import dataclass
from functools import cached_property

from comity.coach.spoken.text import Word
from comity.coach.words import Direction, Party

FIRST = frozenset({"i", "me", "my", "mine", "myself", "us", "our"})
SECOND = frozenset({"you", "your", "yours", "u"})
THIRD = frozenset({"she", "he", "they", "her", "him", "them", "his", "their", "hers", "theirs"})
SUBJECTS = frozenset({"i", "you", "she", "he", "they"})
LEAST_NICKNAME = 3  # letters: "Sam" is Samuel, "Al" may be anybody


@dataclass(frozen=True)
class Speakers:
    """Who speaks to whom. direction: None or outbound, the owner writes; inbound, the contact does.

    name: the contact's, where it is known; then other people's names are other people.
    """

    direction: Direction | None = None
    name: str | None = None

    @property
    def first(self) -> Party:
        """Who says "I"."""
        return Party.THEM if self.direction is Direction.INBOUND else Party.ME

    @property
    def second(self) -> Party:
        """Who is called "you"."""
        return other(self.first)

    def party(self, word: Word) -> Party | None:
        """Return whom a word means, or None where it means neither side."""
        if word.text in FIRST:
            return self.first
        if word.text in SECOND:
            return self.second
        if word.text in THIRD:
            return None if self.direction is Direction.INBOUND else Party.THEM
        return Party.THEM if word.is_name and self._is_the_contact(word.text) else None

    def _is_the_contact(self, text: str) -> bool:
        if not self._names:
            return True
        return any(_is_short_for(text, name) or _is_short_for(name, text) for name in self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        words = (self.name or "").lower().replace(".", " ").replace("-", " ").split()
        return frozenset(word for word in words if len(word) > 1)


THE_OWNER = Speakers()


def other(party: Party) -> Party:
    """Return the other side."""
    return Party.ME if party is Party.THEM else Party.THEM


def _is_short_for(short: str, long: str) -> bool:
    return short == long or (len(short) >= LEAST_NICKNAME and long.startswith(short))
