"""A moment in the owner's own words: "in two weeks", "tomorrow at 4pm", "after her vacation", "after the conference".

The whole text must be understood, and in one way alone: what is left over, two readings, or a moment that has passed
are refused with what is missing. A stretch of days is taken at its beginning ("next week" is its Monday, "mid January"
its middle), one that has begun already, or a deadline ("by Friday"), at its end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from comity.coach.days import DAY
from comity.coach.history import BusyPeriod, Gathering
from comity.coach.spoken.after import AfterWhat, NotKnown, after_what
from comity.coach.spoken.days import SpokenDays, day_at_word
from comity.coach.spoken.numbers import number_at, text_at
from comity.coach.spoken.text import Word, sentences
from comity.coach.spoken.times import hour_at
from comity.coach.word_lists import each

LONGEST_TEXT = 200  # characters: a date is short
MORNING = time(9)
PART_BEGINS = {"morning": MORNING, "afternoon": time(14), "evening": time(18)}
DEADLINES = each("by until till before due within")
FILLERS = each("on at by from sometime about around please")
MIDDLES = each("mid middle")
CLEAR_FROM, NOON = 8, 12  # hours: "at 4" is morning or afternoon, "at 9" is not
LONGEST_HOURS = 72  # hours: beyond it people count days


@dataclass(frozen=True, slots=True)
class Around:
    """What a text may speak of. vacation_after: their next vacation from a day on, or None."""

    now: datetime
    timezone: str
    name: str = ""
    vacation_after: Callable[[date], BusyPeriod | None] | None = None
    events: tuple[Gathering, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text means. at: in UTC. first, last: the days it names, the owner's. because: what "after" refers to."""

    at: datetime
    first: date
    last: date
    has_time: bool
    says: str
    because: str | None = None


class NotUnderstood(ValueError):
    """A text that is no date, or more than one; the message says which part is missing or in excess."""


@dataclass(frozen=True, slots=True)
class _Said:
    """Days with what was said of the time of the day."""

    first: date
    last: date
    part: str | None = None
    at: time | None = None
    is_deadline: bool = False
    is_middle: bool = False
    because: str | None = None


def read_moment(text: str, around: Around) -> Understood:
    """Return the moment that a text means, in the owner's zone.

    Raises NotUnderstood.
    """
    found = sentences(text)
    if len(found) != 1 or len(text) > LONGEST_TEXT:
        raise NotUnderstood("Say one date, such as “next Tuesday morning” or “in two weeks”.")
    words = _without_ends(found[0])
    in_hours = _in_hours(words, around)
    return in_hours or _of_days(_said(words, around), around)


