"""The right to run jobs under one name: a lock that dies with its process.

On SQLite there is one slot, a locked file. On PostgreSQL there are many, each an advisory lock of one session. A frozen
process keeps its lock, so it also writes a heartbeat; where that falls silent a peer deposes it. From then on nothing
of it counts: its sessions are ended, and each new one that it opens finds that the slot has another holder.
"""

import fcntl
import select
import socket
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Protocol

import psycopg
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from comity.database import Base, UtcDateTime
from comity.jobs import CHANNEL, SCHEMA

MOST_SLOTS = 64
SLOT_LOCK = 0x434F4D49  # "COMI": our own room among PostgreSQL's advisory locks
NOBODY = ""
NAME = "slot-{}"


class WorkerSlot(Base):
    """Who holds a slot, and when they last said so, by the database's clock."""

    __tablename__ = "worker_slots"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    beat_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SlotLost(SystemExit):
    """This process may run jobs no more. The thread that finds out ends; no job takes it for a failure of its own."""


class SlotGone(Exception):
    """The slot has another holder by now, or its session has ended."""


class Slot(Protocol):
    """The right to run jobs under one name."""

    name: str

    def beat(self) -> None:
        """Say that we live.

        Raises SlotGone.
        """

    def wait(self, seconds: float) -> bool:
        """Wait for so many seconds, or until told; return whether somebody told of a job.

        Raises SlotGone.
        """

    def wake(self) -> None:
        """End the waiting."""

    def release(self) -> None:
        """Give it back."""


class Waiting:
    """Waiting that another thread can end, and that asks for no time of the processor."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()

    def wait(self, seconds: float, *others: int) -> bool:
        """Return after so many seconds, or sooner; say whether one of the other descriptors can be read."""
        readable, _, _ = select.select([self._ours.fileno(), *others], [], [], seconds)
        return any(one in readable for one in others)

    def wake(self) -> None:
        """End it, from any thread, for good."""
        with suppress(OSError):
            self._theirs.send(b"!")

    def close(self) -> None:
        """Let go of what it is made of."""
        self._ours.close()
        self._theirs.close()


class FileSlot:
    """The one slot of a SQLite database. The kernel's lock ends with its process, so it is held until released."""

    name = NAME.format(0)

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._waiting = Waiting()

    @classmethod
    def take(cls, database_file: str) -> "FileSlot | None":
        """Take the slot if no living process has it."""
        file = Path(f"{database_file}.worker").open("w", encoding="ascii")  # noqa: SIM115 (open as long as we hold it)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return cls(file)

    def beat(self) -> None:
        """Nobody could have taken it."""

    def wait(self, seconds: float) -> bool:
        """Wait. Who enqueues in this process rings the bell itself."""
        return self._waiting.wait(seconds)

    def wake(self) -> None:
        """End the waiting."""
        self._waiting.wake()

    def release(self) -> None:
        """Give it back."""
        self._waiting.close()
        self._file.close()


