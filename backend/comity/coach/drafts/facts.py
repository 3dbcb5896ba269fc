"""What a draft may say of two people: plain values from the log and the contact's own facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from comity.coach import phrases, postponing
from comity.coach.commonalities import Commonality
from comity.coach.days import day_at, in_year
from comity.coach.history import Touch
from comity.coach.messages.subjects import is_vague
from comity.coach.place import Place
from comity.coach.promises import PromiseState
from comity.coach.situation import Situation
from comity.coach.words import AskSize, Kind, OccasionKind, Party, PromiseStatus

LONGEST_FACT = 60  # code points: what is longer is a note, and no name of anything
_NO_FACT = frozenset('{}[]<>%|#*_\\?!\n\r\t"')
_ANSWERS = frozenset({"re", "fw", "fwd", "aw", "wg", "sv", "tr", "rv"})
_NO_NAMES = frozenset({"Your", "The", "A", "An", "My", "Our", "How", "What", "Why", "Some", "Two", "Three"})
_TALKS = {Kind.CALL: "call", Kind.VIDEO_CALL: "video call", Kind.MEETING: "meeting", Kind.EVENT: "talk"}
_OCCASIONS = {OccasionKind.PROMOTION: "the promotion", OccasionKind.AWARD: "the award", OccasionKind.NEWS: "the news"}
_JUST_ENDED_DAYS = 21  # days: longer ago it is no news to them
_OCCASION_DAYS = 60  # days: who is late may still congratulate


@dataclass(frozen=True, slots=True)
class Myself:
    """The owner, as far as a draft shows them."""

    full_name: str = ""
    headline: str = ""
    profile_url: str | None = None

    @property
    def first_name(self) -> str:
        """How the owner signs."""
        return phrases.first_name(self.full_name) if self.full_name.strip() else ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of the reader and of what was between the two. Unknown is None or empty.

    topics: what they care about or work on, the most telling first. talk: the last conversation or word of theirs
    ("our call of 3 March"), with what it was about. wrote_on: when the owner's unanswered word went. ended: a time in
    which asks waited, and which is just over. occasion: what to congratulate on. owed: what the owner promised.
    they_asked: what their last word asks.
    """

    name: str
    full_name: str
    company: str | None = None
    title: str | None = None
    topics: tuple[str, ...] = ()
    need: str | None = None
    ground: Commonality | None = None
    talk: str | None = None
    about: str | None = None
    since: str | None = None
    wrote_on: str | None = None
    wrote_about: str | None = None
    ended: str | None = None
    occasion: str | None = None
    is_birthday: bool = False
    owed: str | None = None
    they_asked: AskSize = AskSize.NONE

    @property
    def topic(self) -> str | None:
        """What they know about."""
        return self.topics[0] if self.topics else None

    def fewer(self) -> "tuple[Facts, ...]":
        """Return these facts, then with fewer of the words that may spoil a sentence, down to names and days."""
        plain_topics = replace(self, topics=self.topics[1:])
        without_topics = replace(self, topics=())
        without_words = replace(self, about=None, wrote_about=None, need=None, owed=None)
        bare = Facts(self.name, self.full_name, talk=self.talk, wrote_on=self.wrote_on, since=self.since)
        return tuple(dict.fromkeys((self, plain_topics, without_topics, without_words, bare)))


