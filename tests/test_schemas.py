from typing import Any

import pytest
from pydantic import ValidationError

from comity.contacts.schemas import ContactIn
from comity.interactions.schemas import InteractionIn
from comity.schemas import COUNTRIES
from comity.ties.schemas import TieIn


def contact(**values: Any) -> ContactIn:
    return ContactIn.model_validate({"full_name": "Sam Okafor", **values})


def interaction(**values: Any) -> InteractionIn:
    return InteractionIn.model_validate({"contact_ids": ["a"], "kind": "call", "direction": "mutual", **values})


class TestNumber:
    @pytest.mark.parametrize("wrong", ["1", True, "one"])
    def test_is_no_text_and_no_truth(self, wrong: object) -> None:
        for takes in (
            lambda: contact(importance=wrong),
            lambda: interaction(duration_minutes=wrong),
            lambda: TieIn(to_contact_id="a", strength=wrong),  # type: ignore[arg-type]
        ):
            with pytest.raises(ValidationError):
                takes()

    def test_may_be_written_with_a_point(self) -> None:
        assert contact(importance=4.0).importance == 4


class TestFlag:
    @pytest.mark.parametrize("wrong", [0, 1, "true", "1"])
    def test_is_true_or_false(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            contact(do_not_contact=wrong)


class TestInstant:
    @pytest.mark.parametrize(
        "wrong", [0, 1.5, 1764600000, "1764600000", "1", True, "2026-03-01", "2026-03-01T10:00:00"]
    )
    def test_is_written_with_its_day_its_time_and_its_offset(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            interaction(occurred_at=wrong)

    def test_may_be_written_anywhere(self) -> None:
        assert interaction(occurred_at="2026-03-01T10:00:00+01:00").occurred_at == (
            interaction(occurred_at="2026-03-01T09:00:00Z").occurred_at
        )


class TestDay:
    @pytest.mark.parametrize("wrong", [0, 86400, "0", True, "2026-03-01T00:00:00Z", "2026-02-30", "20260301"])
    def test_is_written_as_a_day(self, wrong: object) -> None:
        with pytest.raises(ValidationError):
            contact(job_started_on=wrong)


class TestCountry:
    @pytest.mark.parametrize("wrong", ["XX", "ZZ", "EU", "UK", "de", "Germany"])
    def test_is_one_of_iso_3166(self, wrong: str) -> None:
        with pytest.raises(ValidationError):
            contact(country=wrong)

    def test_may_be_any_of_them(self) -> None:
        assert len(COUNTRIES) > 240
        assert contact(country="DE").country == "DE"
        assert contact(country="XK").country == "XK"


class TestWebAddress:
    @pytest.mark.parametrize("wrong", ["http://", "https:///path", "http://[x", "https://exa mple.org", "javascript:1"])
    def test_has_a_host(self, wrong: str) -> None:
        with pytest.raises(ValidationError):
            contact(profile_url=wrong)