class AdvisorySlot:
    """One of the slots of a PostgreSQL database. holder: our name in it, and that of each of our sessions."""

    def __init__(self, connection: Connection, number: int, holder: str) -> None:
        self.name = NAME.format(number)
        self.holder = holder
        self._connection = connection
        self._driver: Any = connection.connection.driver_connection
        self._waiting = Waiting()

    @classmethod
    def take(cls, engine: Engine, holder: str, numbers: Iterable[int] = range(MOST_SLOTS)) -> "AdvisorySlot | None":
        """Take the first of these slots that is free. engine: one without transactions and without a pool."""
        connection = engine.connect()
        for number in numbers:
            if lock(connection, number):
                succeed(connection, NAME.format(number), holder)
                connection.execute(text(f"LISTEN {CHANNEL}"))
                return cls(connection, number, holder)
        connection.close()
        return None

    def beat(self) -> None:
        """Say that we live, in a session that must still be there.

        Raises SlotGone.
        """
        beaten = text("UPDATE worker_slots SET beat_at = clock_timestamp() WHERE name = :name AND holder = :holder")
        try:
            found = self._connection.execute(beaten, {"name": self.name, "holder": self.holder}).rowcount
        except SQLAlchemyError as error:
            raise SlotGone from error
        if not found:
            raise SlotGone

    def wait(self, seconds: float) -> bool:
        """Wait for jobs that were told of on the channel.

        Raises SlotGone.
        """
        try:
            return self._waiting.wait(seconds, self._driver.fileno()) and bool(list(self._driver.notifies(timeout=0)))
        except (psycopg.Error, OSError) as error:
            raise SlotGone from error

    def wake(self) -> None:
        """End the waiting."""
        self._waiting.wake()

    def depose_silent(self, seconds: float) -> list[str]:
        """Take the slots away from those who have said nothing for so long; return which.

        Their locks are free as soon as their sessions have ended.
        """
        query = text(
            "SELECT name, holder FROM worker_slots WHERE holder <> '' AND name <> :name"
            " AND beat_at < clock_timestamp() - make_interval(secs => :seconds)"
        )
        taken = text("UPDATE worker_slots SET holder = '' WHERE name = :name AND holder = :holder")
        found = self._connection.execute(query, {"name": self.name, "seconds": seconds}).all()
        for name, holder in found:
            if self._connection.execute(taken, {"name": name, "holder": holder}).rowcount:
                end_sessions(self._connection, holder)
        return [name for name, _ in found]

    def others_at_work(self) -> list[str]:
        """Return the other slots in whose name jobs are under way, whether or not their holders live."""
        query = text(
            f"SELECT DISTINCT executor_id FROM {SCHEMA}.workflow_status"
            " WHERE status = 'PENDING' AND executor_id <> :name"
        )
        return list(self._connection.execute(query, {"name": self.name}).scalars())

    def inherit(self, name: str) -> bool:
        """Lock a slot whose holder is gone, and see that nothing of them counts any more. To be disowned again."""
        if not lock(self._connection, int(name.removeprefix("slot-"))):
            return False
        succeed(self._connection, name, NOBODY)
        return True

    def disown(self, name: str) -> None:
        """Unlock a slot that was inherited."""
        unlocked = text("SELECT pg_advisory_unlock(:room, :number)")
        self._connection.execute(unlocked, {"room": SLOT_LOCK, "number": int(name.removeprefix("slot-"))})

    def release(self) -> None:
        """Give it back."""
        with suppress(SQLAlchemyError):  # the session may be gone, and the slot with it
            gone = text("DELETE FROM worker_slots WHERE name = :name AND holder = :holder")
            self._connection.execute(gone, {"name": self.name, "holder": self.holder})
        self._waiting.close()
        self._connection.close()


def lock(connection: Connection, number: int) -> bool:
    """Lock a slot for this session, if it is free."""
    locked = text("SELECT pg_try_advisory_lock(:room, :number)")
    return bool(connection.execute(locked, {"room": SLOT_LOCK, "number": number}).scalar())


def succeed(connection: Connection, name: str, successor: str) -> None:
    """Give a slot, whose lock we have, another holder, then end what is left of the one before.

    In this order: a session that opens in between asks who holds the slot, and is refused (see `only_while_held`).
    """
    before = text("SELECT holder FROM worker_slots WHERE name = :name")
    holder = connection.execute(before, {"name": name}).scalar()
    put = text(
        "INSERT INTO worker_slots (name, holder, beat_at) VALUES (:name, :holder, clock_timestamp())"
        " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, beat_at = excluded.beat_at"
    )
    connection.execute(put, {"name": name, "holder": successor})
    if holder:
        end_sessions(connection, holder)


def end_sessions(connection: Connection, holder: str) -> None:
    """End every session of a holder who is none any more."""
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :session")
    connection.execute(ended, {"session": session_name(holder)})


def session_name(holder: str) -> str:
    """Return what a holder's sessions are called."""
    return f"comity worker {holder}"


def named(url: URL, holder: str) -> URL:
    """Return an address under which sessions bear a holder's name."""
    return url.update_query_dict({"application_name": session_name(holder)})


def only_while_held(engine: Engine, slot: AdvisorySlot) -> None:
    """Let an engine open sessions only as long as the slot is held; those that are open, whoever deposes us ends."""

    @event.listens_for(engine, "connect")
    def _ask(connection: Any, _: Any) -> None:
        asked = "SELECT 1 FROM worker_slots WHERE name = %s AND holder = %s"
        is_held = connection.execute(asked, (slot.name, slot.holder)).fetchone()
        connection.rollback()
        if not is_held:
            connection.close()
            raise SlotLost
