"""What routers may ask for: a session, the account, the time, pages, ETags. This is where the clock is read."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from typing import Annotated, Any, Concatenate, ParamSpec, Protocol, TypeVar

from fastapi import Depends, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import TypeAdapter
from sqlalchemy.orm import Session
from starlette.datastructures import UploadFile

from comity import idempotency
from comity.database import Database
from comity.errors import Forbidden, Refused
from comity.etags import etag
from comity.parameters import Parameters
from comity.problems import problems
from comity.routes import SAFE_METHODS, Route, SecretRoute, UploadRoute, hot_read, new_router
from comity.schemas import Instant

__all__ = ["SAFE_METHODS", "Route", "SecretRoute", "UploadRoute", "hot_read", "new_router", "problems"]

EARLIEST_AS_OF = datetime(1970, 1, 1, tzinfo=UTC)
LATEST_AS_OF = timedelta(days=5 * 366)

Clock = Callable[[], datetime]
Given = ParamSpec("Given")
Result = TypeVar("Result")


# Who asks


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who asks, and what they may do."""

    account_id: str
    credential_id: str
    scopes: frozenset[str]


class Authenticate(Protocol):
    """What `accounts` hands over through `main.py`: reads the credential of a request.

    Raises Unauthenticated, Forbidden.
    """

    def __call__(self, session: Session, request: Request, *, now: datetime) -> SignedIn: ...


class ScopeMissing(Forbidden):
    """This token lacks a scope."""


async def _signed_in(request: Request) -> SignedIn:
    """Authenticate once a request, whoever asks first."""
    if not hasattr(request.state, "signed_in"):
        request.state.signed_in = await run_in_threadpool(_authenticate, request)
    found: SignedIn = request.state.signed_in
    return found


def _authenticate(request: Request) -> SignedIn:
    with database(request).read() as session:
        return authenticate(session, request)


def authenticate(session: Session, request: Request) -> SignedIn:
    """Read who asks, on a session that is open already."""
    check: Authenticate = request.app.state.authenticate
    return check(session, request, now=now_of(request))


def _needs(scope: str | None, *others: str) -> Callable[[Request], Awaitable[SignedIn]]:
    async def check(request: Request) -> SignedIn:
        signed_in = await _signed_in(request)
        check_scope(signed_in, scope or _scope_of(request), *others)
        return signed_in

    return check


def check_scope(signed_in: SignedIn, wanted: str, *others: str) -> None:
    """Any of these scopes will do.

    Raises ScopeMissing, which names the first.
    """
    if not signed_in.scopes.intersection({wanted, *others}):
        raise ScopeMissing(f"It needs the scope {wanted}.")


def _scope_of(request: Request) -> str:
    return "read" if request.method in SAFE_METHODS else "write"


async def _account_id(signed_in: Annotated[SignedIn, Depends(_needs(None))]) -> str:
    return signed_in.account_id


async def _poster_id(signed_in: Annotated[SignedIn, Depends(_needs(None, "hooks"))]) -> str:
    return signed_in.account_id


AccountDep = Annotated[str, Depends(_account_id)]
PosterDep = Annotated[str, Depends(_poster_id)]
SignedInDep = Annotated[SignedIn, Depends(_signed_in)]
AdminDep = Annotated[SignedIn, Depends(_needs("admin"))]


# When


def now_of(request: Request) -> datetime:
    """Read the clock."""
    clock: Clock = request.app.state.clock
    return clock()


async def _read_clock(request: Request) -> datetime:
    return now_of(request)


NowDep = Annotated[datetime, Depends(_read_clock)]


async def _as_of(now: NowDep, as_of: Annotated[Instant | None, Query()] = None) -> datetime:
    return asked_instant(as_of, now)


def asked_instant(as_of: datetime | None, now: datetime) -> datetime:
    """Return the instant asked about: now, or any from 1970 to five years ahead.

    Raises Refused.
    """
    if as_of is None:
        return now
    if not EARLIEST_AS_OF <= as_of <= now + LATEST_AS_OF:
        raise Refused("as_of lies between 1970 and five years from now.", pointer="query/as_of")
    return as_of


AsOfDep = Annotated[datetime, Depends(_as_of)]


