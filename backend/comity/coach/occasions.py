"""Days on which a person is congratulated (playbook §3, `easy-win.occasion`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from comity.coach.days import in_year
from comity.coach.history import Occasion, Person
from comity.coach.thresholds import Thresholds
from comity.coach.words import OccasionKind


@dataclass(frozen=True, slots=True)
class Cause:
    """Something to congratulate on, from the first day to the last. on: its own day. what: the rest of a sentence."""

    kind: str
    what: str
    on: date
    first: date
    last: date


def causes_near(person: Person, day: date, limits: Thresholds) -> Iterator[Cause]:
    """Yield what there is to congratulate a person on, birthdays of the years around `day` among it."""
    span = timedelta(days=limits.occasion_days)
    if person.job_started_on is not None:
        start = person.job_started_on
        yield Cause("job_started_on", "started a new job", start, start, start + span)
    for found in person.occasions:
        yield Cause("occasion", _news(found), found.on, found.on, found.on + span)
    if person.birthday is not None:
        around = timedelta(days=limits.birthday_days)
        for year in (day.year - 1, day.year, day.year + 1):
            birthday = in_year((person.birthday.month, person.birthday.day), year)
            yield Cause("birthday", "had a birthday", birthday, birthday - around, birthday + around)


def _news(found: Occasion) -> str:
    what = {
        OccasionKind.PROMOTION: "was promoted",
        OccasionKind.AWARD: "won an award",
        OccasionKind.NEWS: "was in the news",
        OccasionKind.OTHER: "had something to celebrate",
    }[found.kind]
    return f"{what} ({found.note})" if found.note else what
