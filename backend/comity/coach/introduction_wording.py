"""How to ask for an introduction: easy to decline, and with a paragraph that can be forwarded as it stands (§7).

Double opt-in: the connector asks the other side first, and passes on nothing that the owner did not write. Only when
both have said yes do the two meet.
"""

from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.introductions import Way


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks. headline: what they do, in a line; may be empty."""

    full_name: str
    headline: str = ""
    profile_url: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A message to the connector, and the paragraph that they can forward."""

    subject: str
    body: str
    blurb: str


def wording(sender: Sender, way: Way, *, to: str, why: str) -> Wording:
    """Return how to ask the connector of a way. to: the full name of whom the owner wants to meet. why: a clause."""
    via = way.via
    connector, target = phrases.first_name(via.full_name), phrases.first_name(to)
    body = (
        f"Hi {connector},\n\n"
        f"{_knows(way, to)} Would you be comfortable asking {_asked_first(way, target)} whether a short word from me "
        f"would be welcome? {phrases.sentence(why)}.\n\n"
        f"A no is a perfectly good answer, and you need not give a reason. If it is a yes, you can forward the lines "
        f"below as they stand; {target} decides, and you have no further work with it.\n\n"
        f"Thank you,\n{phrases.first_name(sender.full_name)}"
    )
    return Wording(f"Would you introduce me to {to}?", body, _blurb(sender, target, why))


def _knows(way: Way, to: str) -> str:
    if len(way.hops) == 2:
        return f"You know {to}."
    between = way.hops[1].full_name
    return f"You know {between}, who knows {to}."


def _asked_first(way: Way, target: str) -> str:
    """Return who asks the one who is to be met: the connector, or whom the connector knows."""
    return target if len(way.hops) == 2 else f"{phrases.first_name(way.hops[1].full_name)} to ask {target}"


def _blurb(sender: Sender, target: str, why: str) -> str:
    who = f"{sender.full_name}, {sender.headline}" if sender.headline else sender.full_name
    link = f" {sender.profile_url}" if sender.profile_url else ""
    return (
        f"{target}, may I pass on a word from {who}? {phrases.sentence(why)}. "
        f"One question by email would be enough, and no answer is fine too.{link}"
    )
