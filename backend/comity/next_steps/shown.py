"""Which steps the owner was shown: noted once for each, after the answer has gone, so that reads stay reads."""

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from comity.coach.windows import PAUSES
from comity.next_steps.advice import Advised
from comity.next_steps.models import ShownStep
from comity.web import in_transaction

MOST_REMEMBERED = 100_000  # steps: a few megabytes; whoever is shown more is asked about again
STATE = "shown_steps"

log = logging.getLogger("comity.next_steps")


def note_shown(request: Request, account_id: str, advised: Iterable[Advised], *, now: datetime) -> None:
    """Let these steps be noted when the answer has gone. A pause is not advice that could be taken."""
    rows = [_row(account_id, one, now) for one in advised if one.step.action and one.step.action not in PAUSES]
    setattr(request.state, STATE, rows)


class ShownSteps:
    """Writes down what was shown, behind the answer. What a process has noted already it does not write again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.noted: set[tuple[str, str]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        state = scope.setdefault("state", {})
        await self.app(scope, receive, send)
        if scope["type"] == "http" and (rows := state.pop(STATE, None)):
            await self._note(Request(scope), rows)

    async def _note(self, request: Request, rows: list[dict[str, Any]]) -> None:
        """Write the new ones; a busy database is no reason for noise, and the next read tries again."""
        new = {(row["account_id"], row["step_id"]): row for row in rows}
        new = {key: row for key, row in new.items() if key not in self.noted}
        if not new:
            return
        try:
            await in_transaction(request, _write, list(new.values()))
        except SQLAlchemyError:
            log.warning("shown_steps.not_noted")
            return
        if len(self.noted) > MOST_REMEMBERED:
            self.noted.clear()
        self.noted.update(new)


def _row(account_id: str, advised: Advised, now: datetime) -> dict[str, Any]:
    step = advised.step
    return {
        "account_id": account_id,
        "step_id": advised.step_id,
        "contact_id": advised.contact.id if advised.contact else None,
        "shown_at": now,
        "action": step.action,
        "rule": step.reasons[0].rule,
        "ask_size": step.ask_size,
        "channel": step.channel,
        "reply_probability": step.reply_probability,
    }


def _write(session: Session, rows: list[dict[str, Any]]) -> None:
    """Write what nobody wrote before: the first day on which it was shown stands."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(insert(ShownStep).on_conflict_do_nothing(), rows)
