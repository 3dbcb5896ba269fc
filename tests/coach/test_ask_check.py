from comity.coach.ask_check import AskCheck, check_ask
from comity.coach.situation import Situation
from comity.coach.words import Action, AskSize, Party
from tests.coach.plain import NOW, busy, got, promised, rapport, sam, sent, situation, talked


def checked(s: Situation, size: AskSize) -> AskCheck:
    return check_ask(s.history, s.circumstances, as_of=NOW, ask_size=size)


class TestCheckAsk:
    def test_allows_what_trust_allows(self) -> None:
        check = checked(situation(*rapport()), AskSize.INTRODUCTION)

        assert (check.allowed, check.instead, check.unlocks) == (True, None, ())

    def test_offers_a_smaller_rung_and_says_what_opens_the_others(self) -> None:
        check = checked(situation(*rapport()), AskSize.REFERRAL)

        assert not check.allowed
        assert check.instead is not None
        assert (check.instead.action, check.instead.ask_size) == (Action.PROPOSE_MEETING, AskSize.MEETING)
        assert [unlock.ask_size for unlock in check.unlocks] == [AskSize.REFERRAL]
        assert "ask.too-soon" in {rule.rule for rule in check.rules}

    def test_counts_timing_rest_and_open_asks(self) -> None:
        in_season = situation(*rapport(), person=sam(busy_periods=(busy(3, -3),)))
        at_rest = situation(sent(60), sent(40))
        asked = situation(*rapport(), sent(8, ask_size=AskSize.MEETING))

        for s in (in_season, at_rest, asked):
            assert not checked(s, AskSize.QUESTION).allowed

    def test_counts_an_own_promise_but_not_a_thank_you(self) -> None:
        indebted = situation(*rapport(), promises=(promised(Party.ME, made=9),))

        assert not checked(indebted, AskSize.QUESTION).allowed
        assert checked(situation(talked(1)), AskSize.QUESTION).allowed
        assert checked(situation(*rapport(), got(1, expects_reply=True)), AskSize.QUESTION).allowed

    def test_allows_nothing_where_contact_is_not_wanted(self) -> None:
        check = checked(situation(person=sam(do_not_contact=True)), AskSize.NONE)

        assert (check.allowed, check.max_ask) == (False, AskSize.NONE)
