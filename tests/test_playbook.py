from dataclasses import fields

import pytest
from starlette.testclient import TestClient

from comity import playbook
from comity.coach.thresholds import Thresholds
from tests.coach.taken_out import functions
from tests.people import add_contact, log, next_step


def rule(name: str) -> playbook.Rule:
    return next(found for family in playbook.families() for found in family.rules if found.name == name)


class TestMarkdown:
    @pytest.mark.parametrize("name", functions())
    def test_misses_no_rule(self, name: str) -> None:
        assert f'<a id="{playbook.anchor(name)}"></a>\n\n### `{name}`\n' in playbook.markdown()

    def test_misses_no_number(self) -> None:
        assert playbook.numbers().keys() == {field.name for field in fields(Thresholds)}


class TestFamilies:
    def test_names_the_numbers_that_a_rule_goes_by(self) -> None:
        used = {number.name: number.value for number in rule("silence.wait").numbers}

        assert used == {"silence_days": "7", "second_silence_days": "14"}

    def test_leaves_the_numbers_of_other_rules_to_them(self) -> None:
        assert "let_go_days" not in {number.name for number in rule("ask.allowed").numbers}

    def test_says_what_a_rule_looks_for_and_not_how_to_call_it(self) -> None:
        assert all(found.says for family in playbook.families() for found in family.rules)
        assert not any("Raises" in " ".join(found.says) for family in playbook.families() for found in family.rules)


class TestShowPlaybook:
    def test_explains_each_rule_where_the_reasons_lead(self, anonymous: TestClient) -> None:
        page = anonymous.get("/playbook")

        assert page.status_code == 200
        assert page.headers["content-type"].startswith("text/html")
        assert all(f'<article id="{playbook.anchor(name)}">' in page.text for name in functions())


class TestWhy:
    def test_leads_from_each_reason_to_its_rule(self, client: TestClient) -> None:
        sam = add_contact(client)
        log(client, sam, "2026-02-20T09:00:00Z", "email", "outbound", ask_size="short_call")

        step = next_step(client, sam, as_of="2026-03-02T09:00:00Z")

        assert step["reasons"][0]["why"] == "/playbook#silence-follow-up-once"
        page = client.get("/playbook").text
        for reason in (*step["reasons"], *step["cautions"]):
            path, _, place = reason["why"].partition("#")
            assert path == "/playbook"
            assert f'id="{place}"' in page
