from datetime import timedelta
from math import exp, log

import pytest

from comity.coach.history import Background, Owner
from comity.coach.rank import Candidate, index, is_newcomer, ranking, todays, value
from comity.coach.step import NextStep, Reason, Window
from comity.coach.words import Action, AskSize
from tests.coach.plain import NOW, ago, day, goal, sam, sent, situation, talked

MIDNIGHT = NOW.replace(hour=0) + timedelta(days=1)


def candidate(name: str, worth: float = 1.0, *, newcomer: bool = False, opens: float = 0, **given: object) -> Candidate:
    values = {"action": Action.RECONNECT, "window": Window(ago(-opens), None, "UTC"), **given}
    step = NextStep(ask_size=AskSize.NONE, max_ask=AskSize.NONE, reasons=(Reason("a.rule", ""),), **values)  # type: ignore[arg-type]
    return Candidate(step, name, worth, newcomer)


def names(found: list[Candidate]) -> list[str]:
    return [one.contact_id for one in found]


class TestValue:
    def test_begins_with_importance(self) -> None:
        assert value(sam(importance=4), (), Background(), as_of=NOW) == 4

    def test_adds_what_makes_a_tie_worth_more(self) -> None:
        person = sam(schools=("Delft",), connected_on=day(5))

        assert value(person, [goal()], Background(schools=("delft",)), as_of=NOW) == 3 * 1.5 + 1 + 1

    def test_forgets_a_connection_after_a_month(self) -> None:
        assert value(sam(connected_on=day(31)), (), Background(), as_of=NOW) == 3


class TestIndex:
    def test_has_the_closed_form(self) -> None:
        relationship = situation(talked(30)).relationship
        span, x = 30 / log(2), log(2)

        expected = 3 * relationship.responsiveness.mean * span * (1 - exp(-x) * (1 + x))
        assert index(relationship, value=3) == pytest.approx(expected)

    def test_takes_who_was_never_in_exchange_as_one_span_away(self) -> None:
        relationship = situation().relationship

        expected = 3 * 0.25 * (14 / log(2)) * (1 - 2 / exp(1))
        assert index(relationship, value=3) == pytest.approx(expected)

    def test_grows_while_nothing_happens(self) -> None:
        assert index(situation(talked(40)).relationship, value=3) > index(situation(talked(20)).relationship, value=3)


class TestRanking:
    def test_holds_what_does_not_move_with_the_clock(self) -> None:
        found = ranking(situation(talked(30)).relationship, value=3)

        assert found.last_day == pytest.approx((ago(30).timestamp()) / 86400)
        assert ranking(situation().relationship, value=3).last_day is None

    def test_counts_what_a_third_touch_risks(self) -> None:
        silent = situation(talked(200), sent(60), sent(40)).relationship
        chance = silent.responsiveness.mean

        careless, wary = (ranking(silent, value=3, closing_rate=rate).ceiling for rate in (0.0, 0.1))

        assert wary == pytest.approx(careless * (chance - 0.3) / chance)
        assert ranking(silent, value=3, closing_rate=0.5).ceiling == 0

    def test_counts_no_risk_of_a_second_touch(self) -> None:
        once = situation(talked(200), sent(40)).relationship

        assert ranking(once, value=3, closing_rate=0.5) == ranking(once, value=3, closing_rate=0.0)


class TestTodays:
    def test_puts_obligations_first_by_due_date_and_never_cuts_them(self) -> None:
        owed = [candidate(str(n), obligation=True, due_at=ago(n)) for n in range(7)]

        assert names(todays([candidate("wish"), *owed], room=5, until=MIDNIGHT)) == ["6", "5", "4", "3", "2", "1", "0"]

    def test_fills_the_room_with_what_is_worth_most(self) -> None:
        ranked = [candidate("low", 1), candidate("high", 3), candidate("middle", 2)]

        assert names(todays(ranked, room=2, until=MIDNIGHT)) == ["high", "middle"]

    def test_takes_two_newcomers_a_day(self) -> None:
        new = [candidate(f"new {n}", 9 - n, newcomer=True) for n in range(3)]

        assert names(todays([*new, candidate("known")], room=5, until=MIDNIGHT)) == ["new 0", "new 1", "known"]

    def test_leaves_out_pauses_and_what_opens_later(self) -> None:
        pauses = [candidate("wait", action=Action.WAIT), candidate("rest", action=Action.LET_GO)]

        assert todays([*pauses, candidate("tomorrow", opens=1)], room=5, until=MIDNIGHT) == []


class TestIsNewcomer:
    def test_is_nobody_in_exchange_or_connected(self) -> None:
        assert is_newcomer(situation().relationship, sam())
        assert not is_newcomer(situation().relationship, sam(connected_on=day(400)))
        assert not is_newcomer(situation(talked(30)).relationship, sam())
        assert Owner().timezone == "UTC"
