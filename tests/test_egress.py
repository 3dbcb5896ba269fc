"""The door out, with a listener on loopback that must not see a byte of what is to go elsewhere."""

import asyncio
import datetime
import ssl
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from comity.addresses import Allowed
from comity.egress import LARGEST_ANSWER, Answer, Egress, OutsideError
from tests.listener import Listener
from tests.promised import Figure
from tests.test_addresses import EVERYTHING_REFUSED, IPV4, IPV6, PUBLIC

LOOPBACK = Allowed.parse("127.0.0.0/8")
INSIDE = [one for one in IPV4 if one.count(".") == 3 and "0x" not in one and not one.startswith(("01", "02"))] + IPV6


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as listener:
        yield listener


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch, listener: Listener) -> list[tuple[str, int]]:
    """Whom the door dials; whoever it is, the listener picks up."""
    found: list[tuple[str, int]] = []
    connect = httpcore.AnyIOBackend.connect_tcp

    async def dial(self: Any, host: str, port: int, *others: Any, **more: Any) -> Any:
        found.append((host, port))
        return await connect(self, "127.0.0.1", listener.port, *others, **more)

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", dial)
    return found


def post(egress: Egress, url: str) -> Answer:
    return egress.post(url, b"{}", headers={"Content-Type": "application/json"})


def fault(egress: Egress, url: str) -> str:
    with pytest.raises(OutsideError) as raised:
        post(egress, url)
    assert raised.value.again
    return str(raised.value)


