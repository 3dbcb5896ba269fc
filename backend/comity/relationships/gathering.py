"""Reads what the coach is told, in a few queries for any number of contacts."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from comity.coach import grounds
from comity.coach.commonalities import common_grounds, weighed
from comity.coach.days import day_number
from comity.coach.history import (
    Circumstances,
    Connector,
    Gathering,
    Goal,
    History,
    Interval,
    Match,
    Neighbour,
    Owner,
    Person,
    PlaceCalendar,
    Promise,
    Touch,
)
from comity.coach.introduction_log import IntroductionLog
from comity.coach.pressing import USUAL_CLOSING
from comity.coach.relationship import stands_high
from comity.coach.reply_chance import USUAL_RATE
from comity.coach.responsiveness import rungs_above
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import (
    Direction,
    Kind,
    Seniority,
    TieKind,
)
from comity.commonalities import queries as commonalities
from comity.commonalities.service import background_of
from comity.follow_ups.moving import with_time
from comity.promises.queries import promise_of
from comity.relationships import queries
from comity.relationships.introduced import introductions as introductions_of
from comity.relationships.matches import matches_for
from comity.relationships.neighbours import neighbours_of
from comity.relationships.planned import by_hand, put_off
from comity.relationships.told import (
    calendar_of,
    gathering_of,
    goal_of,
    person_of,
    place_name,
    touch_of,
)
from comity.relationships.ways import KnownWay, ways_to

KEY_PEOPLE = DEFAULTS.key_people


def owner_of(session: Session, account_id: str) -> Owner:
    """Return the account's owner as the coach knows them."""
    row = queries.OWNER.first(session, account_id=account_id)
    seniority = Seniority(row.seniority) if row.seniority else Seniority.MID
    owner = Owner(
        seniority=seniority,
        background=background_of(row.background),
        reply_rate=USUAL_RATE if row.reply_rate is None else row.reply_rate,
        closing_rate=USUAL_CLOSING if row.closing_rate is None else row.closing_rate,
        keep_in_touch={tag: Interval(**interval) for tag, interval in row.keep_in_touch.items()},
    )
    return with_time(owner, row)


def goals_of(session: Session, account_id: str) -> tuple[Goal, ...]:
    """Return the account's goals, oldest first."""
    return tuple(goal_of(row) for row in queries.GOALS.all(session, account_id=account_id))


