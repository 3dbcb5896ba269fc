"""What each provider's words become."""

from typing import Any

import pytest

from comity.integrations.providers import PROVIDERS
from comity.integrations.providers.postmark.mapping import text_of
from comity.integrations.told import Malformed, Nothing, Told
from tests.integrations import bodies
from tests.pace import within

OWNER = "robin@vale.example"
FIELDS = ("kind", "channel", "direction", "duration_minutes", "subject")


def read(kind: str, payload: Any, own: frozenset[str] = frozenset({OWNER})) -> Told:
    told = PROVIDERS[kind].read(payload, own)
    assert isinstance(told, Told), told
    return told


def nothing(kind: str, payload: Any) -> str:
    told = PROVIDERS[kind].read(payload, frozenset({OWNER}))
    assert isinstance(told, Nothing)
    return told.reason


def fields(told: Told) -> tuple[Any, ...]:
    return tuple(getattr(told.interaction, name) for name in FIELDS)


class TestCalcom:
    def test_booking_is_a_planned_conversation(self) -> None:
        told = read("calcom", bodies.calcom())

        assert fields(told) == ("meeting", "in_person", "mutual", 60, "60min between Robin Vale and Sam Okafor")
        assert told.interaction is not None
        assert told.interaction.summary == "Your talk in May"
        assert f"{told.interaction.occurred_at:%F %R}" == "2026-03-05 09:30"
        assert [(one.name, one.email) for one in told.people] == [("Sam Okafor", "sam@example.com")]

    @pytest.mark.parametrize(
        ("place", "kind"),
        [
            ({"location": "integrations:daily"}, "video_call"),
            ({"location": "https://meet.example/x"}, "video_call"),
            ({"location": "x", "videoCallData": {"type": "daily_video"}}, "video_call"),
            ({"location": "+49 30 1234567"}, "call"),
            ({"location": None}, "meeting"),
        ],
    )
    def test_place_says_how(self, place: Any, kind: str) -> None:
        told = read("calcom", bodies.calcom(responses={}, **place))

        assert fields(told)[0] == kind

    @pytest.mark.parametrize("trigger", ["BOOKING_CANCELLED", "BOOKING_REJECTED"])
    def test_cancelled_is_taken_out(self, trigger: str) -> None:
        assert read("calcom", bodies.calcom(trigger)).interaction is None

    @pytest.mark.parametrize("trigger", ["BOOKING_REQUESTED", "MEETING_ENDED", "FORM_SUBMITTED", "PING"])
    def test_others_say_nothing(self, trigger: str) -> None:
        assert nothing("calcom", bodies.calcom(trigger))


class TestCalendly:
    def test_booking_is_a_planned_conversation(self) -> None:
        told = read("calendly", bodies.calendly())

        assert fields(told) == ("video_call", "video", "mutual", 30, "30 Minute Meeting")
        assert told.interaction is not None
        assert told.interaction.summary == "What is it about? Your talk"

    def test_without_a_time_is_a_word_of_theirs(self) -> None:
        told = read("calendly", bodies.calendly(starts=None))

        assert fields(told)[::2] == ("message", "inbound", None)
        assert told.interaction is not None
        assert told.interaction.expects_reply is False

    def test_moved_names_what_it_stands_instead_of(self) -> None:
        old = "https://api.calendly.com/scheduled_events/EEEE/invitees/AAAA"

        assert read("calendly", bodies.calendly(invitee="BBBB", old_invitee=old)).replaces == old
        assert nothing("calendly", bodies.calendly("invitee.canceled", rescheduled=True))
        assert read("calendly", bodies.calendly("invitee.canceled")).interaction is None

    def test_guests_take_part(self) -> None:
        body = bodies.calendly()
        body["payload"]["scheduled_event"]["event_guests"] = [{"email": "ana@example.com"}, {"email": ""}, "x"]

        assert [one.email for one in read("calendly", body).people] == ["sam@example.com", "ana@example.com"]


