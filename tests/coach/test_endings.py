from comity.coach.endings import if_good_signs_come, if_they_do_not
from comity.coach.words import Action, AskOutcome, AskSize, Kind, Seniority
from tests.coach.plain import GOOD, busy, day, goal, rapport, sam, sent, situation, talked


class TestIfGoodSignsCome:
    def test_proposes_a_call_below_rapport(self) -> None:
        ending = if_good_signs_come(situation(talked(3, signals=GOOD)))

        assert (ending.ask_size, ending.action) == (AskSize.SHORT_CALL, Action.PROPOSE_CALL)

    def test_proposes_a_coffee_from_rapport_on(self) -> None:
        ending = if_good_signs_come(situation(*rapport()))

        assert (ending.ask_size, ending.action) == (AskSize.MEETING, Action.PROPOSE_MEETING)

    def test_serves_a_goal_as_far_as_trust_reaches(self) -> None:
        allowed = if_good_signs_come(situation(*rapport(), goals=[goal(AskSize.INTRODUCTION)]))
        too_much = if_good_signs_come(situation(*rapport(), goals=[goal(AskSize.REFERRAL)]))

        assert (allowed.ask_size, allowed.goal is not None) == (AskSize.INTRODUCTION, True)
        assert (too_much.ask_size, too_much.goal) == (AskSize.MEETING, None)

    def test_never_goes_above_what_trust_allows_now(self) -> None:
        ending = if_good_signs_come(situation(person=sam(seniority=Seniority.EXECUTIVE)))

        assert ending.ask_size is AskSize.NONE
        assert "invites you" in ending.text

    def test_asks_no_more_after_a_recent_no(self) -> None:
        no = sent(20, ask_size=AskSize.SHORT_CALL, ask_outcome=AskOutcome.DECLINED)

        ending = if_good_signs_come(situation(talked(40, signals=GOOD), no))

        assert ending.ask_size < AskSize.SHORT_CALL

    def test_gives_instead_while_asks_wait(self) -> None:
        person = sam(busy_periods=(busy(3, -10),), needs=("a data engineer",))

        ending = if_good_signs_come(situation(*rapport(), person=person))

        assert ending.ask_size is AskSize.NONE
        assert "a data engineer" in ending.text

    def test_asks_nothing_of_whom_the_owner_leaves_alone(self) -> None:
        assert if_good_signs_come(situation(*rapport(), person=sam(do_not_contact=True))).ask_size is AskSize.NONE

    def test_counts_the_talk_itself_as_the_end_of_a_silence(self) -> None:
        silent = (*rapport(), sent(60), sent(40))
        planned = talked(-1, kind=Kind.MEETING)

        assert if_good_signs_come(situation(*silent, planned)).ask_size is AskSize.MEETING

    def test_keeps_a_new_job_free_of_asks(self) -> None:
        assert if_good_signs_come(situation(*rapport(), person=sam(job_started_on=day(5)))).ask_size is AskSize.NONE


class TestIfTheyDoNot:
    def test_asks_nothing_and_leaves_the_door_open(self) -> None:
        ending = if_they_do_not(situation(*rapport()))

        assert (ending.ask_size, ending.action) == (AskSize.NONE, None)
        assert "90 days" in ending.text
