from datetime import UTC, datetime

from comity.coach.choose import choose, choose_in
from comity.coach.history import PlaceCalendar
from comity.coach.words import Action, AskSize, Channel, Party, Purpose, Seniority, Urgency
from tests.coach.plain import (
    BAD,
    GOOD,
    NOW,
    ago,
    busy,
    connector,
    day,
    event,
    goal,
    got,
    promised,
    rapport,
    sam,
    sent,
    situation,
    talked,
)


class TestChooseIn:
    def test_puts_obligations_before_wishes(self) -> None:
        log = (*rapport(), got(2, expects_reply=True))
        step = choose_in(situation(*log, promises=(promised(Party.ME, made=9),), want=AskSize.MEETING))

        assert (step.action, step.ask_size, step.obligation) == (Action.DELIVER_PROMISE, AskSize.NONE, True)
        assert [other.action for other in step.alternatives][:1] == [Action.REPLY]
        assert "inbound.reply" in {caution.rule for caution in step.cautions}

    def test_lets_want_stand_for_a_goal(self) -> None:
        step = choose_in(situation(*rapport(), goals=[goal(AskSize.INTRODUCTION)], want=AskSize.MEETING))

        assert (step.action, step.goal_id) == (Action.PROPOSE_MEETING, None)
        assert [rung.ask_size for rung in step.path][-1] is AskSize.MEETING

    def test_rests_with_who_is_silent_save_for_an_occasion(self) -> None:
        silent = (sent(60), sent(40))
        happy = sam(job_started_on=day(3))

        assert choose_in(situation(*silent, want=AskSize.QUESTION)).action is Action.LET_GO
        assert choose_in(situation(*silent, gatherings=(event(-6),))).action is Action.LET_GO
        assert choose_in(situation(*silent, person=happy)).action is Action.CONGRATULATE

    def test_rests_with_who_showed_no_interest_also_on_occasions(self) -> None:
        step = choose_in(
            situation(talked(20, signals=BAD), sent(19, purpose=Purpose.THANKS), person=sam(job_started_on=day(3)))
        )

        assert (step.action, step.reasons[0].rule) == (Action.WAIT, "signals.disinterested")

    def test_keeps_still_while_a_talk_is_planned(self) -> None:
        step = choose_in(situation(*rapport(), talked(-10), want=AskSize.MEETING))

        assert (step.action, step.window and step.window.opens_at) == (Action.WAIT, ago(-7))

    def test_postpones_what_is_nothing_but_an_ask(self) -> None:
        step = choose_in(situation(*rapport(), person=sam(busy_periods=(busy(3, -3),)), want=AskSize.MEETING))

        assert (step.action, step.reasons[0].rule) == (Action.WAIT, "timing.busy-season")
        assert step.window is not None
        assert step.window.opens_at == datetime(2026, 3, 14, tzinfo=UTC)
        later = step.alternatives[0]
        assert later.action is Action.PROPOSE_MEETING
        assert later.window is not None
        assert later.window.opens_at == datetime(2026, 3, 16, 9, tzinfo=UTC)  # the 14th is a Saturday

    def test_takes_the_ask_out_of_other_steps(self) -> None:
        step = choose_in(situation(talked(1, signals=GOOD), person=sam(busy_periods=(busy(3, -3),))))

        assert (step.action, step.ask_size) == (Action.THANK, AskSize.NONE)

    def test_lets_an_urgent_goal_go_in_the_vacation(self) -> None:
        august = datetime(2026, 8, 11, 9, tzinfo=UTC)
        log = [talked(-80, signals=GOOD), talked(-150, signals=GOOD), sent(-151, expects_reply=False)]
        for urgency, action in ((Urgency.HIGH, Action.MAKE_ASK), (Urgency.NORMAL, Action.WAIT)):
            s = situation(*log, calendar=PlaceCalendar("UTC", "FR"), goals=[goal(urgency=urgency)])

            step = choose(s.history, s.circumstances, as_of=august)

            assert step.action is action
            assert "timing.vacation" in {reason.rule for reason in (*step.reasons, *step.cautions)}

    def test_counts_the_connectors_timing_and_zone(self) -> None:
        chief = sam(seniority=Seniority.EXECUTIVE)
        free = choose_in(situation(person=chief, connectors=[connector(*rapport())], want=AskSize.SHORT_CALL))
        taken = connector(*rapport(), busy_periods=(busy(3, -3),))
        held = choose_in(situation(person=chief, connectors=[taken], want=AskSize.SHORT_CALL))

        assert (free.action, free.via and free.via.full_name) == (Action.REQUEST_INTRODUCTION, "Ben Ito")
        assert (held.action, held.alternatives[0].action) == (Action.WAIT, Action.REQUEST_INTRODUCTION)

    def test_gives_each_message_a_channel_and_a_brief(self) -> None:
        step = choose_in(situation(sent(9, ask_size=AskSize.SHORT_CALL), promises=(promised(Party.THEM, made=9),)))

        assert (step.action, step.channel, step.ask_size) == (Action.FOLLOW_UP, Channel.EMAIL, AskSize.SHORT_CALL)
        assert step.message_brief is not None
        assert step.message_brief.sentences_at_most == 3
        assert step.message_brief.open_promises == ("Sam: send the article",)
        assert step.reply_probability is not None

    def test_names_the_wait_until_something_changes(self) -> None:
        step = choose_in(situation(talked(10), sent(9, expects_reply=False)))

        assert step.reasons[0].rule == "wait.nothing-due"
        assert step.window is not None
        assert (step.window.opens_at - NOW).days == 21  # a day before thirty days of silence the next touch may go

    def test_needs_no_look_ahead_for_a_list(self) -> None:
        step = choose_in(situation(talked(10), sent(9, expects_reply=False)), looks_ahead=False)

        assert step.action is Action.WAIT