def facts_of(s: Situation, *, title: str | None, grounds: Iterable[Commonality], subjects: dict[str, str]) -> Facts:
    """Return what a draft to the contact of a situation may say. subjects: of touches, by id."""
    person = s.person
    full_name = plain(" ".join(word for word in person.full_name.split() if plain(word))) or "there"
    talk = _last_talk(s)
    waiting = s.relationship.waiting or s.relationship.last_outbound
    owed = next((p.promise.what for p in s.relationship.promises if _is_owed(p)), None)
    ground = next((one for one in grounds if one.known and plain(one.name)), None)
    fields = (person.field,) if person.field else ()
    return Facts(
        name=phrases.first_name(full_name),
        full_name=full_name,
        company=plain(person.company),
        title=plain(title),
        topics=tuple(topic for one in (*person.interests, *fields) if (topic := plain(one))),
        need=next((need for one in person.needs if (need := plain(one))), None),
        ground=ground,
        talk=_said_of(talk, s) if talk else None,
        about=matter(subjects.get(talk.id)) if talk else None,
        since=_month(talk.occurred_at, s) if talk else None,
        wrote_on=s.on(waiting.occurred_at) if waiting else None,
        wrote_about=matter(subjects.get(waiting.id)) if waiting else None,
        ended=just_ended(s),
        occasion=_occasion(s),
        is_birthday=_has_birthday(s),
        owed=plain(owed),
        they_asked=max((word.ask_size for word in s.relationship.owed), default=AskSize.NONE, key=lambda one: one.rung),
    )


def plain(text: str | None) -> str | None:
    """Return a fact if it can stand within a sentence, without its full stop; else None."""
    said = (text or "").strip().rstrip(".,;: ")
    fits = 0 < len(said) <= LONGEST_FACT and _NO_FACT.isdisjoint(said) and "://" not in said and "@" not in said
    return said if fits else None


def just_ended(s: Situation) -> str | None:
    """Return the time in which asks waited and which is over since a few days ("the tax season"); None if none is."""
    calendar = s.circumstances.calendar
    for days in range(1, _JUST_ENDED_DAYS + 1):
        day = day_at(s.as_of - timedelta(days=days), calendar.timezone)
        for rule, period in postponing.holding(Place(s.history, calendar, day, s.limits)):
            if period.last < s.their_day and rule != "timing.org-trouble":
                return plain(period.why) or "the busy time"
    return None


def matter(subject: str | None) -> str | None:
    """Return what a subject is about, as it stands within a sentence; None where it says nothing."""
    said = plain(subject)
    while said and said.partition(":")[0].casefold() in _ANSWERS and ":" in said:
        said = plain(said.partition(":")[2])
    if said is None or is_vague(said, "", goes_on=False):
        return None
    first = said.partition(" ")[0]
    return said[0].lower() + said[1:] if first in _NO_NAMES else said


def _is_owed(state: PromiseState) -> bool:
    return state.promise.by is Party.ME and state.status is PromiseStatus.OPEN


def _last_talk(s: Situation) -> Touch | None:
    """Return the last conversation, else their last word."""
    if s.relationship.last_conversation is not None:
        return s.relationship.last_conversation
    owed = s.relationship.owed
    return owed[-1] if owed else None


def _said_of(talk: Touch, s: Situation) -> str:
    """Return a talk or word as people name it: "our call of 3 March"."""
    day = s.on(talk.occurred_at)
    return f"our {_TALKS[talk.kind]} of {day}" if talk.kind in _TALKS else f"your message of {day}"


def _month(moment: datetime, s: Situation) -> str:
    day = s.owners_day(moment)
    return f"{day:%B}" if (s.today - day).days < 300 else f"{day:%B %Y}"


def _occasion(s: Situation) -> str | None:
    person = s.person
    found: list[tuple[date, str]] = []
    if person.job_started_on is not None:
        company = plain(person.company)
        found.append((person.job_started_on, f"the new job at {company}" if company else "the new job"))
    for one in person.occasions:
        note = plain(one.note)
        found.append((one.on, _OCCASIONS.get(one.kind) or note or "the good news"))
    near = [(on, what) for on, what in found if -1 <= (s.their_day - on).days <= _OCCASION_DAYS]
    return max(near, default=(None, None))[1]


def _has_birthday(s: Situation) -> bool:
    birthday = s.person.birthday
    if birthday is None:
        return False
    days = s.limits.birthday_days
    near = [s.their_day + timedelta(days=away) for away in range(-days, days + 1)]
    return any(in_year((birthday.month, birthday.day), day.year) == day for day in near)
