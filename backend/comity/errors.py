"""Expected failures: one base class and its few kinds. The docstring's first line is the title that a client sees."""

import re
from typing import ClassVar


class ComityError(Exception):
    """Something expected went wrong."""

    status: ClassVar[int] = 400

    def __init__(self, detail: str = "", *, pointer: str | None = None, rule: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer
        self.rule = rule

    @classmethod
    def slug(cls) -> str:
        """The stable name of this problem: `ContactNotFound` is `contact-not-found`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def title(cls) -> str:
        """What went wrong, in one sentence."""
        return (cls.__doc__ or "").split("\n", 1)[0]

    def headers(self) -> dict[str, str]:
        """What else the answer's head says."""
        return {}


class NotFound(ComityError):
    """There is no such thing."""

    status = 404


class Refused(ComityError):
    """What was sent does not hold."""

    status = 422


class Conflict(ComityError):
    """This is not possible in the present state."""

    status = 409


class Unauthenticated(ComityError):
    """Sign in first."""

    status = 401

    def headers(self) -> dict[str, str]:
        """Say how."""
        return {"WWW-Authenticate": "Bearer"}


class Forbidden(ComityError):
    """You may not do this."""

    status = 403


class TooMany(ComityError):
    """Too many attempts; wait a little."""

    status = 429

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"Try again in {retry_after_seconds} seconds.")
        self.retry_after_seconds = retry_after_seconds

    def headers(self) -> dict[str, str]:
        """Say when to try again."""
        return {"Retry-After": str(self.retry_after_seconds)}


class Unavailable(ComityError):
    """The database is busy; try again in a moment."""

    status = 503

    def headers(self) -> dict[str, str]:
        """Say when to try again."""
        return {"Retry-After": "2"}


class Stale(ComityError):
    """It was changed since you read it."""

    status = 412


class BodyTooLarge(ComityError):
    """The body is too large."""

    status = 413


class UnsupportedMediaType(ComityError):
    """Bodies are sent as they are, in UTF-8."""

    status = 415
