from datetime import timedelta

import pytest

from comity.coach.history import Birthday, Occasion, PlaceCalendar, Touch
from comity.coach.rules import easy_win
from comity.coach.words import Action, AskSize, Kind, OccasionKind, Purpose
from tests.coach.plain import GOOD, NOW, TODAY, ago, day, event, sam, sent, situation, talked


class TestOccasion:
    def test_congratulates_on_a_new_job_for_a_fortnight(self) -> None:
        found = easy_win.occasion(situation(person=sam(job_started_on=day(11))))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.CONGRATULATE
        assert easy_win.occasion(situation(person=sam(job_started_on=day(15)))) is None

    @pytest.mark.parametrize("kind", OccasionKind)
    def test_congratulates_on_every_kind_of_occasion(self, kind: OccasionKind) -> None:
        assert easy_win.occasion(situation(person=sam(occasions=(Occasion(kind, day(3)),)))) is not None

    def test_opens_on_the_birthday_itself(self) -> None:
        found = easy_win.occasion(situation(person=sam(birthday=Birthday(3, 12))))

        assert found is not None
        assert found.step is not None
        assert found.step.opens_at is not None
        assert found.step.opens_at.date() == TODAY + timedelta(days=2)

    def test_speaks_of_a_birthday_in_the_tense_that_fits(self) -> None:
        ahead, past = (
            easy_win.occasion(situation(person=sam(birthday=Birthday(3, day_of_march)))) for day_of_march in (12, 8)
        )

        assert ahead is not None
        assert past is not None
        assert ahead.text.startswith("Sam has a birthday on 12 March.")
        assert past.text.startswith("Sam had a birthday on 8 March.")

    def test_is_silent_four_days_before_a_birthday(self) -> None:
        assert easy_win.occasion(situation(person=sam(birthday=Birthday(3, 14)))) is None

    def test_keeps_a_leap_day_on_the_first_of_march(self) -> None:
        s = situation(person=sam(birthday=Birthday(2, 29)))

        assert easy_win.occasion(s) is None  # 1 March is nine days ago

    def test_congratulates_once(self) -> None:
        done = sent(2, purpose=Purpose.CONGRATULATION)

        assert easy_win.occasion(situation(done, person=sam(job_started_on=day(11)))) is None


class TestEvent:
    def test_sends_a_word_ahead(self) -> None:
        found = easy_win.event(situation(gatherings=(event(-6),)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.closes_at) == (Action.EVENT_BEFORE, ago(-6))

    def test_has_no_word_ahead_for_far_events(self) -> None:
        assert easy_win.event(situation(gatherings=(event(-15),))) is None

    @pytest.mark.parametrize("touch", [sent(1, event_id="dataconf"), sent(1, text="See you at dataconf?")])
    def test_is_done_with_a_word_about_it(self, touch: Touch) -> None:
        assert easy_win.event(situation(touch, gatherings=(event(-6),))) is None

    def test_looks_for_them_while_it_lasts(self) -> None:
        found = easy_win.event(situation(gatherings=(event(0.1),)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.EVENT_DURING

    def test_thanks_for_a_talk_there(self) -> None:
        talk = talked(1, kind=Kind.EVENT, signals=GOOD)

        found = easy_win.event(situation(talk, gatherings=(event(1.1),)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.EVENT_AFTER, AskSize.SHORT_CALL)

    def test_writes_after_it_without_an_ask_where_nobody_talked(self) -> None:
        found = easy_win.event(situation(gatherings=(event(1.5),)))

        assert found is not None
        assert found.step is not None
        assert (found.step.action, found.step.ask_size) == (Action.EVENT_AFTER, AskSize.NONE)

    def test_is_over_after_a_word_or_two_days(self) -> None:
        assert easy_win.event(situation(sent(0.5), gatherings=(event(1.5),))) is None
        assert easy_win.event(situation(gatherings=(event(2.5),))) is None

    def test_leaves_those_out_who_are_no_key_people(self) -> None:
        assert easy_win.event(situation(gatherings=(event(-6, key=False),))) is None


class TestWhoWillBeThere:
    def test_asks_to_find_out(self) -> None:
        step = easy_win.who_will_be_there(event(-6), PlaceCalendar("UTC"), as_of=NOW)

        assert step is not None
        assert (step.action, step.obligation) == (Action.EVENT_BEFORE, False)
        assert step.reasons[0].rule == "easy-win.who-will-be-there"

    def test_is_silent_for_far_and_past_events(self) -> None:
        assert easy_win.who_will_be_there(event(-15), PlaceCalendar("UTC"), as_of=NOW) is None
        assert easy_win.who_will_be_there(event(0.1), PlaceCalendar("UTC"), as_of=NOW) is None
