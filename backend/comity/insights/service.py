"""Reads what insights need, in a few queries, and lets the coach look through it contact by contact.

The logs are read some contacts at a time: of each only what was found is kept, so that memory does not grow with them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from math import log
from typing import Any

from sqlalchemy.orm import Session

from comity.coach.history import Circumstances, History
from comity.coach.insights import winning
from comity.coach.insights.health import Standing, instants, quiet_standing
from comity.coach.insights.hit_rates import ShownStep, outcome_of
from comity.coach.insights.moments import Moment
from comity.coach.insights.past import Past, Patience
from comity.coach.insights.review import Review, review
from comity.coach.insights.summary import Insights, summarize
from comity.coach.insights.writing import Letters
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import TrustStage
from comity.errors import Refused
from comity.insights import queries
from comity.insights.steps import shown_steps
from comity.outreach.queries import sender_of
from comity.relationships.gathering import Gathered, owner_of
from comity.relationships.introduced import introductions
from comity.relationships.ranking import SECONDS_A_DAY
from comity.relationships.told import calendar_of, gathering_of, person_of, place_name

AT_ONCE = 250  # contacts whose logs are in memory together: some thousand touches, quickly made and quickly forgotten


class PeriodOutOfRange(Refused):
    """The period begins before its end, and no more than a year before it."""


@dataclass(frozen=True, slots=True)
class Told:
    """Insights, with the names of the contacts in them. complete: whether every moment was judged."""

    insights: Insights
    names: dict[str, str]
    complete: bool


def insights(session: Session, *, account_id: str, since: datetime | None, as_of: datetime) -> Told:
    """Say why the owner's networking works or does not. since: half a year before `as_of` if none is given.

    Raises PeriodOutOfRange.
    """
    if since is None:
        since = as_of - timedelta(days=DEFAULTS.insight_days)
    elif not as_of - timedelta(days=DEFAULTS.longest_insight_days) <= since < as_of:
        raise PeriodOutOfRange(pointer="query/from")
    return _Reading(session, account_id, since, as_of).told()


class _Reading:
    """One reading of one account. begins: the quarters that are compared may reach behind the period."""

    def __init__(self, session: Session, account_id: str, since: datetime, as_of: datetime) -> None:
        self.session = session
        self.mine: dict[str, Any] = {"account_id": account_id}
        self.since = since
        self.as_of = as_of
        self.at = instants(since, as_of)
        self.begins = min(since, as_of - 2 * timedelta(days=DEFAULTS.trend_days))
        self.period: dict[str, Any] = {"account_id": account_id, "since": self.begins, "as_of": as_of}
        self.patience = Patience()
        self.names: dict[str, str] = {}

    def told(self) -> Told:
        """Read, look through, and put together."""
        steps = shown_steps(self.session, **self.period)
        active = self._active() | {step.contact_id for step in steps if step.contact_id}
        reviews = list(self._reviews(active, steps))
        found = summarize(
            reviews,
            quiet=list(self._quiet_standings(active)),
            moments=[*self._quiet_occasions(active), *self._events_alone()],
            outcomes=[outcome_of(step, None) for step in steps if step.contact_id is None],
            since=self.since,
            as_of=self.as_of,
        )
        self._name([one.contact_id for one in found.losing_warmth])
        return Told(found, self.names, complete=not self.patience.ran_out)

    def _active(self) -> set[str]:
        """Return with whom something happened that insights look at; the others only stand where they stood.

        A little before that time too: a word ahead of a birthday may have been sent before it.
        """
        earlier = self.begins - timedelta(days=DEFAULTS.occasion_days + 1)
        talked = queries.TALKED.all(self.session, **self.mine, since=earlier)
        attended = queries.ATTENDED.all(self.session, **self.period)
        promised = queries.PROMISED.all(self.session, **self.mine)
        return {row.contact_id for row in (*talked, *attended, *promised)}

    def _reviews(self, active: Collection[str], steps: Iterable[ShownStep]) -> Iterator[Review]:
        """Yield what the log of each of the active shows."""
        written = queries.WORDS.all(self.session, **self.period)
        words = {row.id: row.words for row in written}
        letters = Letters(sender_of(self.session, self.mine["account_id"]), self._texts(written))
        by_contact: dict[str | None, list[ShownStep]] = defaultdict(list)
        for step in steps:
            by_contact[step.contact_id].append(step)
        for history, around in self._logs(sorted(active)):
            contact_id = history.person.id
            self.names[contact_id] = history.person.full_name
            past = self._past(history, around)
            yield review(past, at=self.at, words=words, letters=letters, steps=by_contact[contact_id])

    def _logs(self, contact_ids: Sequence[str]) -> Iterator[tuple[History, Circumstances]]:
        """Yield the logs of contacts, in this order. How one gets to them no insight tells, so it is not looked for."""
        made = introductions(self.session, **self.mine, as_of=self.as_of)
        for start in range(0, len(contact_ids), AT_ONCE):
            some = contact_ids[start : start + AT_ONCE]
            gathered = Gathered(
                self.session, **self.mine, contact_ids=some, as_of=self.as_of, leads_to=(), introductions=made
            )
            for history in (gathered.histories[one] for one in some if one in gathered.histories):
                yield history, Circumstances(gathered.owner, gathered.calendar(history.person), gathered.goals)

    def _texts(self, written: Sequence[Any]) -> dict[str, str]:
        """Return the beginnings of the latest messages: of the last quarter, of the one before, and of what is left.

        written: the latest first.
        """
        quarter = timedelta(days=DEFAULTS.trend_days)
        latest: list[str] = []
        for until, since in pairwise([self.as_of, self.as_of - quarter, self.as_of - 2 * quarter, self.begins]):
            inside = (row.id for row in written if since < row.occurred_at <= until)
            latest += islice(inside, DEFAULTS.messages_read)
        rows = queries.TEXTS.all(self.session, **self.mine, interaction_ids=latest) if latest else []
        return {row.id: row.body for row in rows}

    def _past(self, history: History, around: Circumstances) -> Past:
        return Past(history, around, since=self.begins, as_of=self.as_of, patience=self.patience)

    def _quiet_standings(self, others: Collection[str]) -> Iterator[Standing]:
        for row in queries.STANDINGS.all(self.session, **self.mine):
            if row.contact_id not in others:
                last = None if row.last_day is None else datetime.fromtimestamp(row.last_day * SECONDS_A_DAY, UTC)
                yield quiet_standing(
                    row.contact_id,
                    row.importance,
                    TrustStage(row.trust_stage),
                    last_exchange_at=last,
                    half_life_days=log(2) / row.rate,
                    as_of=self.as_of,
                    at=self.at,
                )

    def _quiet_occasions(self, others: Collection[str]) -> Iterator[Moment]:
        """Yield the occasions of those with whom nothing happened in the whole time."""
        owner = owner_of(self.session, self.mine["account_id"])
        for row in queries.WITH_OCCASIONS.all(self.session, **self.mine):
            if row.id in others:
                continue
            place = place_name(row.timezone, row.country, row.observances)
            calendar = calendar_of(place, owner_timezone=owner.timezone, around=self.as_of.date())
            past = self._past(History(person_of(row, None, owner.keep_in_touch)), Circumstances(owner, calendar))
            for moment in winning.occasions(past):
                self.names[row.id] = row.full_name
                yield moment

    def _events_alone(self) -> Iterator[Moment]:
        """Yield the events at which nobody was known."""
        events = queries.EVENTS_ALONE.all(self.session, **self.period)
        if not events:
            return
        near = {"since": min(event.starts_at for event in events), "as_of": self.as_of}
        event_ids = [event.id for event in events]
        met_at = {row.event_id for row in queries.AT_EVENTS.all(self.session, **self.mine, **near, event_ids=event_ids)}
        for event in events:
            moment = winning.alone_at(gathering_of(event, key=True), DEFAULTS, met_somebody=event.id in met_at)
            if self.begins < moment.at <= self.as_of:
                yield moment

    def _name(self, contact_ids: Sequence[str]) -> None:
        missing = [contact_id for contact_id in contact_ids if contact_id not in self.names]
        rows = queries.NAMES.all(self.session, **self.mine, contact_ids=missing) if missing else []
        self.names |= {row.id: row.full_name for row in rows}
