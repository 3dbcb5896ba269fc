from comity.coach.left_goals import left_open
from comity.coach.words import GoalOutcome
from tests.coach.plain import NOW, talked

LEARN, ASK = "Learn how they price", "Ask about the fellowship"


class TestLeftOpen:
    def test_keeps_what_was_not_reached(self) -> None:
        talk = talked(10, goals=(LEARN, ASK), goal_outcomes=(GoalOutcome.REACHED, GoalOutcome.PARTLY))

        (left,) = left_open([talk], as_of=NOW)

        assert (left.goal, left.outcome, left.touch) == (ASK, GoalOutcome.PARTLY, talk)

    def test_keeps_what_nobody_said_anything_about(self) -> None:
        assert [left.goal for left in left_open([talked(10, goals=(LEARN, ASK))], as_of=NOW)] == [ASK, LEARN]

    def test_goes_by_the_last_time_that_a_goal_was_set(self) -> None:
        first = talked(30, goals=(LEARN,), goal_outcomes=(GoalOutcome.LEFT,))
        again = talked(10, goals=(f"{LEARN.upper()}.",), goal_outcomes=(GoalOutcome.REACHED,))

        assert left_open([again, first], as_of=NOW) == ()

    def test_does_not_look_ahead_nor_far_back(self) -> None:
        assert left_open([talked(-1, goals=(LEARN,)), talked(400, goals=(ASK,))], as_of=NOW) == ()

    def test_drops_what_the_owner_gave_up(self) -> None:
        assert left_open([talked(10, goals=(LEARN,), goal_outcomes=(GoalOutcome.DROPPED,))], as_of=NOW) == ()
