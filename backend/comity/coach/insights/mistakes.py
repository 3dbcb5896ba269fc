"""The eight mistakes: how often each is made, whether that gets better, what shows it, and the one fix to try next."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt

from comity.coach.insights.moments import Moment
from comity.coach.insights.rates import Rate, rate
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Mistake, Trend

_ONE_SIDED_90 = 1.2816  # standard deviations: beyond it nine in ten of a normal distribution lie on one side

TITLES = {
    Mistake.TOO_MUCH_TOO_SOON: "Asking for too much too soon",
    Mistake.BEING_ROBOTIC: "Being robotic",
    Mistake.MISSING_EASY_WINS: "Missing easy wins",
    Mistake.MEETINGS_AS_ONE_OFFS: "Meetings as one-offs",
    Mistake.NOT_TAILORING: "Not tailoring the approach",
    Mistake.NOT_ASSESSING: "Not assessing in the moment",
    Mistake.NOT_READING_BETWEEN_THE_LINES: "Not reading between the lines",
    Mistake.ONE_SIDED_RELATIONS: "One-sided relations",
}
HABITS = {  # what was made, of what
    Mistake.TOO_MUCH_TOO_SOON: ("ask above what trust allowed", "asks above what trust allowed", "ask", "asks"),
    Mistake.BEING_ROBOTIC: (
        "message too long or pitching first",
        "messages too long or pitching first",
        "message",
        "messages",
    ),
    Mistake.MISSING_EASY_WINS: (
        "easy win missed",
        "easy wins missed",
        "occasion or person at an event",
        "occasions and people at events",
    ),
    Mistake.MEETINGS_AS_ONE_OFFS: (
        "conversation without a thank-you",
        "conversations without a thank-you",
        "conversation",
        "conversations",
    ),
    Mistake.NOT_TAILORING: ("message sent in a bad time", "messages sent in a bad time", "message", "messages"),
    Mistake.NOT_ASSESSING: (
        "conversation never assessed",
        "conversations never assessed",
        "conversation",
        "conversations",
    ),
    Mistake.NOT_READING_BETWEEN_THE_LINES: (
        "chase after two silences",
        "chases after two silences",
        "silence",
        "silences",
    ),
    Mistake.ONE_SIDED_RELATIONS: ("ask without a give", "asks without gives", "ask", "asks"),
}
FIXES = {  # by rule; the first of a mistake stands where none was made
    Mistake.TOO_MUCH_TOO_SOON: {
        "ask.too-soon": "Before the next ask, look which rung is open, and ask for that one.",
        "ask.call-before-coffee": "Offer a 15-minute call before you offer a coffee.",
        "reach.warm-intro": "Ask somebody who knows them for an introduction before you write to senior people.",
    },
    Mistake.BEING_ROBOTIC: {
        "message.too-long": "Cut the next first message to four sentences.",
        "message.pitch-first": "Begin with a word about them; keep what you have done for later.",
    },
    Mistake.MISSING_EASY_WINS: {
        "easy-win.occasion": "Send one line without an ask when somebody has a new job, a birthday or good news.",
        "easy-win.event": "Choose up to five people before the next event: a word ahead, a talk there, a word after.",
        "easy-win.who-will-be-there": "Find out who will be there before the next event.",
    },
    Mistake.MEETINGS_AS_ONE_OFFS: {
        "meeting.next-step": "Thank them within 48 hours of the next conversation, with one small next step.",
    },
    Mistake.NOT_TAILORING: {
        "timing.hours": "Let the next message wait for their morning.",
        "timing.holiday": "Look at their calendar: let the next message wait for their next working day.",
        "timing.new-job": "Congratulate whoever is new in a job, and ask after 60 days.",
        "timing.busy-season": "Ask after their busy season, and say that you waited for it.",
        "timing.org-trouble": "Send a kind word without an ask to whoever has trouble at work.",
        "timing.vacation": "Ask when they are back.",
    },
    Mistake.NOT_ASSESSING: {
        "signals.assess": "Tap what you noticed in the first minute after the next conversation.",
    },
    Mistake.NOT_READING_BETWEEN_THE_LINES: {
        "silence.stop": "After the second silence, let go, and write to somebody else.",
    },
    Mistake.ONE_SIDED_RELATIONS: {
        "mutual.only-asks": "Make the next word to them a give: an article, a lead, an introduction.",
        "ask.give-first": "Give something before you ask them again.",
    },
}


@dataclass(frozen=True, slots=True)
class Fix:
    """The one thing to try next, and the rule behind it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Habit:
    """One of the eight mistakes, as the owner makes it.

    made: in the whole period. recent, before: in its last quarter and in the quarter before. evidence: the latest.
    """

    number: int
    mistake: Mistake
    title: str
    text: str
    made: Rate
    trend: Trend
    recent: Rate
    before: Rate
    evidence: tuple[Moment, ...]
    fix: Fix


