"""The one door out: every call to the outside goes through here, with an end to its time and to its answer's size.

Two kinds of addresses go out by it. An operator's own setting, like a language model's, is trusted and may lie next
door: `post_json`. What a user of Comity wrote is not: `post` reaches the public internet alone (see `addresses.py`).
"""

import asyncio
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpcore
import httpx

from comity.addresses import NOTHING, AddressRefused, Allowed, check_answers, read_web_address

CONNECT_SECONDS = 5.0  # until a name is known and a connection stands
TOTAL_SECONDS = 15.0
LARGEST_JSON = 1 << 20  # bytes: nothing that an operator's own setting answers with is larger
LARGEST_ANSWER = 64 << 10  # bytes: what else somebody's endpoint says is not read
SAID_HEADERS = frozenset({"retry-after", "content-type"})
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})

Resolve = Callable[[str, int], list[str]]

_resolving = ThreadPoolExecutor(8, "comity-resolving")  # a name that nobody answers for holds one of these, no job


class OutsideError(Exception):
    """The outside did not answer as it should. again: whether trying again can help."""

    def __init__(self, what: str, *, again: bool) -> None:
        super().__init__(what)
        self.again = again


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. body: at most 64 KiB of it. headers: those of `SAID_HEADERS`, by lower-case name."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def known_addresses(host: str, port: int) -> list[str]:
    """Return every address that a name stands for."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@cache
def _usual_tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Egress:
    """How calls go out. No redirect is followed, and no proxy or password is taken from the surroundings.

    allowed: what an operator opens of the inside. The rest is for tests: what answers instead of an operator's address,
    who knows what names stand for, whom to trust, and how long a call may take in all.
    """

    transport: httpx.AsyncBaseTransport | None = field(default=None)
    allowed: Allowed = NOTHING
    resolve: Resolve = known_addresses
    tls: Callable[[], ssl.SSLContext] = _usual_tls
    seconds: float = TOTAL_SECONDS

    def post(self, url: str, body: bytes, *, headers: Mapping[str, str]) -> Answer:
        """Send bytes to an address that a user wrote, and return what it answers, whatever its status.

        For jobs: it waits, fifteen seconds at most. Raises OutsideError where no answer came.
        """
        try:
            address = read_web_address(url, self.allowed)
            request = httpcore.Request(
                "POST",
                httpcore.URL(
                    scheme=address.scheme.encode(),
                    host=address.host.encode(),
                    port=address.port,
                    target=address.target.encode(),
                ),
                headers=[("Host", address.authority), ("Content-Length", str(len(body))), *headers.items()],
                content=body,
                extensions={"timeout": {"connect": CONNECT_SECONDS}},
            )
            return asyncio.run(self._call(request))
        except AddressRefused as refused:
            raise OutsideError(refused.detail, again=True) from None
        except (httpcore.TimeoutException, TimeoutError):
            raise OutsideError("It took too long.", again=True) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise OutsideError(_fault(error), again=True) from None

    async def _call(self, request: httpcore.Request) -> Answer:
        guard = _Guard(self.allowed, self.resolve)
        async with (
            asyncio.timeout(self.seconds),
            httpcore.AsyncConnectionPool(ssl_context=self.tls(), network_backend=guard) as pool,
        ):
            response = await pool.handle_async_request(request)
            try:
                named = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers]
                said = {name: value for name, value in named if name in SAID_HEADERS}
                return Answer(response.status, said, await _beginning(response))
            finally:
                await response.aclose()

    async def post_json(self, url: str, body: Any, *, headers: Mapping[str, str], seconds: float) -> Any:
        """Send JSON to an address that an operator has set, and return the JSON of the answer.

        seconds: in all, from the first byte asked for to the last one read. Raises OutsideError.
        """
        try:
            return await self._post_json(url, body, headers, seconds)
        except (httpx.TimeoutException, TimeoutError):
            raise OutsideError("It took too long.", again=True) from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise OutsideError(f"It could not be read: {type(error).__name__}.", again=True) from None

    async def _post_json(self, url: str, body: Any, headers: Mapping[str, str], seconds: float) -> Any:
        timeout = httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        async with (
            asyncio.timeout(seconds),
            httpx.AsyncClient(timeout=timeout, transport=self.transport, trust_env=False) as client,
            client.stream("POST", url, json=body, headers=dict(headers)) as response,
        ):
            if not response.is_success:
                again = response.status_code in _WORTH_ANOTHER_TRY
                raise OutsideError(f"It answered {response.status_code}.", again=again)
            return json.loads(await _all_of(response))


PUBLIC_ALONE = Egress()


class _Guard(httpcore.AsyncNetworkBackend):
    """Makes connections to addresses that were checked, and to no others.

    A name is resolved once, and each of its addresses must be fit to be called: what is connected to is one of those,
    never the name again.
    """

    def __init__(self, allowed: Allowed, resolve: Resolve) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to one of the addresses of a host, the first that answers.

        Raises AddressRefused, TimeoutError, httpcore.ConnectError.
        """
        ends_at = time.monotonic() + (timeout or CONNECT_SECONDS)
        async with asyncio.timeout(timeout):
            answers = await asyncio.get_running_loop().run_in_executor(_resolving, self._resolve, host, port)
        checked = check_answers(host, answers, self._allowed)
        for number, address in enumerate(checked):
            share = (ends_at - time.monotonic()) / (len(checked) - number)
            try:
                return await self._network.connect_tcp(address, port, max(share, 0.0), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address is checked[-1]:
                    raise
        raise AssertionError  # there is at least one, and the last one raises

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._network.sleep(seconds)


async def _beginning(response: httpcore.Response) -> bytes:
    read = bytearray()
    async for chunk in response.aiter_stream():
        read += chunk
        if len(read) >= LARGEST_ANSWER:
            break
    return bytes(read[:LARGEST_ANSWER])


async def _all_of(response: httpx.Response) -> bytes:
    read = bytearray()
    async for chunk in response.aiter_bytes():
        read += chunk
        if len(read) > LARGEST_JSON:
            raise OutsideError("Its answer is too large.", again=False)
    return bytes(read)


def _fault(error: BaseException) -> str:
    """Say what kept an answer from coming, in words that show nothing of the inside."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "Its certificate or its encryption does not hold."
        if isinstance(cause, socket.gaierror):
            return "No host of this name was found."
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore.ConnectError | OSError):
        return "It could not be reached."
    return "It broke off, or answered something other than HTTP."
