"""Keeping ties alive: the rules `warmth.*`."""

from datetime import timedelta

from comity.coach.finding import Finding
from comity.coach.rekindling import rekindling
from comity.coach.situation import Situation


def cooling(s: Situation) -> Finding | None:
    """The tie is cold, and there was no outbound touch in the last 30 days: `share_value`, or `reconnect` below 0.25.

    A mere connection who left two messages unanswered is not written to again for warmth alone.
    """
    r = s.relationship
    if not r.cold or _wrote_lately(s) or (s.never_met and r.unanswered >= 2):
        return None
    return Finding("warmth.cooling", f"{_silence(s)} {_thing_to_share(s)}", r.evidence, rekindling(s))


def _wrote_lately(s: Situation) -> bool:
    last = s.relationship.last_outbound
    return last is not None and s.as_of - last.occurred_at < timedelta(days=s.limits.cooling_days)


def _silence(s: Situation) -> str:
    last = s.relationship.last_reciprocated_at
    if last is None:
        return f"You know {s.name}, but the two of you have not been in exchange yet."
    return f"{s.say('days', last)} since you and {s.name} were last in exchange."


def _thing_to_share(s: Situation) -> str:
    """Name what to share: a need or an interest of theirs, or two contacts worth introducing to each other."""
    if s.person.needs:
        return f"Something that helps with {s.person.needs[0]} would be welcome."
    if s.person.interests:
        return f"Something about {s.person.interests[0]} would be welcome."
    return "Think of somebody they would like to meet, and offer the introduction."
