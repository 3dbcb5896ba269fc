"""Bodies of `/v1/me/calendar`."""

from datetime import datetime

from pydantic import Field

from comity.schemas import Out


class CalendarFeedOut(Out):
    """The feed; of its secret only the last four characters are known."""

    last_four: str
    created_at: datetime


class CalendarFeedCreated(CalendarFeedOut):
    """A new feed with its secret, shown this once."""

    secret: str
    path: str = Field(description="Where it is, behind this Comity's address.")
