from comity.coach.rules import signals
from comity.coach.words import Action, AskSize, GoalOutcome
from tests.coach.plain import BAD, GOOD, got, rapport, sent, situation, talked


class TestAssess:
    def test_asks_how_a_conversation_went(self) -> None:
        found = signals.assess(situation(talked(13, assessed=False)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.ASSESS

    def test_asks_what_became_of_each_goal(self) -> None:
        talk = talked(1, assessed=False, goals=("Learn", "Thank"), goal_outcomes=(GoalOutcome.REACHED,))

        found = signals.assess(situation(talk))

        assert found is not None
        assert found.text.endswith("And say what became of: Thank.")

    def test_is_done_with_a_tap(self) -> None:
        assert signals.assess(situation(talked(1, assessed=True))) is None
        assert signals.assess(situation(talked(1, assessed=False, signals=GOOD))) is None

    def test_lets_old_and_imported_conversations_be(self) -> None:
        assert signals.assess(situation(talked(14, assessed=False))) is None
        assert signals.assess(situation(talked(1, assessed=False, imported=True))) is None


class TestEngaged:
    def test_proposes_a_call_below_rapport_and_a_meeting_from_there(self) -> None:
        new = signals.engaged(situation(talked(10, signals=GOOD), sent(9, expects_reply=False)))
        known = signals.engaged(situation(*rapport()))

        assert new is not None
        assert known is not None
        assert new.step is not None
        assert known.step is not None
        assert (new.step.ask_size, known.step.ask_size) == (AskSize.SHORT_CALL, AskSize.MEETING)

    def test_fades_after_a_month(self) -> None:
        assert signals.engaged(situation(talked(30, signals=GOOD))) is None

    def test_has_no_step_while_an_ask_is_open(self) -> None:
        found = signals.engaged(situation(talked(10, signals=GOOD), sent(9, ask_size=AskSize.SHORT_CALL)))

        assert found is not None
        assert found.step is None


class TestDisinterested:
    def test_leaves_them_alone_for_ninety_days(self) -> None:
        found = signals.disinterested(situation(talked(89, signals=BAD)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.WAIT
        assert signals.disinterested(situation(talked(90, signals=BAD))) is None

    def test_takes_it_for_a_bad_day_of_somebody_who_trusts(self) -> None:
        good = [talked(days, signals=GOOD) for days in (200, 150, 100, 60, 40)]

        assert signals.disinterested(situation(*good, talked(13, signals=BAD))) is not None
        assert signals.disinterested(situation(*good, talked(14, signals=BAD))) is None

    def test_ends_with_their_word(self) -> None:
        assert signals.disinterested(situation(talked(20, signals=BAD), got(10))) is None
