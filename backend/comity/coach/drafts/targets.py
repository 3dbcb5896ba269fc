"""Whom a connector is asked to introduce the owner to, and what owner and target share."""

from comity.coach import phrases
from comity.coach.commonalities import Commonality
from comity.coach.drafts.facts import Facts, Myself
from comity.coach.drafts.intents import Target
from comity.coach.words import CommonalityKind

_SHARED = {
    CommonalityKind.SCHOOL: "went to {name}",
    CommonalityKind.EMPLOYER: "know {name} from the inside",
    CommonalityKind.PLACE: "know {name}",
    CommonalityKind.GROUP: "belong to {name}",
    CommonalityKind.INTEREST: "care about {name}",
    CommonalityKind.EVENT: "have a place at {name}",
    CommonalityKind.MUTUAL_CONTACT: "know {name}",
}


def target_of(facts: Facts, myself: Myself) -> Target:
    """Return somebody of whom these facts are known as the target of an introduction."""
    shared = _clause(facts.ground)
    owner = myself.first_name or "Your correspondent"
    return Target(
        name=facts.full_name,
        company=facts.company,
        topic=facts.topic,
        ground=f"We both {shared}" if shared else None,
        told=f"{owner} and {phrases.first_name(facts.full_name)} both {shared}" if shared else None,
    )


def _clause(ground: Commonality | None) -> str | None:
    return _SHARED[ground.kind].format(name=ground.name) if ground else None
