"""Single values."""

from datetime import date

import pytest

from comity.imports.values import Sieve, birthday, clean, day, email_address, phone_number, web_address


class TestSeveral:
    def test_takes_each_value_once_and_notes_what_is_none(self) -> None:
        sieve = Sieve()

        found = sieve.several("email", ["ana@example.com", "", "Ana", "ana@example.com"], email_address)

        assert found == ("ana@example.com",)
        assert sieve.left_out == ("email: 'Ana' could not be taken over",)


class TestDay:
    @pytest.mark.parametrize(
        "text",
        ["12 Mar 2024", "Mar 12, 2024", "12-Mar-2024", "2024-03-12", "20240312", "2024-03-12T10:00:00Z", "2024/3/12"],
    )
    def test_reads_what_leaves_no_doubt(self, text: str) -> None:
        assert day(text) == date(2024, 3, 12)

    def test_reads_a_day_above_twelve_in_either_order(self) -> None:
        assert day("25/12/2024") == day("12/25/2024") == date(2024, 12, 25)
        assert day("13/12/2024") == day("12/13/2024") == date(2024, 12, 13)
        assert day("12/12/2024") == date(2024, 12, 12)

    @pytest.mark.parametrize(
        "text", ["03/04/2024", "31 Feb 2024", "2024-13-01", "12 Foo 2024", "9999-01-01", "١٢ Mar 2024"]
    )
    def test_never_guesses(self, text: str) -> None:
        assert day(text) is None


class TestBirthday:
    @pytest.mark.parametrize(
        ("text", "born"),
        [
            ("1980-03-22", "1980-03-22"),
            ("19800322", "1980-03-22"),
            ("--0229", "--02-29"),
            ("--02-29", "--02-29"),
            ("1604-05-21", "--05-21"),
            ("--0230", None),
            ("1200-01-01", None),
            ("circa 1800", None),
        ],
    )
    def test_reads_every_form(self, text: str, born: str | None) -> None:
        assert birthday(text) == born


class TestClean:
    def test_composes_and_removes_what_cannot_be_seen(self) -> None:
        assert clean(" Jose\u0301\t\u200bde\0 la\u00a0Cr\u200buz\ud800 ") == "José de la Cruz"

    def test_keeps_a_family_together(self) -> None:
        assert clean("👩\u200d👧") == "👩\u200d👧"


class TestAddresses:
    @pytest.mark.parametrize(
        "text", ["ana", "ana@home", "a b@example.com", "ana@example.com,ole@example.com", "a@" * 200]
    )
    def test_refuses_what_is_no_email(self, text: str) -> None:
        assert email_address(text) is None

    def test_reads_a_phone_as_written(self) -> None:
        assert phone_number("tel:+1-418-656-9254;ext=102") == "+1-418-656-9254;ext=102"
        assert phone_number("call me") is None

    @pytest.mark.parametrize(
        "text",
        [
            "javascript:alert(1)",
            "https://[::1",
            "file:///etc/passwd",
            "just words",
            "https://x",
            "https://example.org/a b",
        ],
    )
    def test_refuses_what_is_no_link(self, text: str) -> None:
        assert web_address(text) is None
