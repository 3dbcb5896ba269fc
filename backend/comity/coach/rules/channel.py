"""By which way a message goes: the rules `channel.*`."""

from datetime import datetime

from comity.coach.channels import BY_PREFERENCE, last_answer, past, written
from comity.coach.history import History
from comity.coach.words import Channel


def where_they_answer(history: History, as_of: datetime) -> Channel:
    """Return the channel they answered last, else the best of those known: at first email, else LinkedIn.

    A channel that was used counts as known. Without any address LinkedIn remains, where people are found by name.
    """
    answer = last_answer(history, as_of)
    if answer is not None:
        return written(answer)[0]
    known = history.person.channels.union(*(written(touch) for touch in past(history, as_of)))
    return next((channel for channel in BY_PREFERENCE if channel in known), Channel.LINKEDIN)