class Resolver:
    """Says what it is told to, one answer after the other, and how often it was asked."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return self.answers[min(self.asked, len(self.answers)) - 1]


@pytest.mark.promise("P10")
class TestInside:
    def test_is_never_reached(self, listener: Listener, figure: Figure) -> None:
        egress = Egress(resolve=lambda host, port: [ip_address(host).exploded])
        urls = [*EVERYTHING_REFUSED, f"http://127.0.0.1:{listener.port}/", f"http://localhost:{listener.port}/"]
        for url in urls:
            fault(egress, url)
        names = [[one] for one in INSIDE] + [["8.8.8.8", one] for one in INSIDE] + [[one, "8.8.8.8"] for one in INSIDE]
        for answers in names:
            said = fault(Egress(resolve=Resolver(answers)), f"http://example.com:{listener.port}/")
            assert said == "Its name does not stand for public addresses alone."

        figure(
            f"{len(urls)} addresses, {len(names)} names that stand for such, mixed ones too: all refused at the call; "
            f"a listener on loopback saw {listener.connections} connections, {len(listener.bytes)} bytes"
        )
        assert not listener.connections

    def test_is_not_reached_by_a_name_that_changes_its_mind(
        self, listener: Listener, dialled: list[tuple[str, int]], figure: Figure
    ) -> None:
        resolver = Resolver(["8.8.8.8"], ["127.0.0.1"])
        egress = Egress(resolve=resolver)

        assert post(egress, "http://example.com/").status == 200
        assert (resolver.asked, dialled) == (1, [("8.8.8.8", 80)])
        assert fault(egress, "http://example.com/") == "Its name does not stand for public addresses alone."
        assert dialled == [("8.8.8.8", 80)]
        figure("rebinding: one look at the name for a call, connected to what was checked, refused when it changed")

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_is_not_reached_by_a_redirect(self, listener: Listener, status: int) -> None:
        with Listener() as inner:
            listener.answer = f"HTTP/1.1 {status} Moved\r\nLocation: http://127.0.0.1:{inner.port}/\r\n\r\n".encode()

            answer = post(Egress(allowed=LOOPBACK), f"http://127.0.0.1:{listener.port}/")

            assert answer.status == status
            assert not inner.connections

    def test_is_not_reached_through_a_proxy(self, listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{listener.port}")

        egress = Egress(resolve=Resolver(["127.0.0.1"]))
        fault(egress, "http://example.com/")

        assert not listener.connections


@pytest.mark.promise("P10")
class TestOutside:
    def test_is_reached(self, listener: Listener, dialled: list[tuple[str, int]], figure: Figure) -> None:
        def known(host: str, port: int) -> list[str]:
            return [host] if host[0].isdigit() or ":" in host else ["93.184.215.14"]

        plain = [url.lower().replace("https:", "http:") for url in PUBLIC]
        for url in plain:
            assert post(Egress(resolve=known), url).status == 200

        figure(f"{len(plain)} public controls pass")
        assert {host for host, _ in dialled} == {
            "93.184.215.14",
            "8.8.8.8",
            "172.32.0.1",
            "2606:4700:4700::1111",
            "2a00:1450:4001:812::200e",
        }
        assert b"\r\nHost: hooks.example.org:8080\r\n" in listener.bytes
        assert b"\r\nHost: [2606:4700:4700::1111]\r\n" in listener.bytes

    def test_is_told_the_name_that_was_asked_for(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[str | None] = []
        with Listener(tls=_certificate(tmp_path, "example.com", asked)) as listener:
            connect = httpcore.AnyIOBackend.connect_tcp

            async def dial(self: Any, host: str, port: int, *others: Any, **more: Any) -> Any:
                return await connect(self, "127.0.0.1", listener.port, *others, **more)

            monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", dial)
            trusted = ssl.create_default_context(cafile=str(tmp_path / "example.com.pem"))
            egress = Egress(resolve=Resolver(["8.8.8.8"]), tls=lambda: trusted)

            assert post(egress, "https://example.com/").status == 200
            assert asked == ["example.com"]
            assert fault(egress, "https://example.org/") == "Its certificate or its encryption does not hold."
            assert fault(Egress(resolve=Resolver(["8.8.8.8"])), "https://example.com/").startswith("Its certificate")

    def test_may_have_several_addresses_of_which_one_is_up(
        self, listener: Listener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        connect, dialled = httpcore.AnyIOBackend.connect_tcp, []

        async def dial(self: Any, host: str, port: int, *others: Any, **more: Any) -> Any:
            dialled.append(host)
            if host != "8.8.4.4":
                raise httpcore.ConnectError
            return await connect(self, "127.0.0.1", listener.port, *others, **more)

        monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", dial)

        assert post(Egress(resolve=Resolver(["2606:4700::1111", "8.8.8.8", "8.8.4.4"])), "http://a.example/").status
        assert dialled == ["2606:4700::1111", "8.8.8.8", "8.8.4.4"]


class TestLimits:
    def test_read_no_more_than_64_kib(self, listener: Listener) -> None:
        listener.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + b"x" * (LARGEST_ANSWER + 4096)

        answer = post(Egress(allowed=LOOPBACK), f"http://127.0.0.1:{listener.port}/")

        assert (answer.status, len(answer.body)) == (200, LARGEST_ANSWER)

    @pytest.mark.parametrize(
        "drip", [b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b""]
    )
    def test_end_a_call_that_drips(self, listener: Listener, drip: bytes) -> None:
        listener.answer, listener.drips = drip, True
        began = time.monotonic()

        said = fault(Egress(allowed=LOOPBACK, seconds=0.5), f"http://127.0.0.1:{listener.port}/")

        assert said == "It took too long."
        assert time.monotonic() - began < 10

    def test_end_a_look_at_a_name_that_takes_long(self) -> None:
        def slow(host: str, port: int) -> list[str]:
            time.sleep(5.0)
            return ["8.8.8.8"]

        began = time.monotonic()
        assert fault(Egress(resolve=slow, seconds=0.3), "http://example.com/") == "It took too long."
        assert time.monotonic() - began < 4.5

    @pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 ", b"SSH-2.0-OpenSSH_9.2\r\n", b"\x00" * 100])
    def test_call_what_is_no_answer_a_fault(self, listener: Listener, answer: bytes) -> None:
        listener.answer = answer

        assert fault(Egress(allowed=LOOPBACK), f"http://127.0.0.1:{listener.port}/").startswith("It broke off")

    def test_call_a_closed_door_a_fault(self, listener: Listener) -> None:
        listener.close()

        assert fault(Egress(allowed=LOOPBACK), f"http://127.0.0.1:{listener.port}/") == "It could not be reached."


def test_an_operators_own_address_may_lie_next_door(listener: Listener) -> None:
    listener.answer = b'HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{"a":1}'
    call = Egress().post_json(f"http://127.0.0.1:{listener.port}/v1", {}, headers={}, seconds=5)

    assert asyncio.run(call) == {"a": 1}


def _certificate(folder: Path, name: str, asked: list[str | None]) -> ssl.SSLContext:
    """Return what a server needs to be `name`, and note for whom it is asked."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)  # noqa: TID251 (what checks it has no other clock)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, secret = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / f"{name}.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, secret))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / "key.pem")
    context.sni_callback = lambda _, asked_for, __: asked.append(asked_for)
    return context
