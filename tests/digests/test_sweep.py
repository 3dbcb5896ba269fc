"""The law of time: whatever zone, clock and outage, each of an owner's days has one digest, in its morning."""

import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from comity import jobs
from comity.accounts import service
from comity.accounts.models import Account
from comity.database import Database
from comity.digests.models import Digest
from comity.digests.sweep import SEND, sweep
from tests.conftest import Clock, SignUp

ZONES = (
    "Pacific/Kiritimati",
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "Europe/Berlin",
    "Europe/London",
    "America/St_Johns",
    "America/New_York",
    "America/Santiago",
    "Pacific/Pago_Pago",
)
HOURS = ("07:30", "02:30", "00:00", "23:45")
WITHIN = timedelta(hours=3)  # two sweeps, and an hour by which all three clocks may be wrong
BEGINS = datetime(2026, 3, 1, tzinfo=UTC)


def settle_in(database: Database, sign_up: SignUp, clock: Clock) -> dict[str, tuple[str, str]]:
    """Open an account in each zone, and let each choose an hour."""
    for _ in ZONES:
        sign_up()
    with database.write() as session:
        ids = session.scalars(select(Account.id)).all()
        chosen = {one: (zone, HOURS[number % 4]) for number, (one, zone) in enumerate(zip(ids, ZONES, strict=True))}
        for account_id, (zone, hour) in chosen.items():
            values = {"timezone": zone, "digest_at": hour}
            service.change_account(session, account_id=account_id, values=values, if_match=None, now=clock())
    return chosen


@pytest.mark.both_databases
class TestSweep:
    @pytest.mark.promise("P6")
    def test_gives_each_day_one_digest_in_twelve_zones(
        self, database: Database, sign_up: SignUp, clock: Clock, size: str, figure: Callable[[str], None]
    ) -> None:
        days = 365 if size == "long" else 45  # from March on: both edges of summer time, or the first
        clock.now = BEGINS
        chosen = settle_in(database, sign_up, clock)
        ends, rng = BEGINS + timedelta(days=days), random.Random(4)
        outage = (BEGINS + timedelta(days=20, hours=5), BEGINS + timedelta(days=22, hours=5))
        with ThreadPoolExecutor(3) as schedulers:
            while clock.now < ends:
                if not outage[0] <= clock.now < outage[1]:
                    steps = [rng.choice((0, 0, 0, -60, 60)) for _ in range(3)]  # a clock that is wrong by an hour
                    nows = [clock.now + timedelta(minutes=step) for step in steps]
                    list(schedulers.map(lambda now: sweep(database, now=now), nows))
                clock.advance(minutes=55)

        with database.read() as session:
            rows = session.execute(select(Digest.account_id, Digest.day, Digest.created_at)).all()
        assert max(Counter((row.account_id, row.day) for row in rows).values()) == 1
        for account_id, (name, hour) in chosen.items():
            zone, mine = ZoneInfo(name), {row.day: row.created_at for row in rows if row.account_id == account_id}
            for day, made_at in mine.items():
                wanted = datetime.combine(day, time.fromisoformat(hour), zone).astimezone(UTC)
                assert abs(made_at - wanted) < WITHIN or outage[1] - WITHIN < made_at < outage[1] + WITHIN
            missed = [one for one in self._days(zone, hour, ends) if one not in mine]
            assert all(outage[0] <= wanted < outage[1] for wanted in self._moments(missed, zone, hour)), (name, missed)
            assert 1 <= len(missed) <= 2
        figure(f"{days} days, {len(ZONES)} zones, 3 schedulers, wrong clocks: {len(rows)} digests, none twice")

    def _days(self, zone: ZoneInfo, hour: str, ends: datetime) -> list[object]:
        """Return the days whose digest was due, but for those at the very ends."""
        first = (BEGINS + timedelta(days=1)).astimezone(zone).date()
        last = (ends - timedelta(days=2)).astimezone(zone).date()
        return [first + timedelta(days=one) for one in range((last - first).days + 1)]

    def _moments(self, days: list[object], zone: ZoneInfo, hour: str) -> list[datetime]:
        return [datetime.combine(one, time.fromisoformat(hour), zone) for one in days]  # type: ignore[arg-type]

    def test_writes_the_job_with_the_row_or_neither(
        self, database: Database, sign_up: SignUp, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settle_in(database, sign_up, clock)
        clock.advance(days=1)
        monkeypatch.setattr("comity.digests.sweep.enqueue", self._fail)
        with pytest.raises(RuntimeError):
            sweep(database, now=clock())
        with database.read() as session:
            assert session.scalars(select(func.count(Digest.id))).one() == 0
        monkeypatch.undo()
        monkeypatch.setattr("comity.digests.sweep.SENT_BY_A_JOB", 5)

        assert sweep(database, now=clock()) > 5

        with database.read() as session:
            made = session.scalars(select(Digest.id)).all()
        waiting = jobs._client_of(database.writer).list_workflows(status="ENQUEUED", name=SEND)
        told = [digest_id for each in waiting if each.input for _, digest_id in each.input["kwargs"]["digests"]]
        assert sorted(told) == sorted(made)
        assert len(waiting) == -(-len(made) // 5)

    def _fail(self, *_: object, **__: object) -> None:
        raise RuntimeError

    def test_follows_a_travelling_owner_and_repeats_no_day(
        self, database: Database, sign_up: SignUp, clock: Clock
    ) -> None:
        client = sign_up()
        client.patch("/v1/me", json={"timezone": "Pacific/Auckland", "digest_at": "07:00"})
        clock.now = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)  # seven on the 4th in Auckland
        assert sweep(database, now=clock()) == 1
        client.patch("/v1/me", json={"timezone": "America/Los_Angeles"})

        clock.now = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # seven on the 4th again
        assert sweep(database, now=clock()) == 0
        clock.advance(days=1)
        assert sweep(database, now=clock()) == 1

    def test_waits_for_the_end_of_the_quiet_hours(self, database: Database, sign_up: SignUp, clock: Clock) -> None:
        client = sign_up()
        client.patch("/v1/me", json={"digest_at": "07:00", "quiet_hours": {"from": "14:00", "until": "18:00"}})
        clock.now = datetime(2026, 3, 3, 15, 0, tzinfo=UTC)  # eight hours late, and quiet

        assert sweep(database, now=clock()) == 0
        clock.now = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
        assert sweep(database, now=clock()) == 1
