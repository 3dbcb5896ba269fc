"""The playbook's words (§1), as enums. These values are the API's values."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word without an order."""


class OrderedWord(StrEnum):
    """A word on a scale: the order of definition is the order of the scale.

    rung: the place on the scale, 0 for the lowest.
    """

    rung: int

    def __init__(self, _: str) -> None:
        self.rung = len(type(self).__members__)

    def __lt__(self, other: str) -> bool:
        return self.rung < self._rung_of(other)

    def __le__(self, other: str) -> bool:
        return self.rung <= self._rung_of(other)

    def __gt__(self, other: str) -> bool:
        return self.rung > self._rung_of(other)

    def __ge__(self, other: str) -> bool:
        return self.rung >= self._rung_of(other)

    def _rung_of(self, other: str) -> int:
        word = other if isinstance(other, type(self)) else type(self)(other)
        return word.rung

    def below(self, rungs: int = 1) -> Self:
        """The word `rungs` below, or the lowest."""
        return list(type(self))[max(0, self.rung - rungs)]


class AskSize(OrderedWord):
    """The ask ladder, smallest first."""

    NONE = "none"
    QUESTION = "question"
    SHORT_CALL = "short_call"
    MEETING = "meeting"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    REFERENCE = "reference"
    SPONSORSHIP = "sponsorship"


class TrustStage(OrderedWord):
    """How far a relationship has come; derived from what happened."""

    STRANGER = "stranger"
    ACQUAINTED = "acquainted"
    RAPPORT = "rapport"
    TRUSTED = "trusted"
    ALLY = "ally"


class Seniority(OrderedWord):
    """The six rungs of a career."""

    STUDENT = "student"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


class Kind(Word):
    """What kind of interaction happened."""

    EMAIL = "email"
    MESSAGE = "message"
    CALL = "call"
    VIDEO_CALL = "video_call"
    MEETING = "meeting"
    EVENT = "event"
    INTRODUCTION = "introduction"
    GIFT = "gift"
    NOTE = "note"


class Direction(Word):
    """Who spoke."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    MUTUAL = "mutual"


class Channel(Word):
    """The way by which a word travels."""

    EMAIL = "email"
    LINKEDIN = "linkedin"
    PHONE = "phone"
    VIDEO = "video"
    TEXT = "text"
    IN_PERSON = "in_person"


class Signal(Word):
    """What one interaction showed of their interest."""

    LAUGHTER = "laughter"
    COMMONALITY_FOUND = "commonality_found"
    INVITED_TO_RECONNECT = "invited_to_reconnect"
    CANDID = "candid"
    ASKED_QUESTIONS = "asked_questions"
    OFFERED_HELP = "offered_help"
    OFFERED_INTRODUCTION = "offered_introduction"
    STAYED_LONGER = "stayed_longer"
    CURT = "curt"
    LOW_CURIOSITY = "low_curiosity"
    MULTITASKING = "multitasking"
    CUT_SHORT = "cut_short"
    VAGUE_PROMISE = "vague_promise"
    AVOIDED_NEXT_STEP = "avoided_next_step"


NEGATIVE_SIGNALS = frozenset(
    {
        Signal.CURT,
        Signal.LOW_CURIOSITY,
        Signal.MULTITASKING,
        Signal.CUT_SHORT,
        Signal.VAGUE_PROMISE,
        Signal.AVOIDED_NEXT_STEP,
    }
)


class GoalOutcome(Word):
    """What became of a goal of a conversation. What is `partly` reached or `left` opens the next one's brief."""

    REACHED = "reached"
    PARTLY = "partly"
    LEFT = "left"
    DROPPED = "dropped"


class SessionPart(Word):
    """What a part of an event is good for: people talk in breakouts and informal parts, and listen in the others."""

    BREAKOUT = "breakout"
    INFORMAL = "informal"
    FORMAL = "formal"


class EventPhase(Word):
    """Where an event stands: ahead, under way, over for so short a time that it is still spoken of, or past."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    OVER = "over"


class TouchState(Word):
    """Where a touch of an event's plan stands. `skipped`: its time has passed without it."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    SKIPPED = "skipped"


class Party(Word):
    """Who made a promise."""

    ME = "me"
    THEM = "them"


class PromiseStatus(Word):
    """What became of a promise. `lapsed` is derived, never typed."""

    OPEN = "open"
    KEPT = "kept"
    RELEASED = "released"
    LAPSED = "lapsed"


class AskOutcome(Word):
    """What became of an ask."""

    OPEN = "open"
    GRANTED = "granted"
    DECLINED = "declined"
    IGNORED = "ignored"


class Purpose(Word):
    """What a touch was for."""

    OUTREACH = "outreach"
    FOLLOW_UP = "follow_up"
    THANKS = "thanks"
    CONGRATULATION = "congratulation"
    PROMISE_CHECK = "promise_check"
    PROMISE_DELIVERY = "promise_delivery"
    ASK = "ask"
    INTRODUCTION_REQUEST = "introduction_request"
    SHARE = "share"
    SMALL_TALK = "small_talk"


