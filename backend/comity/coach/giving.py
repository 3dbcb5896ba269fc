"""What to give: `share_value` names the thing (playbook §3, `warmth.cooling`)."""

from comity.coach.situation import Situation


def thing_to_share(s: Situation) -> str:
    """Name what to share: a need or an interest of theirs, or two contacts worth introducing to each other."""
    named = _of_theirs(s)
    match = s.circumstances.match
    if match is not None:
        return f"{named} {match.text}" if named else match.text
    return named or "Think of somebody they would like to meet, and offer the introduction."


def _of_theirs(s: Situation) -> str:
    if s.person.needs:
        return f"Something that helps with {s.person.needs[0]} would be welcome."
    if s.person.interests:
        return f"Something about {s.person.interests[0]} would be welcome."
    return ""
