"""Keeping ties alive: the rules `warmth.*`."""

from dataclasses import replace
from datetime import timedelta

from comity.coach import phrases
from comity.coach.finding import Finding
from comity.coach.giving import thing_to_share
from comity.coach.intervals import last_word_at
from comity.coach.rekindling import rekindling
from comity.coach.situation import Situation


def cooling(s: Situation) -> Finding | None:
    """The tie is cold, and there was no outbound touch in the last 30 days: `share_value`, or `reconnect` below 0.25.

    A mere connection who left two messages unanswered is not written to again for warmth alone. Where the owner said
    how often they want to be in touch, that decides instead (`warmth.keep-in-touch`).
    """
    r = s.relationship
    if s.person.keep_in_touch is not None or not r.cold or _wrote_lately(s) or (s.never_met and r.unanswered >= 2):
        return None
    return Finding("warmth.cooling", f"{_silence(s)} {thing_to_share(s)}", r.evidence, rekindling(s))


def keep_in_touch(s: Situation) -> Finding | None:
    """The interval that the owner set for this contact, or for one of their tags, is over: a light touch.

    It counts from the last word or talk, whoever sent it: who does not answer is not chased. Past the ideal interval
    the touch is due, past the longest it is owed and never cut. Rest and waiting stand before both.
    """
    interval, last = s.person.keep_in_touch, last_word_at(s.history, s.as_of)
    if interval is None or last is None or s.as_of < last + timedelta(days=interval.ideal_days):
        return None
    owed_at = last + timedelta(days=interval.longest_days)
    step = replace(rekindling(s), due_at=owed_at if s.as_of >= owed_at else None)
    often = phrases.counted(interval.ideal_days, "day")
    text = f"You want to be in touch every {often}, and the last word was {s.ago(last)}."
    return Finding("warmth.keep-in-touch", f"{text} {thing_to_share(s)}", s.relationship.evidence, step)


def _wrote_lately(s: Situation) -> bool:
    last = s.relationship.last_outbound
    return last is not None and s.as_of - last.occurred_at < timedelta(days=s.limits.cooling_days)


def _silence(s: Situation) -> str:
    last = s.relationship.last_reciprocated_at
    if last is None:
        return f"You know {s.name}, but the two of you have not been in exchange yet."
    return f"{s.say('days', last)} since you and {s.name} were last in exchange."
