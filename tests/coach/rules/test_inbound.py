from comity.coach.rules import inbound
from comity.coach.words import Action, AskSize, Purpose
from tests.coach.plain import got, sent, situation, talked


class TestReply:
    def test_answers_a_word_that_waits(self) -> None:
        found = inbound.reply(situation(got(3)))

        assert found is not None
        assert found.step is not None
        assert found.step.action is Action.REPLY

    def test_is_done_with_any_touch_or_talk_since(self) -> None:
        assert inbound.reply(situation(got(3), sent(2))) is None
        assert inbound.reply(situation(got(3), talked(2))) is None

    def test_leaves_a_word_alone_that_expects_nothing(self) -> None:
        assert inbound.reply(situation(got(3, expects_reply=False))) is None
        assert inbound.reply(situation(sent(5, purpose=Purpose.THANKS), got(3))) is None

    def test_lets_a_season_pass(self) -> None:
        assert inbound.reply(situation(got(89))) is not None
        assert inbound.reply(situation(got(90))) is None

    def test_makes_no_debt_of_an_imported_mailbox(self) -> None:
        written = sent(40, imported=True)

        assert inbound.reply(situation(written, got(20, imported=True))) is None
        assert inbound.reply(situation(got(5, imported=True))) is None
        assert inbound.reply(situation(written, got(5, imported=True))) is not None


class TestAsk:
    def test_answers_by_the_same_ladder(self) -> None:
        small = inbound.ask(situation(got(3, ask_size=AskSize.SHORT_CALL)))
        large = inbound.ask(situation(got(3, ask_size=AskSize.REFERRAL)))

        assert small is not None
        assert large is not None
        assert "grant it" in small.text
        assert "more than the two of you have built" in large.text

    def test_is_silent_where_nothing_was_asked(self) -> None:
        assert inbound.ask(situation(got(3))) is None

    def test_finds_the_ask_in_any_word_that_waits(self) -> None:
        assert inbound.ask(situation(got(5, ask_size=AskSize.INTRODUCTION), got(4))) is not None
