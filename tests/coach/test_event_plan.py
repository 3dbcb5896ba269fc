from datetime import timedelta

from comity.coach.event_plan import phase_of, plan_for
from comity.coach.history import Gathering, Session
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize, EventPhase, Kind, TouchState
from tests.coach.plain import BAD, GOOD, NOW, event, sent, situation, talked


def states(s: Situation, gathering: Gathering) -> list[TouchState]:
    return [touch.state for touch in plan_for(s, gathering).touches]


class TestPhaseOf:
    def test_goes_from_before_to_over(self) -> None:
        gathering = event(-1)
        instants = [NOW, gathering.starts_at, gathering.ends_at, gathering.ends_at + timedelta(days=2)]

        phases = [phase_of(gathering, as_of=instant) for instant in instants]

        assert phases == list(EventPhase)


class TestPlanFor:
    def test_has_a_touch_before_during_and_after(self) -> None:
        gathering = event(-6, sessions=(Session("Pricing", "breakout"),))

        plan = plan_for(situation(gatherings=(gathering,)), gathering)

        before, during, after = plan.touches
        assert [touch.action for touch in plan.touches] == [
            Action.EVENT_BEFORE,
            Action.EVENT_DURING,
            Action.EVENT_AFTER,
        ]
        assert [touch.state for touch in plan.touches] == [TouchState.NOW, TouchState.AHEAD, TouchState.AHEAD]
        assert before.window.closes_at == gathering.starts_at
        assert "Pricing" in during.text
        assert during.window.closes_at == gathering.ends_at
        assert after.window.closes_at == gathering.ends_at + timedelta(hours=48)

    def test_is_ahead_as_a_whole_while_the_event_is_far(self) -> None:
        gathering = event(-40)

        assert states(situation(gatherings=(gathering,)), gathering) == [TouchState.AHEAD] * 3

    def test_knows_which_word_was_the_one_ahead(self) -> None:
        gathering, word = event(-6), sent(1, event_id="dataconf")

        before, *_ = plan_for(situation(word, gatherings=(gathering,)), gathering).touches

        assert (before.state, before.done_by) == (TouchState.DONE, word)

    def test_leaves_the_talk_open_until_the_event_ends(self) -> None:
        gathering = event(0.3, hours=24)
        talk = talked(0.1, kind=Kind.EVENT, minutes=20, signals=GOOD)

        before, during, after = plan_for(situation(talk, gatherings=(gathering,)), gathering).touches

        assert (before.state, during.state, after.state) == (TouchState.SKIPPED, TouchState.NOW, TouchState.AHEAD)
        assert during.done_by == talk
        assert after.ask_size is AskSize.SHORT_CALL

    def test_ends_with_the_word_after_it(self) -> None:
        gathering = event(2, hours=8)
        talk = talked(1.9, kind=Kind.EVENT, minutes=20, signals=GOOD)
        word = sent(1)

        touches = plan_for(situation(talk, word, gatherings=(gathering,)), gathering).touches

        assert [touch.state for touch in touches[1:]] == [TouchState.DONE, TouchState.DONE]
        assert touches[2].done_by == word

    def test_says_why_somebody_is_left_in_peace(self) -> None:
        gathering = event(-3)
        talk = talked(20, signals=BAD)

        plan = plan_for(situation(talk, sent(19, expects_reply=False), gatherings=(gathering,)), gathering)

        assert plan.held_back is not None
        assert plan.held_back.rule == "signals.disinterested"
        assert TouchState.NOW not in [touch.state for touch in plan.touches]
