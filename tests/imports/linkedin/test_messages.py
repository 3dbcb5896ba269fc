"""LinkedIn's messages."""

import io
from datetime import UTC, datetime

from comity.imports.linkedin.messages import find_messages, read_messages
from comity.imports.records import FileOwner, FoundMessage, Participant, Refusal
from tests.imports import files
from tests.imports.files import ANA, ME, OLE, message

OWNER = FileOwner(full_name="Somebody Else", profile_url="https://no.linkedin.com/in/Mia-Owner/?x=1")
MIA = FileOwner(full_name="mia  owner")
NOBODY = FileOwner()


def found(*rows: str, owner: FileOwner = MIA) -> list[FoundMessage | Refusal]:
    file = io.BytesIO(files.messages(*rows))
    table = find_messages(file)
    assert table
    return list(read_messages(file, table, owner))


def directions(*rows: str, owner: FileOwner) -> list[str]:
    return [entry.direction if isinstance(entry, FoundMessage) else entry.code for entry in found(*rows, owner=owner)]


FROM_MIA = message(sender="Mia Owner", sender_url=ME, to="Ana Lima", to_urls=ANA)
TO_OLE = message(sender="Mia Owner", sender_url=ME, to="Ole Berg", to_urls=OLE, conversation="c2")


class TestReadMessages:
    def test_reads_one_message(self) -> None:
        (entry,) = found(message(content="Hello,\nyou"))

        assert isinstance(entry, FoundMessage)
        assert entry._replace(key="") == FoundMessage(
            line=2,
            key="",
            thread="linkedin:c1",
            direction="inbound",
            sent_at=datetime(2024, 3, 15, 9, 30, tzinfo=UTC),
            people=(Participant("Ana Lima", ANA),),
            body="Hello,\nyou",
        )

    def test_tells_the_owner_by_profile_url(self) -> None:
        owner = FileOwner("Somebody Else", "https://linkedin.com/in/Mia-Owner/?trk=x")

        assert directions(message(), FROM_MIA, owner=owner) == ["inbound", "outbound"]

    def test_tells_the_owner_by_name(self) -> None:
        assert directions(message(), FROM_MIA, owner=MIA) == ["inbound", "outbound"]

    def test_tells_the_owner_as_the_one_who_is_in_every_conversation(self) -> None:
        assert directions(message(), FROM_MIA, TO_OLE, owner=NOBODY) == ["inbound", "outbound", "outbound"]

    def test_guesses_no_side_where_both_were_in_every_conversation(self) -> None:
        assert directions(message(), FROM_MIA, owner=NOBODY) == ["unknown_owner", "unknown_owner"]

    def test_gives_the_same_key_in_the_next_export(self) -> None:
        first = found(message(), FROM_MIA)
        second = found(message(content="new", sent="2025-01-01 10:00:00 UTC"), FROM_MIA, message())

        assert {entry.key for entry in first} < {entry.key for entry in second}  # type: ignore[union-attr]

    def test_takes_a_group_apart(self) -> None:
        outbound, inbound = found(
            message(sender="Mia Owner", sender_url=ME, to="Ana Lima,Ole Berg", to_urls=f"{ANA},{OLE}"),
            message(to="Mia Owner,Ole Berg", to_urls=f"{ME},{OLE}"),
        )

        assert isinstance(outbound, FoundMessage)
        assert isinstance(inbound, FoundMessage)
        assert outbound.people == (Participant("Ana Lima", ANA), Participant("Ole Berg", OLE))
        assert inbound.people == (Participant("Ana Lima", ANA),)
        assert outbound.in_group
        assert inbound.in_group

    def test_keeps_a_name_with_a_comma_whole(self) -> None:
        (entry,) = found(message(sender="Mia Owner", sender_url=ME, to="Ana Lima, PhD", to_urls=ANA))

        assert isinstance(entry, FoundMessage)
        assert entry.people == (Participant("Ana Lima, PhD", ANA),)

    def test_keeps_a_message_without_words(self) -> None:
        (entry,) = found(message(content=""))

        assert isinstance(entry, FoundMessage)

    def test_passes_over_what_is_no_conversation(self) -> None:
        entries = found(
            message(folder="SPONSORED"),
            message(folder="SPAM"),
            message(sender="Mia Owner", sender_url=ME),
        )

        assert [(entry.code, entry.deliberate) for entry in entries if isinstance(entry, Refusal)] == [
            ("advertisement", True),
            ("spam", True),
            ("no_recipient", True),
        ]

    def test_refuses_what_it_cannot_place(self) -> None:
        entries = found(message(sent="yesterday"), message(sender="LinkedIn Member", sender_url=""), "BADROW")

        assert [entry.code for entry in entries if isinstance(entry, Refusal)] == [
            "no_date",
            "unknown_sender",
            "wrong_number_of_columns",
        ]
