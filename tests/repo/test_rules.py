"""A rule's name is its address: every rule has its function and its vignette, and no function lacks a rule."""

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

from comity.coach import rules

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
    "timing.busy-season",
    "timing.holiday",
    "timing.hours",
    "timing.new-job",
    "timing.org-trouble",
    "timing.vacation",
    "trust.first",
    "wait.nothing-due",
    "warmth.cooling",
]
NOT_TOLD_OF = {"easy-win.who-will-be-there", "follow-up.by-hand"}  # a vignette has one contact, and no follow-ups


def functions() -> dict[str, str]:
    """Return what the public functions of the rules' modules say, by the rule that each is named for."""
    found = {}
    for family in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{family.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{family.name}.{name}".replace("_", "-")] = function.__doc__ or ""
    return found


class TestRules:
    def test_are_functions_at_the_addresses_their_names_say(self) -> None:
        assert not {*PLAYBOOK} - functions().keys()

    def test_are_all_the_functions_there_are(self) -> None:
        assert not functions().keys() - {*PLAYBOOK}

    @pytest.mark.parametrize("rule", PLAYBOOK)
    def test_each_say_what_they_look_for(self, rule: str) -> None:
        assert functions()[rule]

    @pytest.mark.parametrize("rule", [rule for rule in PLAYBOOK if rule not in NOT_TOLD_OF])
    def test_each_have_a_vignette(self, rule: str) -> None:
        assert any(f'"{rule}"' in file.read_text() for file in SITUATIONS)
