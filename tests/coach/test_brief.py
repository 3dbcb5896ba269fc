from comity.coach.brief import message_brief
from comity.coach.history import Background, Owner
from comity.coach.words import Action
from tests.coach.plain import goal, rapport, sam, situation


class TestMessageBrief:
    def test_is_short_and_modest_for_a_first_message(self) -> None:
        s = situation(goals=[goal()])

        brief = message_brief(s, Action.INTRODUCE_YOURSELF, to=s)

        assert brief is not None
        assert (brief.sentences_at_most, brief.goals) == (4, ("find a mentor",))
        assert "a pitch" in brief.leave_out

    def test_opens_with_what_both_share_else_with_curiosity(self) -> None:
        owner = Owner(background=Background(schools=("Delft",)))
        alike = situation(*rapport(), person=sam(schools=("Delft",)), owner=owner)
        other = situation(*rapport(), person=sam(interests=("sailing",)))

        shared, curious = (message_brief(s, Action.RECONNECT, to=s) for s in (alike, other))

        assert shared is not None
        assert curious is not None
        assert shared.open_with == "What you share: Delft."
        assert curious.open_with == "Your curiosity about sailing."

    def test_is_none_where_nothing_is_sent(self) -> None:
        s = situation()

        assert message_brief(s, Action.ASSESS, to=s) is None
