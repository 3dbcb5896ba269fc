import pytest

from comity.coach.conversation_brief import accomplishments_for, brief_for, goals_for
from comity.coach.history import Background, Owner, Touch
from comity.coach.left_goals import left_open
from comity.coach.situation import Situation
from comity.coach.words import GoalOutcome, Kind, Party
from tests.coach.plain import NOW, goal, promised, sam, shared, situation, talked

LEFT = talked(20, goals=("Learn how they price",), goal_outcomes=(GoalOutcome.LEFT,))


def goals(s: Situation) -> tuple[str, ...]:
    return goals_for(s, left_open(s.history.touches, as_of=NOW))


class TestGoalsFor:
    def test_open_with_what_was_left(self) -> None:
        planned = talked(-1, kind=Kind.MEETING, goals=("Hear of the merger",))

        assert goals(situation(LEFT, planned)) == ("Learn how they price", "Hear of the merger")

    def test_never_push_out_what_is_planned(self) -> None:
        planned = talked(-1, kind=Kind.MEETING, goals=("Hear of the merger", "Say thank you"))

        assert goals(situation(LEFT, planned)) == ("Hear of the merger", "Say thank you")

    def test_say_a_goal_once(self) -> None:
        planned = talked(-1, kind=Kind.MEETING, goals=("learn how they price.",))

        assert goals(situation(LEFT, planned)) == ("learn how they price.",)

    def test_fill_up_with_what_the_owner_is_after_but_never_beyond_two(self) -> None:
        s = situation(LEFT, goals=[goal(), goal(id="other")])

        assert goals(s) == ("Learn how they price", "find a mentor")


class TestAccomplishmentsFor:
    def test_are_at_most_two_that_speak_to_them(self) -> None:
        mine = ("Ran a marathon", "Built a harbour pilot", "Raised a fund", "Taught pricing")
        owner = Owner(background=Background(accomplishments=mine))

        s = situation(person=sam(interests=("pricing",), company="Harbour Works"), owner=owner)

        assert accomplishments_for(s, ()) == ("Built a harbour pilot", "Taught pricing")
        assert accomplishments_for(situation(), ()) == ()


class TestBriefFor:
    @pytest.mark.parametrize(
        ("planned", "minutes"),
        [
            (talked(-1, kind=Kind.MEETING, minutes=None), 45),
            (talked(-1, kind=Kind.VIDEO_CALL, minutes=None), 15),
            (talked(-1, kind=Kind.CALL, minutes=25), 25),
        ],
    )
    def test_is_for_the_planned_talk(self, planned: Touch, minutes: int) -> None:
        brief = brief_for(situation(planned), shared=())

        assert (brief.planned, brief.minutes) == (planned, minutes)

    def test_can_be_asked_for_any_length(self) -> None:
        assert brief_for(situation(), shared=(), minutes=5).minutes == 5

    def test_has_the_open_promises_of_both(self) -> None:
        s = situation(promises=(promised(Party.THEM, made=5, id="a"), promised(Party.ME, made=5, id="b")))

        assert [state.promise.id for state in brief_for(s, shared=()).open_promises] == ["a", "b"]

    def test_weaves_accomplishments_in_after_common_ground(self) -> None:
        weave_in = brief_for(situation(), shared=[shared("Delft")]).weave_in

        assert "Delft" in weave_in
        assert "never to open with" in weave_in