class Ball(Word):
    """Whose turn it is."""

    MINE = "mine"
    THEIRS = "theirs"
    NOBODY = "nobody"


class Action(Word):
    """What a next step does."""

    REPLY = "reply"
    DELIVER_PROMISE = "deliver_promise"
    ASSESS = "assess"
    THANK = "thank"
    PREPARE_MEETING = "prepare_meeting"
    EVENT_BEFORE = "event_before"
    EVENT_DURING = "event_during"
    EVENT_AFTER = "event_after"
    FOLLOW_UP = "follow_up"
    CHECK_PROMISE = "check_promise"
    CONGRATULATE = "congratulate"
    INTRODUCE_YOURSELF = "introduce_yourself"
    REQUEST_INTRODUCTION = "request_introduction"
    BUILD_BRIDGE = "build_bridge"
    PROPOSE_CALL = "propose_call"
    PROPOSE_MEETING = "propose_meeting"
    MAKE_ASK = "make_ask"
    SHARE_VALUE = "share_value"
    RECONNECT = "reconnect"
    WAIT = "wait"
    LET_GO = "let_go"


class TieKind(Word):
    """How two people know each other."""

    COLLEAGUE = "colleague"
    FRIEND = "friend"
    FAMILY = "family"
    CLASSMATE = "classmate"
    OTHER = "other"


class Urgency(OrderedWord):
    """How much a goal presses."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Observance(Word):
    """Whose religious days a person keeps."""

    CHRISTIAN = "christian"
    ORTHODOX = "orthodox"
    JEWISH = "jewish"
    MUSLIM = "muslim"
    HINDU = "hindu"
    BUDDHIST = "buddhist"
    CHINESE = "chinese"


class OccasionKind(Word):
    """A reason to congratulate."""

    PROMOTION = "promotion"
    AWARD = "award"
    NEWS = "news"
    OTHER = "other"


class CommonalityKind(Word):
    """What two people can have in common."""

    EMPLOYER = "employer"
    SCHOOL = "school"
    PLACE = "place"
    GROUP = "group"
    INTEREST = "interest"
    EVENT = "event"
    MUTUAL_CONTACT = "mutual_contact"


class Severity(OrderedWord):
    """How much a finding in a message matters."""

    HINT = "hint"
    WARN = "warn"
    BLOCK = "block"


class Verdict(Word):
    """What to do with a message: `hold` with any block, `revise` with any warning."""

    HOLD = "hold"
    REVISE = "revise"
    READY = "ready"


class Mistake(Word):
    """The eight mistakes of the playbook, in its order."""

    TOO_MUCH_TOO_SOON = "too_much_too_soon"
    BEING_ROBOTIC = "being_robotic"
    MISSING_EASY_WINS = "missing_easy_wins"
    MEETINGS_AS_ONE_OFFS = "meetings_as_one_offs"
    NOT_TAILORING = "not_tailoring"
    NOT_ASSESSING = "not_assessing"
    NOT_READING_BETWEEN_THE_LINES = "not_reading_between_the_lines"
    ONE_SIDED_RELATIONS = "one_sided_relations"


class Trend(Word):
    """How a habit moves."""

    BETTER = "better"
    STEADY = "steady"
    WORSE = "worse"
    TOO_FEW = "too_few"


class StepFate(Word):
    """What the owner did with a step that was shown. `other`: something else instead; `open`: nothing, so far."""

    DONE = "done"
    SNOOZED = "snoozed"
    DISMISSED = "dismissed"
    OTHER = "other"
    PASSED_OVER = "passed_over"
    OPEN = "open"


class Intent(Word):
    """What a draft is for."""

    INTRODUCE = "introduce"
    RECONNECT = "reconnect"
    THANK = "thank"
    FOLLOW_UP = "follow_up"
    REQUEST_INTRODUCTION = "request_introduction"
    CONGRATULATE = "congratulate"
    SHARE = "share"
    DECLINE = "decline"


class BridgeKind(Word):
    """Why somebody could become the bridge to a contact, the best reason first."""

    TIE = "tie"
    COMPANY = "company"
    SCHOOL = "school"
    EVENT = "event"
    FIELD = "field"


class RequestStatus(Word):
    """How far an introduction that was asked for has come.

    `answered`: with neither yes nor no. `unanswered`: the ask is no longer open.
    """

    ASKED = "asked"
    ANSWERED = "answered"
    GRANTED = "granted"
    DECLINED = "declined"
    UNANSWERED = "unanswered"
    MADE = "made"
    THANKED = "thanked"


class SharedBy(Word):
    """What shows that two people know each other."""

    THREAD = "thread"
    EVENT = "event"
    COMPANY = "company"


class Unit(Word):
    """A length of time by which something recurs."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Anchor(Word):
    """From what a recurrence counts: the last real contact, or a date of its own."""

    LAST_CONTACT = "last_contact"
    DATE = "date"
