"""All that insights say, put together from what each contact's log shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.coach.insights import winning
from comity.coach.insights.give_and_take import GiveAndTake, give_and_take
from comity.coach.insights.health import (
    Health,
    StagesAt,
    Standing,
    health_of,
    instants,
    losing_warmth,
    stages_over_time,
)
from comity.coach.insights.hit_rates import HitRate, StepOutcome, hit_rates
from comity.coach.insights.mistakes import Habit, habits
from comity.coach.insights.moments import Moment
from comity.coach.insights.rates import ReplyRate, overall, reply_rates
from comity.coach.insights.review import Review
from comity.coach.thresholds import DEFAULTS, Thresholds


@dataclass(frozen=True, slots=True)
class Insights:
    """Why the owner's networking works or does not, from `since` to `as_of`."""

    since: datetime
    as_of: datetime
    habits: list[Habit]
    health: Health
    stages: list[StagesAt]
    losing_warmth: list[Standing]
    give_and_take: GiveAndTake
    overall: ReplyRate
    reply_rates: dict[str, list[ReplyRate]]
    hit_rates: list[HitRate]


def summarize(
    reviews: Sequence[Review],
    *,
    quiet: Sequence[Standing],
    moments: Iterable[Moment],
    outcomes: Iterable[StepOutcome],
    since: datetime,
    as_of: datetime,
    limits: Thresholds = DEFAULTS,
) -> Insights:
    """Put together what was found.

    quiet: how those stand who were not looked through. moments, outcomes: those that belong to no review. since: the
    reviews may reach behind it, for the quarters that are compared.
    """
    standings = [*(one.standing for one in reviews), *quiet]
    sent = [word for one in reviews for word in one.sent if word.at > since]
    attended = [there for one in reviews for there in one.attended]
    found = [*moments, *(moment for one in reviews for moment in one.moments), *winning.events(attended, limits)]
    return Insights(
        since=since,
        as_of=as_of,
        habits=habits(found, since=since, as_of=as_of, limits=limits),
        health=health_of(standings, limits),
        stages=stages_over_time(standings, instants(since, as_of)),
        losing_warmth=losing_warmth(standings, limits),
        give_and_take=give_and_take((one.balance for one in reviews), limits),
        overall=overall(sent, limits),
        reply_rates=reply_rates(sent, limits),
        hit_rates=hit_rates([*outcomes, *(outcome for one in reviews for outcome in one.outcomes)], limits),
    )
