"""From a situation to what a message's checks look at: who reads it, and what the owner is to them."""

from collections.abc import Iterator

from comity.coach import commonalities, postponing, windows
from comity.coach.messages.message import BadTime, Reader, SentBefore
from comity.coach.rules import contact
from comity.coach.situation import Situation
from comity.coach.touches import channel_of
from comity.coach.words import Channel, Direction


def reader_of(s: Situation, *, earlier: tuple[str, ...] = (), others: tuple[SentBefore, ...] = ()) -> Reader:
    """Return the contact of a situation as a reader. earlier, others: see `Reader`."""
    refused = contact.do_not(s)
    return Reader(
        full_name=s.person.full_name,
        company=s.person.company,
        max_ask=s.relationship.max_ask,
        is_first=_is_first(s),
        is_connected=_is_connected(s),
        shared=s.circumstances.shared or tuple(commonalities.shared(s.person, s.circumstances.owner.background)),
        bad_times=tuple(_bad_times(s)),
        earlier=earlier,
        others=others,
        do_not_contact=refused.text if refused else None,
    )


def _is_first(s: Situation) -> bool:
    """Say whether nothing has gone between the two yet: no touch, no talk, no word of theirs."""
    r = s.relationship
    return not (r.outbound or r.conversations or r.exchanges or r.last_word_at)


def _is_connected(s: Situation) -> bool:
    """Say whether LinkedIn takes longer messages to them: they accepted a connection, or wrote there."""
    connected_on = s.person.connected_on
    if connected_on is not None and connected_on <= s.today:
        return True
    return any(
        touch.occurred_at <= s.as_of
        and touch.direction is not Direction.OUTBOUND
        and channel_of(touch) is Channel.LINKEDIN
        for touch in s.history.touches
    )


def _bad_times(s: Situation) -> Iterator[BadTime]:
    """Yield the timing rules that hold now. A goal that presses does not wait for vacations."""
    presses = s.wish is not None and s.wish.is_urgent
    for finding in postponing.findings(s):
        if not (presses and finding.rule == "timing.vacation"):
            yield BadTime(finding.rule, finding.text, holds_asks=True)
    for finding in windows.findings(s.name, s.circumstances.calendar, as_of=s.as_of, limits=s.limits):
        yield BadTime(finding.rule, finding.text, holds_asks=False)
