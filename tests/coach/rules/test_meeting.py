from comity.coach.rules import meeting
from comity.coach.words import Action, AskSize, GoalOutcome, Kind
from tests.coach.plain import BAD, GOOD, event, rapport, sent, situation, talked


class TestTwoGoals:
    def test_refuses_a_third_goal(self) -> None:
        assert meeting.two_goals(["advice", "a name"]) is None
        assert meeting.two_goals(["advice", "a name", "a job"]) is not None


class TestPrepare:
    def test_prepares_from_three_days_ahead(self) -> None:
        found = meeting.prepare(situation(talked(-3)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.PREPARE_MEETING
        assert meeting.prepare(situation(talked(-4))) is None

    def test_opens_with_what_was_left(self) -> None:
        before = talked(20, goals=("Learn", "Thank"), goal_outcomes=(GoalOutcome.LEFT, GoalOutcome.REACHED))

        found = meeting.prepare(situation(before, talked(-3)))

        assert found is not None
        assert found.text.endswith("Left open so far: Learn.")


class TestNextStep:
    def test_thanks_with_a_small_next_step(self) -> None:
        found = meeting.next_step(situation(talked(1)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.THANK, AskSize.QUESTION)

    def test_fits_the_step_to_the_signals(self) -> None:
        asks = []
        for log in [(talked(1, signals=GOOD),), (*rapport(), talked(1, signals=GOOD)), (talked(1, signals=BAD),)]:
            found = meeting.next_step(situation(*log))
            assert found is not None
            assert found.step is not None
            asks.append(found.step.ask_size)

        assert asks == [AskSize.SHORT_CALL, AskSize.MEETING, AskSize.NONE]

    def test_is_done_with_a_touch_or_a_planned_talk(self) -> None:
        assert meeting.next_step(situation(talked(2), sent(1))) is None
        assert meeting.next_step(situation(talked(2), talked(-20))) is None

    def test_is_silent_after_a_week(self) -> None:
        assert meeting.next_step(situation(talked(7))) is None

    def test_leaves_a_talk_at_an_event_to_the_event(self) -> None:
        talk = talked(1, kind=Kind.EVENT)

        assert meeting.next_step(situation(talk, gatherings=(event(1.1),))) is None
