"""What to do with somebody before, during and after an event (playbook §3, `easy-win.event`)."""

from datetime import timedelta

from comity.coach import gatherings, phrases, sessions
from comity.coach.finding import Draft
from comity.coach.history import Gathering
from comity.coach.situation import Situation
from comity.coach.thanks import small_next_step
from comity.coach.words import Action, AskSize


def step_at(s: Situation, gathering: Gathering) -> Draft | None:
    """Return the step before, during or after an event, or None where it is done or not near.

    After a talk there the step stays until the event ends: the next day still has its breakouts.
    """
    if s.as_of < gathering.starts_at:
        near = s.as_of >= gathering.starts_at - timedelta(days=s.limits.event_ahead_days)
        if not near or gatherings.word_ahead(s, gathering):
            return None
        return Draft(Action.EVENT_BEFORE, due_at=gathering.starts_at, closes_at=gathering.starts_at)
    if s.as_of < gathering.ends_at:
        return Draft(Action.EVENT_DURING, due_at=gathering.ends_at, closes_at=gathering.ends_at)
    if s.as_of >= gatherings.over_at(gathering, s.limits) or gatherings.thanks_for(s, gathering):
        return None
    return word_after(s, gathering)


def word_after(s: Situation, gathering: Gathering) -> Draft:
    """Return the word within 48 hours of an event, with one small next step that fits the talk there."""
    closes = gathering.ends_at + timedelta(hours=s.limits.thank_hours)
    talk = gatherings.talk_at(s, gathering)
    size = small_next_step(s, talk) if talk else AskSize.NONE
    return Draft(Action.EVENT_AFTER, size, opens_at=gathering.ends_at, due_at=closes, closes_at=closes)


def text_of(s: Situation, gathering: Gathering, action: Action) -> str:
    """Return what to do before, during or after an event, for the owner to read."""
    if action is Action.EVENT_BEFORE:
        day = s.on(gathering.starts_at)
        return f"You both go to {gathering.name} on {day}. Read up on {s.name} and send a word ahead."
    if action is Action.EVENT_DURING:
        parts = [part.title for part in sessions.talkative(gathering)[: sessions.MOST_NAMED]]
        where = f"Best in {phrases.listed(parts)}." if parts else "Best in the breaks and at the informal parts."
        return f"{s.name} is at {gathering.name} too. {where}"
    return _text_after(s, gathering)


def _text_after(s: Situation, gathering: Gathering) -> str:
    over = "is just over" if s.as_of >= gathering.ends_at else f"ends on {s.on(gathering.ends_at)}"
    text = f"{gathering.name} {over}. Write to {s.name} while the faces are fresh."
    open_parts = [part.title for part in sessions.to_ask_about(gathering, as_of=s.as_of)[: sessions.MOST_NAMED]]
    return f"{text} And note whether you were at {phrases.listed(open_parts, last='or')}." if open_parts else text
