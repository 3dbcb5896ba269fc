"""A rule's name is its address: every rule has its function and its vignette, and no function lacks a rule."""

from pathlib import Path

import pytest

from comity.playbook import markdown
from tests.coach.play import Vignette
from tests.coach.taken_out import functions, misses, situations, taken_out

TESTS = Path(__file__).resolve().parents[1]
SITUATIONS = [*(TESTS / "vignettes").glob("*.json"), *(TESTS / "messages").glob("*.json")]

PLAYBOOK = [
    "ask.allowed",
    "ask.call-before-coffee",
    "ask.give-first",
    "ask.one-at-a-time",
    "ask.too-soon",
    "channel.where-they-answer",
    "contact.do-not",
    "easy-win.event",
    "easy-win.occasion",
    "easy-win.who-will-be-there",
    "follow-up.by-hand",
    "follow-up.spread",
    "goal.serve",
    "inbound.ask",
    "inbound.reply",
    "meeting.next-step",
    "meeting.prepare",
    "meeting.two-goals",
    "message.ask-above-trust",
    "message.attachment",
    "message.bad-time",
    "message.cliche",
    "message.many-asks",
    "message.no-common-ground",
    "message.no-profile-link",
    "message.no-subject",
    "message.pitch-first",
    "message.pressure",
    "message.same-as-others",
    "message.self-centred",
    "message.template-residue",
    "message.too-long",
    "message.unclear-ask",
    "message.vague-subject",
    "mutual.before-need",
    "mutual.only-asks",
    "promise.keep-the-ball",
    "promise.lapsed",
    "promise.mine",
    "promise.theirs",
    "reach.build-bridge",
    "reach.warm-intro",
    "signals.assess",
    "signals.disinterested",
    "signals.engaged",
    "silence.follow-up-once",
    "silence.stop",
    "silence.wait",
    "timing.away",
    "timing.busy-season",
    "timing.holiday",
    "timing.hours",
    "timing.new-job",
    "timing.org-trouble",
    "timing.own-hours",
    "timing.quiet-hours",
    "timing.vacation",
    "trust.first",
    "wait.nothing-due",
    "warmth.cooling",
    "warmth.keep-in-touch",
]
NOT_TOLD_OF = {  # a vignette has one contact and a step; these look at events, and at when follow-ups are due
    "easy-win.who-will-be-there",
    "follow-up.spread",
    "timing.away",
    "timing.own-hours",
    "timing.quiet-hours",
}


def told_of() -> dict[str, list[Vignette]]:
    """Return the vignettes by the rules that they expect."""
    found: dict[str, list[Vignette]] = {}
    for told in situations():
        channel = ["channel.where-they-answer"] if "channel" in told["expect"] else []
        for rule in (*told["expect"].get("rules", ()), *channel):
            found.setdefault(rule, []).append(told)
    return found


TOLD = told_of()


class TestPlaybook:
    def test_is_committed_as_the_code_says_it(self) -> None:
        assert (TESTS.parent / "docs" / "playbook.md").read_text() == markdown(), "make playbook"


class TestRules:
    def test_are_functions_at_the_addresses_their_names_say(self) -> None:
        assert not {*PLAYBOOK} - functions().keys()

    def test_are_all_the_functions_there_are(self) -> None:
        assert not functions().keys() - {*PLAYBOOK}

    @pytest.mark.parametrize("rule", PLAYBOOK)
    def test_each_say_what_they_look_for(self, rule: str) -> None:
        assert functions()[rule].__doc__

    @pytest.mark.parametrize("rule", [rule for rule in PLAYBOOK if rule not in NOT_TOLD_OF])
    def test_each_have_a_vignette(self, rule: str) -> None:
        assert any(f'"{rule}"' in file.read_text() for file in SITUATIONS)

    @pytest.mark.parametrize("rule", [rule for rule in PLAYBOOK if rule in TOLD])
    def test_each_are_missed_by_a_vignette(self, rule: str) -> None:
        with taken_out(rule):
            assert any(misses(told) for told in TOLD[rule])
