import pytest

from comity.coach import gatherings
from comity.coach.history import Touch
from comity.coach.words import Kind
from tests.coach.plain import event, sent, talked


class TestIsAbout:
    @pytest.mark.parametrize(
        ("touch", "about"),
        [
            (sent(1, event_id="dataconf"), True),
            (sent(1, text="See you at dataconf?"), True),
            (sent(1, text="The dataconference is far"), False),
            (sent(1), False),
        ],
    )
    def test_goes_by_the_event_or_its_name_as_a_word(self, touch: Touch, *, about: bool) -> None:
        assert gatherings.is_about(touch, event(-6)) is about


class TestTalkedThere:
    def test_counts_talks_at_the_time_of_the_event(self) -> None:
        dataconf = event(1.1)

        assert gatherings.talked_there(talked(1, kind=Kind.EVENT), dataconf)
        assert gatherings.talked_there(talked(1, text="Met at DataConf"), dataconf)
        assert not gatherings.talked_there(talked(1), dataconf)

    def test_counts_no_call_that_names_it_before(self) -> None:
        dataconf = event(-6)

        assert not gatherings.talked_there(talked(1, text="We both go to DataConf"), dataconf)
        assert gatherings.talked_there(talked(1, kind=Kind.MEETING, event_id="dataconf"), dataconf)
