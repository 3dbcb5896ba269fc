"""`comity`: serve it, migrate its database, try it with made-up people, import a file, see today's list."""

import argparse
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from alembic.util import CommandError
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from comity import logs, migrating
from comity.accounts.models import Account
from comity.accounts.passwords import hash_password
from comity.accounts.service import open_account
from comity.coach.messages.message import Message, MessageFinding, Reader, Sender
from comity.coach.phrases import ask, counted
from comity.coach.words import Channel, Verdict
from comity.database import Database
from comity.errors import ComityError
from comity.garbage import search_seldom
from comity.imports.models import Import
from comity.imports.records import Outcome
from comity.imports.schemas import ImportStatus
from comity.imports.service import get_import, list_records, start_import
from comity.next_steps.todays_list import day_of, steps_of
from comity.openapi import contract_yaml
from comity.outreach import service as outreach
from comity.outreach.service import Checked
from comity.playbook import markdown
from comity.reactions import REACTIONS
from comity.sample.service import create_sample_network
from comity.serving import serve_app
from comity.settings import Settings, SettingsError, load_settings
from comity.worker import Worker

FAILED, WRONG_USE = 1, 2
POLL_SECONDS = 0.2
_HEADED = re.compile(r"Subject:(?P<subject>[^\r\n]*)\s*", re.IGNORECASE)  # as mail is kept in files

Command = Callable[[Settings, argparse.Namespace], int | None]


class WrongUse(Exception):
    """The command cannot be carried out as it was given."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command. Return 0; 1 where it failed, or a message is held; 2 where a setting or an argument is wrong."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        settings = load_settings()
        logs.configure(settings.log_level)
        return options.command(settings, options) or 0
    except KeyboardInterrupt:
        return 0
    except OperationalError:
        print("The database cannot be reached.", file=sys.stderr)
        return FAILED
    except CommandError:
        print("The database has a schema that this version of Comity does not know.", file=sys.stderr)
        return FAILED
    except (SettingsError, WrongUse) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except ComityError as error:
        print(error.title(), error.detail, file=sys.stderr)
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="comity", description="A networking coach.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(command: Command, description: str) -> argparse.ArgumentParser:
        name = command.__name__.strip("_").replace("_", "-")
        added = commands.add_parser(name, help=description, description=description)
        added.set_defaults(command=command)
        return added

    serving = add(serve, "Serve Comity; the embedded database is migrated first.")
    serving.add_argument("--host", default="127.0.0.1")
    serving.add_argument("--port", type=int, default=8000)
    serving.add_argument("--without-worker", action="store_true", help="Jobs are done by `comity worker`.")
    add(worker, "Do the jobs of the background, until told to stop.")
    add(migrate, "Bring the database to the present schema.")
    add(demo, "Make an account with a made-up network, and say how to sign in.")
    importing = add(import_, "Import a file of contacts or messages.")
    importing.add_argument("file", type=_file)
    importing.add_argument("--account", metavar="EMAIL", help="Whose; needed where there are several accounts.")
    listing = add(today, "Print today's next steps.")
    listing.add_argument("--account", metavar="EMAIL", help="Whose; needed where there are several accounts.")
    checking = add(check, "Check a message before it goes; exit with 1 where it should be held.")
    checking.add_argument(
        "file", type=_file, help="The message, as it would be sent; its first line may be `Subject: ...`."
    )
    checking.add_argument("--channel", type=Channel, choices=list(Channel), default=Channel.EMAIL)
    checking.add_argument("--subject", help="An email's subject.")
    checking.add_argument("--to", metavar="NAME", help="The contact, by full name or by e-mail address.")
    checking.add_argument("--account", metavar="EMAIL", help="Whose; needed where there are several accounts.")
    add(openapi, "Print the API's contract as YAML.")
    add(playbook, "Print the rule book, as the code says it.")
    return parser


def _file(name: str) -> Path:
    file = Path(name)
    if not file.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {name}")
    return file


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251


def serve(settings: Settings, options: argparse.Namespace) -> None:
    """Serve until told to stop."""
    with _database(settings) as database, nullcontext() if options.without_worker else _working(database, settings):
        serve_app(settings, host=options.host, port=options.port)


def worker(settings: Settings, _: argparse.Namespace) -> int:
    """Do jobs until told to stop. Return 1 where the right to do them was lost: whoever started us starts us again."""
    with _database(settings) as database, _working(database, settings, for_good=False) as doing:
        doing.wait_until_lost()
    return FAILED


def migrate(settings: Settings, _: argparse.Namespace) -> None:
    """Bring the database to the present schema."""
    migrating.migrate(settings.database_url)


def demo(settings: Settings, _: argparse.Namespace) -> None:
    """Make an account with a made-up network, and say how to sign in."""
    email, password = f"demo-{token_hex(3)}@example.com", token_hex(8)
    with _database(settings) as database, database.write() as session:
        account = open_account(
            session, email=email, password_hash=hash_password(password), full_name="Robin Vale", now=_now()
        )
        made = create_sample_network(session, account_id=account.id, now=_now())
    print(f"Made up {made.contacts} people. Sign in as {email} with the password {password}")
    print("`comity serve` shows them in the browser.")
    if settings.registration == "first":
        print("With COMITY_REGISTRATION=open one of your own can be made beside it.")


def today(settings: Settings, options: argparse.Namespace) -> None:
    """Print today's next steps, one a line with its reason below."""
    with _database(settings) as database, database.read() as session:
        account_id = _account_id(session, options.account)
        as_of = _now()
        day = day_of(session, account_id=account_id, as_of=as_of, limit=None)
        steps = [one.step for one in steps_of(day, is_now=True)]
    for step in steps:
        print(f"{'!' if step.obligation else '-'} {step.headline}")
        print(f"    {step.reasons[0].text}")
    print(f"{len(steps)} next steps." if steps else "Nothing is due today.")


