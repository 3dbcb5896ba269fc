import logging
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from comity.mail import Mail, MailError, Post
from tests.a_mail_server import MailServer, mail_server
from tests.conftest import MONDAY

SENDER = "Comity <comity@example.org>"
MAIL = Mail("01abc", "robin@example.com", "Three things for today – Zoë", "Héllo\n", "<p>Héllo</p>")


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


def post_by(server: MailServer, *, signs_in_as: str = "") -> Post:
    url = server.url.replace("smtp://", f"smtp://{signs_in_as}@") if signs_in_as else server.url
    return Post.by(smtp_url=url, folder=None, sender=SENDER, public_url="")


class TestAServer:
    def test_gets_the_whole_mail_once(self, server: MailServer) -> None:
        post_by(server).send(MAIL, MONDAY)

        (got,) = server.received
        assert (got["From"], got["To"], got["Subject"]) == (SENDER, MAIL.to, MAIL.subject)
        assert got["Message-ID"] == "<01abc@example.org>"
        assert got["Date"].datetime == MONDAY
        assert got["Auto-Submitted"] == "auto-generated"
        plain, html = got.get_body(("plain",)), got.get_body(("html",))
        assert plain is not None
        assert html is not None
        assert plain.get_content().strip() == "Héllo"
        assert html.get_content().strip() == "<p>Héllo</p>"

    def test_knows_the_same_mail_again_by_its_id(self, server: MailServer) -> None:
        for _ in range(2):
            post_by(server).send(MAIL, MONDAY)

        assert len({got["Message-ID"] for got in server.received}) == 1

    def test_is_told_who_we_are(self, server: MailServer) -> None:
        server.extensions.append("AUTH PLAIN")

        post_by(server, signs_in_as="robin:p%40ss").send(MAIL, MONDAY)

        assert server.signed_in == ["AUTH PLAIN AHJvYmluAHBAc3M="]

    def test_may_break_off_after_it_took_a_mail(self, server: MailServer) -> None:
        server.refusals["QUIT"] = "421 gone"

        post_by(server).send(MAIL, MONDAY)

        assert len(server.received) == 1

    @pytest.mark.parametrize(
        ("verb", "words", "again"),
        [
            ("MAIL", "451 robin@example.com: later", True),
            ("RCPT", "450 robin@example.com: later", True),
            ("RCPT", "550 robin@example.com: nobody", False),
            ("DATA", "554 robin@example.com: spam", False),
        ],
    )
    def test_says_no_for_now_or_for_good(self, server: MailServer, verb: str, words: str, again: bool) -> None:
        server.refusals[verb] = words

        with pytest.raises(MailError) as refused:
            post_by(server).send(MAIL, MONDAY)

        assert refused.value.again is again
        assert str(refused.value) == f"The mail server answered {words[:3]}."

    def test_may_hang_up_before_its_word(self, server: MailServer) -> None:
        server.hangs_up_after_data = True

        with pytest.raises(MailError) as refused:
            post_by(server).send(MAIL, MONDAY)

        assert refused.value.again

    def test_may_be_away(self) -> None:
        post = Post.by(smtp_url="smtp://127.0.0.1:9", folder=None, sender=SENDER, public_url="")

        with pytest.raises(MailError) as refused:
            post.send(MAIL, MONDAY)

        assert refused.value.again

    @pytest.mark.parametrize("to", ["a@example.com\r\nBcc: b@example.com", "a@example.com\nX: y"])
    def test_gets_no_header_that_a_value_smuggles_in(self, server: MailServer, to: str) -> None:
        for mail in (Mail("1", to, "Hello", "text"), Mail("1", "a@example.com", to, "text")):
            with pytest.raises(MailError) as refused:
                post_by(server).send(mail, MONDAY)

            assert not refused.value.again
        assert server.received == []


class TestAFolder:
    def test_holds_the_same_mail_once(self, tmp_path: Path) -> None:
        post = Post.by(smtp_url="", folder=tmp_path / "mail", sender="", public_url="")

        for _ in range(2):
            post.send(MAIL, MONDAY)

        (file,) = (tmp_path / "mail").iterdir()
        got = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert (file.name, got["Subject"], got["Message-ID"]) == ("01abc.eml", MAIL.subject, "<01abc@localhost>")
        assert file.stat().st_mode & 0o077 == 0

    def test_that_cannot_be_written_to_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        post = Post.by(smtp_url="", folder=tmp_path / "file", sender="", public_url="")

        with pytest.raises(MailError) as refused:
            post.send(MAIL, MONDAY)

        assert refused.value.again


class TestTheLog:
    def test_says_that_one_would_have_gone_and_not_to_whom(self, caplog: pytest.LogCaptureFixture) -> None:
        post = Post.by(smtp_url="", folder=None, sender="", public_url="")

        with caplog.at_level(logging.INFO, "comity.mail"):
            post.send(MAIL, MONDAY)

        (line,) = caplog.records
        assert not post.reaches_people
        assert line.to == "r...@example.com"
        assert line.subject == MAIL.subject
        assert "Héllo" not in str(line.__dict__)
