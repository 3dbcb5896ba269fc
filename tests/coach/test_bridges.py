from comity.coach.bridges import bridges, nobody_yet
from comity.coach.history import Circumstances, Connector, Neighbour, Owner, PlaceCalendar
from comity.coach.words import BridgeKind
from tests.coach.plain import connector, rapport, sam


def around(*neighbours: Neighbour, connectors: tuple[Connector, ...] = ()) -> Circumstances:
    return Circumstances(Owner(), PlaceCalendar("UTC"), connectors=connectors, neighbours=neighbours)


class TestBridges:
    def test_are_named_the_best_reason_first(self) -> None:
        circumstances = around(
            Neighbour("f", "Flo Ng", BridgeKind.FIELD, "finance"),
            Neighbour("s", "Sia Roy", BridgeKind.SCHOOL, "ETH"),
            Neighbour("e", "Eve Lim", BridgeKind.EVENT, "DataConf"),
            Neighbour("c", "Cas Poe", BridgeKind.COMPANY, "Northwind"),
            connectors=(connector(),),
        )

        found = bridges(sam(), circumstances)

        assert [one.full_name for one in found] == ["Ben Ito", "Cas Poe", "Sia Roy", "Eve Lim", "Flo Ng"]
        assert "Northwind" in found[1].text

    def test_are_those_nearest_to_the_owner_first(self) -> None:
        far, near = (Neighbour(one, one, BridgeKind.COMPANY, "Northwind", share) for one, share in (("a", 0), ("b", 1)))

        assert [one.full_name for one in bridges(sam(), around(far, near))] == ["b", "a"]

    def test_are_not_those_who_are_only_busy_or_out_of_bounds(self) -> None:
        busy, gone = connector(*rapport(), id="busy"), connector(id="gone", do_not_contact=True)

        assert bridges(sam(), around(connectors=(busy, gone)), later={"busy"}) == []


class TestNobodyYet:
    def test_says_where_to_look(self) -> None:
        assert "Northwind" in nobody_yet(sam(company="Northwind"))
        assert "ETH" in nobody_yet(sam(schools=("ETH",)))
        assert "finance" in nobody_yet(sam(field="finance"))
        assert nobody_yet(sam())