def import_(settings: Settings, options: argparse.Namespace) -> None:
    """Import a file, and say what became of its records."""
    with _database(settings) as database, _working(database, settings):
        with database.write() as session, options.file.open("rb") as file:
            started = start_import(
                session,
                account_id=_account_id(session, options.account),
                file=file,
                file_name=options.file.name,
                format_=None,
                mapping=None,
                apply_at_once=True,
                now=_now(),
            )
        _wait_for(database, started)


def check(settings: Settings, options: argparse.Namespace) -> int:
    """Print what stands in the way of a message, each with its place, why, and how to fix it."""
    text = _text(options.file)
    headed = _HEADED.match(text) if options.subject is None and options.channel is Channel.EMAIL else None
    subject, begins = (headed["subject"].strip(), headed.end()) if headed else (options.subject, 0)
    message = Message(options.channel, text[begins:], subject=subject)
    with _database(settings) as database, database.read() as session:
        checked = _checked(session, message, options)
    for finding in checked.check.findings:
        place = _place(options.file.name, text, begins, finding)
        print(f"{place}: {finding.severity} {finding.rule}: {finding.why} {finding.fix}")
    found = checked.check
    print(
        f"{found.verdict}: {counted(found.counts.sentences, 'sentence')}, {counted(found.counts.words, 'word')}; "
        f"asks for {ask(found.ask_size)}, and trust allows {ask(checked.reader.max_ask)}."
    )
    return FAILED if found.verdict is Verdict.HOLD else 0


def _checked(session: Session, message: Message, options: argparse.Namespace) -> Checked:
    """Check with what the account knows; without an account, as to a stranger."""
    if options.to is None and options.account is None and session.scalar(select(func.count(Account.id))) == 0:
        return outreach.checked(message, Sender(), Reader())
    account_id = _account_id(session, options.account)
    contact_id = outreach.find_contact(session, account_id=account_id, named=options.to) if options.to else None
    return outreach.check(session, account_id=account_id, contact_id=contact_id, message=message, as_of=_now())


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUse(f"{file.name} is no text in UTF-8.") from None


def _place(name: str, text: str, begins: int, finding: MessageFinding) -> str:
    """Return where a finding stands, as editors read it: file, line and column, both from 1."""
    if finding.field != "body":
        return f"{name}: {finding.field}"
    before = text[: begins + finding.start]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"


def _wait_for(database: Database, started: Import) -> None:
    """Wait for an import's end, and say how it went; each refused record with its line and why."""
    account_id, import_id = started.account_id, started.id
    while True:
        time.sleep(POLL_SECONDS)
        with database.read() as session:
            found = get_import(session, account_id=account_id, import_id=import_id)
        if found.status not in {ImportStatus.PREVIEWING, ImportStatus.APPLYING}:
            break
    counts = f"{found.created} created, {found.updated} updated, {found.skipped} as before, {found.refused} refused."
    print(f"{found.status}: {counts} {found.problem or ''}".rstrip())
    with database.read() as session:
        refused = list_records(session, account_id=account_id, import_id=import_id, outcome=Outcome.REFUSED, after=None)
        for _, entry in refused:
            print(f"{entry['file'] or started.file_name}:{entry['line']}: {entry['reason']}")


def openapi(_: Settings, __: argparse.Namespace) -> None:
    """Print the API's contract."""
    print(contract_yaml(), end="")


def playbook(_: Settings, __: argparse.Namespace) -> None:
    """Print the rule book."""
    print(markdown(), end="")


@contextmanager
def _database(settings: Settings) -> Iterator[Database]:
    """Open the database; the embedded one is brought to the present schema, another has to be there."""
    if settings.is_sqlite:
        migrating.migrate(settings.database_url)
    database = Database(settings.database_url, reactions=REACTIONS)
    try:
        with database.writer.connect() as connection:
            if not migrating.is_at_head(connection):
                raise WrongUse("The database has another schema: run `comity migrate` first.")
        yield database
    finally:
        database.dispose()


@contextmanager
def _working(database: Database, settings: Settings, *, for_good: bool = True) -> Iterator[Worker]:
    """Do jobs meanwhile. One that does not end in time is left to the next worker, and the process ends without it."""
    search_seldom()
    doing = Worker(
        database,
        post=settings.post,
        egress=settings.egress,
        vault=settings.vault,
        beat_seconds=settings.worker_beat_seconds,
        silence_seconds=settings.worker_silence_seconds,
        for_good=for_good,
    )
    doing.start()
    try:
        yield doing
    finally:
        if not doing.stop():
            os._exit(FAILED)


def _account_id(session: Session, email: str | None) -> str:
    query = select(Account.id).limit(2)
    found = session.scalars(query.where(Account.email == email.lower()) if email else query).all()
    if not found and email is None:
        raise WrongUse("There is no account yet: register in the browser (`comity serve`), or try `comity demo`.")
    if len(found) != 1:
        raise WrongUse("Say whose with --account EMAIL." if found else "There is no such account.")
    return found[0]
