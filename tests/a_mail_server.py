"""A mail server for tests: it keeps what it is handed, and can refuse, fall silent or hang up."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

Refusals = dict[str, str]


class MailServer(socketserver.ThreadingTCPServer):
    """received: every mail that it took. refusals: what it answers to a command instead of taking it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.received: list[EmailMessage] = []
        self.refusals: Refusals = {}
        self.extensions: list[str] = ["SMTPUTF8", "8BITMIME"]
        self.signed_in: list[str] = []
        self.hangs_up_after_data = False

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 here")
        for line in self.rfile:
            command = line.decode().strip()
            verb = command.partition(" ")[0].upper()
            if verb in self.server.refusals:
                self._say(self.server.refusals[verb])
            elif verb == "EHLO":
                heads = ["here", *self.server.extensions]
                for head in heads[:-1]:
                    self._say(f"250-{head}")
                self._say(f"250 {heads[-1]}")
            elif verb == "AUTH":
                self.server.signed_in.append(command)
                self._say("235 welcome")
            elif verb == "DATA":
                self._say("354 go on")
                self._take()
                if self.server.hangs_up_after_data:
                    return
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _take(self) -> None:
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        self.server.received.append(message_from_bytes(b"".join(lines), policy=policy.default))

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Serve on a port of its own."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
