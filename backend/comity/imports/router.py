"""`/v1/imports`."""

from collections.abc import Awaitable, Callable, Iterable
from itertools import islice
from typing import Annotated, Any

from fastapi import Depends, File, Form, Query, Request, Response, UploadFile
from pydantic import BeforeValidator, Json, TypeAdapter
from sqlalchemy import select

from comity import strict_json
from comity.events.service import EventNotFound
from comity.imports import service
from comity.imports.chunks import Entry
from comity.imports.looking import look_at
from comity.imports.models import Import
from comity.imports.problems import (
    ArchiveTooLarge,
    EmptyFile,
    NotAListOfPeople,
    OtherFormat,
    UnknownColumns,
    UnknownField,
    UnreadableArchive,
    UnsupportedFile,
)
from comity.imports.progress import progress_of
from comity.imports.reading import Format
from comity.imports.records import Outcome
from comity.imports.schemas import ColumnsOut, Counts, ImportOut, RecordOut
from comity.imports.service import ImportNotFound, NotReady
from comity.paging import CursorDep, LimitDep, Order, Page, paginate, read_cursor, write_cursor
from comity.problems import pointer_to
from comity.schemas import Id, Instant
from comity.web import AccountDep, NowDep, ReadSession, UploadRoute, WriteSession, new_router, problems, tagged

router = new_router(tag="imports", route_class=UploadRoute)
LATEST_FIRST = Order((Import.created_at, Import.id), TypeAdapter(tuple[Instant, str]), descending=True)
PLACE = TypeAdapter(tuple[int, int])
UNREADABLE = (UnsupportedFile, EmptyFile, UnreadableArchive, ArchiveTooLarge, UnknownField)
REFUSALS = (*UNREADABLE, UnknownColumns, OtherFormat, EventNotFound, NotAListOfPeople)


def _unambiguous(text: str) -> str:
    """Hold that a text is JSON with one meaning. Raises ValueError."""
    strict_json.loads(text.encode())
    return text


Mapping = Annotated[Json[dict[str, str]], BeforeValidator(_unambiguous)]


def _form_of(*fields: str) -> Callable[[Request], Awaitable[None]]:
    """Hold that each field of the form is one of these and stands in it once."""

    async def check(request: Request) -> None:
        names = [name for name, _ in (await request.form()).multi_items()]
        for name in names:
            if name not in fields or names.count(name) > 1:
                raise UnknownField("It is no field, or stands there twice.", pointer=pointer_to(name))

    return check


@router.post(
    "/imports",
    status_code=202,
    response_model=ImportOut,
    responses=problems(*REFUSALS),
    dependencies=[Depends(_form_of("file", "format", "mapping", "apply", "event_id"))],
)
def start_import(
    session: WriteSession,
    account_id: AccountDep,
    now: NowDep,
    response: Response,
    file: Annotated[
        UploadFile, File(description="LinkedIn's zip or one of its CSV files, vCards, a calendar, or any CSV.")
    ],
    format: Annotated[Format | None, Form(description="Default: told by what is in the file.")] = None,  # noqa: A002
    mapping: Annotated[Mapping | None, Form(description="JSON: the name of a column to a field, for any CSV.")] = None,
    apply: Annotated[bool, Form(description="Take over at once, without waiting for a word on the preview.")] = False,
    event_id: Annotated[
        Id | None, Form(description="The people of the file are attendees of this event: matched, else suggested.")
    ] = None,
) -> ImportOut:
    """Upload a file; it is previewed in the background."""
    import_ = service.start_import(
        session,
        account_id=account_id,
        file=file.file,
        file_name=file.filename or "",
        format_=format,
        mapping=mapping,
        apply_at_once=apply,
        event_id=event_id,
        now=now,
    )
    return shown(tagged(import_, response))


@router.post("/imports/columns", responses=problems(*UNREADABLE), dependencies=[Depends(_form_of("file"))])
def look_at_columns(
    account_id: AccountDep,
    file: Annotated[UploadFile, File(description="A table of people (CSV); its beginning is enough.")],
) -> ColumnsOut:
    """Show the columns of a table and its first 20 rows, so that a mapping can be made. Nothing is kept."""
    return look_at(file.file)


@router.get("/imports", response_model=Page[ImportOut])
def list_imports(
    session: ReadSession, account_id: AccountDep, cursor: CursorDep = None, limit: LimitDep = 50
) -> dict[str, Any]:
    """List the imports, latest first."""
    query = select(*Import.__table__.columns).where(Import.account_id == account_id)
    page = paginate(session, query, LATEST_FIRST, cursor=cursor, limit=limit)
    return page | {"items": [shown(row) for row in page["items"]]}


@router.get("/imports/{import_id}", response_model=ImportOut, responses=problems(ImportNotFound))
def get_import(import_id: str, session: ReadSession, account_id: AccountDep, response: Response) -> ImportOut:
    """Read how far an import is."""
    return shown(tagged(service.get_import(session, account_id=account_id, import_id=import_id), response))


@router.post(
    "/imports/{import_id}/apply",
    status_code=202,
    response_model=ImportOut,
    responses=problems(ImportNotFound, NotReady),
)
def apply_import(import_id: str, session: WriteSession, account_id: AccountDep) -> ImportOut:
    """Take its records over, in the background."""
    return shown(service.apply_import(session, account_id=account_id, import_id=import_id))


@router.post("/imports/{import_id}/cancel", response_model=ImportOut, responses=problems(ImportNotFound, NotReady))
def cancel_import(import_id: str, session: WriteSession, account_id: AccountDep) -> ImportOut:
    """Stop; what is taken over already stays, and can be undone."""
    return shown(service.cancel_import(session, account_id=account_id, import_id=import_id))


@router.post(
    "/imports/{import_id}/undo",
    status_code=202,
    response_model=ImportOut,
    responses=problems(ImportNotFound, NotReady),
)
def undo_import(import_id: str, session: WriteSession, account_id: AccountDep) -> ImportOut:
    """Bring back what was there before, in the background."""
    return shown(service.undo_import(session, account_id=account_id, import_id=import_id))


@router.get("/imports/{import_id}/records", response_model=Page[RecordOut], responses=problems(ImportNotFound))
def list_import_records(
    import_id: str,
    session: ReadSession,
    account_id: AccountDep,
    outcome: Annotated[Outcome | None, Query(description="Only these.")] = None,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List every record in the order of the file, with its line and, where it was not taken over, the reason."""
    found = service.list_records(
        session,
        account_id=account_id,
        import_id=import_id,
        outcome=outcome,
        after=read_cursor(cursor, PLACE),
    )
    records = list(islice(found, limit + 1))
    next_cursor = write_cursor(records[limit - 1][0]) if len(records) > limit else None
    return {"items": _records(entry for _, entry in records[:limit]), "next_cursor": next_cursor}


def shown(import_: Any) -> ImportOut:
    """Return an import as a client sees it."""
    columns = {name: getattr(import_, name) for name in ImportOut.model_fields if hasattr(import_, name)}
    counts = Counts.model_validate(import_)
    return ImportOut.model_validate(columns | {"counts": counts, "progress": progress_of(import_)})


def _records(entries: Iterable[Entry]) -> list[Entry]:
    unset = dict.fromkeys(("contact_id", "interaction_id", "event_id"))
    return [unset | {"code": "", "reason": "", "left_out": []} | entry for entry in entries]
