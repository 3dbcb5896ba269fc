"""The message coach: every check over one message (playbook §6)."""

from comity.coach.messages.letter import Letter
from comity.coach.messages.message import Message, MessageCheck, MessageFinding, Reader, Sender
from comity.coach.rules import message as rules
from comity.coach.thresholds import DEFAULTS, Thresholds
from comity.coach.words import Severity, Verdict

CHECKS = (
    rules.too_long,
    rules.no_subject,
    rules.vague_subject,
    rules.no_profile_link,
    rules.attachment,
    rules.ask_above_trust,
    rules.many_asks,
    rules.unclear_ask,
    rules.pitch_first,
    rules.self_centred,
    rules.no_common_ground,
    rules.cliche,
    rules.template_residue,
    rules.pressure,
    rules.same_as_others,
    rules.bad_time,
)


def check_message(message: Message, *, sender: Sender, reader: Reader, limits: Thresholds = DEFAULTS) -> MessageCheck:
    """Return what stands in the way of a message, the gravest first; its text is never changed.

    The time it takes grows with the length of the text, whatever the text. Source: playbook §6.
    """
    letter = Letter(message, sender)
    found = [finding for check in CHECKS for finding in check(letter, reader, limits)]
    if reader.do_not_contact is not None:
        fix = "Send nothing."
        found.append(MessageFinding("contact.do-not", Severity.BLOCK, "body", 0, 0, reader.do_not_contact, fix))
    found.sort(key=lambda finding: (-finding.severity.rung, finding.start, finding.end))
    return MessageCheck(tuple(found), letter.counts, letter.ask_size, _verdict(found))


def _verdict(found: list[MessageFinding]) -> Verdict:
    severities = {finding.severity for finding in found}
    if Severity.BLOCK in severities:
        return Verdict.HOLD
    return Verdict.REVISE if Severity.WARN in severities else Verdict.READY
