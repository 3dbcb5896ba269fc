"""The one-page brief before a conversation (playbook §7, "The brief")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.coach.commonalities import Commonality
from comity.coach.curiosity import Fact, facts, questions
from comity.coach.endings import Ending, if_good_signs_come, if_they_do_not
from comity.coach.history import Touch
from comity.coach.left_goals import LeftGoal, left_open, same
from comity.coach.promises import PromiseState
from comity.coach.situation import Situation
from comity.coach.words import Kind, PromiseStatus

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class ConversationBrief:
    """All that one page holds. planned: the next planned conversation, None where there is none yet.

    minutes: how long it is, or usually takes. goals: at most two. facts: known and missing. left: what earlier
    conversations left open. accomplishments: to weave in; weave_in: when.
    """

    planned: Touch | None
    minutes: int
    goals: tuple[str, ...]
    left: tuple[LeftGoal, ...]
    facts: tuple[Fact, ...]
    questions: tuple[str, ...]
    open_promises: tuple[PromiseState, ...]
    accomplishments: tuple[str, ...]
    weave_in: str
    last_conversation: Touch | None
    good_ending: Ending
    other_ending: Ending


def brief_for(
    s: Situation, *, shared: Sequence[Commonality], minutes: int | None = None, title: str | None = None
) -> ConversationBrief:
    """Return the brief before the next conversation with a contact.

    shared: the commonalities that the owner may speak of, the best first. minutes: from 1, None: as planned, else as
    usual. title: their job. Source: playbook §7.
    """
    left = left_open(s.history.touches, as_of=s.as_of, limits=s.limits)
    goals = goals_for(s, left)
    length = minutes or _minutes(s)
    promises = tuple(state for state in s.relationship.promises if state.status is PromiseStatus.OPEN)
    return ConversationBrief(
        planned=s.planned,
        minutes=length,
        goals=goals,
        left=left,
        facts=facts(s, title=title),
        questions=questions(s, minutes=length, shared=shared),
        open_promises=promises,
        accomplishments=accomplishments_for(s, goals),
        weave_in=_weave_in(s, shared),
        last_conversation=s.relationship.last_conversation,
        good_ending=if_good_signs_come(s),
        other_ending=if_they_do_not(s),
    )


def goals_for(s: Situation, left: Iterable[LeftGoal]) -> tuple[str, ...]:
    """Return at most two goals: what was left opens, then what is planned, then what the owner is after.

    What the owner planned is never pushed out; what was left takes the room beside it.
    """
    most = s.limits.goals_per_meeting
    planned = _distinct(s.planned.goals if s.planned else ())[:most]
    taken = {same(goal) for goal in planned}
    opening = [one.goal for one in left if same(one.goal) not in taken][: most - len(planned)]
    wanted = [goal.title for goal in s.goals]
    return tuple(_distinct([*opening, *planned, *wanted])[:most])


def accomplishments_for(s: Situation, goals: Iterable[str]) -> tuple[str, ...]:
    """Return one or two accomplishments, those first that speak to what they do, like or need, or to the goals."""
    person = s.person
    about = (person.company, person.field, *person.interests, *person.needs, *goals)
    theirs = _words(" ".join(filter(None, about)))
    mine = s.circumstances.owner.background.accomplishments
    fitting = sorted(mine, key=lambda text: -len(_words(text) & theirs))
    return tuple(fitting[: s.limits.accomplishments_most])


def _distinct(goals: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for goal in goals:
        found.setdefault(same(goal), goal)
    return list(found.values())


def _minutes(s: Situation) -> int:
    if s.planned is None:
        return s.limits.usual_call_minutes
    usual = s.limits.usual_meeting_minutes if s.planned.kind is Kind.MEETING else s.limits.usual_call_minutes
    return s.planned.duration_minutes or usual


def _weave_in(s: Situation, shared: Sequence[Commonality]) -> str:
    ground = f"spoken of what you share, {shared[0].name}" if shared else f"heard what {s.name} is working on"
    return f"Once you have {ground}; never to open with, and in half a sentence."


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
