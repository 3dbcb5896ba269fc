"""`/v1/hooks/{integration_id}`: where other programs tell what happened. The signature lets in, no credential."""

from asyncio import get_running_loop
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic_core import to_json

from comity.errors import BodyTooLarge
from comity.integrations import receiving
from comity.integrations.keeping import EventIdReused, HookMalformed, Receipt
from comity.integrations.long_strings import LongStrings
from comity.integrations.provider import USUAL_BODY_BYTES
from comity.integrations.receiving import Arrival, NotSigned
from comity.integrations.schemas import HookReceipt
from comity.integrations.signing import Delivery
from comity.problems import problem_response
from comity.routes import Route
from comity.web import database, new_router, now_of, problems

LONGEST_STRING_BYTES = 64 << 10
LARGEST_KEPT_BYTES = 1 << 20  # of a mail, without its attachments
READ_ON_BYTES = 1 << 20
ANY_OBJECT = {"content": {"application/json": {"schema": {"type": "object"}}}, "required": True}


class HookRoute(Route):
    """A route that reads the bytes as they were signed, and asks for its request alone."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Hand the request over as it is."""
        function = self.endpoint

        async def handler(request: Request) -> Response:
            response: Response = await function(request, **request.path_params)
            return response

        return handler


router = new_router(tag="hooks", route_class=HookRoute)


@router.post(
    "/hooks/{integration_id}",
    status_code=202,
    response_model=HookReceipt,
    responses={
        200: {"model": HookReceipt, "description": "It was kept before, or it is a question that proves the address."},
        401: {"description": "No secret of such an integration signed it."},
        **problems(EventIdReused, HookMalformed, BodyTooLarge),
    },
    openapi_extra={"requestBody": ANY_OBJECT},
)
async def receive_hook(request: Request, integration_id: str) -> Response:
    """Take an event in: what is answered with 202 is kept, and counts once."""
    try:
        body = await _body(request, integration_id)
        receipt = await request.app.state.hooks.do(Arrival(integration_id, _delivery(request, body)))
    except NotSigned:
        return _refused()
    return Response(to_json(receipt.body), receipt.status, media_type="application/json")


async def receive_together(app: FastAPI, arrivals: Sequence[Arrival]) -> list[Receipt | Exception]:
    """Take in what arrived together, in one of the threads that write."""
    state = app.state
    async with state.writers:
        work = partial(receiving.receive, state.database, state.vault, arrivals)
        return await get_running_loop().run_in_executor(state.writing, work)


def _delivery(request: Request, body: bytes) -> Delivery:
    headers: dict[str, list[str]] = defaultdict(list)
    for name, value in request.scope["headers"]:
        headers[name.decode("latin-1").lower()].append(value.decode("latin-1"))
    return Delivery(headers, request.query_params, body, now_of(request))


async def _body(request: Request, integration_id: str) -> bytes:
    """Read the body within its limit, before anything is hashed.

    What is too large is read on for a while, unkept, so that the sender hears the answer. Raises BodyTooLarge.
    """
    body: _Usual | LongStrings = _Usual()
    largest, read = USUAL_BODY_BYTES, 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > largest and isinstance(body, _Usual):
            largest = await _largest(request, integration_id)
            body = body.without_long_strings()
        if read > largest + READ_ON_BYTES:
            break
        if read <= largest:
            body.feed(chunk)
    if read > largest or len(body.kept) > LARGEST_KEPT_BYTES:
        raise BodyTooLarge
    return bytes(body.kept)


class _Usual:
    """A body that is kept as it comes."""

    def __init__(self) -> None:
        self.kept = bytearray()

    def feed(self, chunk: bytes) -> None:
        self.kept += chunk

    def without_long_strings(self) -> LongStrings:
        """Go on without them."""
        found = LongStrings(longest=LONGEST_STRING_BYTES)
        found.feed(bytes(self.kept))
        return found


async def _largest(request: Request, integration_id: str) -> int:
    """Return how large a body may be, by who sends it: who proves nothing yet may send what is usual."""
    return await run_in_threadpool(
        receiving.largest_body,
        database(request),
        request.app.state.vault,
        integration_id=integration_id,
        delivery=_delivery(request, b""),
    )


async def _read_on(request: Request) -> None:
    """Read on for a while, unkept, so that the sender hears the answer."""
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > READ_ON_BYTES:
            return


def _refused() -> Response:
    """Return the same bytes for every fault of a signature, an id that there is not included."""
    return problem_response(slug="not-signed", title="No secret of such an integration signed this.", status=401)
