"""What is found out about the ways to one contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.coach.bridges import Bridge
from comity.coach.history import Person
from comity.coach.introduction_wording import Wording
from comity.coach.introductions import NotNow, Way
from comity.coach.requests import Request


@dataclass(frozen=True, slots=True)
class Introductions:
    """The best few ways to somebody, each with its words; who may be asked later; whom to get to know; what was asked.

    names: of everybody in the requests, by id.
    """

    person: Person
    behind_wall: bool
    ways: Sequence[tuple[Way, Wording]]
    not_now: Sequence[NotNow]
    bridges: Sequence[Bridge]
    advice: str
    requests: Sequence[Request]
    names: dict[str, str]
