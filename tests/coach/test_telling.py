from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.coach import telling
from comity.coach.changes import next_instant
from comity.coach.choose import choose_in
from comity.coach.history import Birthday, Circumstances, History
from comity.coach.situation import Situation, situate
from comity.coach.step import NextStep
from comity.coach.windows import PAUSES
from comity.coach.words import Party
from tests.coach.histories import NOW, circumstances, histories
from tests.coach.plain import ago, day, promised, sam, sent, situation, talked

MONDAY = date(2026, 3, 9)
FRIDAY = date(2026, 3, 13)


class TestSaid:
    @pytest.mark.parametrize(
        ("way", "on_monday", "on_friday"),
        [
            ("on", "9 March", "9 March"),
            ("ago", "today", "four days ago"),
            ("days", "No days", "Four days"),
            ("is", "is", "was"),
            ("has", "has", "had"),
        ],
    )
    def test_goes_by_the_day_it_is_read(self, way: str, on_monday: str, on_friday: str) -> None:
        assert telling.said(way, MONDAY, MONDAY) == on_monday
        assert telling.said(way, MONDAY, FRIDAY) == on_friday


class TestTold:
    def test_says_what_was_marked(self) -> None:
        text = f"You wrote {telling.marked('ago', MONDAY)}, on {telling.marked('on', MONDAY)}."

        assert telling.told(text, FRIDAY) == "You wrote four days ago, on 9 March."

    @pytest.mark.parametrize("theirs", ["\ue000ago 2026-99-99\ue001", "\ue000x 2026-03-09\ue001", "\ue000", "plain"])
    def test_leaves_what_only_looks_like_a_mark(self, theirs: str) -> None:
        assert telling.told(theirs, FRIDAY) == theirs


class TestStepTold:
    @pytest.mark.parametrize(
        "then",
        [
            situation(talked(1)),
            situation(sent(2)),
            situation(sent(20)),
            situation(talked(80)),
            situation(sent(40), sent(30)),
            situation(promises=(promised(Party.ME, made=9, due=0),)),
            situation(person=sam(birthday=Birthday(3, 11))),
            situation(person=sam(job_started_on=day(3))),
        ],
    )
    def test_reads_as_if_it_were_chosen_on_that_day(self, then: Situation) -> None:
        kept = choose_in(replace(then, tells_later=True))
        chosen = choose_in(then)

        read = telling.step_told(kept, then.today)

        assert read.reasons == chosen.reasons
        assert read.cautions == chosen.cautions
        assert read.alternatives == chosen.alternatives

    def test_reads_right_a_week_later(self) -> None:
        kept = choose_in(replace(situation(talked(80)), tells_later=True))

        read = telling.step_told(kept, ago(-7).date())

        assert read.reasons[0].text.startswith("87 days since")

    @given(histories(), circumstances(), st.integers(1, 500))
    @settings(max_examples=60, deadline=None)
    def test_reads_until_the_next_change_as_if_it_were_chosen_then(
        self, history: History, around: Circumstances, hours: int
    ) -> None:
        s = situate(history, around, as_of=NOW)
        kept = choose_in(replace(s, tells_later=True))
        at = min(NOW + timedelta(hours=hours), (next_instant(s) or NOW + timedelta(days=999)) - timedelta(seconds=1))
        if kept.action in {None, *PAUSES} or at < NOW:
            return  # it is not shown, or it changes at once

        later = situate(history, around, as_of=at)

        assert texts(telling.step_told(kept, later.today)) == texts(choose_in(later))


def texts(step: NextStep) -> list[str]:
    """Return what a step says, save what goes by the hour."""
    return [one.text for one in (*step.reasons, *step.cautions) if one.rule not in {"timing.hours", "timing.holiday"}]
