from dataclasses import replace

import pytest

from comity.coach.choose import choose_in
from comity.coach.giving import thing_to_share
from comity.coach.history import Match, Person
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize
from tests.coach.plain import sam, sent, situation, talked

MATCH = Match("ada", "Ada Stern", "Introduce Sam and Ada Stern to each other: both care about chess. Ask both first.")


def with_match(s: Situation) -> Situation:
    return replace(s, circumstances=replace(s.circumstances, match=MATCH))


def knowing(**facts: object) -> Situation:
    person: Person = replace(sam(), **facts)  # type: ignore[arg-type]
    return situation(person=person)


class TestThingToShare:
    def test_is_a_need_before_an_interest(self) -> None:
        both = knowing(needs=("a cook",), interests=("chess",))

        assert thing_to_share(both) == "Something that helps with a cook would be welcome."
        assert thing_to_share(knowing(interests=("chess",))) == "Something about chess would be welcome."

    def test_is_two_contacts_who_should_meet(self) -> None:
        assert thing_to_share(with_match(knowing(needs=(), interests=()))) == MATCH.text
        assert thing_to_share(with_match(knowing(interests=("chess",)))).endswith(f"would be welcome. {MATCH.text}")

    def test_is_left_to_the_owner_where_nothing_is_known(self) -> None:
        assert thing_to_share(knowing(needs=(), interests=())).startswith("Think of somebody")

    @pytest.mark.parametrize("rule", ["mutual.only-asks", "mutual.before-need", "ask.give-first"])
    def test_is_named_by_each_rule_that_gives(self, rule: str) -> None:
        asked = [sent(days, ask_size=AskSize.QUESTION) for days in (3, 2, 1)]
        touches = {
            "mutual.only-asks": (talked(30), talked(20), talked(10), *asked),
            "ask.give-first": tuple(talked(days, received=True) for days in (60, 40, 20)),
            "mutual.before-need": (talked(100), talked(80), talked(50)),
        }[rule]

        step = choose_in(with_match(situation(*touches, want=AskSize.QUESTION)))

        named = [one.text for found in (step, *step.alternatives) for one in found.reasons if one.rule == rule]
        named += [one.text for one in step.cautions if one.rule == rule]
        assert any(MATCH.text in text for text in named), (step.action, step.reasons, step.cautions)
        assert Action.SHARE_VALUE in {step.action, *(other.action for other in step.alternatives)}
