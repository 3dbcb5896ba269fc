from comity.coach.rules import wait
from comity.coach.words import Action
from tests.coach.plain import ago, situation, talked


class TestNothingDue:
    def test_waits_for_the_first_change(self) -> None:
        found = wait.nothing_due(situation(), ago(-9))

        assert found.step is not None
        assert (found.step.action, found.step.opens_at) == (Action.WAIT, ago(-9))
        assert "19 March" in found.text

    def test_looks_again_in_half_a_year_where_none_is_in_sight(self) -> None:
        found = wait.nothing_due(situation(), None)

        assert found.step is not None
        assert found.step.opens_at == ago(-180)

    def test_names_a_planned_talk(self) -> None:
        assert wait.nothing_due(situation(talked(-10)), ago(-7)).text.startswith("You talk with Sam on 20 March.")
