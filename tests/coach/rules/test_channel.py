from comity.coach.history import History
from comity.coach.rules import channel
from comity.coach.words import Channel, Direction, Kind
from tests.coach.plain import NOW, got, sam, sent, talked, touch


class TestWhereTheyAnswer:
    def test_writes_where_they_wrote_last(self) -> None:
        answered = touch(5, Kind.MESSAGE, Direction.INBOUND, channel=Channel.LINKEDIN)

        assert channel.where_they_answer(History(sam(), (got(20), sent(6), answered)), NOW) is Channel.LINKEDIN

    def test_writes_no_message_by_telephone(self) -> None:
        assert channel.where_they_answer(History(sam(), (got(20), talked(5))), NOW) is Channel.EMAIL

    def test_begins_with_email_where_an_address_is_known(self) -> None:
        known = sam(channels=frozenset({Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE}))

        assert channel.where_they_answer(History(known), NOW) is Channel.EMAIL

    def test_begins_with_linkedin_else(self) -> None:
        assert channel.where_they_answer(History(sam(channels=frozenset({Channel.PHONE}))), NOW) is Channel.LINKEDIN

    def test_stays_with_a_channel_that_was_used(self) -> None:
        assert channel.where_they_answer(History(sam(), (sent(9),)), NOW) is Channel.EMAIL
