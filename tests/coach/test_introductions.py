import pytest

from comity.coach.history import Between, Circumstances, Connector, Owner, PlaceCalendar
from comity.coach.introductions import Found, disjoint, readiness, ways_to
from comity.coach.relationship import fold
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize, Kind
from tests.coach.plain import BAD, NOW, TODAY, connector, rapport, sam, sent, talked


def found(*known: Connector) -> Found:
    around = Circumstances(Owner(), PlaceCalendar("UTC"), connectors=known)
    return ways_to(sam(), around, as_of=NOW, today=TODAY)


def over(one: Connector, *between: str, strength: float = 0.8) -> Connector:
    """Return a way over somebody who needs others between."""
    beyond = tuple(Between(name, name.title(), strength) for name in between)
    return Connector(one.history, one.tie_strength, one.calendar, one.tie_kind, beyond)


class TestWaysTo:
    def test_puts_who_is_most_likely_to_agree_first(self) -> None:
        ways = found(connector(*rapport(), id="a", strength=0.3), connector(*rapport(), id="b", strength=0.9)).ways

        assert [way.via.contact_id for way in ways] == ["b", "a"]

    def test_is_the_product_of_what_each_hop_holds(self) -> None:
        (way,) = found(over(connector(*rapport(), strength=0.9), "cara", strength=0.5)).ways

        chances = [hop.chance for hop in way.hops]
        assert [hop.to_contact_id for hop in way.hops] == ["ben", "cara", "sam"]
        assert chances[1:] == [0.9, 0.5]
        assert chances[0] == pytest.approx(way.agreement.chance)
        assert way.probability == pytest.approx(chances[0] * 0.45)
        assert way.via.path == ("ben", "cara", "sam")

    def test_goes_around_nobody_whom_the_owner_can_ask(self) -> None:
        cara = connector(*rapport(), id="cara", strength=0.1)

        ways = found(over(connector(*rapport(), strength=0.9), "cara"), cara).ways

        assert [way.via.contact_id for way in ways] == ["cara"]

    def test_counts_responsiveness_trust_balance_and_warmth(self) -> None:
        (plain,) = found(connector(*rapport())).ways
        owing = [talked(days, received=True) for days in (12, 11, 10)]
        (owed,) = found(connector(*rapport(), *owing)).ways
        cold = (talked(300), talked(250), sent(249, expects_reply=False))
        (dormant,) = found(connector(*cold)).ways or (None,)

        assert owed.agreement.reciprocity == DEFAULTS.agrees_when_owed
        assert owed.balance < DEFAULTS.owing
        assert owed.probability < plain.probability
        assert dormant is None  # so cold that an introduction is no longer allowed

    def test_leaves_out_who_may_not_be_asked_and_says_why(self) -> None:
        kept_out = {
            "rapport": connector(id="a"),
            "not to contact": connector(*rapport(), id="b", do_not_contact=True),
            "in peace": connector(*rapport(), talked(5, signals=BAD), id="c"),
            "still open": connector(*rapport(), sent(5, ask_size=AskSize.SHORT_CALL), id="d"),
            "within the last 30 days": connector(
                *rapport(), talked(20, kind=Kind.CALL, ask_size=AskSize.MEETING), talked(19), id="e"
            ),
        }

        answer = found(*kept_out.values())

        assert answer.best is None
        for (why, _), told in zip(kept_out.items(), answer.not_now, strict=True):
            assert why in told.why
        assert [one.connector.history.person.id for one in answer.later] == ["c", "d", "e"]

    def test_asks_again_when_a_month_has_passed(self) -> None:
        assert found(connector(*rapport(), talked(31, ask_size=AskSize.MEETING), talked(30))).best is not None

    def test_shows_the_connectors_load(self) -> None:
        (way,) = found(connector(*rapport(), talked(40, ask_size=AskSize.MEETING), talked(35))).ways

        assert (way.load.open_asks, way.load.recent_asks) == (0, 0)
        assert way.load.last_asked_at is not None


class TestDisjoint:
    def test_has_nobody_on_two_ways_where_that_is_possible(self) -> None:
        ways = found(
            over(connector(*rapport(), id="a", strength=0.9), "cara"),
            over(connector(*rapport(), id="b", strength=0.8), "cara"),
            over(connector(*rapport(), id="c", strength=0.1), "dan"),
        ).ways

        assert [way.via.contact_id for way in disjoint(ways, 2)] == ["a", "c"]

    def test_fills_up_with_other_connectors_where_it_is_not(self) -> None:
        a = connector(*rapport(), id="a", strength=0.9)
        ways = found(over(a, "cara"), over(a, "dan"), over(connector(*rapport(), id="b", strength=0.8), "cara")).ways

        assert [way.via.path for way in disjoint(ways, 3)] == [("a", "cara", "sam"), ("b", "cara", "sam")]

    def test_begins_with_the_likeliest(self) -> None:
        answer = found(*(connector(*rapport(), id=str(n), strength=n / 10) for n in range(1, 9)))

        assert disjoint(answer.ways, 3)[0] is answer.best
        assert len(disjoint(answer.ways, 3)) == 3


class TestReadiness:
    def test_falls_from_free_to_busy_to_acquainted_to_strange(self) -> None:
        people = [
            connector(*rapport()),
            connector(*rapport(), sent(20, ask_size=AskSize.SHORT_CALL)),
            connector(talked(10)),
            connector(),
        ]

        shares = []
        for one in people:
            relationship = fold(one.history, owner=Owner(), as_of=NOW)
            shares.append(readiness(one.history.person, relationship, ()))

        assert shares == sorted(shares, reverse=True)
        assert len(set(shares)) == 4
        assert shares[0] > DEFAULTS.readiness_at_rest > shares[1]
        assert shares[-1] == 0
