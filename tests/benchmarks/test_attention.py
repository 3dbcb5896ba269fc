from datetime import timedelta

import pytest

from benchmarks.attention import FIRST_DAY, Coach, play
from benchmarks.attention_rivals import cadence, value_times_decay
from benchmarks.attention_world import APART_DAYS, Tie, World, upper_bound


def tie(**given: float) -> Tie:
    values = {"value": 1.0, "chance": 0.5, "scale": 35.0, "met": 0, **given}
    return Tie(0, **values)  # type: ignore[arg-type]


class TestTie:
    def test_fades_with_its_scale(self) -> None:
        assert tie(value=2).worth(35) == pytest.approx(2 / 2.718281828)

    def test_is_left_alone_for_some_days(self) -> None:
        touched = tie()
        touched.touched.append(10)

        assert not touched.is_free(10 + APART_DAYS - 1)
        assert touched.is_free(10 + APART_DAYS)


class TestWorld:
    def test_makes_a_tie_whole_where_they_answer(self) -> None:
        world = World(1, burns=0.0)
        one = max(world.ties, key=lambda found: found.chance)
        day = 0
        while not world.touch(one, day):
            day += APART_DAYS

        assert (one.met, one.unanswered) == (day, [])

    def test_burns_only_after_two_silences_within_the_memory(self) -> None:
        world = World(1, burns=1.0)
        silent, slow = world.ties[:2]
        silent.chance = slow.chance = 0.0

        for day in (0, 10):
            world.touch(silent, day)
            world.touch(slow, day)
        assert not silent.burned
        world.touch(silent, 20)
        world.touch(slow, 181)

        assert (silent.burned, silent.worth(20)) == (True, 0.0)
        assert not slow.burned


class TestUpperBound:
    def test_is_what_the_best_rhythm_gains_where_touches_are_plenty(self) -> None:
        one = tie(chance=1 - 1e-9)
        kept = 2.718281828 ** (-1 / 35)

        assert upper_bound([one]) == pytest.approx((1 - kept**APART_DAYS) / (1 - kept) / APART_DAYS, rel=1e-3)

    def test_is_above_what_plans_reach(self) -> None:
        for make in (lambda world: Coach(world, rests=False), value_times_decay):
            assert play(make, [1], burns=0.0, days=120).share < 1


class TestCoach:
    def test_keeps_the_rules_of_silence(self) -> None:
        world = World(1, burns=0.0)
        coach, one = Coach(world), min(world.ties, key=lambda found: found.value)
        assert coach.score(one, 0) is not None

        coach.learn(one, 0, answers=False)
        assert coach.score(one, 4) is None
        assert coach.score(one, 7) is not None
        coach.learn(one, 7, answers=False)

        assert coach.score(one, 7 + 14 + 179) is None
        assert coach.score(one, 7 + 14 + 180) is not None

    def test_learns_who_answers(self) -> None:
        world = World(1, burns=0.0)
        coach, one = Coach(world, rests=False), world.ties[0]
        before = coach.score(one, 200)

        coach.learn(one, 190, answers=False)

        assert before is not None
        assert (coach.score(one, 200) or 0) < before

    def test_learns_what_a_third_touch_costs(self) -> None:
        world = World(1, burns=0.0)
        coach = Coach(world, rests=False)
        watched, *others = [one for one in world.ties if one.met < 0][:12]
        for one in (watched, *others):
            for day in (0, 7):
                coach.learn(one, day, answers=False)
        before = coach.score(watched, 50)

        for one in others:
            one.burned = True
            coach.learn(one, 50, answers=False)

        assert (before or 0) > 0
        assert coach.score(watched, 100) == 0


class TestCadence:
    def test_waits_for_the_tiers_days(self) -> None:
        world = World(1, burns=0.0)
        best = max(world.ties, key=lambda found: found.value)
        plan = cadence(world, (14, 30, 90))

        best.met = 0
        assert plan.score(best, 13) is None
        assert plan.score(best, 14) is not None


def test_the_first_day_is_a_working_day() -> None:
    assert (FIRST_DAY + timedelta(0)).isoweekday() == 1
