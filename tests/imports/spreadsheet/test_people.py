"""Tables of people."""

import io
from collections.abc import Mapping

from comity.imports.records import FoundPerson, Refusal
from comity.imports.spreadsheet.columns import columns_by_hand, columns_by_name
from comity.imports.spreadsheet.layout import find_mapped
from comity.imports.spreadsheet.people import find_people, read_people
from tests.imports import files


def people(content: str, mapping: Mapping[str, str] | None = None) -> list[FoundPerson | Refusal]:
    file = io.BytesIO(content.encode())
    table = find_mapped(file, mapping) if mapping else find_people(file)
    assert table
    columns = columns_by_hand(table, mapping) if mapping else columns_by_name(table)
    return list(read_people(file, table, columns))


class TestReadPeople:
    def test_reads_google(self) -> None:
        assert people(files.GOOGLE) == [
            FoundPerson(
                line=2,
                full_name="Lea Brandt",
                emails=("lea@example.org", "l.brandt@example.org"),
                phones=("+41 79 000 00 01",),
                company="Helvetia",
                title="Underwriter",
                tags=("Climbing",),
                birthday="1985-03-02",
                left_out=("link: 'https://lea.example.org' could not be taken over",),
            )
        ]

    def test_reads_outlook(self) -> None:
        assert people(files.OUTLOOK_TABLE) == [
            FoundPerson(
                line=2,
                full_name="Jürgen Müller",
                emails=("j@example.com",),
                phones=("+49 170 1",),
                company="Stadtwerke Köln",
                title="Einkäufer",
                country="DE",
                tags=("Kunden",),
            )
        ]

    def test_reads_a_sheet_of_ones_own(self) -> None:
        sheet = "id;full_name;e-mail;linkedin_url;Job.Title\n7;Ana Lima;ana@example.com;linkedin.com/in/ana;CEO\n"

        assert people(sheet) == [
            FoundPerson(
                line=2,
                full_name="Ana Lima",
                emails=("ana@example.com",),
                title="CEO",
                profile_url="https://linkedin.com/in/ana",
            )
        ]

    def test_refuses_who_has_no_name(self) -> None:
        (refusal,) = people("name,company\n,Acme\n")

        assert isinstance(refusal, Refusal)
        assert (refusal.line, refusal.code) == (2, "no_name")

    def test_follows_a_mapping(self) -> None:
        (ana,) = people("Wer,Wo arbeitet\nAna Lima,Acme\n", {"wer": "full_name", "Wo arbeitet": "company"})

        assert isinstance(ana, FoundPerson)
        assert (ana.full_name, ana.company) == ("Ana Lima", "Acme")
