import pytest

from comity.coach.history import Touch
from comity.coach.insights.hit_rates import ShownStep, StepOutcome, hit_rates, outcome_of
from comity.coach.words import Action, Party, PromiseStatus, Purpose, StepFate
from tests.coach.insights.pasts import past
from tests.coach.plain import ago, got, promised, sent, talked

RULE = "silence.follow-up-once"


def shown(days_ago: float = 40, *, action: Action = Action.FOLLOW_UP, **given: object) -> ShownStep:
    return ShownStep("step", "sam", action, RULE, ago(days_ago), 0.3, **given)  # type: ignore[arg-type]


def done(days_ago: float = 39) -> ShownStep:
    return shown(fate=StepFate.DONE, decided_at=ago(days_ago), interaction_id="deed")


class TestOutcomeOf:
    def test_follows_what_was_done_to_its_answer(self) -> None:
        outcome = outcome_of(done(), past(sent(39, id="deed"), got(35)))

        assert (outcome.fate, outcome.answered, outcome.rose) == (StepFate.DONE, True, True)

    def test_knows_a_silence_from_an_early_day(self) -> None:
        assert outcome_of(done(), past(sent(39, id="deed"))).answered is False
        assert outcome_of(done(3), past(sent(3, id="deed"))).answered is None

    def test_forgets_an_answer_that_was_taken_out_of_the_log(self) -> None:
        assert outcome_of(done(), past()).answered is None

    @pytest.mark.parametrize(
        ("touch", "fate"),
        [
            (sent(38), StepFate.DONE),
            (sent(38, purpose=Purpose.FOLLOW_UP), StepFate.DONE),
            (sent(38, purpose=Purpose.SHARE), StepFate.OTHER),
            (talked(38), StepFate.OTHER),
            (got(38), StepFate.PASSED_OVER),
            (sent(41), StepFate.PASSED_OVER),
            (sent(20), StepFate.PASSED_OVER),
        ],
    )
    def test_reads_in_the_log_what_nobody_decided(self, touch: Touch, fate: StepFate) -> None:
        assert outcome_of(shown(), past(touch)).fate is fate

    def test_takes_its_time(self) -> None:
        assert outcome_of(shown(5), past()).fate is StepFate.OPEN

    def test_sees_a_promise_kept_by_hand(self) -> None:
        kept = promised(Party.ME, made=50, status=PromiseStatus.KEPT, resolved_at=ago(38))

        outcome = outcome_of(shown(action=Action.DELIVER_PROMISE), past(promises=(kept,)))

        assert outcome.fate is StepFate.DONE

    def test_believes_a_decision(self) -> None:
        outcome = outcome_of(shown(fate=StepFate.DISMISSED, decided_at=ago(39)), past(sent(38)))

        assert outcome.fate is StepFate.DISMISSED


class TestHitRates:
    def test_tell_recommended_from_done_from_answered(self) -> None:
        outcomes = [
            StepOutcome(RULE, StepFate.DONE, 0.2, answered=True, rose=True),
            StepOutcome(RULE, StepFate.DONE, 0.4, answered=False, rose=False),
            StepOutcome(RULE, StepFate.SNOOZED, 0.9),
            StepOutcome(RULE, StepFate.OPEN, 0.9),
            StepOutcome("warmth.cooling", StepFate.OTHER),
        ]

        first, second = hit_rates(outcomes)

        assert (first.rule, first.shown, second.rule) == (RULE, 4, "warmth.cooling")
        assert (first.done.count, first.done.of) == (2, 3)
        assert (first.answered.count, first.answered.of) == (1, 2)
        assert first.expected == pytest.approx(0.3)
        assert (first.rose.count, first.rose.of) == (1, 2)
