"""A POST in one go: who asks, the key, the body, the work and the commit, on one connection in one thread (ADR 15)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from inspect import Parameter, Signature
from json import JSONDecodeError
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import Session

from comity import idempotency, strict_json
from comity.errors import ComityError
from comity.problems import problems
from comity.routes import HotPostRoute, media_type
from comity.web import authenticate, check_scope, database, now_of

Body = TypeVar("Body", bound=BaseModel)
Work = Callable[[Session, str, Body, datetime], Response]


def hot_post(
    router: APIRouter,
    path: str,
    *,
    takes: type[Body],
    answers: Any,
    scopes: Sequence[str] = ("write",),
    errors: Sequence[type[ComityError]] = (),
) -> Callable[[Work[Body]], Work[Body]]:
    """Declare a hot POST that creates: what it takes and answers with, who may send it, what can stand against it.

    The function is given the session, the account's id, the body and the present instant. scopes: any of them will do.
    """

    def declare(work: Work[Body]) -> Work[Body]:
        def endpoint(request: Request, sent: bytes) -> Response:
            return _in_one_go(request, sent, takes, scopes, work)

        body = Parameter("body", Parameter.KEYWORD_ONLY, annotation=takes)
        endpoint.__signature__ = Signature([body])  # type: ignore[attr-defined]  # for the contract; we call it ourselves
        router.add_api_route(
            path,
            endpoint,
            methods=["POST"],
            status_code=201,
            name=work.__name__,
            description=work.__doc__,
            response_model=answers,
            responses=problems(*errors),
            route_class_override=HotPostRoute,
        )
        return work

    return declare


def _in_one_go(request: Request, sent: bytes, takes: type[Body], scopes: Sequence[str], work: Work[Body]) -> Response:
    now = now_of(request)
    with database(request).write() as session:
        signed_in = authenticate(session, request)
        check_scope(signed_in, *scopes)
        body = _read(takes, request, sent)
        key = request.headers.get(idempotency.HEADER)
        if key is None:
            return work(session, signed_in.account_id, body, now)
        print_ = idempotency.fingerprint(request, sent)
        claimed = idempotency.claim(session, account_id=signed_in.account_id, key=key, fingerprint=print_, now=now)
        response = work(session, signed_in.account_id, body, now)
        idempotency.remember(claimed, response)
        return response


def _read(takes: type[Body], request: Request, sent: bytes) -> Body:
    """Read the body.

    Raises RequestValidationError, with places and words as FastAPI has them.
    """
    try:
        if sent:
            return takes.model_validate(_value(request, sent), from_attributes=True)
        faults: list[Any] = [{"type": "missing", "loc": (), "msg": "Field required"}]
    except JSONDecodeError as error:
        faults = [{"type": "json_invalid", "loc": (error.pos,), "msg": "", "ctx": {"error": error.msg}}]
    except ValidationError as error:
        faults = list(error.errors(include_url=False))
    raise RequestValidationError([{**fault, "loc": ("body", *fault["loc"])} for fault in faults])


def _value(request: Request, sent: bytes) -> Any:
    """Return what the JSON says, or, where it does not say that it is JSON, the bytes: those fit nothing.

    Raises JSONDecodeError.
    """
    kind = media_type(request)
    is_json = kind.startswith("application/") and kind.endswith(("/json", "+json"))
    return strict_json.loads(sent) if is_json else sent
