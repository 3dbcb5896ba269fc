"""Laws that hold for every history."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from comity.coach.changes import next_instant
from comity.coach.choose import choose, choose_in
from comity.coach.decide import presses
from comity.coach.history import Circumstances, History, Owner, Touch
from comity.coach.relationship import fold
from comity.coach.situation import situate
from comity.coach.step import NextStep
from comity.coach.words import Action, AskSize, Direction, Kind
from tests.coach.histories import NOW, circumstances, histories, past_moments, touches

OWNER = Owner()
wants = st.none() | st.sampled_from(AskSize)


def essence(step: NextStep) -> tuple[object, ...]:
    """What of a step may not change unnoticed; numbers, texts and windows move with the clock."""
    return step.action, step.ask_size, step.obligation, step.reasons[0].rule


class TestFold:
    @given(histories(), st.randoms(use_true_random=False))
    def test_gives_the_same_for_the_same_log_in_any_order(self, history: History, chance: Random) -> None:
        shuffled = list(history.touches)
        chance.shuffle(shuffled)

        again = fold(replace(history, touches=tuple(shuffled)), owner=OWNER, as_of=NOW)

        assert again == fold(history, owner=OWNER, as_of=NOW)

    @given(histories())
    def test_never_looks_ahead(self, history: History) -> None:
        known = replace(
            history,
            touches=tuple(touch for touch in history.touches if touch.occurred_at <= NOW),
            promises=tuple(promise for promise in history.promises if promise.made_at <= NOW),
        )

        assert fold(history, owner=OWNER, as_of=NOW) == fold(known, owner=OWNER, as_of=NOW)

    @given(histories(at=past_moments), st.sampled_from([Kind.EMAIL, Kind.MESSAGE]))
    def test_allows_no_larger_ask_after_one_more_unanswered_touch(self, history: History, kind: Kind) -> None:
        moment = NOW + timedelta(minutes=1)  # after every word of theirs
        before = fold(history, owner=OWNER, as_of=moment)
        assume(not before.owed)  # an answer to their word is no unanswered touch
        unanswered = Touch("new", moment, kind, Direction.OUTBOUND)

        after = fold(replace(history, touches=(*history.touches, unanswered)), owner=OWNER, as_of=moment)

        assert after.max_ask <= before.max_ask

    @given(histories())
    def test_keeps_its_numbers_in_their_ranges(self, history: History) -> None:
        relationship = fold(history, owner=OWNER, as_of=NOW)

        assert 0 <= relationship.warmth <= 1
        assert -3 <= relationship.momentum <= 3
        chance = relationship.responsiveness
        assert 0 < chance.low <= chance.mean <= chance.high < 1


class TestChoose:
    @given(histories(), circumstances(), wants)
    def test_never_recommends_anything_where_contact_is_not_wanted(
        self, history: History, around: Circumstances, want: AskSize | None
    ) -> None:
        alone = replace(history, person=replace(history.person, do_not_contact=True))

        step = choose(alone, around, as_of=NOW, want=want)

        assert (step.action, step.alternatives, step.reasons[0].rule) == (None, (), "contact.do-not")

    @given(histories(), circumstances(), wants)
    def test_asks_no_more_than_trust_allows(
        self, history: History, around: Circumstances, want: AskSize | None
    ) -> None:
        step = choose(history, around, as_of=NOW, want=want)

        if step.action is not Action.REQUEST_INTRODUCTION:
            assert step.ask_size <= step.max_ask

    @given(histories(), circumstances(), wants)
    def test_names_each_rule_once_and_opens_no_window_in_the_past(
        self, history: History, around: Circumstances, want: AskSize | None
    ) -> None:
        step = choose(history, around, as_of=NOW, want=want)

        rules = [reason.rule for reason in (*step.reasons, *step.cautions)]
        assert len(rules) == len(set(rules))
        assert step.window is not None
        assert step.window.opens_at >= NOW
        assert step.window.closes_at is not None
        assert step.window.closes_at >= step.window.opens_at


class TestPresses:
    @given(histories(), circumstances(), wants)
    def test_holds_wherever_a_step_is_owed_or_an_occasion_stands(
        self, history: History, around: Circumstances, want: AskSize | None
    ) -> None:
        situation = situate(history, around, as_of=NOW, want=want)
        step = choose_in(situation)

        if step.obligation or step.action is Action.CONGRATULATE:
            assert presses(situation)


class TestNextInstant:
    @given(histories(), circumstances(), st.floats(0, 0.999))
    def test_comes_no_later_than_the_step_changes(self, history: History, around: Circumstances, share: float) -> None:
        situation = situate(history, around, as_of=NOW)
        instant = next_instant(situation) or NOW + timedelta(days=400)

        later = choose(history, around, as_of=NOW + share * (instant - NOW))

        assert essence(later) == essence(choose_in(situation))

    @given(histories(), circumstances(), touches(at=past_moments))
    def test_lies_ahead(self, history: History, around: Circumstances, touch: Touch) -> None:
        longer = replace(history, touches=(*history.touches, touch))

        instant = next_instant(situate(longer, around, as_of=NOW))

        assert instant is None or instant > NOW
