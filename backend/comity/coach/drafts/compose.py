"""Puts a draft together, and tries its wordings until one passes every check."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from comity.coach.drafts.facts import Facts, Myself
from comity.coach.drafts.intents import Slots, Target, Wish, slots_of
from comity.coach.messages.check import check_message
from comity.coach.messages.message import Message, MessageCheck, Reader, Sender
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Channel, Intent, Severity

_TRIES = 40  # wordings of one set of facts: what fails so often fails by its facts


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with what the coach says of it. blurb: to be forwarded, with a request for an introduction."""

    message: Message
    check: MessageCheck
    blurb: str | None = None


def compose(
    facts: Facts,
    wish: Wish,
    *,
    channel: Channel,
    reader: Reader,
    myself: Myself,
    limits: Thresholds = DEFAULTS,
) -> Drafted:
    """Return the first draft that passes every check; if none does, the one with the least against it.

    Which wording comes first depends on the facts, so that people of whom different things are known never get the
    same. Where the owner's own words in the facts spoil every wording, they are left out.
    """
    best: Drafted | None = None
    for message in _attempts(facts, wish, channel, myself, reader):
        sender = Sender(myself.full_name, myself.profile_url)
        drafted = Drafted(message, check_message(message, sender=sender, reader=reader, limits=limits))
        if best is None or _weight(drafted) < _weight(best):
            best = drafted
        if not _weight(drafted):
            break
    if best is None:
        raise ValueError("no wording")
    return Drafted(best.message, best.check, blurb(wish.target, myself) if wish.target else None)


def blurb(target: Target, myself: Myself) -> str:
    """Return who the owner is and what for, in two sentences that can be forwarded as they are."""
    owner = myself.full_name or "A friend of mine"
    headline = f" ({myself.headline.strip().rstrip('.')})" if myself.headline.strip() else ""
    at = f" at {target.company}" if target.company else ""
    about = f" about {target.topic}" if target.topic else f" about the work{at}"
    ground = f" {target.told}." if target.told else ""
    ask = f"one question{about}, by email or in 15 minutes on the phone"
    said = f"{owner}{headline} would like to ask {target.name} {ask}.{ground} A no is perfectly fine."
    return f"{said} {myself.profile_url}" if myself.profile_url else said


def _attempts(facts: Facts, wish: Wish, channel: Channel, myself: Myself, reader: Reader) -> Iterator[Message]:
    for known in facts.fewer():
        slots = slots_of(known, wish)
        start = crc32(repr((known, reader.full_name)).encode())
        for turn in range(_TRIES):
            chosen = _with_all_facts(known, wish, _chosen(slots, start + turn * _STRIDE))
            yield Message(
                channel=channel,
                subject=_subject(known, wish, myself) if channel is Channel.EMAIL else None,
                body=_letter(known, wish, chosen, channel, myself, reader),
                ask_size=wish.ask_size,
            )


_STRIDE = 7_919  # a prime: each turn changes the wording of several sentences


def _chosen(slots: Slots, number: int) -> list[str]:
    """Return one wording for each sentence, by the digits of a number."""
    chosen = []
    for wordings in slots:
        number, place = divmod(number, len(wordings))
        chosen.append(wordings[place])
    return chosen


def _with_all_facts(facts: Facts, wish: Wish, chosen: list[str]) -> list[str]:
    """Return the sentences with what is not in them yet in the last one, so that other facts make another draft."""
    said = " ".join(chosen).casefold()
    missing = [
        f" {how} {fact}"
        for how, fact in (("as", facts.title), ("at", facts.company), ("with", facts.topic))
        if fact and fact.casefold() not in said
    ]
    if not missing or (facts.is_birthday and wish.intent is Intent.CONGRATULATE):
        return chosen
    return [*chosen[:-1], f"{chosen[-1].rstrip('.!')}, and all the best{''.join(missing)}."]


def _letter(facts: Facts, wish: Wish, chosen: Sequence[str], channel: Channel, myself: Myself, reader: Reader) -> str:
    said = " ".join(chosen)
    if channel is not Channel.EMAIL:
        name = f"\n{myself.first_name}" if myself.first_name else ""
        return f"Hi {facts.name}, {_small(said)}{name}"
    signed = ["Best,", myself.first_name] if myself.first_name else ["Best,"]
    if myself.profile_url and (reader.is_first or wish.intent is Intent.INTRODUCE):
        signed.append(myself.profile_url)
    return f"Hi {facts.name},\n\n{said}\n\n" + "\n".join(signed)


def _small(said: str) -> str:
    """Return a text that goes on after a greeting and a comma; names keep their capital."""
    first = said.split(maxsplit=1)[0].rstrip(",:")
    return said[0].lower() + said[1:] if first in _BEGINNINGS else said


_BEGINNINGS = frozenset(
    [
        "We",
        "You",
        "Your",
        "It",
        "Since",
        "Some",
        "Thank",
        "Many",
        "My",
        "What",
        "There",
        "Congratulations",
        "Happy",
        "All",
        "People",
    ]
)


def _subject(facts: Facts, wish: Wish, myself: Myself) -> str:
    """Return a subject that is about these two people."""
    owner = myself.full_name.strip() or "an old acquaintance"
    ground = facts.ground.name if facts.ground else None
    named = list(dict.fromkeys(one for one in (ground, facts.topic, facts.company) if one))
    special = _SUBJECTS.get(wish.intent)
    return (special(facts, wish, owner) if special else None) or " and ".join(named[:2]) or f"A line from {owner}"


def _of_thanks(facts: Facts, wish: Wish, owner: str) -> str:
    about = facts.about or facts.topic or facts.company
    return f"Thank you, and {about}" if about else f"Thank you from {owner}"


def _of_congratulation(facts: Facts, wish: Wish, owner: str) -> str:
    if facts.occasion:
        return f"Congratulations on {facts.occasion}"
    return "Happy birthday!" if facts.is_birthday else f"Congratulations from {owner}"


_SUBJECTS: dict[Intent, Callable[[Facts, Wish, str], str | None]] = {
    Intent.THANK: _of_thanks,
    Intent.CONGRATULATE: _of_congratulation,
    Intent.FOLLOW_UP: lambda facts, wish, owner: f"Re: {facts.wrote_about}" if facts.wrote_about else None,
    Intent.SHARE: lambda facts, wish, owner: f"On {facts.need}" if facts.need else None,
    Intent.REQUEST_INTRODUCTION: lambda facts, wish, owner: f"A word with {wish.target.name}" if wish.target else None,
}


def _weight(drafted: Drafted) -> int:
    """Return how much stands against a draft, hints left out."""
    weights = {Severity.HINT: 0, Severity.WARN: 1, Severity.BLOCK: 100}
    return sum(weights[finding.severity] for finding in drafted.check.findings)
