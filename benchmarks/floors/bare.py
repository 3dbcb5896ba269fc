"""The bare floor: one ASGI callable round the driver."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from benchmarks.floors import hooks, reads, today, writes
from benchmarks.floors.driver import Driver

Message = dict[str, Any]


def create_app(driver: Driver, now: datetime) -> Callable[..., Awaitable[None]]:
    """Return the callable on one connection."""

    async def app(scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[..., Any]) -> None:
        if scope["type"] != "http":
            return
        headers = dict(scope["headers"])
        authorization = headers.get(b"authorization", b"").decode()
        path = scope["path"]
        status = 200
        if path.startswith("/v1/hooks/"):
            event_id = headers[b"webhook-id"].decode()
            status, answer = 202, hooks.keep(driver, path, event_id, now, await _body(receive))
        elif scope["method"] == "POST":
            status, answer = 201, writes.log_interaction(driver, authorization, now, await _body(receive))
        elif path == "/v1/contacts":
            answer = reads.list_contacts(driver, authorization, now)
        elif path == "/v1/next-steps":
            answer = today.todays(driver, authorization, now)
        else:
            answer = reads.get_contact(driver, authorization, now, path.rpartition("/")[2])
        length = str(len(answer)).encode()
        head = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": status, "headers": head})
        await send({"type": "http.response.body", "body": answer})

    return app


async def _body(receive: Callable[[], Awaitable[Message]]) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body
