"""When a credential was last used: written down at most once an hour, so that reads neither write nor wait."""

import logging
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.accounts.models import Credential
from comity.web import in_transaction

log = logging.getLogger("comity.accounts")


class LastUse:
    """Between the answer's making and its sending, when the request holds no transaction any more."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.hour = ""
        self.noted: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def send_noted(message: Message) -> None:
            if message["type"] == "http.response.start" and "unnoted_use" in state:
                await self._note(Request(scope), *state.pop("unnoted_use"))
            await send(message)

        await self.app(scope, receive, send_noted)

    async def _note(self, request: Request, credential_id: str, now: datetime) -> None:
        """Try once an hour and credential; a busy database is no reason to fail a read."""
        if self.hour != (hour := f"{now:%F %H}"):
            self.hour, self.noted = hour, set()
        if credential_id in self.noted:
            return
        self.noted.add(credential_id)
        try:
            await in_transaction(request, _write, credential_id, now)
        except SQLAlchemyError:
            log.warning("last_use.not_noted")


def _write(session: Session, credential_id: str, now: datetime) -> None:
    session.execute(update(Credential).where(Credential.id == credential_id).values(last_used_at=now))
