"""The answer of `/v1/contacts/{id}/timing`."""

from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, WithJsonSchema

from comity.coach.thresholds import DEFAULTS
from comity.coach.timetable import OwnersHours, Refused, Stretch, Suiting, Timetable
from comity.schemas import Out


class StretchOut(Out):
    """A stretch of time."""

    from_: datetime = Field(alias="from")
    until: datetime


class SuitingWindowOut(StretchOut):
    """Working hours of one of their days, in their zone. `owner`: the same in the owner's zone.

    `talk`: when both are at work, for a call; null where they never are.
    """

    day: date
    owner: StretchOut
    talk: StretchOut | None


class PeriodOut(Out):
    """Days that do not suit, first and last included, as `from` and `until` in their zone."""

    rule: str
    text: str
    why: str
    holds_back: Literal["everything", "asks"]
    first_on: date
    last_on: date
    from_: datetime = Field(alias="from")
    until: datetime


# On the clock of their place: the format `time` would ask for an offset, which changes with the day.
ClockTime = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"})]


class HoursOut(Out):
    """Their working hours on every day that suits: what is sent outside of them waits for the morning."""

    rule: str
    opens: ClockTime
    closes: ClockTime


class TimingOut(Out):
    """What suits from `from` until `until`.

    `windows`: for anything, asks included. `light_windows`: only for what asks nothing, since asks wait then.
    """

    from_: datetime = Field(alias="from")
    until: datetime
    timezone: str
    owner_timezone: str
    hours: HoursOut
    windows: list[SuitingWindowOut]
    light_windows: list[SuitingWindowOut]
    periods: list[PeriodOut]


def timing_out(found: Timetable, span: Stretch, *, timezone: str, owner: OwnersHours) -> TimingOut:
    """Return what suits as a client sees it."""
    theirs, owners = ZoneInfo(timezone), ZoneInfo(owner.timezone)
    return TimingOut(
        **_local(span, theirs),
        timezone=timezone,
        owner_timezone=owner.timezone,
        hours=HoursOut(rule="timing.hours", opens=DEFAULTS.day_opens, closes=DEFAULTS.day_closes),
        windows=[_window(one, theirs, owners) for one in found.windows if one.asks],
        light_windows=[_window(one, theirs, owners) for one in found.windows if not one.asks],
        periods=[_period(one, timezone) for one in found.refused],
    )


def _window(one: Suiting, theirs: ZoneInfo, owners: ZoneInfo) -> SuitingWindowOut:
    return SuitingWindowOut(
        **_local(one.at, theirs),
        day=one.day,
        owner=StretchOut(**_local(one.at, owners)),
        talk=StretchOut(**_local(one.talk, theirs)) if one.talk else None,
    )


def _period(one: Refused, timezone: str) -> PeriodOut:
    return PeriodOut(
        **_local(one.stretch(timezone), ZoneInfo(timezone)),
        rule=one.rule,
        text=one.text,
        why=one.why,
        holds_back=one.holds_back,
        first_on=one.first,
        last_on=one.last,
    )


def _local(one: Stretch, zone: ZoneInfo) -> dict[str, datetime]:
    return {"from": one.from_.astimezone(zone), "until": one.until.astimezone(zone)}
