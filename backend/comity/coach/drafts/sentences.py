"""Sentences of drafts, each in several wordings: true of these facts, and without a word that the coach would mark."""

from comity.coach import phrases
from comity.coach.drafts.facts import Facts
from comity.coach.words import AskSize, CommonalityKind

Wordings = list[str]

EASY_NO: Wordings = [
    "If not, no worries at all.",
    "A no is perfectly fine.",
    "It is fine to say no.",
    "If it does not suit you, that is fine.",
    "Either way, all the best with your plans.",
    "If it is not for you, a short no is welcome too.",
]
NO_ANSWER: Wordings = [
    "There is no need to answer.",
    "You need not answer, and I would understand.",
    "No answer is needed.",
    "No reply is needed, enjoy your week.",
]


def common_ground(facts: Facts) -> Wordings:
    """Say what both share; where nothing is, what makes the owner curious."""
    if facts.ground is None:
        return _curiosity(facts)
    name = facts.ground.name
    return {
        CommonalityKind.SCHOOL: [
            f"We both went to {name}.",
            f"You and I both studied at {name}.",
            f"I saw that you went to {name}, as I did.",
            f"{name} is where both of us studied.",
        ],
        CommonalityKind.EMPLOYER: [
            f"You and I both know {name} from the inside.",
            f"We both know {name} from working there.",
            f"I saw that you know {name} from the inside, as I do.",
            f"{name} is a place where both of us have worked.",
        ],
        CommonalityKind.PLACE: [
            f"You and I have a place in common: {name}.",
            f"I saw that you know {name}, as I do.",
            f"{name} is a place that we both know.",
        ],
        CommonalityKind.GROUP: [
            f"You and I both belong to {name}.",
            f"We are both members of {name}.",
            f"I saw that you are part of {name}, as I am.",
        ],
        CommonalityKind.INTEREST: [
            f"You and I share an interest in {name}.",
            f"I saw that you care about {name}, as I do.",
            f"{phrases.sentence(name)} is something that we both care about.",
        ],
        CommonalityKind.EVENT: [
            f"You and I have {name} in common.",
            f"I saw your name at {name}, where I am too.",
            f"{name} is where our ways cross.",
        ],
        CommonalityKind.MUTUAL_CONTACT: [
            f"You and I both know {name}.",
            f"I saw that you know {name}, as I do.",
            f"{name} is somebody whom we both know.",
        ],
    }[facts.ground.kind]


def _curiosity(facts: Facts) -> Wordings:
    if facts.topic:
        return [
            f"I saw that you know a lot about {facts.topic}.",
            f"Your name came up when I looked for people who know {facts.topic} well.",
            f"{phrases.sentence(facts.topic)} is what led me to you.",
        ]
    if facts.company:
        return [
            f"Your name came up when I read about {facts.company}.",
            f"I saw that you work at {facts.company}.",
            f"{facts.company} is what led me to you.",
            f"Whoever looks into {facts.company} finds your name.",
            f"You and your colleagues at {facts.company} caught my eye.",
        ]
    return [
        f"Your name, {facts.full_name}, stands first on my list of people to learn from.",
        f"You are the one, {facts.full_name}, whom I would like to know better.",
    ]


def why_them(facts: Facts) -> Wordings:
    """Say why the owner writes to this person and to nobody else."""
    found: Wordings = []
    if facts.title and facts.company:
        found += [
            f"Your role as {facts.title} at {facts.company} is one that I would like to understand better.",
            f"You see things from the place of {facts.title} at {facts.company}, and that is the view that I lack.",
            f"What {facts.title} means at {facts.company} is something that only you can tell.",
            f"You are {facts.title} at {facts.company}, where my own path may lead one day.",
            f"At {facts.company}, and as {facts.title}, you do what others only write about.",
        ]
    elif facts.company:
        found += [
            f"Your work at {facts.company} is what made me write to you.",
            f"You know {facts.company} as few people do, and that is why I write to you.",
            f"What you do at {facts.company} is close to what I am learning.",
            f"At {facts.company} you do what others only write about.",
            f"You have seen {facts.company} from the inside, and I know it from the outside alone.",
        ]
    other = next((topic for topic in facts.topics if facts.ground is None or topic != facts.ground.name), None)
    if other:
        found += [
            f"You know {other} from your own days, which no book can replace.",
            f"Your experience with {other} is what made me write to you.",
        ]
    return found or [
        f"You, {facts.name}, seem to be the right person for what I would like to know.",
        f"I thought of you first, {facts.name}, and of nobody else.",
    ]


