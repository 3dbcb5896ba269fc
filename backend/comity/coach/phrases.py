"""Small words for sentences: names, days, counts, asks."""

from calendar import month_name
from datetime import date

from comity.coach.words import AskSize, Channel, TrustStage

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = tuple(month_name)  # of 1 to 12: a long log names thousands of days
_ASKS = {
    AskSize.NONE: "nothing",
    AskSize.QUESTION: "a question",
    AskSize.SHORT_CALL: "a 15-minute call",
    AskSize.MEETING: "a coffee",
    AskSize.INTRODUCTION: "an introduction",
    AskSize.REFERRAL: "a referral",
    AskSize.REFERENCE: "a reference",
    AskSize.SPONSORSHIP: "sponsorship",
}
_STAGES = {
    TrustStage.STRANGER: "a stranger",
    TrustStage.ACQUAINTED: "an acquaintance",
    TrustStage.RAPPORT: "somebody you have rapport with",
    TrustStage.TRUSTED: "somebody who trusts you",
    TrustStage.ALLY: "an ally",
}


def first_name(full_name: str) -> str:
    """Return the name to call somebody by: the first word that is no title."""
    words = full_name.split()
    named = [word for word in words if not word.endswith(".")]
    return (named or words or ["them"])[0]


def counted(number: int, thing: str, things: str | None = None) -> str:
    """Return `number` things in words: "one day", "nine days", "14 days". things: the plural, if not by an "s"."""
    count = _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)
    return f"{count} {thing if number == 1 else things or f'{thing}s'}"


def ago(days: int) -> str:
    """Return how long ago a day was: "today", "yesterday", "nine days ago"."""
    if days < 2:
        return "yesterday" if days == 1 else "today"
    return f"{counted(days, 'day')} ago"


def on(day: date, today: date) -> str:
    """Return a day as people say it: "6 March", with the year where it is not this one."""
    month = _MONTHS[day.month]
    return f"{day.day} {month}" if day.year == today.year else f"{day.day} {month} {day.year}"


def ask(size: AskSize) -> str:
    """Return an ask as people say it."""
    return _ASKS[size]


def way(channel: Channel) -> str:
    """Return a channel as people say it."""
    return {Channel.LINKEDIN: "LinkedIn", Channel.IN_PERSON: "word of mouth"}.get(channel, channel.value)


def stage(trust_stage: TrustStage) -> str:
    """Return what somebody of this stage is to the owner."""
    return _STAGES[trust_stage]


def sentence(text: str) -> str:
    """Return `text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def listed(things: list[str], last: str = "and") -> str:
    """Return things as people list them: "a", "a and b", "a, b and c"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {last} {things[-1]}"