def _without_ends(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without signs at either end, and without a polite beginning."""
    kept = list(words)
    while kept and kept[-1].is_sign:
        kept.pop()
    while kept and (kept[0].is_sign or kept[0].text == "please"):
        kept.pop(0)
    return kept


def _in_hours(words: Sequence[Word], around: Around) -> Understood | None:
    """Read "in three hours", "in 30 minutes"."""
    if text_at(words, 0) != "in":
        return None
    begins = 1 + (text_at(words, 1) == "half")
    begins += text_at(words, begins) == "an" and begins > 1
    count = (1, begins) if begins > 1 else number_at(words, begins)
    if count is None or len(words) != count[1] + 1:
        return None
    unit = {"hour": 60, "hours": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1}.get(text_at(words, count[1]))
    if unit is None or count[0] * unit > LONGEST_HOURS * 60 or count[0] == 0:
        return None
    at = around.now + timedelta(minutes=count[0] * unit // (2 if begins > 1 else 1))
    day = at.astimezone(ZoneInfo(around.timezone)).date()
    return _understood(at, day, day, around, has_time=True)


def _said(words: Sequence[Word], around: Around) -> _Said:
    """Return what the words say, all of them.

    Raises NotUnderstood.
    """
    today = around.now.astimezone(ZoneInfo(around.timezone)).date()
    leading = hour_at(words, 0) if not _is_day(words, 0, today) else None
    begins = leading[1] if leading else 0
    if leading and begins == len(words):
        return _Said(today, today, at=_clear(leading[0], words, None))
    said, after = _days_from(words, begins, today, around)
    if leading:
        if said.at is not None:
            raise NotUnderstood("There are two times of the day in it.")
        said = replace(said, at=leading[0])
    if after < len(words):
        raise NotUnderstood(f"“{' '.join(word.text for word in words[after:])}” was not understood.")
    return replace(said, at=_clear(said.at, words, said.part)) if said.at is not None else said


def _is_day(words: Sequence[Word], place: int, today: date) -> bool:
    return day_at_word(words, place, today) is not None


def _days_from(words: Sequence[Word], place: int, today: date, around: Around) -> tuple[_Said, int]:
    spoken = day_at_word(words, place, today) or _led(words, place, today)
    skipped = place
    while spoken is None and text_at(words, skipped) in FILLERS:
        skipped += 1
        spoken = day_at_word(words, skipped, today)
    if spoken is not None:
        return _of_spoken(spoken, words, place), spoken.last_word
    after = _after_days(words, place, today) or _after_known(words, place, today, around)
    if after is None:
        raise NotUnderstood("No date was found in it. Say, for example, “next Tuesday morning” or “in two weeks”.")
    return after


def _led(words: Sequence[Word], place: int, today: date) -> SpokenDays | None:
    """Read "two weeks", "fri": where nothing but a date is asked for, "in" and "on" go without saying."""
    if place >= len(words):
        return None
    lead = "in" if number_at(words, place) is not None else "on"
    start = words[place].start
    led = (*words[:place], Word(lead, start, start), *words[place:])
    spoken = day_at_word(led, place, today)
    return replace(spoken, last_word=spoken.last_word - 1) if spoken else None


def _of_spoken(spoken: SpokenDays, words: Sequence[Word], place: int) -> _Said:
    own = {text_at(words, number) for number in range(place, spoken.last_word)}
    return _Said(
        spoken.first,
        spoken.last,
        spoken.part,
        spoken.at,
        is_deadline=text_at(words, place) in DEADLINES,
        is_middle=bool(own & MIDDLES),
    )


def _after_days(words: Sequence[Word], place: int, today: date) -> tuple[_Said, int] | None:
    """Read "after Easter", "after next week": the day that follows."""
    if text_at(words, place) != "after":
        return None
    begins = place + 1 + (text_at(words, place + 1) == "the" and text_at(words, place + 2) not in {"weekend", "new"})
    spoken = day_at_word(words, begins, today) or day_at_word(words, place + 1, today)
    if spoken is None:
        return None
    day = spoken.last + DAY
    return _Said(day, day, spoken.part, spoken.at, because=f"after {spoken.last:%-d %B %Y}"), spoken.last_word


def _after_known(words: Sequence[Word], place: int, today: date, around: Around) -> tuple[_Said, int] | None:
    """Read "after her vacation", "when she is back", "after the conference"."""
    what = AfterWhat(today, around.timezone, around.name, around.vacation_after, around.events)
    try:
        found = after_what(words, place, what)
    except NotKnown as not_known:
        raise NotUnderstood(str(not_known)) from None
    return None if found is None else (_Said(found.day, found.day, because=found.because), found.after)


def _clear(at: time, words: Sequence[Word], part: str | None) -> time:
    """Return an hour that has one reading: in the afternoon "at 4" is 16:00, by itself it is two hours."""
    if at.hour >= CLEAR_FROM or _is_exact(words):
        return at.replace(hour=at.hour + NOON) if part in {"afternoon", "evening"} and at.hour < NOON else at
    if part is None:
        raise NotUnderstood(f"{at.hour} in the morning or in the afternoon? Say “{at.hour} am” or “{at.hour} pm”.")
    return at if part == "morning" else at.replace(hour=at.hour + NOON)


def _is_exact(words: Sequence[Word]) -> bool:
    """Say whether an hour was written with its half of the day, or with two digits, as in 04:30."""
    texts = [word.text for word in words]
    return any(
        text in {"am", "pm"} or (text in {"a", "p"} and texts[place + 1 : place + 3] == [".", "m"])
        for place, text in enumerate(texts)
    ) or any(len(text) == 2 and text[0] == "0" and text.isdigit() for text in texts)


def _of_days(said: _Said, around: Around) -> Understood:
    zone = ZoneInfo(around.timezone)
    local = around.now.astimezone(zone)
    day = _chosen(said, local.date())
    clock_time = said.at or PART_BEGINS.get(said.part or "", MORNING)
    at = datetime.combine(day, clock_time, zone).astimezone(UTC)
    if at <= around.now:
        has_time = said.at is not None or said.part is not None
        if day != local.date() or has_time:
            raise NotUnderstood("That moment has passed.")
        at = around.now  # "today", said after nine: now
    return _understood(at, said.first, said.last, around, has_time=said.at is not None, because=said.because)


def _chosen(said: _Said, today: date) -> date:
    """Return the one day that is meant of several."""
    if said.is_deadline or said.first <= today < said.last:
        return said.last
    if said.is_middle and said.last > said.first:
        return said.first + (said.last - said.first) // 2
    return said.first


def _understood(
    at: datetime, first: date, last: date, around: Around, *, has_time: bool, because: str | None = None
) -> Understood:
    local = at.astimezone(ZoneInfo(around.timezone))
    says = f"{local:%A, %-d %B %Y at %H:%M} ({around.timezone})"
    if because is not None:
        says = f"{says}, {because}"
    return Understood(at, first, last, has_time, says, because)