def asking(facts: Facts, size: AskSize) -> Wordings:
    """Make one ask, in a sentence that a line answers; after a time in which asks waited it says that it is over."""
    about = f" about {facts.topic}" if facts.topic else ""
    said = _asks(facts, about)[size]
    if facts.ended is None:
        return said
    verb = "are" if facts.ended.partition(" between ")[0].endswith("s") else "is"
    return [f"Now that {facts.ended} {verb} over, {one[0].lower()}{one[1:]}" for one in said]


def after_the_time(facts: Facts) -> Wordings:
    """Say that a busy time is over, where nothing is asked; empty where none has just ended."""
    if facts.ended is None:
        return []
    verb = "are" if facts.ended.partition(" between ")[0].endswith("s") else "is"
    return [
        f"Now that {facts.ended} {verb} over, I wish you some quiet evenings.",
        f"Enjoy the quiet, now that {facts.ended} {verb} over.",
    ]


def _asks(facts: Facts, about: str) -> dict[AskSize, Wordings]:
    whom = f" at {facts.company}" if facts.company else ""
    return {
        AskSize.QUESTION: _questions(facts),
        AskSize.SHORT_CALL: [
            f"Would you have 15 minutes for a call{about} in the coming weeks?",
            f"Would you be open to a 15-minute call{about}, on a day that suits you?",
            f"Could we have a call of 15 minutes{about} one of these weeks?",
            f"May I call you for 15 minutes{about}, when it suits you in the coming weeks?",
            f"Are 15 minutes on the phone{about} possible for you this month or next?",
        ],
        AskSize.MEETING: [
            f"Would you be up for a coffee{about}, at a place and on a day that suit you?",
            f"Could we meet for a coffee in the coming weeks{about and ' and talk' + about}?",
            f"Would a coffee near you{about} suit you one of these weeks?",
        ],
        AskSize.INTRODUCTION: [
            f"Would you be willing to introduce me to one person{whom} who knows more{about}?",
            f"Could you introduce me to somebody{whom} whom you trust{about and ' to know' + about}?",
        ],
        AskSize.REFERRAL: [
            f"Would you be willing to pass my name on to the person who hires{whom}?",
            f"Could you forward my resume to the person who hires{whom}?",
        ],
        AskSize.REFERENCE: [
            "Would you be willing to be a reference for me?",
            "Could I name you as a reference, since you know my work?",
        ],
        AskSize.SPONSORSHIP: [
            f"Would you be willing to sponsor my next step{whom}?",
            f"Could you see yourself as a sponsor of my plans{whom}?",
        ],
    }


def _questions(facts: Facts) -> Wordings:
    if facts.topic:
        return [
            f"May I ask you one question: which book on {facts.topic} would you give to a beginner?",
            f"Is there one article on {facts.topic} that you would read first?",
            f"Which one talk on {facts.topic} would you point a newcomer to?",
            f"Whose work on {facts.topic} would you look at first?",
            f"Could you name the one thing about {facts.topic} that newcomers get wrong?",
        ]
    if facts.company:
        return [
            f"May I ask you one question: what do you like best about {facts.company}?",
            f"What is the one thing about {facts.company} that surprised you most?",
            f"Which team at {facts.company} would you watch this year?",
            f"Is there one thing that outsiders get wrong about {facts.company}?",
            f"Which one skill counts most in your days at {facts.company}?",
        ]
    return [
        "May I stay in touch, and ask you a small question now and then?",
        "Which one book has taught you most about your work?",
    ]
