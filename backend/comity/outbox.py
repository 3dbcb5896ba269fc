"""'This happened': what a feature says in its own transaction, and what happens at once because of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Happened:
    """Something happened to one account's contacts, at `at` by the server's clock."""

    account_id: str
    contact_ids: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class CameAbout:
    """The clock brought something about, in any number of accounts at once, at `at`."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Effect:
    """What moved because of it. `kind`: relationship, next_step or follow_up."""

    kind: str
    contact_id: str
    text: str
    before: str | None = None
    after: str | None = None


Reaction = Callable[[Session, Any], list[Effect]]
Reactions = Mapping[type[Happened | CameAbout], Sequence[Reaction]]


def publish(session: Session, happened: Happened | CameAbout) -> list[Effect]:
    """Run what `reactions.py` lists for this, in the caller's transaction, and return what moved.

    The table is handed over with the session, so nothing below needs to know what is above.
    """
    session.flush()
    reactions: Reactions = session.info.get("reactions") or {}
    return [effect for react in reactions.get(type(happened), ()) for effect in react(session, happened)]