class TestPostmark:
    def test_mail_is_a_word_of_theirs(self) -> None:
        told = read("postmark", bodies.POSTMARK)

        assert fields(told) == ("email", "email", "inbound", None, "Re: Your talk in May")
        assert told.interaction is not None
        assert (told.interaction.body, told.interaction.thread_id) == ("Gladly, on Tuesday?", "<question@example.com>")
        assert f"{told.interaction.occurred_at:%F %T}" == "2026-03-01 21:41:16"

    def test_copy_of_the_owners_is_a_word_to_them(self) -> None:
        mailbox = bodies.POSTMARK["ToFull"][0]
        sam = {"Email": "Sam@Example.com", "Name": "Sam Okafor", "MailboxHash": ""}
        own = {"FromFull": {"Email": OWNER, "Name": "Robin Vale"}}

        told = read("postmark", bodies.POSTMARK | own | {"ToFull": [mailbox, sam]})

        assert told.interaction is not None
        assert (told.interaction.direction, [one.email for one in told.people]) == ("outbound", ["sam@example.com"])
        assert nothing("postmark", bodies.POSTMARK | own)

    def test_automatic_answer_is_nobodys_word(self) -> None:
        headers = [{"Name": "Auto-Submitted", "Value": "auto-replied"}]

        assert nothing("postmark", bodies.POSTMARK | {"Headers": headers})

    @pytest.mark.parametrize(
        ("changed", "body"),
        [
            ({"StrippedTextReply": ""}, bodies.POSTMARK["TextBody"]),
            ({"StrippedTextReply": None, "TextBody": ""}, "Gladly,\non Tuesday?"),
            ({"StrippedTextReply": "", "TextBody": "", "HtmlBody": ""}, None),
            ({"StrippedTextReply": "a\x00b\r\nc\x1b[1m"}, "ab\nc [1m"),
            ({"StrippedTextReply": "x" * 30_000}, "x" * 20_000),
        ],
    )
    def test_words_are_those_that_are_new(self, changed: Any, body: str | None) -> None:
        told = read("postmark", bodies.POSTMARK | changed)

        assert told.interaction is not None
        assert told.interaction.body == body

    @pytest.mark.parametrize(
        "date", ["", "soon", "Mon, 99 Foo 99999 25:61:61 +9999", "Fri, 31 Dec 9999 23:59:59 -2359", 5]
    )
    def test_date_may_be_nonsense(self, date: Any) -> None:
        told = read("postmark", bodies.POSTMARK | {"Date": date})

        assert told.interaction is not None
        assert told.interaction.occurred_at is None

    @pytest.mark.parametrize(
        "html", ["<" * 300_000, "<!--" * 80_000, "<style>" * 50_000, "<p a=" * 60_000, "&" * 300_000]
    )
    def test_page_is_read_in_no_time(self, html: str) -> None:
        with within(1):
            text_of(html)


class TestSlack:
    def test_message_is_a_word_of_theirs(self) -> None:
        told = read("slack", bodies.slack())

        assert fields(told)[:3] == ("message", "text", "inbound")
        assert told.interaction is not None
        assert told.interaction.body == "Shall we talk tomorrow?"
        assert [one.handle for one in told.people] == ["slack:T123:D024BE91L"]

    def test_message_of_the_owners_is_with_the_same_person(self) -> None:
        told = read("slack", bodies.slack(user="U_ROBIN"))

        assert told.interaction is not None
        assert told.interaction.direction == "outbound"
        assert told.people == read("slack", bodies.slack()).people

    @pytest.mark.parametrize(
        "event",
        [{"channel_type": "channel"}, {"subtype": "message_changed"}, {"bot_id": "B1"}, {"type": "reaction_added"}],
    )
    def test_others_say_nothing(self, event: Any) -> None:
        assert nothing("slack", bodies.slack(**event))


class TestZoom:
    def test_participant_was_in_a_call(self) -> None:
        told = read("zoom", bodies.zoom())

        assert fields(told) == ("video_call", "video", "mutual", None, "Coffee")
        assert told.adds

    def test_participant_who_left_says_how_long(self) -> None:
        told = read("zoom", bodies.zoom("meeting.participant_left", left="2026-03-01T10:45:00Z"))

        assert fields(told)[3] == 45

    def test_host_and_others_say_nothing(self) -> None:
        assert nothing("zoom", bodies.zoom(id="HOST"))
        assert nothing("zoom", bodies.zoom("meeting.ended"))
        assert nothing("zoom", bodies.zoom(name="", email=""))


WRONG: list[Any] = [
    None,
    5,
    "",
    "x" * 5000,
    [],
    [[]],
    {},
    True,
    1e20,
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "\u202e\x00",
]


class TestEveryProvider:
    @pytest.mark.parametrize("kind", PROVIDERS)
    def test_understands_or_says_why_not(self, kind: str) -> None:
        """Put a wrong value in each place of a good body in turn."""
        for broken in variations(bodies.ANY[kind]):
            assert 5 < len(why_not(kind, broken)) < 300


def why_not(kind: str, payload: Any) -> str:
    try:
        PROVIDERS[kind].event_id(_NO_DELIVERY, payload)
        PROVIDERS[kind].read(payload, frozenset())
        PROVIDERS[kind].challenge(payload, "secret")
    except Malformed as error:
        return str(error)
    return "understood"


class _NoDelivery:
    def header(self, name: str) -> str:
        return ""


_NO_DELIVERY: Any = _NoDelivery()


def variations(value: Any) -> Any:
    """Yield the value with each part replaced, and without it."""
    if isinstance(value, dict):
        for name in value:
            yield {key: one for key, one in value.items() if key != name}
            for wrong in WRONG:
                yield value | {name: wrong}
            for broken in variations(value[name]):
                yield value | {name: broken}
    elif isinstance(value, list):
        for place, item in enumerate(value):
            for broken in [*WRONG, *variations(item)]:
                yield [*value[:place], broken, *value[place + 1 :]]
