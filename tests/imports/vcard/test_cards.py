"""Cards as the programs of this world write them."""

import io

import pytest

from comity.imports.records import FoundPerson, Refusal
from comity.imports.vcard.cards import read_cards
from tests.imports import files
from tests.pace import within


def people(content: bytes | str) -> list[FoundPerson | Refusal]:
    return list(read_cards(io.BytesIO(content.encode() if isinstance(content, str) else content)))


def person(content: bytes | str) -> FoundPerson:
    (only,) = people(content)
    assert isinstance(only, FoundPerson), only
    return only


def card(*lines: str, name: str = "Ana Lima") -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


class TestReadCards:
    def test_reads_android(self) -> None:
        ayse = person(files.CARDS["android"])

        assert (ayse.full_name, ayse.company, ayse.title) == ("Ayşe Öztürk", "Deniz Tekstil", "Satış Müdürü")
        assert ayse.phones == ("+90 532 000 00 01", "0212 000 00 02")
        assert (ayse.birthday, ayse.notes) == ("--02-29", "met at the fair\nin Izmir")
        assert ayse.left_out == ("photo: pictures and other attachments are not taken over",)

    def test_reads_iphone(self) -> None:
        sam = person(files.CARDS["iphone"])

        assert (sam.full_name, sam.company, sam.emails) == (
            "Dr. Sam Chidi Okafor",
            "Globex, Inc.",
            ("sam@globex.example",),
        )
        assert (sam.location, sam.country, sam.birthday) == ("Lagos", "NG", "--05-21")
        assert sam.profile_url == "https://www.linkedin.com/in/samokafor"
        assert sam.notes == "likes chess\nand, oddly; turnips"
        assert sam.phones == ("+234 800 000 0002",)
        assert sam.left_out == ("fax, pager or assistant: '+234 1 000 0001' could not be taken over",)

    def test_reads_outlook(self) -> None:
        jurgen = person(files.CARDS["outlook"])

        assert (jurgen.full_name, jurgen.company, jurgen.location) == ("Jürgen Müller", "Stadtwerke Köln", "Köln, NRW")
        assert (jurgen.phones, jurgen.country) == (("+49 221 0001",), "DE")

    def test_reads_gmail(self) -> None:
        lea = person(files.CARDS["gmail"])

        assert (lea.full_name, lea.tags) == ("Lea Brandt", ("Climbing",))
        assert lea.profile_url == "https://www.linkedin.com/in/leabrandt"

    def test_reads_mac(self) -> None:
        company, noa = people(files.CARDS["mac"])

        assert isinstance(company, Refusal)
        assert (company.code, company.deliberate) == ("not_a_person", True)
        assert isinstance(noa, FoundPerson)
        assert (noa.full_name, noa.emails) == ("Noa Bloom", ("noa@initech.example",))

    def test_reads_version_4(self) -> None:
        yuki = person(files.CARDS["version 4"])

        assert (yuki.full_name, yuki.phones, yuki.birthday) == ("Yuki Sato", ("+81-3-0000-0001",), "--02-29")
        assert (yuki.location, yuki.country) == ("Tokyo", "JP")

    def test_takes_versions_mixed(self) -> None:
        mixed = files.CARDS["android"] + files.CARDS["gmail"] + files.CARDS["version 4"]

        assert [entry.line for entry in people(mixed)] == [1, 17, 27]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_unfolds_in_the_middle_of_a_character(self, end: str) -> None:
        content = card("NOTE:M@ller").encode().replace(b"@", f"\xc3{end}\t\xbc".encode("latin-1"))

        assert person(content.replace(b"\r\n", end.encode())).notes == "Müller"

    def test_reads_latin_1_that_says_nothing_of_it(self) -> None:
        assert person(card("NOTE:Zürich").encode("latin-1")).notes == "Zürich"

    def test_reads_a_named_charset(self) -> None:
        note = card("NOTE;CHARSET=ISO-8859-2;QUOTED-PRINTABLE:=A3=F3d=BC=20=\r\nWest")

        assert person(note).notes == "Łódź West"

    def test_takes_the_name_of_another_codec_for_no_charset(self) -> None:
        assert person(card("NOTE;CHARSET=punycode;QUOTED-PRINTABLE:Mnchen-3ya")).notes == "Mnchen-3ya"

    def test_goes_by_the_parts_of_a_name_where_the_whole_is_missing(self) -> None:
        content = "BEGIN:VCARD\nVERSION:3.0\nN:Lima;Ana;Maria;;\nEND:VCARD\n"

        assert person(content).full_name == "Ana Maria Lima"

    def test_takes_what_else_there_is_for_a_name(self) -> None:
        assert person("BEGIN:VCARD\nEMAIL:ana@example.com\nEND:VCARD").full_name == "ana@example.com"

    @pytest.mark.parametrize("lines", ["ORG:Initech\\, Inc.;Sales", "FN:Initech\\, Inc.\nN:;;;;\nORG:Initech\\, Inc.;"])
    def test_takes_a_card_that_names_a_company_alone_for_no_person(self, lines: str) -> None:
        (company,) = people(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEMAIL:info@initech.example\nEND:VCARD\n")

        assert isinstance(company, Refusal)
        assert (company.code, company.label, company.deliberate) == ("not_a_person", "Initech, Inc.", True)

    def test_passes_over_a_card_within_a_card(self) -> None:
        agent = card("AGENT:", "BEGIN:VCARD", "FN:Her Agent", "EMAIL:agent@example.com", "END:VCARD", "TITLE:Star")

        assert (person(agent).full_name, person(agent).emails, person(agent).title) == ("Ana Lima", (), "Star")

    def test_refuses_a_card_that_does_not_end(self) -> None:
        cut, ana = people("BEGIN:VCARD\nFN:Ole Berg\nTEL:1\n" + card())

        assert isinstance(cut, Refusal)
        assert (cut.line, cut.code, cut.label) == (1, "no_end", "Ole Berg")
        assert isinstance(ana, FoundPerson)

    def test_refuses_a_group(self) -> None:
        (group,) = people(card("KIND:group", "MEMBER:urn:uuid:1"))

        assert isinstance(group, Refusal)
        assert group.code == "not_a_person"

    def test_leaves_out_what_is_no_day_of_birth(self) -> None:
        ana = person(card("BDAY:9999-99-99"))

        assert (ana.birthday, ana.left_out) == (None, ("birthday: '9999-99-99' could not be taken over",))

    def test_never_takes_a_script_for_a_link(self) -> None:
        assert person(card("URL:javascript:alert('linkedin.com/')")).profile_url is None

    def test_notes_a_line_that_is_no_property(self) -> None:
        assert person(card("this is no property")).left_out == ("line 4: The line has no colon, so it is no property.",)

    def test_takes_a_huge_photo_for_what_it_is(self) -> None:
        photo = card("PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["A" * 74] * 20_000))

        assert person(photo).left_out == ("photo: pictures and other attachments are not taken over",)


class TestLimits:
    def test_refuses_a_line_beyond_64_kib(self) -> None:
        (refusal,) = people(card("NOTE:" + "A" * 200_000))

        assert isinstance(refusal, Refusal)
        assert (refusal.line, refusal.code, refusal.label) == (1, "line_too_long", "Ana Lima")

    def test_refuses_a_line_that_is_folded_beyond_64_kib(self) -> None:
        (refusal,) = people(card("NOTE:" + "\r\n ".join(["A" * 70] * 3_000)))

        assert isinstance(refusal, Refusal)
        assert refusal.code == "line_too_long"

    def test_refuses_more_than_100_parameters(self) -> None:
        (refusal,) = people(card("TEL" + ";TYPE=x" * 101 + ":1"))

        assert isinstance(refusal, Refusal)
        assert refusal.code == "too_many_parameters"

    def test_refuses_a_card_without_measure(self) -> None:
        (refusal,) = people(card(*["TEL:1"] * 3_000))

        assert isinstance(refusal, Refusal)
        assert refusal.code == "card_too_long"

    @pytest.mark.parametrize(
        "line",
        [
            'TEL;X="' + ';Y="' * 30 + "unterminated",
            "TEL;" * 60 + '"' * 60_000,
            '"' * 60_000 + ":",
            ";" * 60_000 + ":",
            "^" * 60_000,
            "NOTE:" + "\\" * 60_000,
            "N:" + ";" * 60_000,
            "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=" * 60_000,
        ],
    )
    def test_is_done_with_any_line_at_once(self, line: str) -> None:
        with within(1):
            people(card(line))
