from comity.coach.rules import contact
from tests.coach.plain import sam, situation


class TestDoNot:
    def test_holds_where_it_is_set(self) -> None:
        assert contact.do_not(situation(person=sam(do_not_contact=True))) is not None

    def test_is_silent_else(self) -> None:
        assert contact.do_not(situation()) is None
