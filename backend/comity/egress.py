"""The one door out: every call to the outside goes through here, with an end to its time and to its answer's size."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

CONNECT_SECONDS = 5.0
LARGEST_ANSWER = 1 << 20  # bytes: nothing that is asked for here is larger
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})


class OutsideError(Exception):
    """The outside did not answer as it should. again: whether trying again can help."""

    def __init__(self, what: str, *, again: bool) -> None:
        super().__init__(what)
        self.again = again


@dataclass(frozen=True, slots=True)
class Egress:
    """How calls go out. No redirect is followed, and no proxy or password is taken from the surroundings."""

    transport: httpx.AsyncBaseTransport | None = field(default=None)

    async def post_json(self, url: str, body: Any, *, headers: Mapping[str, str], seconds: float) -> Any:
        """Send JSON and return the JSON of the answer.

        seconds: in all, from the first byte asked for to the last one read. Raises OutsideError.
        """
        try:
            return await self._post(url, body, headers, seconds)
        except (httpx.TimeoutException, TimeoutError):
            raise OutsideError("It took too long.", again=True) from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise OutsideError(f"It could not be read: {type(error).__name__}.", again=True) from None

    async def _post(self, url: str, body: Any, headers: Mapping[str, str], seconds: float) -> Any:
        timeout = httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds))
        async with (
            asyncio.timeout(seconds),
            httpx.AsyncClient(timeout=timeout, transport=self.transport, trust_env=False) as client,
            client.stream("POST", url, json=body, headers=dict(headers)) as response,
        ):
            if not response.is_success:
                again = response.status_code in _WORTH_ANOTHER_TRY
                raise OutsideError(f"It answered {response.status_code}.", again=again)
            return json.loads(await _read(response))


async def _read(response: httpx.Response) -> bytes:
    read = bytearray()
    async for chunk in response.aiter_bytes():
        read += chunk
        if len(read) > LARGEST_ANSWER:
            raise OutsideError("Its answer is too large.", again=False)
    return bytes(read)
