"""Tells what happened, phrase by phrase, with those who have no story of their own."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from random import Random
from typing import TypeVar

from comity.sample import phrases
from comity.sample.people import Person
from comity.sample.telling import Moment, called, gave, heard, messaged, met, noted, ran_into, saw, wrote

Line = TypeVar("Line")

SCATTER_SHARE, MOST_SCATTER_DAYS = 8, 12  # an eighth of the days, at most twelve: nobody meets by the calendar
TALK_MINUTES = (20, 25, 30, 40, 55)
MOST_ANSWER_DAYS = 4
SETTLED_DAYS = 40
THANKED_SHARE = 0.65


class Teller:
    """Draws phrases as from shuffled decks: none comes twice before all have come once."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.first_talks = self.deck(phrases.FIRST_TALKS)
        self.coffees = self.deck(phrases.COFFEES)
        self.calls = self.deck(phrases.CALLS)
        self.videos = self.deck(phrases.VIDEOS)
        self.letters = self.deck(phrases.LETTERS)
        self.gifts = self.deck(phrases.GIFTS)
        self.notes = self.deck(phrases.NOTES)
        self.tries = self.deck(phrases.TRIES)
        self.thanks = self.deck(phrases.THANKS)

    def encounter(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The two ran into each other for the first time."""
        return self._talk(ran_into, self.first_talks, person, days)

    def coffee(self, person: Person, days: int) -> tuple[Moment, ...]:
        """They sat together."""
        return self._talk(met, self.coffees, person, days)

    def call(self, person: Person, days: int) -> tuple[Moment, ...]:
        """They talked by phone."""
        return self._talk(called, self.calls, person, days)

    def video(self, person: Person, days: int) -> tuple[Moment, ...]:
        """They talked by video."""
        return self._talk(saw, self.videos, person, days)

    def exchange(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The owner wrote, and was answered within days."""
        subject, sent, back = next(self.letters)
        sent_days = self._scattered(days)
        answered_days = sent_days - self.chance.randint(1, MOST_ANSWER_DAYS)
        return (
            wrote(sent_days, subject, _about(person, sent)),
            heard(answered_days, f"Re: {subject}", _about(person, back)),
        )

    def gift(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The owner gave something."""
        what, text = next(self.gifts)
        return (gave(self._scattered(days), what, _about(person, text)),)

    def note(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The owner wrote something down."""
        return (noted(self._scattered(days), _about(person, next(self.notes))),)

    def first_word(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The owner wrote to somebody they do not know; nothing has come back."""
        return (messaged(self._scattered(days), _about(person, next(self.tries))),)

    def deck(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Return the lines in an order of their own, over and over."""
        return cycle(self.chance.sample(lines, len(lines)))

    def _talk(
        self, spoke: Callable[..., Moment], deck: Iterator[phrases.Talk], person: Person, days: int
    ) -> tuple[Moment, ...]:
        text, signals = next(deck)
        day = self._scattered(days)
        talk = spoke(day, self.chance.choice(TALK_MINUTES), _about(person, text), *signals)
        return (talk, *self._thanks(person, day - 1))

    def _thanks(self, person: Person, days: int) -> tuple[Moment, ...]:
        """The owner thanked them the day after: mostly, and long ago, so that what is due today stays due."""
        if days < SETTLED_DAYS or self.chance.random() > THANKED_SHARE:
            return ()
        subject, body = next(self.thanks)
        summary = _about(person, f"Thanked {{first}}: {subject.lower()}.")
        return (wrote(days, _about(person, subject), summary, purpose="thanks", body=_about(person, body)),)

    def _scattered(self, days: int) -> int:
        scatter = min(days // SCATTER_SHARE, MOST_SCATTER_DAYS)
        return days + self.chance.randint(-scatter, scatter)


def _about(person: Person, text: str) -> str:
    """Return a phrase as it is said of one person."""
    first = person.full_name.split()[0]
    return text.format(first=first, busy_with=person.busy_with, likes=person.likes)
