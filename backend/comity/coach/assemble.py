"""From a finding to a next step: its ask, channel, window, reasons and cautions (playbook §4)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from comity.coach import phrases, windows
from comity.coach.asking import may_ask
from comity.coach.brief import SENT, message_brief
from comity.coach.channels import last_answer
from comity.coach.decide import NOTHING_BUT_AN_ASK, is_obligation
from comity.coach.finding import Draft, Finding
from comity.coach.headlines import headline
from comity.coach.ladder import capped
from comity.coach.obstacles import standing_against
from comity.coach.postponing import postponed_until
from comity.coach.rules import channel
from comity.coach.situation import Situation
from comity.coach.step import NextStep, Reason, Via, evidence_of
from comity.coach.touches import channel_of
from comity.coach.words import Action, AskSize, Channel

_EXPECTING = frozenset(
    {
        Action.FOLLOW_UP,
        Action.CHECK_PROMISE,
        Action.INTRODUCE_YOURSELF,
        Action.PROPOSE_CALL,
        Action.PROPOSE_MEETING,
        Action.MAKE_ASK,
        Action.RECONNECT,
        Action.EVENT_BEFORE,
    }
)
_SHAPING = frozenset({"trust.first", "channel.where-they-answer", "timing.hours", "timing.holiday"})


class Reply(TypedDict, total=False):
    """What a step says of the answer to it."""

    reply_probability: float
    reply_interval: tuple[float, float]


def assembled(s: Situation, finding: Finding, found: Iterable[Finding]) -> NextStep:
    """Return the step of a finding. found: every rule that holds now; those that did not make the step are cautions."""
    step = finding.step
    if step is None:
        raise ValueError(f"no step in {finding.rule}")
    postponed = step.action in NOTHING_BUT_AN_ASK and postponed_until(s, step)
    if postponed:
        step = replace(step, opens_at=postponed)
    size = final_ask(s, step)
    place = s.at_connector(step.through) if step.through else s
    way = _channel(s, step)
    found = [*standing_against(s, step), *found, *_of_the_message(s, place, step, way)]
    made, other = _told_apart(s, finding, found, step)
    via = s.way.via if step.through and s.way else None
    return NextStep(
        action=step.action,
        ask_size=size,
        max_ask=s.relationship.max_ask,
        reasons=tuple(made),
        channel=way,
        obligation=is_obligation(finding),
        due_at=step.due_at if is_obligation(finding) else None,
        window=windows.window_of(step, place.circumstances.calendar, as_of=s.as_of, limits=s.limits),
        headline=headline(step, s.name, size, via, into_silence=s.relationship.unanswered > 0),
        cautions=tuple(other),
        via=via,
        message_brief=message_brief(s, step.action, to=place),
        **_reply(s, step, size, via),
        goal_id=step.goal_id,
        evidence_key=(step.action, finding.rule, *(evidence.id for evidence in finding.evidence)),
    )


def final_ask(s: Situation, step: Draft) -> AskSize:
    """Return what a step asks in the end: capped by trust, and nothing where a rule forbids asks now.

    What is asked of a connector is theirs to grant. A step that is nothing but an ask keeps it: timing postpones it.
    """
    if step.through is not None:
        return step.ask_size
    size = capped(step.ask_size, s.relationship.max_ask)
    if size is AskSize.NONE or not may_ask(s, size, repeats=step.repeats):
        return AskSize.NONE
    held_back = step.action not in NOTHING_BUT_AN_ASK and postponed_until(s, step)
    return AskSize.NONE if held_back else size


def _channel(s: Situation, step: Draft) -> Channel | None:
    if step.action is Action.PREPARE_MEETING and s.planned is not None:
        return channel_of(s.planned)
    if step.action is Action.EVENT_DURING:
        return Channel.IN_PERSON
    if step.action not in SENT:
        return None
    return channel.where_they_answer(step.through.history if step.through else s.history, s.as_of)


def _of_the_message(s: Situation, place: Situation, step: Draft, way: Channel | None) -> list[Finding]:
    """Return what shapes a message beyond the contact's own rules: the channel, and the hour at their place."""
    calendar = place.circumstances.calendar
    held_back = windows.findings(place.name, calendar, action=step.action, as_of=s.as_of, limits=s.limits)
    if way is None or step.action not in SENT:  # a talk has a channel too, but is no message
        return held_back
    answer = last_answer(place.history, s.as_of)
    text = f"{place.name} is best reached by {phrases.way(way)}."
    return [Finding("channel.where-they-answer", text, (evidence_of(answer),) if answer else ()), *held_back]


def _told_apart(
    s: Situation, finding: Finding, found: Iterable[Finding], step: Draft
) -> tuple[list[Reason], list[Reason]]:
    """Tell the rules that made a step from those that merely hold, each once."""
    reasons = {finding.rule: _reason(finding)}
    cautions: dict[str, Reason] = {}
    for other in found:
        if other.rule == "trust.first" and step.through is not None:
            continue  # the message goes to the connector
        made = _made(other, step)
        if other.rule not in reasons:
            (reasons if made else cautions)[other.rule] = _reason(other)
    if step.action is Action.FOLLOW_UP:
        cautions.setdefault("silence.stop", _last_try(s))
    return list(reasons.values()), [caution for rule, caution in cautions.items() if rule not in reasons]


def _last_try(s: Situation) -> Reason:
    """Return what comes after a follow-up."""
    days = phrases.counted(s.limits.second_silence_days, "day")
    return Reason("silence.stop", f"If this stays unanswered for {days}, let it go.")


def _made(other: Finding, step: Draft) -> bool:
    """Say whether a rule had a part in a step: it proposes the same, or it shapes what is sent."""
    if other.step is not None and other.step.action is step.action and step.action not in windows.PAUSES:
        return True
    return shapes_message(other.rule, step.action)


def shapes_message(rule: str, action: Action) -> bool:
    """Say whether a rule shapes what is sent. A day off does not shape congratulations: they go all the same."""
    if action is Action.CONGRATULATE and rule == "timing.holiday":
        return False
    return action in SENT and rule in _SHAPING


def _reply(s: Situation, step: Draft, size: AskSize, via: Via | None) -> Reply:
    """Return the chance of an answer with its interval, or that a connector agrees; nothing where none is expected."""
    if via is not None:
        return {"reply_probability": via.probability}
    if step.action not in _EXPECTING and (step.action not in SENT or size is AskSize.NONE):
        return {}
    chance = s.relationship.reply_chance
    return {"reply_probability": chance.mean, "reply_interval": (chance.low, chance.high)}


def _reason(finding: Finding) -> Reason:
    return Reason(finding.rule, finding.text, finding.evidence)
