"""Give and take: the rules `mutual.*`."""

from datetime import timedelta

from comity.coach import phrases
from comity.coach.asking import must_rekindle, only_asked
from comity.coach.finding import Draft, Finding
from comity.coach.giving import thing_to_share
from comity.coach.rekindling import rekindling
from comity.coach.situation import Situation
from comity.coach.step import evidence_of
from comity.coach.words import Action


def before_need(s: Situation) -> Finding | None:
    """Something is wanted, or an active goal concerns them, and the tie is cold: rekindle first, ask later.

    `wait` while an outbound touch is younger than 30 days. A mere connection behind a seniority wall is no tie to
    rekindle: there `reach.*` decides.
    """
    if not must_rekindle(s) or (s.relationship.behind_wall and s.relationship.mere_connection):
        return None
    last = s.relationship.last_outbound
    rested_at = last.occurred_at + timedelta(days=s.limits.cooling_days) if last else None
    if last is not None and rested_at is not None and rested_at > s.as_of:
        text = (
            f"You wrote to {s.name} {s.ago(last.occurred_at)}. "
            f"Let it work until {s.on(rested_at)} before you want something."
        )
        return Finding("mutual.before-need", text, (evidence_of(last),), Draft(Action.WAIT, opens_at=rested_at))
    step = rekindling(s)
    text = f"The tie with {s.name} has gone cold. Rekindle it first, and ask another time."
    if s.relationship.last_reciprocated_at is None:
        text = f"You and {s.name} have not been in exchange yet. Begin without an ask, and ask another time."
    if step.action is Action.SHARE_VALUE:
        text = f"{text} {thing_to_share(s)}"
    return Finding("mutual.before-need", text, s.relationship.evidence, step)


def only_asks(s: Situation) -> Finding | None:
    """The owner's last three outbound touches all asked: no ask; give."""
    if not only_asked(s):
        return None
    last = s.relationship.outbound[-s.limits.asks_in_a_row :]
    text = f"Your last {phrases.counted(len(last), 'message')} to {s.name} all asked for something. Give this time."
    text = f"{text} {thing_to_share(s)}"
    wished = s.wish is not None and s.blocked_until(s.wish.ask_size) is None
    step = Draft(Action.SHARE_VALUE) if wished else None
    return Finding("mutual.only-asks", text, tuple(evidence_of(touch) for touch in last), step)
