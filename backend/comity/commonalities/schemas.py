"""What commonalities look like."""

from comity.coach.commonalities import Commonality, InCommon
from comity.coach.words import CommonalityKind
from comity.schemas import Out


class CommonalityOut(Out):
    """Something that the owner and the contact share.

    shared_by: how many contacts have it, this one among them (of a mutual contact: how many they know). rarity: 0..1,
    1 where nobody else has it. worth: 0..1. known: false for somebody who knows them and whom the owner does not know.
    contact_id, event_id: the mutual contact, the event.
    """

    kind: CommonalityKind
    name: str
    shared_by: int
    rarity: float
    worth: float
    text: str
    opener: str
    known: bool
    contact_id: str | None
    event_id: str | None


class CommonalitiesOut(Out):
    """What is shared, the best first, and a sentence to open with. contacts: how many there are in all."""

    items: list[CommonalityOut]
    next_cursor: None
    opener: str
    contacts: int


def commonality_out(one: Commonality) -> CommonalityOut:
    """Return a commonality as a client sees it."""
    return CommonalityOut(
        contact_id=one.key if one.kind is CommonalityKind.MUTUAL_CONTACT else None,
        event_id=one.key if one.kind is CommonalityKind.EVENT else None,
        **{name: getattr(one, name) for name in SAME},
    )


SAME = ("kind", "name", "shared_by", "rarity", "worth", "text", "opener", "known")


def commonalities_out(found: InCommon, *, limit: int) -> CommonalitiesOut:
    """Return the best commonalities as a client sees them."""
    items = [commonality_out(one) for one in found.items[:limit]]
    return CommonalitiesOut(items=items, next_cursor=None, opener=found.opener, contacts=found.contacts)
