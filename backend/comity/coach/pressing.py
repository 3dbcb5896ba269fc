"""What a touch after two silences may cost: somebody who wants to hear no more of the owner.

The benefit of the doubt (playbook §3, `silence.stop`) allows such touches. Whether they do harm differs by owner, so it
is learned from the owner's own contacts: how many of those who were written to all the same are do-not-contact now.
"""

USUAL_CLOSING = 0.05  # share of such touches that close a door, before the owner has a record: a networker's guess
CLOSING_STRENGTH = 10.0  # touches that it is worth
CLOSING_COST = 3.0  # answers: what one lost contact weighs; 2 to 5 do nearly as well where touches burn, and elsewhere


def closing_rate_of(*, pressed: int, closed: int) -> float:
    """Return the share of touches after two silences that close a door, drawn to the usual if few.

    closed: contacts who are do-not-contact after such a touch.
    """
    return (closed + CLOSING_STRENGTH * USUAL_CLOSING) / (pressed + CLOSING_STRENGTH)


def doubted(chance: float, closing_rate: float) -> float:
    """Return the chance of a reply to a touch after two silences, less what it risks; 0..1."""
    return max(0.0, chance - CLOSING_COST * closing_rate)
