"""What to find out before a conversation, and what to ask in it (playbook §7, "The brief").

The questions are open and about them: people like those who ask, and who ask once more. None of them asks a favour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.commonalities import Commonality
from comity.coach.situation import Situation
from comity.coach.words import TrustStage


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know beforehand. known: what it is, None where it is missing. how: where to look for it."""

    what: str
    known: str | None
    how: str


def facts(s: Situation, *, title: str | None) -> tuple[Fact, ...]:
    """Return what to know of a contact beforehand, what matters most first.

    title: their job, which the coach is not told otherwise. Of somebody close the needs come first, of others the work.
    """
    person = s.person
    met = [other.history.person.full_name for other in s.circumstances.connectors]
    needs = Fact("needs", _several(person.needs), f"Think back: what did {s.name} last say they were short of?")
    work = [
        Fact("work", _work(title, person.company), "Their profile: what they do, and for whom."),
        Fact("path", _several((*person.employers, *person.schools)), "Their profile: where they worked and studied."),
        Fact("news", _news(s), "A search for their name and their company: anything new in the last months."),
        Fact("interests", _several(person.interests), "What they post, share or speak about."),
        Fact("mutual contacts", _several(met), "Whom you both know, and what they say of each other."),
        Fact("place", person.location or person.country, "Where they live, and what time it is there."),
    ]
    close = s.relationship.trust_stage >= TrustStage.RAPPORT
    return tuple([needs, *work] if close else [*work, needs])


def questions(s: Situation, *, minutes: int, shared: Sequence[Commonality]) -> tuple[str, ...]:
    """Return questions that fit the planned minutes, those that only this contact can be asked first.

    minutes: of the conversation, from 1. shared: what both have in common, the best first.
    """
    room = min(s.limits.questions_most, max(1, minutes // s.limits.minutes_a_question))
    return tuple(dict.fromkeys([*_of_their_own(s, shared), *_of_anybody(s)]))[:room]


def _of_their_own(s: Situation, shared: Sequence[Commonality]) -> Iterator[str]:
    person = s.person
    if _is_in_trouble(s):
        yield "How are you and your team holding up?"
    elif person.job_started_on is not None and 0 <= (s.their_day - person.job_started_on).days <= s.limits.new_job_days:
        yield f"What has surprised you most{_at(person.company)} so far?"
    if person.needs:
        yield f"You were looking for {person.needs[0]}: how is that going?"
    if shared:
        yield shared[0].opener
    if person.interests:
        yield f"How did you come to {person.interests[0]}?"
    if person.company:
        yield f"What are you working on at {person.company} that you would do for free?"
    if person.field:
        yield f"What is changing in {person.field} that people outside do not see yet?"


def _of_anybody(s: Situation) -> Iterator[str]:
    yield "What are you looking forward to in the next months?"
    if s.relationship.trust_stage < TrustStage.RAPPORT:
        yield "How did you get to where you are now?"
    yield "What would make the biggest difference to you right now?"
    yield "What have you changed your mind about lately?"
    yield "Who has helped you most along the way?"
    yield "What do you wish more people asked you?"


def _work(title: str | None, company: str | None) -> str | None:
    if title and company:
        return f"{title} at {company}"
    return title or company


def _news(s: Situation) -> str | None:
    person, since = s.person, s.limits.trouble_days
    fresh = [occasion for occasion in person.occasions if 0 <= (s.their_day - occasion.on).days <= since]
    found = [occasion.note or f"{occasion.kind.value} on {s.on(occasion.on)}" for occasion in fresh]
    if person.job_started_on is not None and 0 <= (s.their_day - person.job_started_on).days <= since:
        found.append(f"a new job since {s.on(person.job_started_on)}")
    if _is_in_trouble(s):
        found.append("trouble where they work")
    return _several(found)


def _is_in_trouble(s: Situation) -> bool:
    trouble = s.person.org_trouble_on
    return trouble is not None and 0 <= (s.their_day - trouble).days <= s.limits.trouble_days


def _several(values: Sequence[str]) -> str | None:
    return phrases.listed(list(dict.fromkeys(values))) or None


def _at(company: str | None) -> str:
    return f" at {company}" if company else ""
