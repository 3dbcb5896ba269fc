"""What belongs to an event: the touches about it, and the talk that took place there."""

import re
from datetime import datetime, timedelta

from comity.coach.history import Gathering, Touch
from comity.coach.situation import Situation
from comity.coach.thresholds import Thresholds
from comity.coach.words import Kind


def is_about(touch: Touch, gathering: Gathering) -> bool:
    """Say whether a touch belongs to an event or names it, as words of their own."""
    if touch.event_id == gathering.id:
        return True
    name = re.escape(gathering.name.casefold())
    return re.search(rf"(?<!\w){name}(?!\w)", touch.text.casefold()) is not None


def talked_there(talk: Touch, gathering: Gathering) -> bool:
    """Say whether a conversation took place at an event; a call that names it before or after did not."""
    if gathering.starts_at <= talk.occurred_at <= gathering.ends_at:
        return talk.kind is Kind.EVENT or is_about(talk, gathering)
    return talk.kind in {Kind.EVENT, Kind.MEETING} and talk.event_id == gathering.id


def talk_at(s: Situation, gathering: Gathering) -> Touch | None:
    """Return the last conversation with the contact at an event."""
    return next((talk for talk in reversed(s.relationship.conversations) if talked_there(talk, gathering)), None)


def word_ahead(s: Situation, gathering: Gathering) -> Touch | None:
    """Return the owner's first word about an event before it began."""
    ahead = (touch for touch in s.relationship.outbound if touch.occurred_at < gathering.starts_at)
    return next((touch for touch in ahead if is_about(touch, gathering)), None)


def thanks_for(s: Situation, gathering: Gathering) -> Touch | None:
    """Return the owner's first word after the talk there, or after the event where there was none."""
    talk = talk_at(s, gathering)
    since = talk.occurred_at if talk else gathering.ends_at
    return next((touch for touch in s.relationship.outbound if touch.occurred_at > since), None)


def over_at(gathering: Gathering, limits: Thresholds) -> datetime:
    """Return when an event is too far behind to be spoken of."""
    return gathering.ends_at + timedelta(days=limits.event_behind_days)


def is_thanked_later(s: Situation, talk: Touch) -> bool:
    """Say whether a conversation is thanked by the step of the event at which it took place."""
    return any(
        gathering.key and talked_there(talk, gathering) and s.as_of < over_at(gathering, s.limits)
        for gathering in s.history.gatherings
    )
