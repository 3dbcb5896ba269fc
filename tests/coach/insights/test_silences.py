from comity.coach.insights.silences import chased
from comity.coach.words import Purpose
from tests.coach.insights.pasts import past
from tests.coach.plain import goal, got, sam, sent


class TestChased:
    def test_counts_a_person_once_however_often_chased(self) -> None:
        (moment,) = chased(past(sent(90), sent(80), sent(70), sent(60)))

        assert moment.made
        assert moment.rule == "silence.stop"
        assert "two more words" in moment.text

    def test_credits_whoever_stopped_after_the_second(self) -> None:
        (moment,) = chased(past(sent(90), sent(80)))

        assert not moment.made

    def test_sees_nothing_in_one_silence(self) -> None:
        assert list(chased(past(sent(90)))) == []

    def test_forgets_the_row_when_they_answer(self) -> None:
        (moment,) = chased(past(sent(120), sent(110), got(100), sent(90), got(80), sent(70)))

        assert not moment.made

    def test_lets_a_new_start_be_one(self) -> None:
        rested = (sent(260), sent(250), sent(50))
        impatient = (sent(260), sent(250), sent(90))

        assert list(chased(past(*rested))) == []
        assert [moment.made for moment in chased(past(*impatient))] == [True]

    def test_lets_thanks_pass(self) -> None:
        (moment,) = chased(past(sent(90), sent(80), sent(70, purpose=Purpose.CONGRATULATION)))

        assert not moment.made

    def test_gives_the_benefit_of_the_doubt(self) -> None:
        answered = (sent(170), got(168), sent(160), got(158), sent(150), got(148))
        log = (*answered, sent(120), sent(110), sent(70))  # the short rest ended 35 days after the second

        named = chased(past(*log, person=sam(importance=5), goals=[goal()]))
        others = chased(past(*log, person=sam(importance=3)))

        assert [moment.made for moment in named] == [False]
        assert [moment.made for moment in others] == [True]
