"""Routes that read strict JSON within limits, and let the transaction see the answer before it commits."""

from asyncio import get_running_loop
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from functools import partial
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from python_multipart.multipart import parse_options_header
from starlette.exceptions import HTTPException

from comity import idempotency, strict_json
from comity.errors import ComityError, Refused, UnsupportedMediaType
from comity.parameters import Parameters
from comity.problems import problems

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
READ_ON_BYTES = 4 << 20
UTF8 = frozenset({b"utf-8", b"utf8"})

Read = TypeVar("Read", bound=Callable[..., Response])


class Route(APIRoute):
    """A route that reads strict JSON and lets the transaction see the answer before it commits."""

    largest_body = 1 << 20

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap FastAPI's handler. What only reads has no body, and no transaction that waits for its answer."""
        handle = super().get_route_handler()

        async def handler(request: Request) -> Response:
            _refuse_nul(request)
            if request.method in SAFE_METHODS:
                return await handle(request)
            _check_encoding(request)
            try:
                response = await handle(_StrictRequest(request.scope, request.receive))
            except idempotency.AnsweredBefore as before:
                return before.response
            request.state.response = response
            return response

        return handler


class HotRoute(Route):
    """A read that asks for its request alone: FastAPI's dependencies would cost it more than its answer does."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Run the function in one of the threads that are kept for reads."""
        function = self.endpoint

        async def handler(request: Request) -> Response:
            _refuse_nul(request)
            work = partial(function, request, **request.path_params)
            response: Response = await get_running_loop().run_in_executor(request.app.state.readers, work)
            return response

        return handler


class HotPostRoute(Route):
    """A write that does all of its work in one thread (`hot_posts.py`): each further hop waits for other threads."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read the body, wait at the gate of the writers, and run the function in one of their threads."""
        function = self.endpoint

        async def handler(request: Request) -> Response:
            _refuse_nul(request)
            _check_encoding(request)
            sent = await _StrictRequest(request.scope, request.receive).body()
            state = request.app.state
            async with state.writers:
                try:
                    return await get_running_loop().run_in_executor(state.writing, function, request, sent)
                except idempotency.AnsweredBefore as before:
                    return before.response

        return handler


class UploadRoute(Route):
    """A route that takes a file."""

    largest_body = 50 << 20


class SecretRoute(Route):
    """A route with a secret in what it reads or answers: neither is kept for a repeated request."""

    answers_secret = True


def new_router(*, tag: str, prefix: str = "/v1", route_class: type[Route] = Route) -> APIRouter:
    """Return a router for one feature."""
    return APIRouter(
        prefix=prefix,
        tags=[tag],
        route_class=route_class,
        responses={"default": {"description": "A problem."}},
        generate_unique_id_function=lambda route: route.name,
    )


def hot_read(
    router: APIRouter,
    path: str,
    *,
    answers: Any,
    asks: type[Parameters] = Parameters,
    errors: Sequence[type[ComityError]] = (),
) -> Callable[[Read], Read]:
    """Declare a hot read: what it may be asked, what it answers with, and what can stand against it."""

    def declare(function: Read) -> Read:
        router.add_api_route(
            path,
            function,
            response_model=answers,
            responses=problems(*errors),
            openapi_extra=asks.documented(),
            route_class_override=HotRoute,
        )
        return function

    return declare


class _StrictRequest(Request):
    """A request whose JSON has one meaning, and whose body has an end."""

    async def json(self) -> Any:
        if not hasattr(self, "_strict_json"):
            self._strict_json = strict_json.loads(await self.body())
        return self._strict_json

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """Read the body. What is too large is read on for a while, unkept, so that the client hears the answer."""
        largest: int = getattr(self.scope["route"], "largest_body", Route.largest_body)
        read = 0
        async for chunk in super().stream():
            read += len(chunk)
            if read <= largest:
                yield chunk
            elif read > largest + READ_ON_BYTES:
                break
        if read > largest:
            raise HTTPException(413)


def _refuse_nul(request: Request) -> None:
    """Refuse in an address what PostgreSQL's texts cannot hold, so that both databases answer alike."""
    if "\x00" in request.scope["path"]:
        raise HTTPException(404)
    if b"%00" in request.scope["query_string"]:
        raise Refused("A parameter holds a control character.", pointer="query")


def media_type(request: Request) -> str:
    """Return what a body says it is, like `application/json`."""
    return parse_options_header(request.headers.get("Content-Type"))[0].decode("latin-1").lower()


def _check_encoding(request: Request) -> None:
    """Refuse a body that says it is packed, or that it is not UTF-8."""
    _, parameters = parse_options_header(request.headers.get("Content-Type"))
    charset = parameters.get(b"charset", b"utf-8").lower()
    if request.headers.get("Content-Encoding", "identity") != "identity" or charset not in UTF8:
        raise UnsupportedMediaType
