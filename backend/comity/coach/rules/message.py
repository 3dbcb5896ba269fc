"""What a message should not be: the rules `message.*` (playbook §6).

Each looks at a letter and its reader, and returns what it finds there: severity, exact span, why, and how to fix it.
"""

from itertools import pairwise

from comity.coach import ladder, phrases
from comity.coach.messages import asks, grams, mending, openings, residue, subjects
from comity.coach.messages.letter import Letter
from comity.coach.messages.links import is_profile, plain
from comity.coach.messages.message import MessageFinding, Reader
from comity.coach.messages.names import is_named, is_surname
from comity.coach.messages.persons import balance
from comity.coach.messages.pressing import pressing
from comity.coach.messages.sizes import excess
from comity.coach.messages.wording import CLICHE
from comity.coach.thresholds import Thresholds
from comity.coach.words import AskSize, Channel, Severity

_BLOCK, _WARN, _HINT = Severity.BLOCK, Severity.WARN, Severity.HINT
Found = list[MessageFinding]


def too_long(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """Longer than its reader grants: block beyond twice the limit. The span is what is over."""
    over = excess(letter, reader, limits)
    if over is None:
        return []
    severity = _BLOCK if over.factor > limits.far_too_long else _WARN
    fix = f"Cut it to {over.limit}: keep what concerns them and the one ask."
    return [MessageFinding("message.too-long", severity, "body", over.start, over.end, over.why, fix)]


def no_subject(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """An email without a subject."""
    if letter.message.channel is not Channel.EMAIL or (letter.message.subject or "").strip():
        return []
    why = "An email without a subject is often never opened."
    return [MessageFinding("message.no-subject", _BLOCK, "subject", 0, 0, why, "Name what it is about, for them.")]


def vague_subject(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """An email's subject that could be anybody's. In a thread that goes on the subject is what it is."""
    subject = letter.message.subject or ""
    if letter.message.channel is not Channel.EMAIL or not subject.strip():
        return []
    if not subjects.is_vague(subject, reader.full_name or "", goes_on=not reader.is_first):
        return []
    why = "This subject could stand over anybody's email."
    fix = "Name the thing you share, or what of theirs you write about."
    return [MessageFinding("message.vague-subject", _WARN, "subject", *_whole(subject), why, fix)]


def no_profile_link(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """A first email without the owner's profile address."""
    if letter.message.channel is not Channel.EMAIL or not reader.is_first:
        return []
    if any(_is_owners_profile(letter, link.address) for link in letter.links):
        return []
    known = letter.sender.profile_url
    fix = (
        f"Put {known} under your name."
        if known
        else "Note your profile's address under Me, and put it under your name."
    )
    why = "Who does not know you looks for who you are before answering."
    place = letter.ends_at
    return [MessageFinding("message.no-profile-link", _WARN, "body", place, place, why, fix, mending.signed(letter))]


def attachment(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """A first touch with an attachment, or with any link but the owner's profile."""
    if not reader.is_first:
        return []
    why = "Nobody opens a file from somebody they do not know."
    fix = "Leave it out, and offer to send it if they would like it."
    found = [
        MessageFinding("message.attachment", _BLOCK, "attachments", 0, 0, f"{why} ({name})", fix)
        for name in letter.message.attachments[:1]
    ]
    links = [link for link in letter.links if not _is_owners_profile(letter, link.address)]
    why = "In a first message a link looks like an advertisement."
    fix = "Keep your profile's link alone, and say in words what the other one is about."
    for one in links:
        mended = mending.line_left_out(letter, one.start, one.end)
        found.append(MessageFinding("message.attachment", _BLOCK, "body", one.start, one.end, why, fix, mended))
    return found


def ask_above_trust(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """The ask read in the text, or stated, is above what trust allows."""
    stated = letter.message.ask_size or AskSize.NONE
    read = letter.ask_size
    if max(read, stated, key=lambda size: size.rung) <= reader.max_ask:
        return []
    why, fix = _too_much(read if read > reader.max_ask else stated, reader)
    if read <= reader.max_ask:
        return [MessageFinding("message.ask-above-trust", _BLOCK, "ask_size", 0, 0, why, fix)]
    ask = next(ask for ask in letter.asks if ask.size is read)
    return [MessageFinding("message.ask-above-trust", _BLOCK, "body", ask.start, ask.end, why, fix)]


def many_asks(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """More than one ask. The span is the second."""
    if len(letter.asks) < 2:
        return []
    second = letter.asks[1]
    why = f"It asks {phrases.counted(len(letter.asks), 'thing')}; who has to choose answers none."
    fix = "Keep the smallest ask, and save the rest for later."
    return [MessageFinding("message.many-asks", _WARN, "body", second.start, second.end, why, fix)]


def unclear_ask(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """An ask that cannot be answered in a line."""
    unclear = asks.unclear_in(letter.stretches, letter.tokens)
    if unclear is None:
        return []
    why = f"{letter.quoted(*unclear)} cannot be answered in a line."
    fix = "Ask one thing that a yes, a no or one fact would answer."
    return [MessageFinding("message.unclear-ask", _WARN, "body", *unclear, why, fix)]


def pitch_first(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """Accomplishments before any word about the reader: block on a first touch."""
    pitch = openings.pitch_before_them(letter, reader)
    if pitch is None:
        return []
    severity = _BLOCK if reader.is_first else _WARN
    why = "It speaks of what you have done before a word about them."
    fix = "Open with what you share, or with what of theirs you noticed; accomplishments come later, if at all."
    return [MessageFinding("message.pitch-first", severity, "body", *pitch, why, fix)]


def self_centred(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """I and my against you and your, more than two to one; a few words show nothing yet. The span is where it shows."""
    mine, theirs, span = balance(letter)
    if mine < limits.self_words_least or mine <= limits.self_words_ratio * theirs or span is None:
        return []
    why = f'It says "I" or "my" {mine} times, "you" or "your" {theirs} times.'
    fix = "Turn a sentence round, so that it begins with them."
    return [MessageFinding("message.self-centred", _WARN, "body", *span, why, fix)]


def no_common_ground(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """Something is known that both share, and the message does not use it."""
    if not reader.shared or any(openings.mentions(letter, shared) for shared in reader.shared):
        return []
    start = letter.said[0].start if letter.said else 0
    why = f"You share {reader.shared[0]}, and it is not in here."
    return [
        MessageFinding("message.no-common-ground", _HINT, "body", start, start, why, "Open with it, in half a line.")
    ]


def cliche(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """A worn phrase."""
    why = "{} is what everybody writes."
    fix = "Leave it out, or say it as you would say it to them."
    spans = openings.phrases_of(letter, CLICHE)
    return [_phrase("message.cliche", _HINT, letter, span, why, fix) for span in spans]


def template_residue(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """A field that nobody filled in, or a greeting to somebody else."""
    why, fix = "A field of a template was left as it was.", "Write what belongs here, or leave it out."
    spans = [("body", *span) for span in residue.residue_in(letter.body) if letter.is_own(span[0])]
    spans += [("subject", *span) for span in residue.residue_in(letter.message.subject or "")]
    found = [
        MessageFinding("message.template-residue", _BLOCK, *span, why, fix, mending.filled_in(letter, reader, *span))
        for span in spans
    ]
    return found + _wrong_name(letter, reader)


def pressure(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """Guilt, urgency, or the same reminder again."""
    why = "{} presses, and who is pressed says no or nothing."
    fix = "Leave it out, and make a no easy."
    return [_phrase("message.pressure", _WARN, letter, span, why, fix) for span in pressing(letter, reader)]


def same_as_others(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """Four in five of its word 5-grams stand in a message to another contact of the last 90 days."""
    same = grams.most_alike(letter, reader.others, limits)
    if same is None:
        return []
    start, end = letter.said[0].start, letter.said[-1].end
    why = f"Nearly the same words went to {same.to} on {same.on.day} {same.on:%B}."
    fix = "Say what is true of this reader alone."
    return [MessageFinding("message.same-as-others", _WARN, "body", start, end, why, fix)]


def bad_time(letter: Letter, reader: Reader, limits: Thresholds) -> Found:
    """A timing rule holds now. Those that make asks wait mind no word that asks nothing."""
    asks_something = letter.ask_size is not AskSize.NONE or letter.message.ask_size not in {None, AskSize.NONE}
    return [
        MessageFinding("message.bad-time", _WARN, "body", 0, 0, time.text, _better(holds_asks=time.holds_asks))
        for time in reader.bad_times
        if asks_something or not time.holds_asks
    ]


def _phrase(rule: str, severity: Severity, letter: Letter, span: tuple[int, int], why: str, fix: str) -> MessageFinding:
    """Return a phrase that puts readers off, named in its why; where its sentence is nothing else, it goes with it."""
    said = why.format(letter.quoted(*span))
    return MessageFinding(rule, severity, "body", *span, said, fix, mending.left_out(letter, *span))


def _whole(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _is_owners_profile(letter: Letter, address: str) -> bool:
    """Say whether an address is the owner's profile; where none is noted, any profile will do."""
    known = letter.sender.profile_url
    return plain(address) == plain(known) if known else is_profile(address)


def _too_much(size: AskSize, reader: Reader) -> tuple[str, str]:
    name = phrases.first_name(reader.full_name) if reader.full_name else "somebody you do not know"
    what = phrases.sentence(phrases.ask(size))
    if reader.max_ask is AskSize.NONE:
        return f"{what} is too much to ask of {name} now.", "Ask nothing yet: a warm introduction opens the door."
    instead = phrases.ask(ladder.capped(size, reader.max_ask))
    return f"{what} is more than trust allows with {name} now.", f"Ask for {instead} instead."


def _wrong_name(letter: Letter, reader: Reader) -> Found:
    greeting = letter.greeting
    if greeting is None:
        return []
    if greeting.is_empty:
        why, fix = "The greeting names nobody.", "Write their name."
        mended = mending.greeted(letter, reader)
        return [
            MessageFinding("message.template-residue", _BLOCK, "body", greeting.start, greeting.end, why, fix, mended)
        ]
    if not reader.full_name or not greeting.names or _fits(letter, reader.full_name):
        return []
    first, last = greeting.names[0], greeting.names[-1]
    start, end = first[1], last[1] + len(last[0])
    why = f"It greets {letter.body[start:end]}, and goes to {reader.full_name}."
    fix = f"Write {phrases.first_name(reader.full_name)}."
    mended = mending.rightly_named(letter, reader, start, end)
    return [MessageFinding("message.template-residue", _BLOCK, "body", start, end, why, fix, mended)]


def _fits(letter: Letter, full_name: str) -> bool:
    """Say whether a greeting may mean somebody of this name: one of its words does, and in a full name the last too."""
    names = letter.greeting.names if letter.greeting else ()
    together = all(not letter.body[place + len(name) : after].strip() for (name, place), (_, after) in pairwise(names))
    is_full = len(names) > 1 and together
    return is_named((name for name, _ in names), full_name) and (not is_full or is_surname(names[-1][0], full_name))


def _better(*, holds_asks: bool) -> str:
    return "Leave the ask out now, or keep the message until then." if holds_asks else "Keep it until then."
