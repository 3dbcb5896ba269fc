"""Whether somebody may be contacted at all: the rules `contact.*`."""

from comity.coach.finding import Finding
from comity.coach.situation import Situation
from comity.coach.step import Evidence


def do_not(s: Situation) -> Finding | None:
    """Do-not-contact is set: nothing is ever recommended."""
    if not s.person.do_not_contact:
        return None
    text = f"{s.name} is not to be contacted; nothing is recommended."
    return Finding("contact.do-not", text, (Evidence("do_not_contact", s.person.id),))