def by_worth(session: Session, *, account_id: str, event_ids: Collection[str], as_of: datetime) -> dict[str, list[str]]:
    """Return who is at each event, the highest index first; those to whom nothing is ever recommended are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = queries.BY_WORTH.all(session, account_id=account_id, event_ids=list(event_ids), day=day_number(as_of))
    for row in rows:
        found[row.event_id].append(row.contact_id)
    return found


class Gathered:
    """All that the coach needs for some contacts of one account, or for all of them.

    contact_ids: None for everybody. as_of: around which instant calendars are made. leads_to: to whom ways are looked
    for; by default to those before whom a wall may stand. introductions: the account's, where they were read already.
    """

    def __init__(
        self,
        session: Session,
        *,
        account_id: str,
        contact_ids: Collection[str] | None,
        as_of: datetime,
        leads_to: Collection[str] | None = None,
        introductions: IntroductionLog | None = None,
    ) -> None:
        self.session = session
        self.account_id = account_id
        self.as_of = as_of
        self.owner = owner_of(session, account_id)
        self.goals = goals_of(session, account_id)
        self._observances: dict[str, tuple[str, ...]] = {}
        self.titles: dict[str, str | None] = {}
        self.follow_ups: dict[str, list[Any]] = defaultdict(list)
        self.introductions = introductions or introductions_of(session, account_id=account_id, as_of=as_of)
        self.histories = self._histories(contact_ids)
        targets = self._behind_walls() if leads_to is None else leads_to
        self._ways = self._find_ways(targets)
        self._neighbours = self._find_neighbours(targets)

    def circumstances(self, contact_id: str) -> Circumstances:
        """Return what stands around one contact."""
        history = self.histories[contact_id]
        return Circumstances(
            owner=self.owner,
            calendar=self.calendar(history.person),
            goals=self.goals,
            connectors=self._connectors(contact_id),
            neighbours=self._neighbours.get(contact_id, ()),
            shared=self._shared(history.person),
            match=self._matches.get(contact_id),
        )

    def _shared(self, person: Person) -> tuple[str, ...]:
        """Return what a person shares with the owner's background; only where there is a choice is it counted."""
        found = common_grounds(person, self.owner.background)
        if len(found) < 2:
            return tuple(ground.name for ground in found)
        counts, contacts = self._ground_counts
        return tuple(one.name for one in weighed(found, counts, contacts=contacts, person=person, as_of=self.as_of))

    @cached_property
    def _ground_counts(self) -> tuple[dict[str, int], int]:
        """How many contacts have each thing of the owner's background, and how many there are."""
        owners = grounds.names_of_owner(self.owner.background)
        keys = {grounds.ground(kind, name) for kind, names in owners for name in names}
        counts = commonalities.shared_by(self.session, self.account_id, keys)
        return counts, commonalities.contacts_in_all(self.session, self.account_id)

    def calendar(self, person: Person) -> PlaceCalendar:
        """Return the days of a person's place."""
        return calendar_of(self.place(person.id), owner_timezone=self.owner.timezone, around=self.as_of.date())

    def place(self, contact_id: str) -> str:
        """Return the name of somebody's place: people of one name share their days."""
        person = self.histories[contact_id].person
        return place_name(person.timezone, person.country, self._observances[contact_id])

    def _connectors(self, contact_id: str) -> tuple[Connector, ...]:
        return tuple(
            Connector(
                self.histories[way.contact_id],
                way.strength,
                self.calendar(self.histories[way.contact_id].person),
                way.kind,
                way.beyond,
            )
            for way in self._ways.get(contact_id, ())
            if way.contact_id in self.histories
        )

    def _find_ways(self, targets: Collection[str]) -> dict[str, list[KnownWay]]:
        """Look for ways, and read the logs of those whom they lead over."""
        found = ways_to(self.session, account_id=self.account_id, contact_ids=targets)
        missing = {way.contact_id for ways in found.values() for way in ways} - self.histories.keys()
        if missing:
            self.histories |= self._histories(missing)
        return found

    def _behind_walls(self) -> list[str]:
        """Return before whom a wall may stand: who is senior, and has never written to the owner."""
        return [history.person.id for history in self.histories.values() if self._may_be_walled(history)]

    def _may_be_walled(self, history: History) -> bool:
        seniority = history.person.seniority
        if not stands_high(seniority, rungs_above(seniority, self.owner.seniority)):
            return False
        return not any(self._is_word_of_theirs(touch) for touch in history.touches)

    def _is_word_of_theirs(self, touch: Touch) -> bool:
        is_written = touch.kind in {Kind.EMAIL, Kind.MESSAGE}
        return is_written and touch.direction is Direction.INBOUND and touch.occurred_at <= self.as_of

    def _find_neighbours(self, targets: Collection[str]) -> dict[str, tuple[Neighbour, ...]]:
        """Look for who is near those to whom no way seems to lead."""
        lost = [
            self.histories[one]
            for one in targets
            if one in self.histories and not any(way.looks_usable for way in self._ways.get(one, ()))
        ]
        return neighbours_of(self.session, account_id=self.account_id, targets=lost, owner=self.owner)

    @cached_property
    def _matches(self) -> dict[str, Match]:
        """Whom some of these contacts should meet."""
        return matches_for(
            self.session,
            account_id=self.account_id,
            histories=self.histories,
            titles=self.titles,
            as_of=self.as_of,
        )

    def _histories(self, contact_ids: Collection[str] | None) -> dict[str, History]:
        gatherings = self._gatherings(contact_ids)
        touches = self._touches(contact_ids, at_events=gatherings.keys())
        promises = self._promises(contact_ids)
        self._read_follow_ups(contact_ids)
        found = {}
        for row in self._rows(queries.PEOPLE, contact_ids):
            self._observances[row.id] = tuple(row.observances)
            self.titles[row.id] = row.title
            owner_tie = TieKind(row.owner_tie) if row.owner_tie else None
            person, log = person_of(row, owner_tie, self.owner.keep_in_touch), tuple(touches.get(row.id, ()))
            found[row.id] = History(
                person=person,
                touches=log,
                promises=tuple(promises.get(row.id, ())),
                follow_ups=tuple(made for one in self.follow_ups.get(row.id, ()) if (made := by_hand(one)) is not None),
                put_off=tuple(put for one in self.follow_ups.get(row.id, ()) if (put := put_off(one)) is not None),
                gatherings=tuple(gatherings.get(row.id, ())),
                introduced=self.introductions.introduced_by(person, log),
                asked_about=self.introductions.asked_about(person),
            )
        return found

    def _rows(self, told: queries.Told, contact_ids: Collection[str] | None, **values: Any) -> Iterator[Any]:
        return told.rows(self.session, account_id=self.account_id, contact_ids=contact_ids, **values)

    def _touches(self, contact_ids: Collection[str] | None, at_events: Collection[str]) -> dict[str, list[Touch]]:
        found: dict[str, list[Touch]] = defaultdict(list)
        for row in self._rows(queries.TOUCHES, contact_ids, at_events=list(at_events)):
            found[row.contact_id].append(touch_of(row))
        return found

    def _promises(self, contact_ids: Collection[str] | None) -> dict[str, list[Promise]]:
        found: dict[str, list[Promise]] = defaultdict(list)
        for row in self._rows(queries.PROMISES, contact_ids):
            found[row.contact_id].append(promise_of(row))
        return found

    def _read_follow_ups(self, contact_ids: Collection[str] | None) -> None:
        for row in self._rows(queries.FOLLOW_UPS, contact_ids):
            self.follow_ups[row.contact_id].append(row)

    def _gatherings(self, contact_ids: Collection[str] | None) -> dict[str, list[Gathering]]:
        rows = list(self._rows(queries.GATHERINGS, contact_ids))
        key_people = self._key_people({row.id for row in rows if self._is_near(row)})
        found: dict[str, list[Gathering]] = defaultdict(list)
        for row in rows:
            key = row.contact_id in key_people.get(row.id, ())
            found[row.contact_id].append(gathering_of(row, key=key))
        return found

    def _is_near(self, event: Any) -> bool:
        near = timedelta(days=30)
        return bool(event.starts_at - near <= self.as_of <= event.ends_at + near)

    def _key_people(self, event_ids: Collection[str]) -> dict[str, set[str]]:
        """Return the five attendees of each event with the highest index."""
        if not event_ids:
            return {}
        found = by_worth(self.session, account_id=self.account_id, event_ids=event_ids, as_of=self.as_of)
        return {event_id: set(ranked[:KEY_PEOPLE]) for event_id, ranked in found.items()}
