"""Whether an email's subject says anything."""

from comity.coach.messages.names import name_parts
from comity.coach.messages.tokens import tokens_of
from comity.coach.word_lists import each

_PREFIXES = frozenset(["re", "fw", "fwd", "aw", "wg", "sv", "vs", "tr", "rv", "rif", "antw"])
_EMPTY = each(
    "a an the to for from with you your u me my i i'm i'd we us our of on in at and or is it it's this that "
    "can could would may let let's lets s just please any some one about if have has do does be am are so not "
    "no new hi hello hey hiya dear greetings question questions query quick short brief small little simple "
    "tiny big intro introduction introducing introduce myself networking network connect connecting connection "
    "coffee chat call calls talk meeting meet catch catching up follow following followup checking check "
    "touching touch base request requesting opportunity opportunities important urgent asap update inquiry "
    "enquiry help advice favor favour thanks thank much very reaching reach out job jobs application position "
    "collaboration collaborate partnership partner business proposal info information message email e mail "
    "note hope well day week time today good great nice morning afternoon evening there again subject none "
    "null test minutes minute min mins hour 5 10 15 20 30 congratulations congrats idea interested interest "
    "work together working attention notice reminder need needs want wanted say look looking see know get make"
)


def is_vague(subject: str, full_name: str, *, goes_on: bool) -> bool:
    """Say whether nothing in a subject tells it from anybody's. goes_on: an answer keeps the thread's subject."""
    words = [part for word in tokens_of(subject).texts for part in word.split("'s")[:1]]
    if words and words[0] in _PREFIXES:
        if goes_on:
            return False
        words = words[1:]
    return all(word in _EMPTY or word in name_parts(full_name) for word in words)
