from comity.coach import goals
from comity.coach.words import AskSize, Urgency
from tests.coach.plain import TODAY, day, goal, sam


class TestConcerning:
    def test_orders_by_name_then_urgency_then_size(self) -> None:
        anybody = {"contact_ids": frozenset[str]()}
        small = goal(AskSize.QUESTION, id="small", **anybody)
        large = goal(AskSize.REFERRAL, id="large", **anybody)
        urgent = goal(AskSize.QUESTION, id="urgent", urgency=Urgency.HIGH, **anybody)
        firm = goal(AskSize.QUESTION, id="firm", companies=("Northwind",), **anybody)
        named = goal(AskSize.QUESTION, id="named", urgency=Urgency.LOW)

        found = goals.concerning(sam(company="Northwind"), [small, large, urgent, firm, named], today=TODAY)

        assert [one.id for one in found] == ["named", "firm", "urgent", "large", "small"]

    def test_lasts_through_its_last_day(self) -> None:
        assert goals.concerning(sam(), [goal(ends_on=TODAY)], today=TODAY) != []
        assert goals.concerning(sam(), [goal(ends_on=day(1))], today=TODAY) == []


class TestSameName:
    def test_ignores_case_and_legal_form(self) -> None:
        assert goals.same_name("Northwind, Inc.", ["northwind"])
        assert goals.same_name("Northwind", ["NORTHWIND GmbH"])
        assert not goals.same_name("Northwind", ["Southwind"])
