"""Each occurrence of a follow-up comes due once, whoever is killed and whatever clocks say."""

import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from comity import jobs
from comity.accounts.models import Account
from comity.coach.words import Anchor, Direction, Kind, Unit
from comity.contacts.models import Contact
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact
from comity.database import Database, new_id
from comity.follow_ups import due
from comity.follow_ups.due import Due, FollowUpsDue, sweep
from comity.follow_ups.models import FollowUp
from comity.follow_ups.schemas import CompleteIn, FollowUpIn, Recurrence
from comity.follow_ups.service import complete, create_follow_up, skip, update_follow_up
from comity.interactions.schemas import InteractionIn
from comity.interactions.service import log_interaction
from comity.outbox import Effect
from tests.conftest import MONDAY, SignUp
from tests.crash.workers import How, end, prepare, start, traces, wait_for
from tests.promised import Figure

SEED = 20260302
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Apia",
    "Africa/Casablanca",
)
FIRST_DAY = datetime(2026, 1, 5, tzinfo=UTC)
RHYTHMS = (
    Recurrence(every=1, unit=Unit.DAY),
    Recurrence(every=10, unit=Unit.DAY),
    Recurrence(every=1, unit=Unit.WEEK),
    Recurrence(every=2, unit=Unit.WEEK),
    Recurrence(every=1, unit=Unit.MONTH),
    Recurrence(every=3, unit=Unit.MONTH, count=3),
    Recurrence(every=1, unit=Unit.WEEK, anchor=Anchor.LAST_CONTACT),
    Recurrence(every=1, unit=Unit.MONTH, anchor=Anchor.LAST_CONTACT),
)


class TestKilledWorker:
    @pytest.mark.both_databases
    @pytest.mark.promise("P6", "K9")
    def test_loses_and_doubles_nothing(self, database: Database, sign_up: SignUp, size: str, figure: Figure) -> None:
        number, kills = {"short": (400, 4), "long": (2_000, 50)}[size]
        dice = random.Random(SEED)
        wanted = _plan(database, sign_up, number)
        share = number // (kills + 1)

        for killed in range(kills):
            before = min(killed * share, number - 1)
            _sweep_again(database)
            worker = start(database, How(claimed_at_once=5))
            wait_for(lambda before=before: len(traces(database)) > before, every=0.001)
            time.sleep(dice.random() * 0.05)
            end(worker)
        left = number - len(traces(database))
        _sweep_again(database)
        worker = start(database)
        wait_for(lambda: len(traces(database)) >= number)
        end(worker)

        _check(database, wanted, f"{kills} kills during {number:,} due follow-ups, {left} left at the last", figure)

    def test_would_double_them_without_the_claim(self, database: Database, sign_up: SignUp) -> None:
        wanted = _plan(database, sign_up, 20)
        worker = start(database, How(fault="claim"))
        try:
            _sweep_again(database)
            wait_for(lambda: len(traces(database)) >= len(wanted))
            _sweep_again(database)
            wait_for(lambda: len(traces(database)) > len(wanted))
        finally:
            end(worker)


def _plan(database: Database, sign_up: SignUp, number: int) -> set[str]:
    """Plan follow-ups that are due, and return the traces that they are to leave."""
    sign_up()
    prepare(database)
    with database.write() as session:
        account = session.scalars(select(Account)).one()
        sam = create_contact(session, account_id=account.id, body=ContactIn(full_name="Sam Okafor"), now=MONDAY)
        plans = [FollowUpIn(contact_id=sam.id, due_at=MONDAY + timedelta(seconds=one)) for one in range(number)]
        made = [create_follow_up(session, account_id=account.id, body=plan, now=FIRST_DAY) for plan in plans]
        return {f"{one.id} {one.due_at}" for one in made}


def _sweep_again(database: Database) -> None:
    with database.write() as session:
        jobs.enqueue(session, due.SWEEP, job_id=new_id())


def _check(database: Database, wanted: set[str], said: str, figure: Figure) -> None:
    found = Counter(job for job, _ in traces(database))
    doubled = sum(times - 1 for times in found.values())
    figure(f"{said}: {len(wanted - found.keys())} lost, {doubled} doubled")
    assert found.keys() == wanted
    assert doubled == 0


