from comity.coach.rules import warmth
from comity.coach.words import Action, Purpose
from tests.coach.plain import day, sam, sent, situation, talked


class TestCooling:
    def test_shares_while_there_is_some_warmth_and_reconnects_below(self) -> None:
        cool = warmth.cooling(situation(talked(40)))
        cold = warmth.cooling(situation(talked(80)))

        assert cool is not None
        assert cold is not None
        assert cool.step is not None
        assert cold.step is not None
        assert (cool.step.action, cold.step.action) == (Action.SHARE_VALUE, Action.RECONNECT)

    def test_names_the_thing_to_share(self) -> None:
        needed = warmth.cooling(situation(talked(40), person=sam(needs=("a data engineer",))))
        liked = warmth.cooling(situation(talked(40), person=sam(interests=("sailing",))))

        assert needed is not None
        assert liked is not None
        assert "a data engineer" in needed.text
        assert "sailing" in liked.text

    def test_is_silent_after_a_touch_of_this_month(self) -> None:
        assert warmth.cooling(situation(talked(100), sent(29, purpose=Purpose.SHARE))) is None
        assert warmth.cooling(situation(talked(100), sent(30, purpose=Purpose.SHARE))) is not None

    def test_is_silent_where_the_two_met_lately_or_never(self) -> None:
        assert warmth.cooling(situation(person=sam(connected_on=day(29)))) is None
        assert warmth.cooling(situation()) is None

    def test_does_not_chase_a_mere_connection_for_warmth(self) -> None:
        person = sam(connected_on=day(500))

        assert warmth.cooling(situation(sent(400), sent(380), person=person)) is None
