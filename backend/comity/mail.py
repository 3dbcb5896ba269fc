"""The one way out for mail: by SMTP, into a folder, or, where neither is set, a line in the log.

What is sent has a stable Message-ID: whoever sends the same mail again, because a machine stopped between the server's
word and our own note of it, sends what mail programs know for the same.
"""

import logging
import os
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

SECONDS = 20.0  # for each word of the server
PLAIN = "quoted-printable"  # no server has to know more than ASCII for it
PERMANENT = 500
NOT_LET_IN = frozenset({530, 534, 535, 538})  # what an operator can put right, while mails wait
PORTS = {"smtp": 587, "smtps": 465}

log = logging.getLogger("comity.mail")


class MailError(Exception):
    """A mail did not go out. again: whether trying again can help. Its words name no person."""

    def __init__(self, what: str, *, again: bool) -> None:
        super().__init__(what)
        self.again = again


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person. key: its name for ever, of letters, digits and hyphens."""

    key: str
    to: str
    subject: str
    text: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """How mail goes out, and where its links lead. public_url: empty where nobody said.

    reaches_people: whether somebody will read it, which nobody does where it ends in the log.
    """

    send: Callable[[Mail, datetime], None]
    reaches_people: bool
    public_url: str = ""

    @classmethod
    def by(cls, *, smtp_url: str, folder: Path | None, sender: str, public_url: str) -> "Post":
        """Return the way that an operator has set."""
        if smtp_url:
            return cls(_Server(urlsplit(smtp_url), sender).send, reaches_people=True, public_url=public_url)
        if folder:
            return cls(_Folder(folder, sender or "comity@localhost").send, reaches_people=True, public_url=public_url)
        return cls(_to_the_log, reaches_people=False, public_url=public_url)


def check_smtp_url(url: str) -> None:
    """Hold that this names a mail server.

    Raises ValueError.
    """
    parts = urlsplit(url)
    try:
        wrong = parts.scheme not in PORTS or not parts.hostname or parts.port == 0
    except ValueError:
        wrong = True
    if wrong or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("must be like smtp://user:password@host:587 or smtps://user:password@host:465")
    if bool(parts.username) != bool(parts.password):
        raise ValueError("must hold a user with a password, or neither")


def check_sender(sender: str) -> None:
    """Hold that this is an address, with a name or without: `Comity <comity@example.org>`.

    Raises ValueError.
    """
    if not sender.isprintable() or not _address(sender):
        raise ValueError("must be an address, like Comity <comity@example.org>")


def _address(sender: str) -> Address | None:
    """Return the one address that this is, if it is one."""
    message = EmailMessage(policy=SMTP_POLICY)
    message["From"] = sender
    header = message["From"]
    found = header.addresses[0] if len(header.addresses) == 1 and not header.defects else None
    return found if found and found.username and found.domain else None


def _message(mail: Mail, sender: str, now: datetime) -> EmailMessage:
    """Write a mail. Its policy refuses a line break in a header, whoever put it there."""
    message = EmailMessage(policy=SMTP_POLICY)
    message["From"] = sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{mail.key}@{message['From'].addresses[0].domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text, cte=PLAIN)
    if mail.html is not None:
        message.add_alternative(mail.html, subtype="html", cte=PLAIN)
    return message


def _to_the_log(mail: Mail, now: datetime) -> None:
    """Say that a mail would have gone; of the recipient only what does not tell who it is."""
    local, _, domain = mail.to.rpartition("@")
    log.info("mail.not_set", extra={"to": f"{local[:1]}...@{domain}", "subject": mail.subject})


IN_THE_LOG = Post(_to_the_log, reaches_people=False)


@dataclass(frozen=True, slots=True)
class _Server:
    """A mail server. A password goes over an encrypted line, or to this very machine."""

    url: SplitResult
    sender: str

    def send(self, mail: Mail, now: datetime) -> None:
        """Hand a mail over.

        Raises MailError.
        """
        message = _written(mail, self.sender, now)
        try:
            server = self._connect()
            try:
                self._sign_in(server)
                server.send_message(message)
            finally:
                with suppress(smtplib.SMTPException, OSError):
                    server.quit()  # what was accepted is accepted, whatever becomes of the goodbye
        except smtplib.SMTPRecipientsRefused as error:
            raise _answered(next(iter(error.recipients.values()))[0]) from None
        except smtplib.SMTPResponseException as error:
            raise _answered(error.smtp_code) from None
        except smtplib.SMTPNotSupportedError:
            raise MailError("The mail server does not take such an address, or no password.", again=False) from None
        except (smtplib.SMTPException, OSError) as error:
            raise MailError(f"The mail server could not be reached: {type(error).__name__}.", again=True) from None

    def _connect(self) -> smtplib.SMTP:
        host, port = self.url.hostname or "", self.url.port or PORTS[self.url.scheme]
        if self.url.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=ssl.create_default_context())
        server = smtplib.SMTP(host, port, timeout=SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        elif self.url.username and not _is_here(host):
            server.close()
            raise MailError("The mail server offers no encryption, so it gets no password.", again=False)
        return server

    def _sign_in(self, server: smtplib.SMTP) -> None:
        if self.url.username and self.url.password:
            server.login(unquote(self.url.username), unquote(self.url.password))


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder with a file for each mail. The same mail again is the same file."""

    folder: Path
    sender: str

    def send(self, mail: Mail, now: datetime) -> None:
        """Put a mail there, whole or not at all.

        Raises MailError.
        """
        written = _written(mail, self.sender, now).as_bytes()
        unfinished = self.folder / f".{mail.key}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(written)
            unfinished.rename(self.folder / f"{mail.key}.eml")
        except OSError as error:
            raise MailError(f"The folder for mail cannot be written to: {type(error).__name__}.", again=True) from None


def _written(mail: Mail, sender: str, now: datetime) -> EmailMessage:
    try:
        return _message(mail, sender, now)
    except ValueError:
        raise MailError("The mail has a header that cannot be written.", again=False) from None


def _answered(code: int) -> MailError:
    """Return a server's refusal by its number alone, for its words may name people. 4xx is said of what may pass."""
    return MailError(f"The mail server answered {code}.", again=code < PERMANENT or code in NOT_LET_IN)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