class AsOfQuery(Parameters):
    """The parameters of a hot read that depends on the clock."""

    as_of: Instant | None = None

    def instant(self, request: Request) -> datetime:
        """Return the instant asked about.

        Raises Refused.
        """
        return asked_instant(self.as_of, now_of(request))


# Sessions


def database(request: Request) -> Database:
    """Return the app's database."""
    found: Database = request.app.state.database
    return found


async def _read_session(request: Request) -> AsyncIterator[Session]:
    session = database(request).read_session()
    try:
        yield session
    finally:
        session.close()


async def _write_session(request: Request) -> AsyncIterator[Session]:
    """One transaction a request: committed after the function and before the answer.

    The gate lets as many writers in as the pool has connections, first come first served: a thread that waited for
    a connection could keep the holder of that connection from getting a thread.
    """
    async with request.app.state.writers:
        session = database(request).session()
        try:
            claimed = await _claim_key(request, session)
            yield session
            if claimed is not None:
                idempotency.remember(claimed, request.state.response)
            await run_in_threadpool(session.commit)
        except BaseException:
            await run_in_threadpool(session.rollback)
            raise
        finally:
            session.close()


async def in_transaction(
    request: Request, work: Callable[Concatenate[Session, Given], Result], *args: Given.args, **values: Given.kwargs
) -> Result:
    """Do `work` in a transaction of its own, for routes that must not hold one while they do something slow."""
    async with request.app.state.writers:
        return await run_in_threadpool(_committed, database(request), lambda session: work(session, *args, **values))


def _committed(store: Database, work: Callable[[Session], Result]) -> Result:
    with store.write() as session:
        return work(session)


async def _claim_key(request: Request, session: Session) -> idempotency.IdempotencyKey | None:
    """Take the request's Idempotency-Key where it has one and the answer is no secret."""
    key = request.headers.get(idempotency.HEADER)
    if key is None or request.method != "POST" or getattr(request.scope["route"], "answers_secret", False):
        return None
    signed_in = await _signed_in(request)
    print_ = idempotency.fingerprint(request, await _sent(request))
    return await run_in_threadpool(
        lambda: idempotency.claim(
            session, account_id=signed_in.account_id, key=key, fingerprint=print_, now=now_of(request)
        )
    )


async def _sent(request: Request) -> bytes:
    """Return what was sent, or, for an upload, what tells it from another one."""
    if not request.headers.get("Content-Type", "").startswith("multipart/form-data"):
        return await request.body()
    form = await request.form()
    return await run_in_threadpool(lambda: b"".join(_digest(name, value) for name, value in form.multi_items()))


def _digest(name: str, value: UploadFile | str) -> bytes:
    if isinstance(value, str):
        return f"{name}={value!r};".encode()
    digest = file_digest(value.file, "sha256").digest()  # type: ignore[arg-type]  # a spooled file has readinto
    value.file.seek(0)
    return f"{name}={value.filename!r};".encode() + digest


ReadSession = Annotated[Session, Depends(_read_session, scope="function")]
WriteSession = Annotated[Session, Depends(_write_session, scope="function")]


@contextmanager
def reading(request: Request) -> Iterator[tuple[Session, str]]:
    """For the hottest reads: token and query on one connection, in one thread.

    Raises Unauthenticated, ScopeMissing.
    """
    with database(request).read() as session:
        signed_in = authenticate(session, request)
        check_scope(signed_in, "read")
        yield session, signed_in.account_id


# Heads and bodies


IfMatchDep = Annotated[str | None, Header(alias="If-Match", max_length=1000)]


class Versioned(Protocol):
    """A row that knows how often it was changed."""

    @property
    def version(self) -> int:
        """How often."""
        ...


Row = TypeVar("Row", bound=Versioned)


def tagged(row: Row, response: Response) -> Row:
    """Give the answer its row's strong ETag."""
    response.headers["ETag"] = etag(row.version)
    return row


def answer(
    adapter: TypeAdapter[Any], value: Any, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Turn rows of our own tables into bytes, without checking again what we wrote ourselves."""
    return Response(adapter.dump_json(value, warnings=False), status, headers, media_type="application/json")