def habits(
    moments: Iterable[Moment], *, since: datetime, as_of: datetime, limits: Thresholds = DEFAULTS
) -> list[Habit]:
    """Return one row for each of the eight, the one that costs most first.

    What costs most is what is surely made often: the low end of the interval, so that one slip in one chance does not
    stand above twenty in forty. moments: those of the period and of the quarters that are compared.
    """
    by_mistake: dict[Mistake, list[Moment]] = {mistake: [] for mistake in Mistake}
    for moment in moments:
        by_mistake[moment.mistake].append(moment)
    rows = [_habit(mistake, found, since, as_of, limits) for mistake, found in by_mistake.items()]
    return sorted(rows, key=lambda row: (-(row.made.low if row.made.count else 0.0), row.number))


def _habit(mistake: Mistake, moments: Sequence[Moment], since: datetime, as_of: datetime, limits: Thresholds) -> Habit:
    quarter = timedelta(days=limits.trend_days)
    inside = [moment for moment in moments if moment.at > since]
    recent = _made([moment for moment in moments if moment.at > as_of - quarter], limits)
    before = _made([moment for moment in moments if as_of - 2 * quarter < moment.at <= as_of - quarter], limits)
    made = _made(inside, limits)
    evidence = sorted((moment for moment in inside if moment.made), key=lambda moment: moment.at, reverse=True)
    return Habit(
        number=list(Mistake).index(mistake) + 1,
        mistake=mistake,
        title=TITLES[mistake],
        text=_sentence(mistake, made),
        made=made,
        trend=_trend(recent, before),
        recent=recent,
        before=before,
        evidence=tuple(evidence[: limits.mistakes_shown]),
        fix=_fix(mistake, evidence),
    )


def _made(moments: Sequence[Moment], limits: Thresholds) -> Rate:
    return rate(sum(moment.made for moment in moments), len(moments), limits)


def _sentence(mistake: Mistake, made: Rate) -> str:
    one, many, chance, chances = HABITS[mistake]
    if not made.of:
        return f"There were no {chances} to judge."
    return f"{made.count} {one if made.count == 1 else many}, of {made.of} {chance if made.of == 1 else chances}."


def _trend(recent: Rate, before: Rate) -> Trend:
    """Say whether a habit moved, if that is nine parts in ten sure; normal approximation of two Beta distributions."""
    if recent.too_few or before.too_few:
        return Trend.TOO_FEW
    now, then = recent.mean, before.mean
    spread = sqrt(now * (1 - now) / (recent.of + 3) + then * (1 - then) / (before.of + 3))
    if abs(now - then) < _ONE_SIDED_90 * spread:
        return Trend.STEADY
    return Trend.BETTER if now < then else Trend.WORSE


def _fix(mistake: Mistake, evidence: Sequence[Moment]) -> Fix:
    """Return the fix for the rule that was broken most often, the latest of equals."""
    fixes = FIXES[mistake]
    broken = Counter(moment.rule for moment in evidence)
    rule = max(broken, key=broken.__getitem__) if broken else next(iter(fixes))
    return Fix(rule, fixes[rule])
