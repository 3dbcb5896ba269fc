"""A Comity that somebody lives with: the clock goes on by half hours, and the worker does at each what is due then."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

from sqlalchemy.orm import Session

from comity import jobs
from comity.database import Database
from comity.follow_ups.due import Due, FollowUpsDue
from comity.outbox import Effect
from comity.promises.service import PromiseLapsed
from comity.worker import SCHEDULES
from tests.a_mail_server import MailServer
from tests.conftest import Clock

STEP = timedelta(minutes=30)


class Life:
    """What the worker does while a clock goes on, and what came of it.

    rings: each occurrence of a follow-up that came due, with when that was. lapses: each promise that lapsed, too.
    """

    def __init__(self, database: Database, clock: Clock, tools: jobs.Tools, server: MailServer) -> None:
        self._database = database
        self._clock = clock
        self._tools = tools
        self._server = server
        self._done: set[str] = set()
        self.rings: list[tuple[datetime, Due]] = []
        self.lapses: list[tuple[datetime, str]] = []
        heard = {FollowUpsDue: self._hear_due, PromiseLapsed: self._hear_lapse}
        told = {what: [hear, *database.reactions[what]] for what, hear in heard.items()}
        database.reactions = {**database.reactions, **told}

    def goes_on_to(self, moment: datetime) -> Iterator[datetime]:
        """Let time pass up to a moment, which has the worker's work done too; yield each half hour."""
        while self._clock.now < moment:
            self._clock.now = min(self._clock.now + STEP, moment)
            self.work()
            yield self._clock.now

    def work(self) -> None:
        """Do what the schedules ask for, then every job that waits and whose pause is over."""
        for name in SCHEDULES:
            jobs.JOBS[name](self._tools)
        engine = jobs._client_of(self._database.writer)
        while waiting := [one for one in engine.list_workflows(status="ENQUEUED") if one.workflow_id not in self._done]:
            for one in waiting:
                assert one.input
                self._done.add(one.workflow_id)
                jobs.JOBS[one.name](self._tools, **one.input["kwargs"])

    @property
    def mails(self) -> list[EmailMessage]:
        """What the mail server took."""
        return self._server.received

    def _hear_due(self, _: Session, happened: FollowUpsDue) -> list[Effect]:
        self.rings += [(happened.at, one) for one in happened.occurrences]
        return []

    def _hear_lapse(self, _: Session, happened: PromiseLapsed) -> list[Effect]:
        self.lapses.append((happened.at, happened.promise_id))
        return []
