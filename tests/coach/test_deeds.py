import pytest

from comity.coach.deeds import does
from comity.coach.history import Touch
from comity.coach.words import Action, Direction, Kind, Purpose
from tests.coach.plain import got, sent, talked, touch


class TestDoes:
    @pytest.mark.parametrize(
        ("action", "deed"),
        [
            (Action.THANK, sent(1, purpose=Purpose.THANKS)),
            (Action.THANK, sent(1)),
            (Action.REPLY, sent(1, purpose=Purpose.SHARE)),
            (Action.PROPOSE_CALL, talked(1)),
        ],
    )
    def test_knows_the_deed(self, action: Action, deed: Touch) -> None:
        assert does(action, deed)

    @pytest.mark.parametrize(
        ("action", "deed"),
        [
            (Action.THANK, sent(1, purpose=Purpose.ASK)),
            (Action.THANK, got(1)),
            (Action.THANK, talked(1)),
            (Action.REPLY, touch(1, Kind.NOTE, Direction.OUTBOUND)),
            (Action.ASSESS, sent(1)),
        ],
    )
    def test_knows_what_is_none(self, action: Action, deed: Touch) -> None:
        assert not does(action, deed)
