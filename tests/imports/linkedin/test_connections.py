"""LinkedIn's list of connections."""

import io
from datetime import date

import pytest

from comity.imports.linkedin.connections import find_connections, read_connections
from comity.imports.records import FoundPerson, Refusal
from tests.imports import files


def people(content: bytes) -> list[FoundPerson | Refusal]:
    file = io.BytesIO(content)
    table = find_connections(file)
    assert table
    return list(read_connections(file, table))


class TestReadConnections:
    @pytest.mark.parametrize("preamble", [True, False])
    def test_reads_with_and_without_the_note(self, preamble: bool) -> None:
        row = 'José,García,https://www.linkedin.com/in/jose,jose@example.com,"Acme, Inc.",Engineer,12 Mar 2024'

        (person,) = people(files.connections(row, preamble=preamble))

        assert person == FoundPerson(
            line=5 if preamble else 2,
            full_name="José García",
            emails=("jose@example.com",),
            company="Acme, Inc.",
            title="Engineer",
            profile_url="https://www.linkedin.com/in/jose",
            connected_on=date(2024, 3, 12),
        )

    def test_takes_the_columns_in_any_order(self) -> None:
        content = b"Connected On;Last Name;First Name;Company\r\n12 Mar 2024;Lima;Ana;Acme\r\n"

        (person,) = people(content)

        assert isinstance(person, FoundPerson)
        assert (person.full_name, person.company, person.title) == ("Ana Lima", "Acme", None)

    def test_refuses_who_has_no_name(self) -> None:
        (refusal,) = people(files.connections(",,,,Acme,Engineer,12 Mar 2024"))

        assert isinstance(refusal, Refusal)
        assert (refusal.line, refusal.code) == (5, "no_name")

    def test_leaves_out_what_it_cannot_read(self) -> None:
        (person,) = people(files.connections("Ana,Lima,javascript:alert(1),ana at home,Acme,CEO,03/04/2024"))

        assert isinstance(person, FoundPerson)
        assert (person.profile_url, person.emails, person.connected_on) == (None, (), None)
        assert [reason.partition(":")[0] for reason in person.left_out] == ["email", "link", "day of connection"]

    def test_strips_what_cannot_be_seen(self) -> None:
        (person,) = people(files.connections("Ana\u202e\0,Lima\u200b,,,Ac\u00a0me,,12 Mar 2024"))

        assert isinstance(person, FoundPerson)
        assert (person.full_name, person.company) == ("Ana Lima", "Ac me")