class Year:
    """A year of three schedulers whose clocks are wrong in their own ways, and what should come due in it."""

    def __init__(self, database: Database, dice: random.Random, *, days: int) -> None:
        self.database = database
        self.dice = dice
        self.last = FIRST_DAY + timedelta(days=days)
        self.now = FIRST_DAY
        self.furthest = FIRST_DAY
        self.steps = [timedelta(), timedelta(), timedelta()]
        self.open: dict[str, datetime] = {}
        self.recurring: dict[str, FollowUp] = {}
        self.overdue: list[str] = []
        self.wanted: list[tuple[str, datetime]] = []
        self.fired: list[Due] = []
        self.outage = FIRST_DAY + timedelta(days=days // 2)
        self.caught_up = 0
        database.reactions = {**database.reactions, FollowUpsDue: [self._hear]}

    def _hear(self, _: Session, happened: FollowUpsDue) -> list[Effect]:
        self.fired.extend(happened.occurrences)
        return []

    def live(self) -> None:
        """Let the year pass."""
        with ThreadPoolExecutor(3) as schedulers:
            while self.now < self.last:
                self.now += timedelta(minutes=self.dice.randrange(5, 600))
                if self.outage <= self.now < self.outage + timedelta(hours=48):
                    self.now = self.outage + timedelta(hours=48)
                if self.dice.random() < 0.1:
                    step = timedelta(hours=self.dice.choice((-1, 1)))
                    self.steps[self.dice.randrange(3)] = step
                clocks = [self.now + step for step in self.steps]
                before = len(self.fired)
                list(schedulers.map(lambda clock: sweep(self.database, now=clock), clocks))
                self._expect(max(clocks))
                if before < len(self.fired) and self.now == self.outage + timedelta(hours=48):
                    self.caught_up = len(self.fired) - before
                self._snooze_one()
                self._close_late()
                self._hear_from_one()

    def _expect(self, clock: datetime) -> None:
        """Expect all that the clock furthest ahead has reached, and snooze some of it."""
        self.furthest = max(self.furthest, clock)
        for reached in [(one, due_at) for one, due_at in self.open.items() if due_at <= self.furthest]:
            self.wanted.append(reached)
            del self.open[reached[0]]
            if self.dice.random() < 0.3:
                self._move(reached[0])
            elif reached[0] in self.recurring:
                (self._close if self.dice.random() < 0.7 else self.overdue.append)(reached[0])

    def plan(self, made: FollowUp) -> None:
        """Wait for a follow-up that was made."""
        self.open[made.id] = made.due_at
        if made.recurrence is not None:
            self.recurring[made.id] = made

    def _close_late(self) -> None:
        """Close one that came due a while ago: what was missed meanwhile is not made up for."""
        if self.overdue and self.dice.random() < 0.3:
            self._close(self.overdue.pop(self.dice.randrange(len(self.overdue))))

    def _close(self, follow_up_id: str) -> None:
        """Do an occurrence, or leave it out, and wait for the one after it."""
        which = {"account_id": self.recurring[follow_up_id].account_id, "follow_up_id": follow_up_id, "now": self.now}
        with self.database.write() as session:
            if self.dice.random() < 0.7:
                closed = complete(session, body=CompleteIn(log=False), **which)
            else:
                closed = skip(session, **which)
            if closed.next is not None:
                assert closed.next.due_at > self.now
                self.plan(closed.next)

    def _hear_from_one(self) -> None:
        """Log a word of theirs: what counts from the last contact moves."""
        if self.dice.random() > 0.2:
            return
        one = self.recurring[self.dice.choice(sorted(self.recurring))]
        with self.database.write() as session:
            word = InteractionIn(
                contact_ids=[one.contact_id],
                kind=Kind.EMAIL,
                direction=Direction.INBOUND,
                occurred_at=self.now,
                expects_reply=False,
            )
            log_interaction(session, account_id=one.account_id, body=word, now=self.now)
            moved = select(FollowUp.id, FollowUp.due_at).filter_by(contact_id=one.contact_id, status="open")
            for row in session.execute(moved.where(FollowUp.due_at > self.furthest)):
                self.open[row.id] = row.due_at
        self.overdue = [late for late in self.overdue if late not in self.open]

    def _snooze_one(self) -> None:
        """Move one that has not come due yet: its old moment must never come due."""
        if self.open and self.dice.random() < 0.3:
            self._move(self.dice.choice(sorted(self.open)))

    def _move(self, follow_up_id: str) -> None:
        """Move one to a moment at which it has not been due before."""
        until = self.furthest + timedelta(hours=self.dice.randrange(20, 900))
        with self.database.write() as session:
            account_id = session.scalars(select(FollowUp.account_id).where(FollowUp.id == follow_up_id)).one()
            moved = update_follow_up(
                session,
                account_id=account_id,
                follow_up_id=follow_up_id,
                values={"due_at": until},
                if_match=None,
                now=self.now,
            )
            self.open[follow_up_id] = moved.due_at


class TestYear:
    @pytest.mark.both_databases
    @pytest.mark.promise("P6")
    def test_lets_each_occurrence_come_due_once_by_its_own_zone(
        self, database: Database, sign_up: SignUp, size: str, figure: Figure, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        days, each, rhythms = {"short": (40, 4, 2), "long": (365, 40, len(RHYTHMS))}[size]
        monkeypatch.setattr(due, "CLAIMED_AT_ONCE", 7)
        year = Year(database, random.Random(SEED), days=days)
        zones = dict(_settle_in(database, sign_up))
        with database.write() as session:
            for place, (zone, contact) in enumerate(zones.items()):
                for number in range(each):
                    year.plan(_plan_at_nine(session, contact, zone, 1 + number * (days - 2) / each))
                for rhythm in (*RHYTHMS, *RHYTHMS)[place % len(RHYTHMS) :][:rhythms]:
                    year.plan(_plan_at_nine(session, contact, zone, 2, recurrence=rhythm))

        year.live()

        found = Counter((one.follow_up_id, one.due_at) for one in year.fired)
        lost, doubled = len(set(year.wanted) - found.keys()), sum(times - 1 for times in found.values())
        figure(
            f"seed {SEED}: 3 schedulers, {days} days, {len(zones)} zones, clocks an hour off both ways, 48 h outage "
            f"({year.caught_up} caught up at once): {len(year.wanted):,} occurrences, {len(zones) * rhythms} series "
            f"among them, {lost} lost, {doubled} doubled"
        )
        assert found.keys() == set(year.wanted)
        assert doubled == 0
        by_contact = {contact.id: ZoneInfo(zone) for zone, contact in zones.items()}
        assert _are_each_once(year.recurring.values())
        assert all(9 <= one.due_at.astimezone(by_contact[one.contact_id]).hour < 18 for one in year.fired)


def _are_each_once(occurrences: Iterable[FollowUp]) -> bool:
    numbers = [(one.series_id, one.occurrence) for one in occurrences]
    return len(numbers) == len(set(numbers))


def _settle_in(database: Database, sign_up: SignUp) -> Iterator[tuple[str, Contact]]:
    """Yield a contact in each zone, of an owner who lives there too."""
    for zone in ZONES:
        sign_up(timezone=zone)
        with database.write() as session:
            account_id = session.scalars(select(Account.id).where(Account.timezone == zone)).one()
            body = ContactIn(full_name="Sam Okafor", timezone=zone)
            yield zone, create_contact(session, account_id=account_id, body=body, now=FIRST_DAY)


def _plan_at_nine(session: Session, contact: Contact, zone: str, days: float, **more: Any) -> FollowUp:
    """Plan a touch on a day at nine in the morning there, whatever the clocks there do until then."""
    on = (FIRST_DAY + timedelta(days=days)).date()
    wanted_at = datetime(on.year, on.month, on.day, 9, tzinfo=ZoneInfo(zone))
    body = FollowUpIn(contact_id=contact.id, due_at=wanted_at, **more)
    return create_follow_up(session, account_id=contact.account_id, body=body, now=FIRST_DAY)
