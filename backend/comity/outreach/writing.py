"""Lets a language model word a draft, where an operator has set one: what it writes still has to pass the coach."""

import json
from dataclasses import dataclass, replace
from typing import Any

from comity.coach.drafts.compose import Drafted
from comity.coach.drafts.facts import Facts
from comity.coach.messages.check import check_message
from comity.coach.messages.message import Sender
from comity.coach.words import Channel, Verdict
from comity.egress import Egress, OutsideError
from comity.outreach.drafting import DraftPlan

SECONDS = 30.0  # until a model has written four sentences
LONGEST_TEXT = 4_000  # code points: four sentences are far shorter
_RULES = (
    "You word a short message for a considerate networker. Keep to the facts given; invent nothing. Three or four "
    "sentences, under 90 words. Speak of the reader before the writer. Exactly one ask, the one of the draft, in one "
    "sentence, easy to decline; none if the draft has none. No pitch, no flattery, no worn phrases, no pressure, no "
    "attachments, no links but those of the draft. Keep greeting, signature and link as they are in the draft. "
    'Answer with JSON alone: {"subject": ..., "body": ...}; without a subject in the draft it is null.'
)


@dataclass(frozen=True, slots=True)
class Model:
    """An OpenAI-compatible endpoint that writes. url: up to and including `/v1`."""

    url: str
    name: str
    key: str
    egress: Egress

    @property
    def address(self) -> str:
        """Where chats are completed."""
        return self.url.rstrip("/").removesuffix("/chat/completions") + "/chat/completions"


@dataclass(frozen=True, slots=True)
class Written:
    """The draft that is given. sent: what went to the model; problem: why its wording was not taken."""

    drafted: Drafted
    by_model: bool
    sent: dict[str, Any] | None = None
    problem: str | None = None


async def write(model: Model, plan: DraftPlan, composed: Drafted) -> Written:
    """Have a model word a composed draft; the composed one stays where the model fails or the coach objects."""
    sent = request_of(model, plan, composed)
    headers = {"Authorization": f"Bearer {model.key}"} if model.key else {}
    try:
        answer = await model.egress.post_json(model.address, sent, headers=headers, seconds=SECONDS)
        subject, body = _read(answer)
    except OutsideError as error:
        return Written(composed, by_model=False, sent=sent, problem=str(error))
    drafted = _checked(plan, composed, subject, body)
    if drafted.check.verdict is not Verdict.READY:
        rules = ", ".join(dict.fromkeys(one.rule for one in drafted.check.findings if one.severity != "hint"))
        return Written(composed, by_model=False, sent=sent, problem=f"The coach objects: {rules}.")
    return Written(drafted, by_model=True, sent=sent)


def request_of(model: Model, plan: DraftPlan, composed: Drafted) -> dict[str, Any]:
    """Return what is sent to a model: the rules, the composed draft, and the facts that are in it; nothing else."""
    draft = {"subject": composed.message.subject, "body": composed.message.body}
    told = {"intent": plan.wish.intent, "ask": plan.wish.ask_size, "facts": _told(plan.facts), "draft": draft}
    messages = [
        {"role": "system", "content": _RULES},
        {"role": "user", "content": json.dumps(told, ensure_ascii=False)},
    ]
    return {"model": model.name, "messages": messages, "temperature": 0.7}


def _told(facts: Facts) -> dict[str, Any]:
    ground = facts.ground.text if facts.ground else None
    known = {
        "name": facts.name,
        "company": facts.company,
        "title": facts.title,
        "topics": list(facts.topics),
        "in_common": ground,
        "last_talk": facts.talk,
        "about": facts.about,
        "just_over": facts.ended,
        "occasion": facts.occasion,
    }
    return {name: value for name, value in known.items() if value}


def _checked(plan: DraftPlan, composed: Drafted, subject: str | None, body: str) -> Drafted:
    message = replace(composed.message, body=body)
    if message.channel is Channel.EMAIL:
        message = replace(message, subject=subject or composed.message.subject)
    sender = Sender(plan.myself.full_name, plan.myself.profile_url)
    return Drafted(message, check_message(message, sender=sender, reader=plan.reader), composed.blurb)


def _read(answer: Any) -> tuple[str | None, str]:
    """Return subject and body from a model's answer.

    Raises OutsideError.
    """
    try:
        text = answer["choices"][0]["message"]["content"]
        found = json.loads(text[text.index("{") : text.rindex("}") + 1])
        subject, body = found.get("subject"), found["body"]
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError):
        raise OutsideError("It wrote something other than a draft.", again=True) from None
    if not isinstance(body, str) or not 0 < len(body) <= LONGEST_TEXT or not isinstance(subject, str | None):
        raise OutsideError("It wrote something other than a draft.", again=True)
    return subject[:300] if subject else None, body
