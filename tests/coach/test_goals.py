from typing import Any

import pytest

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

    @pytest.mark.parametrize(
        "named", [{"contact_ids": frozenset(["ana"])}, {"companies": ("Southwind",)}, {"fields": ("energy",)}]
    )
    def test_leaves_out_what_names_others(self, named: dict[str, Any]) -> None:
        elsewhere = goal(**{"contact_ids": frozenset(), **named})

        assert goals.concerning(sam(company="Northwind"), [elsewhere], today=TODAY) == []

    def test_lasts_through_its_last_day(self) -> None:
        assert goals.concerning(sam(), [goal(ends_on=TODAY)], today=TODAY) != []
        assert goals.concerning(sam(), [goal(ends_on=day(1))], today=TODAY) == []


class TestNames:
    @pytest.mark.parametrize("company", ["northwind", "NORTHWIND GmbH", "The Northwind Company", "Northwind S.A."])
    def test_knows_a_company_however_it_is_spelled(self, company: str) -> None:
        assert goals.names(goal(contact_ids=frozenset(), companies=(company,)), sam(company="Northwind, Inc.")) == 1

    @pytest.mark.parametrize("company", ["Southwind", "Northwind Labs", "Inc", ""])
    def test_takes_no_company_for_another(self, company: str) -> None:
        assert goals.names(goal(contact_ids=frozenset(), companies=(company,)), sam(company="Northwind, Inc.")) == 0

    def test_knows_a_field_whatever_its_case_and_accents(self) -> None:
        assert goals.names(goal(contact_ids=frozenset(), fields=("energie",)), sam(field="Énergie")) == 1

    def test_takes_nothing_for_no_name(self) -> None:
        assert goals.names(goal(contact_ids=frozenset(), companies=("-",)), sam(company="--")) == 0
