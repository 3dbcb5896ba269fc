"""What each kind of draft says, sentence by sentence (playbook §6)."""

from collections.abc import Callable
from dataclasses import dataclass

from comity.coach import phrases
from comity.coach.drafts import sentences
from comity.coach.drafts.facts import Facts
from comity.coach.drafts.sentences import EASY_NO, NO_ANSWER, Wordings
from comity.coach.words import AskSize, Intent

Slots = list[Wordings]


@dataclass(frozen=True, slots=True)
class Target:
    """Whom the reader is asked to introduce the owner to.

    ground: what owner and target share ("We both went to Delft"); told: the same, told to the target by somebody else.
    """

    name: str
    company: str | None = None
    topic: str | None = None
    ground: str | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a draft is for. ask_size: what it asks in the end. target: of a request for an introduction."""

    intent: Intent
    ask_size: AskSize
    target: Target | None = None


def slots_of(facts: Facts, wish: Wish) -> Slots:
    """Return the sentences of a draft, each with its wordings; three or four."""
    return [slot for slot in _BY_INTENT[wish.intent](facts, wish) if slot]


def _introduce(facts: Facts, wish: Wish) -> Slots:
    opening = [sentences.common_ground(facts), sentences.why_them(facts)]
    if wish.ask_size is AskSize.NONE:
        return [*opening, sentences.after_the_time(facts) or NO_ANSWER]
    return [*opening, sentences.asking(facts, wish.ask_size), EASY_NO]


def _reconnect(facts: Facts, wish: Wish) -> Slots:
    about = f" about {facts.about}" if facts.about else ""
    if facts.talk:
        opening = [
            f"It has been a while since {facts.talk}{about}.",
            f"I thought of {facts.talk}{about} this week.",
            f"Since {facts.talk}{about} some time has passed.",
        ]
    else:
        opening = ["It has been a while since we were in touch.", "Some time has passed since we last wrote."]
    if wish.ask_size is not AskSize.NONE:
        return [opening, _brought_to_mind(facts), sentences.asking(facts, wish.ask_size), EASY_NO]
    how = [f"How are things at {facts.company}?"] if facts.company else []
    how += ["How have you been?", "How are you these days?"]
    last = sentences.after_the_time(facts) or [
        "No need for a long answer, a line would make my day.",
        "There is no need to answer at length.",
        *NO_ANSWER,
    ]
    return [opening, _brought_to_mind(facts), how, last]


def _brought_to_mind(facts: Facts) -> Wordings:
    if facts.need:
        return [
            f"You were looking for {facts.need} then, and I kept an eye open.",
            f"I still keep {facts.need} in mind for you.",
        ]
    if facts.ground:
        return sentences.common_ground(facts)
    if facts.topic:
        return [f"{phrases.sentence(facts.topic)} made me think of you.", f"You came to my mind over {facts.topic}."]
    if facts.company:
        return [f"{facts.company} made me think of you.", f"You came to my mind when I read the name {facts.company}."]
    return [
        f"You came to my mind, {facts.name}.",
        f"I have thought of you, {facts.name}, more often than I wrote.",
    ]


def _thank(facts: Facts, wish: Wish) -> Slots:
    what = facts.talk or "your help"
    opening = [f"Thank you for {what}.", f"I am grateful for {what}, thank you.", f"Many thanks for {what}."]
    if wish.ask_size is AskSize.NONE:
        last = sentences.after_the_time(facts) or [f"I wish you a good week, {facts.name}.", *NO_ANSWER]
        return [opening, _what_stayed(facts), last]
    return [opening, _what_stayed(facts), sentences.asking(facts, wish.ask_size), EASY_NO]


def _what_stayed(facts: Facts) -> Wordings:
    if facts.owed:
        return [f"I have not forgotten what I promised you: {facts.owed}."]
    about = [about for about in (facts.about, facts.topic) if about]
    if about:
        return [f"What you said about {one} has stayed with me." for one in about]
    return [f"What you said, {facts.name}, has stayed with me.", "Your words gave me a good deal to think about."]


def _follow_up(facts: Facts, wish: Wish) -> Slots:
    about = f" about {facts.wrote_about}" if facts.wrote_about else ""
    when = f" on {facts.wrote_on}" if facts.wrote_on else ""
    opening = [f"I wrote to you{when}{about}.", f"My note{when}{about} may have come at a busy time."]
    new = _something_new(facts)
    if wish.ask_size is AskSize.NONE:
        return [opening, new, NO_ANSWER]
    return [opening, new, sentences.asking(facts, wish.ask_size), EASY_NO]


def _something_new(facts: Facts) -> Wordings:
    if facts.ground:
        return [f"What I left out then: {_within(one)}" for one in sentences.common_ground(facts)]
    reason = f"your experience with {facts.topic}" if facts.topic else None
    reason = reason or (f"your work at {facts.company}" if facts.company else None)
    if reason:
        return [
            f"What I left out then: {reason} is why I asked you.",
            f"It was {reason} that made me ask you of all people.",
        ]
    return ["This one is shorter than the first.", "What I left out then: you were the first whom I thought of."]


def _within(sentence: str) -> str:
    """Return a sentence as it stands after a colon: names and "I" keep their capital."""
    return sentence[0].lower() + sentence[1:] if sentence.startswith(("We ", "You ", "Your ")) else sentence


def _request_introduction(facts: Facts, wish: Wish) -> Slots:
    target = wish.target or Target("somebody whom you know")
    first = phrases.first_name(target.name)
    opening, why = _to_the_connector(target), _why_the_target(facts, target)
    if wish.ask_size is AskSize.INTRODUCTION:
        ask = [
            f"Would you be willing to introduce me to {first}?",
            f"Would you feel comfortable if I asked you to introduce me to {first}?",
            f"Could you introduce me to {first}?",
        ]
        return [opening, why, ask, _NO_IS_FINE]
    if wish.ask_size is AskSize.NONE:
        return [opening, why, _AT_A_BETTER_TIME, NO_ANSWER]
    ask = [
        f"Do you think that {first} would welcome a short note from me?",
        f"Would a short note from me be welcome to {first}, as far as you know?",
    ]
    return [opening, why, ask, EASY_NO]


_AT_A_BETTER_TIME: Wordings = [
    "There is no hurry, and I will come back to it when your days are calmer.",
    "It can wait, and I will come back to it at a better time.",
]
_NO_IS_FINE: Wordings = [
    "If it is awkward in any way, just say no.",
    "It is fine to say no, and I have written a note that is easy to forward.",
    "A no is perfectly fine, and a note to forward is ready if you like.",
]


def _to_the_connector(target: Target) -> Wordings:
    at = f" at {target.company}" if target.company else ""
    return [
        f"You know {target.name}{at}, if I see it right.",
        f"I saw that you know {target.name}{at}.",
        f"{phrases.sentence(target.name)}{at} is somebody whom you know.",
    ]


def _why_the_target(facts: Facts, target: Target) -> Wordings:
    if target.ground:
        return [
            f"{target.ground}, and you know both of us.",
            f"You know both of us, and {_within(target.ground)}.",
        ]
    if target.topic:
        return [f"What draws me there is {target.topic}.", f"It is for {target.topic} that I turn to you."]
    return [
        f"Your word would count for more than mine, {facts.name}.",
        f"A word of yours, {facts.name}, says more than any letter of mine.",
    ]


def _congratulate(facts: Facts, wish: Wish) -> Slots:
    where = f" at {facts.company}" if facts.company else ""
    last = ["No need to answer, enjoy it.", "There is no need to answer, enjoy the day.", *NO_ANSWER]
    if facts.occasion is None and facts.is_birthday:
        about = f", with some time for {facts.topic}" if facts.topic else ""
        return [
            [f"Happy birthday, {facts.name}!", "All my best wishes for your birthday!"],
            [f"May your new year be a good one{about}.", f"I wish you a day among people you like{about}."],
            last,
        ]
    what = facts.occasion or f"what you have reached{where}"
    gains = f", and {facts.topic} gains by it" if facts.topic else ""
    return [
        [f"Congratulations on {what}!", f"Congratulations, {facts.name}, on {what}!"],
        [
            f"The people{where} are lucky to have you." if where else f"You have earned it, {facts.name}.",
            f"It could not have gone to anybody better{gains}.",
        ],
        last,
    ]


def _share(facts: Facts, wish: Wish) -> Slots:
    thing = facts.need or facts.topic or (f"your work at {facts.company}" if facts.company else None)
    if thing is None:
        opening = [f"Something that I read made me think of you, {facts.name}."]
        what = ["It is short, and close to your work.", "It is a page long, and worth the minute."]
    else:
        opening = [
            f"You told me once that {facts.need} would help you."
            if facts.need
            else f"{phrases.sentence(thing)} made me think of you.",
            f"I have come across something on {thing}, and you came to my mind.",
        ]
        what = [f"It is short, and says something about {thing} that was new to me.", f"It is a page long on {thing}."]
    offer = [
        "I am glad to send it to you if you like.",
        "I can send it to you whenever you like.",
        "Say the word, and I will send it to you.",
    ]
    return [opening, what, offer, sentences.after_the_time(facts) or NO_ANSWER]


def _decline(facts: Facts, wish: Wish) -> Slots:
    about = f" at {facts.company}" if facts.company else (f" with {facts.topic}" if facts.topic else "")
    thing = _ASKED.get(facts.they_asked, f"asking me about {phrases.ask(facts.they_asked)}")
    return [
        [f"Thank you for {thing}.", f"Thank you for {thing}, {facts.name}; it means something to me."],
        [
            "I cannot do it justice at present, and would rather tell you so now than keep you waiting.",
            "It is more than I can do well at present, and you deserve an honest no.",
            "I have to say no this time, since my hands are full.",
        ],
        _INSTEAD.get(facts.they_asked, ["What I can do is answer your questions by email, or talk for 15 minutes."]),
        [f"I wish you well with it{about}.", f"I hope that it goes well{about}."],
    ]


_ASKED = {AskSize.NONE: "thinking of me", AskSize.QUESTION: "your question"}
_INSTEAD: dict[AskSize, Wordings] = {  # a smaller rung than what they asked
    AskSize.NONE: ["What I can do is answer a question by email, if that is of use."],
    AskSize.QUESTION: ["Somebody else will know it better than I do."],
    AskSize.SHORT_CALL: ["What I can do is answer a question or two by email."],
}


_BY_INTENT: dict[Intent, Callable[[Facts, Wish], Slots]] = {
    Intent.INTRODUCE: _introduce,
    Intent.RECONNECT: _reconnect,
    Intent.THANK: _thank,
    Intent.FOLLOW_UP: _follow_up,
    Intent.REQUEST_INTRODUCTION: _request_introduction,
    Intent.CONGRATULATE: _congratulate,
    Intent.SHARE: _share,
    Intent.DECLINE: _decline,
}
