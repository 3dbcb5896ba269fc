from typing import Any

import pytest

from comity.coach.rules import goal as rule
from comity.coach.words import Action, AskOutcome, AskSize, Urgency
from tests.coach.plain import day, goal, got, rapport, sam, sent, situation, talked


class TestServe:
    def test_asks_the_largest_that_is_useful_and_allowed(self) -> None:
        found = rule.serve(situation(*rapport(), goals=[goal(AskSize.REFERRAL)]))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.PROPOSE_MEETING, AskSize.MEETING)

    @pytest.mark.parametrize("named", [{"companies": ("northwind",)}, {"fields": ("Pricing",)}])
    def test_serves_whose_company_or_field_it_names(self, named: dict[str, Any]) -> None:
        person = sam(company="Northwind Inc.", field="pricing")

        assert rule.serve(situation(*rapport(), person=person, goals=[goal(contact_ids=frozenset(), **named)]))

    def test_serves_a_goal_that_names_nobody_from_rapport_up(self) -> None:
        anybody = goal(AskSize.SHORT_CALL, contact_ids=frozenset())

        assert rule.serve(situation(talked(10), goals=[anybody])) is None
        assert rule.serve(situation(*rapport(), goals=[anybody])) is not None

    def test_leaves_goals_out_that_are_over_or_for_others(self) -> None:
        over = goal(ends_on=day(1))
        other = goal(contact_ids=frozenset({"ada"}))

        assert rule.serve(situation(*rapport(), goals=[over, other])) is None

    def test_asks_nothing_more_of_who_granted_it(self) -> None:
        log = (talked(120), sent(90, ask_size=AskSize.INTRODUCTION, ask_outcome=AskOutcome.GRANTED), got(89))

        assert rule.serve(situation(*log, *rapport(), goals=[goal()])) is None

    def test_takes_who_is_named_before_what_is_urgent(self) -> None:
        pressing = goal(AskSize.SHORT_CALL, id="urgent", contact_ids=frozenset(), urgency=Urgency.HIGH)

        found = rule.serve(situation(*rapport(), goals=[pressing, goal(id="named")]))

        assert found is not None
        assert found.step is not None
        assert found.step.goal_id == "named"
