from comity.coach.history import Circumstances, Connector, Owner, PlaceCalendar
from comity.coach.introductions import best_connector, via_of
from comity.coach.thresholds import DEFAULTS
from comity.coach.words import AskSize
from tests.coach.plain import BAD, NOW, TODAY, connector, rapport, sent, talked


def best(*known: Connector) -> tuple[Connector, float] | None:
    around = Circumstances(Owner(), PlaceCalendar("UTC"), connectors=known)
    return best_connector(around, as_of=NOW, today=TODAY, limits=DEFAULTS)


class TestBestConnector:
    def test_takes_who_is_most_likely_to_agree(self) -> None:
        found = best(connector(*rapport(), id="a", strength=0.3), connector(*rapport(), id="b", strength=0.9))

        assert found is not None
        assert found[0].history.person.id == "b"
        assert 0 < found[1] < 0.9

    def test_leaves_out_who_may_not_be_asked(self) -> None:
        unknown = connector()
        left_alone = connector(*rapport(), do_not_contact=True)
        bored = connector(*rapport(), talked(5, signals=BAD))
        silent = connector(*rapport()[:2], sent(60), sent(40))
        asked = connector(*rapport(), sent(20, ask_size=AskSize.SHORT_CALL))

        for one in (unknown, left_alone, bored, asked):
            assert best(one) is None
        assert best(silent) is not None  # they spoke ten days ago, after the silence


class TestViaOf:
    def test_leads_to_the_contact(self) -> None:
        found = best(connector(*rapport()))

        assert found is not None
        assert via_of(found, "sam").path == ("ben", "sam")
