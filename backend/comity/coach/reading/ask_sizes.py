"""How large an ask is, by its words (playbook §1, the ask ladder)."""

from comity.coach.reading.around import Words
from comity.coach.reading.kinds import duration_in
from comity.coach.reading.vocabulary import CLASSES
from comity.coach.spoken.phrases import PhraseBook
from comity.coach.word_lists import each
from comity.coach.words import AskSize

SHORT_CALL_MINUTES = 15  # minutes: a longer one is a meeting on the ladder

_BOOK = PhraseBook(
    {
        AskSize.SPONSORSHIP: (
            "hire|hiring|employ|invest|investing|investment|sponsor|sponsoring|sponsorship|champion|fund|funding",
            "give|offer|get <object> a|the job|position|role",
            "put money",
        ),
        AskSize.REFERENCE: (
            "vouch|vouching|reference|references|endorse|endorsement",
            "recommendation letter",
            "letter of recommendation",
            "write|give *2 a recommendation",
        ),
        AskSize.REFERRAL: (
            "refer|referring <object>|<name>",
            "referral|referrals",
            "pass|forward|hand|send|share|put my|her|his|their|<name> *1 <paper> to|on|along|forward|in",
            "pass|forward|hand on|along|over my|her|his|their <paper>",
            "put in a *1 word",
            "recommend <object> for|to",
        ),
        AskSize.INTRODUCTION: (
            "introduce|introducing|introduction|introductions|intro|intros",
            "connect|connecting me|us|her|him|them|<name> *2 to|with",
            "put|putting <object>|<name> in touch|contact",
            "get|getting <object> in touch with",
            "hook <object> up with",
        ),
        AskSize.MEETING: (
            "meet|meeting|coffee|lunch|dinner|breakfast|drink|drinks|beer|visit|walk",
            "get together",
            "sit down",
            "in person",
            "come by|over",
        ),
        AskSize.SHORT_CALL: (
            "call|phone|chat|zoom|facetime|talk",
            "minutes|minute|min|mins",
        ),
    },
    CLASSES | {"<paper>": each("resume cv name profile application details")},
)


def size_of(words: Words) -> AskSize:
    """Return the largest ask in some words; `question` where none is named: then it can be answered in a minute.

    A call of more than fifteen minutes is a `meeting`.
    """
    largest = max((one.label for one in _BOOK.find(words)), default=AskSize.QUESTION)
    if largest is not AskSize.SHORT_CALL:
        return largest
    duration = duration_in(words)
    return AskSize.MEETING if duration and duration.minutes > SHORT_CALL_MINUTES else largest
